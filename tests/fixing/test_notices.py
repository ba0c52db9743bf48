"""Where a notice goes."""

from __future__ import annotations

import pytest

from claimlint.fixing.edits import applied
from claimlint.fixing.notices import notice_edit


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("a.md", "Copy.", "Copy.\n\nNot yet.\n"),
        ("a.md", "Copy.\n", "Copy.\n\nNot yet.\n"),
        ("a.md", "Copy.\n\n", "Copy.\n\nNot yet.\n"),
        ("a.md", "Copy.\n  \n\t\n", "Copy.\n  \n\t\nNot yet.\n"),
        ("a.mdx", "Copy.\r\nMore.", "Copy.\r\nMore.\r\n\r\nNot yet.\r\n"),
        ("a.txt", "Copy.\rMore.\r", "Copy.\rMore.\r\rNot yet.\r"),
        ("a.txt", "", "Not yet.\n"),
        ("a.html", "<p>Copy.</p>", "<p>Copy.</p><p>Not yet.</p>"),
        ("a.html", "<p>Copy.</p>\n", "<p>Copy.</p>\n<p>Not yet.</p>\n"),
        ("a.HTM", "<body><p>Copy.</p></body>", "<body><p>Copy.</p><p>Not yet.</p></body>"),
        ("a.html", "<body>\r\n<p>Copy.</p>\r\n</body>", "<body>\r\n<p>Copy.</p>\r\n  <p>Not yet.</p>\r\n</body>"),
        ("a.html", "<p>Copy.</p>\n</html>\n", "<p>Copy.</p>\n  <p>Not yet.</p>\n</html>\n"),
        ("a.html", "<p>Copy.</p><!-- </body> --></body>", "<p>Copy.</p><!-- </body> --><p>Not yet.</p></body>"),
    ],
)
def test_notice_is_a_paragraph_behind_all_copy(make_finding, path, before, after):
    assert applied(before, [notice_edit(make_finding(), path, before, "Not yet.")]) == after


def test_notice_is_escaped_in_html(make_finding):
    assert notice_edit(make_finding(), "a.html", "", "A & <B>").words == "<p>A &amp; &lt;B&gt;</p>\n"
