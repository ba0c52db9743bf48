"""Recognises a finding again after the document around it was edited.

A fingerprint is the SHA-256 of the path, the rule, the subject and the claim's words; repetitions are counted. It stays when
lines move, white space, case or markup change, and goes as soon as a word or a number changes.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from html import unescape

from claimlint.finding import Finding

_MARKUP: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"</?(?:br|p|div|li|ul|ol|td|th|tr|h[1-6]|hr)\b[^<>]*>", re.IGNORECASE), " "),
    (re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE), ""),
    (re.compile(r"^[ \t]*(?:>[ \t]*)+", re.MULTILINE), " "),  # quotation
    (re.compile(r"^[ \t]*(?:#{1,6}|[-+*])[ \t]+", re.MULTILINE), " "),  # heading, list item
    (re.compile(r"!?\[([^\[\]]*)\](?:\([^()\s]*(?:\s+\"[^\"]*\")?\)|\[[^\[\]]*\])"), r"\1"),  # link, picture
    (re.compile(r"~~|`+"), ""),
    (re.compile(r"(?<!\\)(?:(?<!\d)\*+|\*+(?!\d))"), ""),  # emphasis, but not the sign in "2*3"
    (re.compile(r"(?<!\\)(?:(?<!\w)_+|_+(?!\w))"), ""),
    (re.compile(r"\\(?=[!-/:-@\[-`{-~])"), ""),  # a back slash before punctuation, last: it protected the signs above
)
"""Markdown and HTML, and what is left of it where only the words count; in this order."""


def folded(text: str) -> str:
    """Give the words of a stretch of source: markup taken out, white space and case made the same."""
    for pattern, instead in _MARKUP:
        text = pattern.sub(instead, text)
    return " ".join(unescape(text).casefold().split())


def content_of(finding: Finding) -> tuple[str, str | None, str]:
    """Give what is said of what in which words: rule, subject and the claim's folded text."""
    return finding.rule, finding.subject, folded(finding.claim.text)


def with_fingerprints(findings: Iterable[Finding], path: str) -> tuple[Finding, ...]:
    """Give the findings of one document, in their order, each with its fingerprint (64 hexadecimal digits).

    path: of the document as seen from the configuration's folder, so that it is the same from every working directory.
    """
    met: Counter[str] = Counter()
    marked = []
    for finding in findings:
        words = json.dumps([path, *content_of(finding)])
        met[words] += 1
        marked.append(replace(finding, fingerprint=sha256(f"{words}{met[words]}".encode()).hexdigest()))
    return tuple(marked)
