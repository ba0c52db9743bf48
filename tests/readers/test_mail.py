"""Of a mail, what its reader sees is read, once."""

from __future__ import annotations

from dataclasses import replace
from email.message import EmailMessage

import pytest

from claimlint import readers
from claimlint.document import Block, Document
from claimlint.readers import UnreadableDocument, mail
from claimlint.readers.limits import LIMITS


def message(text: str | None = "It lasts.", html: str | None = None, subject: str = "Aurora X1") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"] = "a@example.com", "b@example.com"
    if subject:
        made["Subject"] = subject
    if text is not None:
        made.set_content(text)
    if html is not None:
        (made.add_alternative if text is not None else made.set_content)(html, subtype="html")
    return made


def read(made: EmailMessage | bytes) -> Document:
    return readers.read("a.eml", made if isinstance(made, bytes) else made.as_bytes())


def body(made: EmailMessage | bytes) -> list[str]:
    return [block.text for block in read(made).blocks if block.where == "body"]


def shown(document: Document) -> list[tuple[str | None, str, str]]:
    return [(block.where, block.kind.value, block.text) for block in document.blocks]


def test_the_subject_is_the_title_of_the_text() -> None:
    document = read(message("It lasts."))
    assert shown(document) == [("subject", "title", "Aurora X1"), ("body", "paragraph", "It lasts.")]
    assert document.blocks[1].headings[0].text == "Aurora X1"


def test_places_are_those_of_the_text_that_was_extracted() -> None:
    document = read(message(None, "<p>It <b>lasts</b>.</p>"))
    assert document.source.text == "Aurora X1\n\n<p>It <b>lasts</b>.</p>\n\n"
    assert [document.source.text[slice(*block.source_map.source_range(0, len(block.text)))] for block in document.blocks] == [
        "Aurora X1",
        "It <b>lasts</b>.",
    ]


def test_of_alternatives_the_html_is_read() -> None:
    assert body(message("plain", "<p>rich</p>")) == ["rich"]


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "cp1252"])
@pytest.mark.parametrize("transfer", ["base64", "quoted-printable", "8bit"])
def test_charsets_and_transfer_encodings(charset: str, transfer: str) -> None:
    made = EmailMessage()
    made["Subject"] = "Größe"
    made.set_content("Up to 45 °C, 1 µm.\n", charset=charset, cte=transfer)
    assert [block.text for block in read(made).blocks] == ["Größe", "Up to 45 °C, 1 µm."]


def test_an_unknown_charset_is_read_as_files_are() -> None:
    data = b"Subject: X1\nContent-Type: text/plain; charset=no-such\n\nIt lasts \xe2\x80\x9clong\xe2\x80\x9d.\n"
    assert body(data) == ["It lasts “long”."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Yes.\n\n> It lasts.\n> Long.\n\nNo.", ["Yes.", "No."], id="quoted lines"),
        pytest.param("Yes.\n\nOn Monday, 2 May 2026, Anna\n<a@x.org> wrote:\n> It lasts.\n", ["Yes."], id="what is answered"),
        pytest.param("Yes.\n\n-----Original Message-----\nFrom: Anna\n\nIt lasts.\n", ["Yes."], id="the original below"),
        pytest.param("Yes.\n-- \nAnna, sales\n", ["Yes."], id="signature"),
    ],
)
def test_quotations_and_signatures_of_plain_text_are_left_out(text: str, expected: list[str]) -> None:
    assert body(message(text)) == expected


@pytest.mark.parametrize(
    ("plain", "html", "told"),
    [
        pytest.param("It lasts.\n", None, False, id="nothing quoted"),
        pytest.param("See below.\n\n> It swims.\n", None, True, id="plain"),
        pytest.param(None, '<p>Yes.</p><blockquote type="cite"><p>It lasts.</p></blockquote>', True, id="marked in HTML"),
        pytest.param(None, "<p>Yes.</p><p>From: A<br>Sent: Monday<br>To: B<br>Subject: X1</p><p>It lasts.</p>", True, id="headers"),
    ],
)
def test_what_is_left_out_of_a_mail_is_told(plain: str | None, html: str | None, told: bool) -> None:
    assert any("were not checked" in note for note in read(message(plain, html)).source.notes) is told


