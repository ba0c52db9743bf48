"""Citations lead to the texts that they name."""

from __future__ import annotations

import pytest

from claimlint.reporting import rules_of
from claimlint.reports.citations import first_link, links_in
from claimlint.reports.sarif_rules import RuleIndex
from claimlint.rules.describing import rules_described
from claimlint.rules.packs import load_rules, pack_names


@pytest.mark.parametrize(
    ("citation", "link"),
    [
        ("47 CFR 2.803(c)(2)(i), as amended by FCC 21-72, 86 FR 52088", "https://www.ecfr.gov/current/title-47/section-2.803"),
        ("15 U.S.C. 45 (FTC Act, section 5)", "https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title15-section45"),
        ("Directive 2005/29/EC, Article 6(2)(d)", "https://eur-lex.europa.eu/eli/dir/2005/29/oj"),
        ("Directive (EU) 2024/825", "https://eur-lex.europa.eu/eli/dir/2024/825/oj"),
        ("Regulation (EC) No 765/2008, Article 30", "https://eur-lex.europa.eu/eli/reg/2008/765/oj"),
        ("MIL-STD-810H", ""),
        (None, ""),
    ],
)
def test_first_link(citation: str | None, link: str) -> None:
    assert first_link(citation) == link


@pytest.mark.parametrize("citation", ["21 U.S.C. 321(h); 21 CFR 801.4 and others", "none at all", ""])
def test_the_pieces_are_the_citation(citation: str) -> None:
    assert "".join(words for words, _ in links_in(citation)) == citation


def test_every_rule_that_ships_can_be_described_in_full() -> None:
    from pathlib import Path

    from claimlint.errors import COMMAND_LINE

    ruleset = load_rules(pack_names(), Path(), {}, COMMAND_LINE)
    described = RuleIndex(rules_of([rules_described(ruleset)] * 2), ()).descriptors
    assert [rule["id"] for rule in described] == sorted(rule.code for rule in ruleset.rules)
    cut = [rule["id"] for rule in described for key in ("shortDescription", "fullDescription") if rule[key]["text"].endswith("…")]
    assert cut == []
