"""What of the text of a mail its writer says: without quoted replies and signatures, with the line that inboxes show."""

from __future__ import annotations

import re
from collections.abc import Mapping

from claimlint.document import Block
from claimlint.readers import templates
from claimlint.readers.assembly import Assembly
from claimlint.readers.passage import Passage

# What mail programs write above the mail that is answered, "On Monday, Anna wrote:", also over two lines; and its lines.
_QUOTED = re.compile(r"^[ \t]*(?:On [^\n]{5,200}(?:\n(?!>)[^\n]{1,120})?\bwrote:[ \t]*$|>.*$)", re.MULTILINE)
_ORIGINAL = re.compile(r"^[ \t]*(?:-{2,}[ \t]*Original Message[ \t]*-{2,}|_{20,}[ \t]*\n[ \t]*From:[ \t].*)", re.MULTILINE | re.IGNORECASE)
# RFC 3676, section 4.3: the usual signature convention.
_SIGNATURE = re.compile(r"^--[ \t]?$", re.MULTILINE)
# The same in mails of Outlook, which marks nothing: the headers of the mail that is answered.
_ANSWERED_HEADERS = re.compile(r"From:\s.{1,300}\s(?:Sent|Date):\s.{1,600}\sSubject:\s", re.DOTALL)
_QUOTING_CLASS = re.compile(
    r"\b(?:gmail_quote|gmail_attr|gmail_signature|yahoo_quoted|moz-cite-prefix|moz-signature|protonmail_quote|WordSection_quote)\b"
)
_QUOTING_IDS = frozenset({"divRplyFwdMsg", "appendonsend", "reply-intro", "Signature", "signature"})
_PREHEADER = re.compile(
    r"""<(?:div|span|p|td)\b[^>]{0,1000}\bstyle\s*=\s*["'][^"'>]{0,1000}display\s*:\s*none[^>]{0,1000}>\s*([^<>]{2,1000})<""", re.IGNORECASE
)
_PADDING = re.compile(r"(?:(?:&(?:zwnj|zwj|nbsp|shy|#\d{2,5}|#x[0-9a-fA-F]{2,4});|[\u200b-\u200d\u034f\u00a0\u00ad])\s*){3,}")
_SEARCHED = 50_000


class MailAssembly(Assembly):
    """Leaves out what mail programs mark as quoted, and signatures. quoted: whether there was any."""

    quoted = False

    def start(self, name: str, attributes: Mapping[str, str] = {}, *, fixed: bool = False, where: str | None = None) -> None:
        """Open an element; a quotation of the mail that is answered is hidden."""
        if attributes and _is_quotation(name, attributes):
            attributes = {**attributes, "hidden": ""}
            self.quoted = True
        super().start(name, attributes, fixed=fixed, where=where)


def without_quotations(text: str) -> str:
    """Give a text of the same length with spaces where lines are quoted, and from a signature or the mail that is answered on."""
    ends = [match.start() for match in (_ORIGINAL.search(text), _SIGNATURE.search(text)) if match]
    stop = min(ends, default=len(text))
    ranges = [match.span() for match in _QUOTED.finditer(text, 0, stop)]
    return templates.blank_ranges(text, iter([*ranges, (stop, len(text))]))


def without_answered_mail(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Give blocks up to the one that holds the headers of the mail that is answered; what follows in the same part is that mail."""
    kept: list[Block] = []
    answered = None
    for block in blocks:
        if block.where != answered and not (block.where and _ANSWERED_HEADERS.match(block.text)):
            kept.append(block)
            answered = None
        else:
            answered = block.where
    return tuple(kept)


def preheader(passage: Passage) -> tuple[int, int] | None:
    """Give the range of the line that inboxes show beside the subject, which the mail itself hides; None where there is none."""
    match = _PREHEADER.search(passage.text, 0, _SEARCHED)
    if match is None:
        return None
    padding = _PADDING.search(passage.text, *match.span(1))
    return match.start(1), padding.start() if padding else match.end(1)


def _is_quotation(name: str, attributes: Mapping[str, str]) -> bool:
    if name == "blockquote" and attributes.get("type", "").lower() == "cite":
        return True
    return _QUOTING_CLASS.search(attributes.get("class", "")) is not None or attributes.get("id", "") in _QUOTING_IDS
