"""E-mail (.eml): the subject, and the text that the reader of the mail sees, once."""

from __future__ import annotations

import codecs
import email
import email.policy
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage

from claimlint.document import BlockKind, Document, Source
from claimlint.readers import markup, plain_text
from claimlint.readers.flow import Flow
from claimlint.readers.limits import LIMITS
from claimlint.readers.mail_text import MailAssembly, preheader, without_answered_mail, without_quotations
from claimlint.readers.passage import Passage
from claimlint.readers.unreadable import UnreadableDocument
from claimlint.sources.decoding import Undecodable, decode

SUFFIXES: tuple[str, ...] = (".eml",)

_MARKS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"), (codecs.BOM_UTF8, "utf-8-sig"))
_MOST_PARTS = 1_000
_ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_QUOTED = "Quoted or forwarded mails in it and its signature were not checked; to have a forwarded mail checked, save that mail itself."
# What the standard library raises for headers that are damaged in ways that it does not foresee.
_HEADER_ERRORS = (ValueError, LookupError, AttributeError, TypeError)


@dataclass(frozen=True)
class _Part:
    """A text of a mail. where: its place in words. kind: subject, html or plain."""

    kind: str
    where: str
    text: str


@dataclass
class _Mail:
    """What a mail holds: its texts in the order in which they are shown, and what is not read."""

    parts: list[_Part] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    pictures: int = 0
    encrypted: bool = False
    seen: int = 0


def read(path: str, data: bytes) -> Document:
    """Read a mail. The text of the document is its subject and its texts as they were decoded, HTML with its tags.

    Of a text that is there twice, as HTML and plain, the HTML is read. Headers, quoted replies and signatures are left out; attached files
    are named in a note. Raises UnreadableDocument for what is no mail, and for one that is encrypted or holds no text.
    """
    message = _parsed(data)
    mail = _Mail()
    try:
        _collect(message, mail, "", 0)
    except RecursionError as error:
        raise UnreadableDocument("its parts are nested too deeply to be read") from error
    if not any(part.text.strip() for part in mail.parts):
        raise UnreadableDocument(
            "it is encrypted; save a copy that is not" if mail.encrypted else "it holds no text" + _named(mail.attached, ", only files: {}")
        )
    notes = [*mail.notes, *([_named(mail.attached, "Attached files were not checked: {}.")] if mail.attached else [])]
    if mail.encrypted:
        notes.append("A part of it is encrypted and was not checked.")
    return _document(path, mail, tuple(notes))


def _parsed(data: bytes) -> EmailMessage:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "") or _unmarked(data)
    if encoding:
        data = data.decode(encoding, "replace").encode()
    try:
        message = email.message_from_bytes(data.lstrip(b"\r\n"), policy=email.policy.default)
    except (*_HEADER_ERRORS, RecursionError) as error:
        raise UnreadableDocument("it is damaged and cannot be read as a mail; save it again") from error
    if not message.keys() or message.get_content_maintype() == "":
        raise UnreadableDocument("it is no mail: it does not begin with headers such as From and Subject")
    return message


def _unmarked(data: bytes) -> str:
    """The encoding of UTF-16 without a byte order mark: a mail begins with the ASCII letters of a header."""
    return next((encoding for encoding in ("utf-16-le", "utf-16-be") if data[:2].count(0) == 1 and data[:2].decode(encoding).isascii()), "")


def _collect(message: EmailMessage, mail: _Mail, inside: str, depth: int) -> None:
    """Collect the subject of a message and its texts. inside: what its places begin with."""
    subject = _header(message, "subject")
    if subject.strip():
        mail.parts.append(_Part("subject", f"{inside}subject", subject))
    for part in _shown(message, mail):
        mail.seen += 1
        if mail.seen > _MOST_PARTS:
            raise UnreadableDocument(f"it has more than {_MOST_PARTS:,} parts, the most that are read")
        content = part.get_content_type()
        if content == "message/rfc822":
            _collect_attached(part, mail, inside, depth)
        elif content in ("text/html", "text/plain") and not _is_attached(part):
            mail.parts.append(_Part(content.removeprefix("text/"), f"{inside}body", _text(part, mail)))
        elif part.get_content_maintype() == "image":
            # One that the HTML shows in its place is counted there.
            mail.pictures += "content-id" not in part
        elif not content.startswith(("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")):
            mail.attached.append(_name(part))


