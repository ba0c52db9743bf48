"""What the command line takes for a URL."""

from __future__ import annotations

import pytest

from claimlint.engines.urls import is_url


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("s3://bucket/site/**/*.html", True),
        ("gs://bucket", True),
        ("file:///srv/site", True),
        ("zip://**/*.md::site.zip", True),
        ("simplecache::s3://bucket/page.html", True),
        ("docs/launch.md", False),
        (r"C:\docs\launch.md", False),
        ("C:/docs/launch.md", False),
        ("docs/what-is-s3://.md", False),
        ("-", False),
    ],
)
def test_is_url(text: str, expected: bool) -> None:
    assert is_url(text) is expected
