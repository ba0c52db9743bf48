"""The linking stage as a spaCy component: `claimlint_claims` sets `doc._.claims` from `doc._.sentences`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from claimlint.language.components import block_of, register
from claimlint.linking.clauses import SpokenBlock, clauses_of
from claimlint.linking.lexicon import Lexicon, build_lexicon
from claimlint.linking.link import link
from claimlint.linking.products import ProductContext, named_products


@Language.factory(
    "claimlint_claims", default_config={"manifest": "capabilities.yaml"}, requires=["doc._.sentences"], assigns=["doc._.claims"]
)
def make_claims(nlp: Language, name: str, manifest: str) -> ClaimLinker:
    """Make the component. manifest: path of the capability manifest. Raises InputError where it is missing or wrong."""
    from claimlint.manifest.loading import load_manifest
    from claimlint.vocabulary import load_vocabulary

    register()
    return ClaimLinker(build_lexicon(load_manifest([Path(manifest)]), load_vocabulary()))


class ClaimLinker:
    """Links a document that `claimlint_clauses` has read."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __call__(self, document: Doc) -> Doc:
        """Set `doc._.claims` to a tuple of Claim; offsets are characters of the document."""
        products = named_products(document.text, self._lexicon)
        context = ProductContext(products or self._lexicon.products, bool(products) or len(self._lexicon.products) < 2)
        spoken = SpokenBlock(block_of(document), document._.sentences, context)
        claims = link(clauses_of([spoken], self._lexicon), self._lexicon)
        document._.claims = tuple(replace(claim, text=document.text[claim.start : claim.end]) for claim in claims)
        return document