def _collect_attached(part: EmailMessage, mail: _Mail, inside: str, depth: int) -> None:
    message = next(iter(part.get_payload()), None) if part.is_multipart() else None
    if not isinstance(message, EmailMessage) or depth >= LIMITS.nesting:
        mail.attached.append("a message")
    else:
        _collect(message, mail, f"{inside}attached message, ", depth + 1)


def _shown(message: EmailMessage, mail: _Mail) -> Iterator[EmailMessage]:
    """The parts of a message that are no containers; of alternatives, the one that shows most."""
    content = message.get_content_type()
    mail.encrypted = mail.encrypted or content in _ENCRYPTED
    if content in _ENCRYPTED:
        return
    if content == "message/rfc822" or not message.is_multipart():
        yield message
        return
    parts = [part for part in message.get_payload() if isinstance(part, EmailMessage)]
    if content == "multipart/alternative":
        parts = [_richest(parts)] if parts else []
    for part in parts:
        if part.get_content_type() == "message/rfc822":
            yield part
        else:
            yield from _shown(part, mail)


def _richest(parts: list[EmailMessage]) -> EmailMessage:
    def rank(part: EmailMessage) -> int:
        kinds = {inner.get_content_type() for inner in part.walk()}
        return 2 if "text/html" in kinds else 1 if "text/plain" in kinds else 0

    return max(reversed(parts), key=rank)


def _is_attached(part: EmailMessage) -> bool:
    return _safely(part.get_content_disposition) == "attachment"


def _name(part: EmailMessage) -> str:
    return " ".join(_safely(part.get_filename).split()) or part.get_content_type()


def _header(message: EmailMessage, name: str) -> str:
    return _safely(lambda: message.get(name))


def _safely(give: object) -> str:
    try:
        return str(give() or "") if callable(give) else ""
    except _HEADER_ERRORS:
        return ""


def _text(part: EmailMessage, mail: _Mail) -> str:
    """The text of a part: in the charset that it names, else as files are decoded."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else str(part.get_payload()).encode("utf-8", "replace")
    charset = _safely(part.get_content_charset) or "utf-8"
    try:
        return data.decode(charset)
    except (LookupError, ValueError):
        pass
    try:
        text, notes = decode(data)
    except Undecodable as error:
        mail.notes.append(f"A part of it was not checked: {error}.")
        return ""
    mail.notes += notes
    return text


def _named(names: list[str], sentence: str) -> str:
    return sentence.format(", ".join(dict.fromkeys(names))) if names else ""


def _document(path: str, mail: _Mail, notes: tuple[str, ...]) -> Document:
    text = ""
    places: list[tuple[_Part, int, int]] = []
    for part in mail.parts:
        shown = " ".join(part.text.split()) if part.kind == "subject" else part.text
        places.append((part, len(text), len(text) + len(shown)))
        text += shown.rstrip("\n") + "\n\n"
        if len(text) > LIMITS.characters:
            raise UnreadableDocument(f"it has more than {LIMITS.characters:,} characters of text, the most that are read")
    whole = Passage.whole(text)
    assembly = MailAssembly()
    for part, start, stop in places:
        passage = whole.excerpt(start, min(stop, len(text)))
        _read_part(assembly, part, passage)
    found = assembly.finish()
    blocks = without_answered_mail(found)
    if assembly.quoted or len(blocks) < len(found):
        notes = (*notes, _QUOTED)
    return Document(Source(path, text, notes), blocks, {}, assembly.directives, assembly.pictures + mail.pictures)


def _read_part(assembly: MailAssembly, part: _Part, passage: Passage) -> None:
    if part.kind == "subject":
        flow = Flow()
        flow.add(passage, 0, len(passage.text))
        assembly.value(BlockKind.TITLE, "subject", flow, where=part.where)
        assembly.open_title(passage.text)
        return
    assembly.start("section", fixed=True, where=part.where)
    if part.kind == "html":
        hidden = preheader(passage)
        if hidden:
            assembly.describe(markup.decoded_flow(passage, *hidden), "preheader")
        markup.feed(assembly, passage)
    else:
        own = without_quotations(passage.text)
        assembly.quoted = assembly.quoted or own.split() != passage.text.split()
        plain_text.feed(assembly, passage.replaced(own))
    assembly.close(1)
