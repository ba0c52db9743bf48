"""Each part of the linker can be switched off: what it found is not found any more, and all else still is."""

from __future__ import annotations

import pytest


@pytest.fixture
def linked(script, labelled_case):
    """Gives the lines and subjects that are linked under a change, whether numbers were read, and the words of all claims."""
    scoring = script("scoring")
    checker = scoring.Checker()
    scorer = scoring.scorer_beside(labelled_case)
    manifest = scorer.yaml.safe_load((labelled_case / "capabilities.yaml").read_text(encoding="utf-8"))

    def links(change):
        claims = checker.with_change(change).run("", labelled_case, manifest)["claims"]
        found = {(claim["start"]["line"], claim["subject"]) for claim in claims if claim["subject"]}
        return found, any(claim["values"] for claim in claims), {claim["text"] for claim in claims}

    return links


def test_everything(script, linked):
    found, numbers, _ = linked(script("scoring").everything)
    assert found >= {(3, "solar"), (3, "runtime"), (5, "solar"), (9, "runtime"), (10, "solar"), (12, "mass")}
    assert numbers


def test_without_structure_the_name_of_a_row_is_no_label(script, linked):
    def texts(change):
        return linked(change)[2]

    assert "Solar charging" in texts(script("ablation").without_structure)
    assert "Solar charging" not in texts(script("scoring").everything)


def test_without_values_no_number_is_read(script, linked):
    assert not linked(script("ablation").without_values)[1]


@pytest.mark.parametrize("part", ["vocabulary", "products", "weights"])
def test_whole_names_are_found_without_this_part(script, linked, part):
    assert {(3, "solar"), (3, "runtime")} <= linked(script("ablation").PARTS[part].off)[0]


def test_documents_are_parsed_once(script, labelled_case, monkeypatch):
    scoring, ablation = script("scoring"), script("ablation")
    parsed = []
    monkeypatch.setattr(scoring, "parse", lambda document, pipeline, parse=scoring.parse: parsed.append(1) or parse(document, pipeline))
    rows = list(ablation.ablation(scoring.Checker(), scoring.scorer_beside(labelled_case), [labelled_case], ["values", "products"]))
    assert (len(parsed), [says for says, _ in rows]) == (
        1,
        ["everything", "without numbers, ratings and versions", "without product context"],
    )


def test_table(script):
    figures = {"as-is/BLOCKING": 0.5, "claims/linked": 0.666}
    assert list(script("ablation").table([("everything", figures)])) == [
        "| | as-is/BLOCKING | none-passed/BLOCKING | all-passed/BLOCKING | claims/linked |",
        "| --- | --- | --- | --- | --- |",
        "| everything | 0.50 | – | – | 0.67 |",
    ]


def test_without_cases_it_says_what_to_give(script, capsys):
    assert script("ablation").main([]) == 0
    assert capsys.readouterr().out.startswith("There are no labelled cases to measure.")
