"""Things are taken together until they are enough, and none is lost."""

from __future__ import annotations

import pytest

from claimlint.portions import portions


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([], []),
        (["a"], [["a"]]),
        (["aa", "b", "c"], [["aa", "b"], ["c"]]),
        (["long one", "b"], [["long one"], ["b"]]),
        (["", "", "abc", ""], [["", "", "abc"], [""]]),
    ],
)
def test_portions(items: list[str], expected: list[list[str]]) -> None:
    assert list(portions(items, len, 3)) == expected