@pytest.mark.parametrize(
    "html",
    [
        pytest.param('<p>Yes.</p><blockquote type="cite"><p>It lasts.</p></blockquote>', id="cite"),
        pytest.param('<p>Yes.</p><div class="gmail_quote">On Monday Anna wrote:<blockquote>It lasts.</blockquote></div>', id="a class"),
        pytest.param("<p>Yes.</p><p>From: Anna<br>Sent: Monday<br>To: Ben<br>Subject: X1</p><p>It lasts.</p>", id="headers"),
        pytest.param('<p>Yes.</p><img src="https://x.org/t.gif" width=1 height=1>', id="tracking pixel"),
    ],
)
def test_quotations_in_html_are_left_out(html: str) -> None:
    assert body(message(None, html)) == ["Yes."]


def test_the_hidden_line_that_inboxes_show_is_read_without_its_padding() -> None:
    document = read(message(None, '<body><div style="display:none">It swims.&zwnj;&nbsp;&zwnj;&nbsp;</div><p>Yes.</p>'))
    assert [(block.kind.value, block.text) for block in document.blocks[1:]] == [("description", "It swims."), ("paragraph", "Yes.")]


LAYOUTS = {
    "nested": "<table><tr><td><table><tr><td><p>It lasts.</p></td></tr></table></td></tr></table>",
    "role": '<table role="presentation"><tr><td>It lasts.</td></tr></table>',
    "headings": "<table><tr><td><h2>X1</h2>It lasts.</td><td><h2>X2</h2>It swims.</td></tr></table>",
    "one cell": "<table><tbody><tr><td>It lasts.</td></tr><tr><td>It swims.</td></tr></tbody></table>",
}


@pytest.mark.parametrize("html", LAYOUTS.values(), ids=LAYOUTS)
def test_tables_for_layout_are_running_copy(html: str) -> None:
    assert "table-cell" not in {block.kind.value for block in read(message(None, html)).blocks}


DATA = "<table><tr><th>Item</th><th>Value</th></tr><tr><td>Life</td><td>10 h</td></tr></table>"


@pytest.mark.parametrize("html", [DATA, f"<table><tr><td>{DATA}</td></tr></table>"], ids=["alone", "in a layout"])
def test_tables_of_data_stay_tables(html: str) -> None:
    cell: Block = read(message(None, html)).blocks[-1]
    assert (cell.text, cell.row_header, cell.column_header) == ("10 h", "Life", "Value")


def test_attached_files_are_named_and_not_read() -> None:
    made = message("It lasts.")
    made.add_attachment("It swims.", filename="claims.txt")
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="flyer.pdf")
    document = read(made)
    assert [block.text for block in document.blocks] == ["Aurora X1", "It lasts."]
    assert document.source.notes == ("Attached files were not checked: claims.txt, flyer.pdf.",)


def nested(levels: int) -> EmailMessage:
    made = message("It lasts 0.")
    for level in range(1, levels + 1):
        outer = message(f"It lasts {level}.")
        outer.add_attachment(made)
        made = outer
    return made


def test_a_message_that_is_attached_is_read() -> None:
    assert ("attached message, body", "paragraph", "It lasts 0.") in shown(read(nested(1)))


def test_messages_that_are_nested_too_deeply_are_named() -> None:
    document = read(nested(LIMITS.nesting + 1))
    assert "It lasts 0." not in [block.text for block in document.blocks]
    assert document.source.notes == ("Attached files were not checked: a message.",)


DEEP = b"Subject: a\n" + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(2000))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(b"", "it is no mail", id="empty"),
        pytest.param(b"PK\3\4", "it is no mail", id="another format"),
        pytest.param(b"Just text.\nMore text.\n", "it is no mail", id="text"),
        pytest.param(message(None, subject="").as_bytes(), "it holds no text", id="without text"),
        pytest.param(b"From: a\nContent-Type: application/pkcs7-mime\n\nMIIB\n", "it is encrypted", id="encrypted"),
        pytest.param(DEEP.replace(b"Subject: a\n", b"From: a\n"), "nested too deeply|no text|damaged", id="nested"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableDocument, match=why) as caught:
        read(data)
    assert "\n" not in str(caught.value)


def test_a_mail_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "LIMITS", replace(LIMITS, characters=5))
    with pytest.raises(UnreadableDocument, match="more than 5 characters"):
        read(message())


@pytest.mark.parametrize(
    "header", [b"Subject: =?utf-8?q?caf=E9?=", b"Subject: =?x?b?!!?=", b"Content-Disposition: =?", b"Content-Type: ;;"]
)
def test_damaged_headers_are_survived(header: bytes) -> None:
    assert "It lasts." in [block.text for block in read(b"From: a\n" + header + b"\n\nIt lasts.\n").blocks]
