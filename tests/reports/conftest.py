"""A run over a few invented documents, put together by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimlint.claim import Claim, Value
from claimlint.document import Block, BlockKind, Document, Slice, Source, SourceMap
from claimlint.finding import CheckedDocument, Finding, PolicyCell, Report, RuleDescription

RULES = (
    RuleDescription(
        "unvalidated-capability",
        "CL101",
        "unvalidated",
        "error",
        "The copy promises more firmly than the last gate allows.",
        "What has not passed its gate may still change.",
        "21 U.S.C. 321(h); 21 CFR 801.4 and others",
    ),
    RuleDescription(
        "unknown", "CL110", "unknown", "warning", "The manifest does not have what the copy promises.", "Nobody stands behind it."
    ),
)
LAUNCH = "# Aurora X1\r\n\r\nThe X1 lasts **up to 14 days** on one charge.\r\nIt hums, whistles and\r\nsings. 😀 It sings.\r\n"


def claim_of(path: str, text: str, words: str, subject: str | None = "battery-life", where: str | None = None) -> Claim:
    start = text.index(words)
    block = Block(BlockKind.PARAGRAPH, words, SourceMap((Slice(0, len(words), start, start + len(words)),)), where=where)
    return Claim(path, start, start + len(words), words, subject, "x1", "feature", "assertion", "affirmed", "own", "name", 0.93333, block)


def finding_of(claim: Claim, **of: object) -> Finding:
    fields: dict[str, object] = {
        "code": "CL101",
        "rule": "unvalidated-capability",
        "category": "unvalidated",
        "severity": "error",
        "subject": claim.subject,
        "path": claim.path,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "message": "Battery life has not passed PVT yet.",
        "suggestion": "designed for up to 10 hours",
        "claim": claim,
        "fingerprint": "0" * 64,
    }
    return Finding(**{**fields, **of})  # type: ignore[arg-type]


def document_of(path: str, text: str, claims: tuple[Claim, ...] = (), findings: tuple[Finding, ...] = (), **of: object) -> CheckedDocument:
    blocks = tuple(claim.block for claim in claims)
    fields: dict[str, object] = {"channel": "public", "document": Document(Source(path, text), blocks), "reason": None, **of}
    return CheckedDocument(path=path, claims=claims, findings=findings, **fields)  # type: ignore[arg-type]


def report_of(*documents: CheckedDocument) -> Report:
    return Report("0.1.0", "2026-11-22", (("capabilities.yaml", "ab" * 32),), documents, rules=RULES)


@pytest.fixture
def make_report() -> Callable[..., Report]:
    return report_of


@pytest.fixture
def make_document() -> Callable[..., CheckedDocument]:
    return document_of


@pytest.fixture
def make_claim() -> Callable[..., Claim]:
    return claim_of


@pytest.fixture
def make_finding() -> Callable[..., Finding]:
    return finding_of


@pytest.fixture
def report() -> Report:
    """One error with all there can be, one suppressed warning, a document in words, and one that was not checked."""
    path = "docs/launch.md"
    claim = claim_of(path, LAUNCH, "lasts **up to 14 days** on one charge")
    start = LAUNCH.index("up to")
    value = Value("up to 14 days", start, start + 13, "max", "runtime", 336.0, None, "h")
    lasting = Claim(**{name: getattr(claim, name) for name in claim.__slots__} | {"kind": "value", "values": (value,)})
    humming = claim_of(path, LAUNCH, "hums, whistles and\r\nsings", None)
    cell = PolicyCell("public", "assertion", "PVT", "DVT")
    findings = (
        finding_of(lasting, policy=cell, evidence=("TR-101", "TR-118")),
        finding_of(humming, code="CL110", category="unknown", severity="warning", state="suppressed", suggestion="", rule="unknown"),
    )
    deck = "Waterproof to IP68\n"
    rated = claim_of("decks/q3.pptx", deck, "IP68", "ingress", "slide 3, title")
    return report_of(
        document_of(
            "decks/q3.pptx",
            deck,
            (rated,),
            (finding_of(rated, severity="info", suggestion="", fingerprint="1" * 64),),
            channel="sales",
            document=Document(Source("decks/q3.pptx", deck), (rated.block,), extracted=True),
        ),
        document_of(path, LAUNCH, (lasting, humming), findings),
        CheckedDocument("docs/picture.png", "public", None, "claimlint does not read .png"),
    )
