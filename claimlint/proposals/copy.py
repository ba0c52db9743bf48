"""The copy that proposals are made for, parsed once, and the claims that it makes under a manifest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claimlint.bench import lexicon_of
from claimlint.claim import Claim
from claimlint.document import Block, LineIndex
from claimlint.extraction import ParsedDocument, spoken_blocks
from claimlint.linking.clauses import SpokenBlock, clauses_of, sentences_of
from claimlint.linking.lexicon import Lexicon
from claimlint.linking.link import link
from claimlint.linking.meaning import cosines
from claimlint.linking.words import stems_of
from claimlint.manifest.amending import amended
from claimlint.manifest.model import Manifest
from claimlint.proposal import Amendment


@dataclass(frozen=True)
class Stretch:
    """A block of a document. stems: of its words and of what stands above and beside it; clauses: those that may promise something."""

    path: str
    source: str
    lines: LineIndex
    spoken: SpokenBlock
    stems: frozenset[str]
    clauses: tuple[str, ...]


@dataclass(frozen=True)
class Copy:
    """All stretches, and under one manifest the claims of each by its number."""

    stretches: tuple[Stretch, ...]
    manifest: Manifest
    lexicon: Lexicon
    claims: Mapping[int, tuple[Claim, ...]]

    def with_amendment(self, amendment: Amendment) -> Copy:
        """Give the same copy under the manifest with one amendment; only stretches that the change can reach are linked again."""
        manifest = amended(self.manifest, amendment)
        lexicon = lexicon_of(manifest, self.lexicon, (amendment.entry,))
        before, after = self.lexicon.subjects[amendment.entry], lexicon.subjects[amendment.entry]
        if (before.concept, before.fit) != (after.concept, after.fit):
            reached: Iterable[int] = range(len(self.stretches))
        else:
            words = frozenset(stems_of(amendment.text))
            names = [term.text for term in before.terms], [term.text for term in after.terms]
            reached = (
                number
                for number, stretch in enumerate(self.stretches)
                if not words.isdisjoint(stretch.stems) or (lexicon.reads_meaning and _nearer(stretch, *names))
            )
        claims = {**self.claims, **{number: _claims(self.stretches[number], lexicon) for number in reached}}
        return replace(self, manifest=manifest, lexicon=lexicon, claims=claims)


def copy_of(documents: Iterable[ParsedDocument], manifest: Manifest) -> Copy:
    """Link parsed documents under a manifest."""
    lexicon = lexicon_of(manifest)
    stretches = tuple(
        Stretch(parsed.document.path, parsed.document.source.text, lines, spoken, _stems(spoken.block), _clauses(spoken, lexicon))
        for parsed in documents
        for lines in [LineIndex(parsed.document.source.text)]
        for spoken in spoken_blocks(parsed, lexicon)
    )
    return Copy(stretches, manifest, lexicon, {number: _claims(stretch, lexicon) for number, stretch in enumerate(stretches)})


def _claims(stretch: Stretch, lexicon: Lexicon) -> tuple[Claim, ...]:
    linked = link(clauses_of([stretch.spoken], lexicon), lexicon, stretch.path)
    return tuple(replace(claim, text=stretch.source[claim.start : claim.end]) for claim in linked)


def _clauses(spoken: SpokenBlock, lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(view.text for views in sentences_of(spoken, lexicon) for view in views if view.clause.promise)


def _nearer(stretch: Stretch, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a clause lies nearer to the names after a change than to those before it."""
    pairs = zip(cosines(stretch.clauses, before), cosines(stretch.clauses, after), strict=True)
    return any(max(new) > max(old) for old, new in pairs)


def _stems(block: Block) -> frozenset[str]:
    around = (block.text, block.introduction, block.row_header, block.column_header, *(heading.text for heading in block.headings))
    return frozenset(stem for text in around for stem in stems_of(text))
