"""How a product may be offered, which marks may be named, and what holds for all products."""

from __future__ import annotations

from datetime import date

import pytest

from claimlint.briefing import Mark, Offer, Superlative
from claimlint.errors import InputError

NOW, ORDER, SOON = "Kite is available now", "Kite is available for pre-order", "coming soon: Kite"


def only(briefing):
    ((product,),) = (channel.products for channel in briefing.channels)
    return product


@pytest.mark.parametrize(
    ("validated", "availability", "channel", "offers"),
    [
        pytest.param("PVT", "", "public", (Offer(NOW), Offer(ORDER)), id="its gate is passed"),
        pytest.param("DVT", "", "public", (Offer(NOW, "PVT"), Offer(ORDER)), id="orders only"),
        pytest.param("EVT", "", "public", (Offer("in development: Kite"), Offer(NOW, "PVT"), Offer(ORDER, "DVT")), id="softer words"),
        pytest.param("none", "", "public", (Offer(NOW, "PVT"), Offer(ORDER, "DVT")), id="nothing"),
        pytest.param("EVT", "", "sales", (Offer(NOW, "PVT"), Offer(ORDER)), id="the channel decides"),
        pytest.param(
            "PVT", "preorder: 2026-11-02, ships: 2027-03-15", "public", (Offer(NOW, None, date(2027, 3, 15)), Offer(ORDER)), id="its day"
        ),
        pytest.param(
            "DVT",
            "preorder: 2026-11-23, ships: 2027-03-15",
            "public",
            (Offer(SOON), Offer(NOW, "PVT", date(2027, 3, 15)), Offer(ORDER, None, date(2026, 11, 23))),
            id="announced before orders open",
        ),
        pytest.param("DVT", "preorder: 2026-11-22", "public", (Offer(NOW, "PVT"), Offer(ORDER)), id="orders open today"),
    ],
)
def test_how_the_product_may_be_offered(brief, validated, availability, channel, offers):
    text = f"products: {{kite: {{name: Kite, validated: {validated}, availability: {{{availability}}}}}}}\n"
    assert only(brief(text, channel)).offers == offers


def test_certificates(brief):
    text = """\
products: {kite: {name: Kite, validated: PVT}}
certifications:
  ce: {name: CE marking, status: granted, id: DoC-1, expires: 2027-01-31}
  fcc: {name: FCC authorization, status: pending, id: none yet}
  ul: {name: UL listing, status: refused}
  qi: {name: Qi certification, status: granted, expires: 2026-01-31}
"""
    product = only(brief(text))
    assert product.marks == (
        Mark("ce", "CE marking", True, "CE marking", "DoC-1", date(2027, 1, 31)),
        Mark("fcc", "FCC authorization", False, "FCC authorization: pending", "none yet"),
    )
    assert [(refused.subject, refused.obstacle, refused.day) for refused in product.refusals] == [
        ("ul", "refused", None),
        ("qi", "expired", date(2026, 1, 31)),
    ]


COVERED = """\
products: {kite: {name: Kite, validated: PVT}}
capabilities: {radio: {name: Zigbee radio, validated: %s}, glow: {name: orange glow, validated: PVT}}
certifications: {mark: {name: %s, status: %s, covers: [radio]}}
"""


@pytest.mark.parametrize(
    ("gate", "name", "status", "capabilities", "opening"),
    [
        pytest.param("PVT", "FCC authorization", "pending", ["Zigbee radio"], "This device has not been authorized", id="of the FCC"),
        pytest.param("PVT", "UL listing", "pending", ["Zigbee radio"], "Not for sale until UL listing", id="of somebody else"),
        pytest.param("EVT", "UL listing", "pending", [], "Not for sale until UL listing", id="a plan offers nothing"),
        pytest.param("PVT", "UL listing", "granted", [], None, id="granted"),
    ],
)
def test_what_needs_a_notice(brief, gate, name, status, capabilities, opening):
    product = only(brief(COVERED % (gate, name, status)))
    assert [each.name for each in product.permissions if each.needs_notice] == capabilities
    assert [notice.words.startswith(opening) for notice in product.notices] == ([True] if opening else [])


TWO = """\
products: {kite: {name: Kite, validated: PVT}, orb: {name: Orb Lamp, aliases: [Orb], validated: PVT}}
capabilities:
  glow: {name: orange glow, product: kite, validated: PVT}
  radio: {name: Zigbee radio, product: orb, validated: PVT}
  shell: {name: steel shell, validated: PVT}
"""


@pytest.mark.parametrize("asked", ["orb", "Orb Lamp", "ORB", " orb lamp "])
def test_a_product_by_its_id_its_name_or_an_alias(brief, asked):
    assert [each.name for each in only(brief(TWO, product=asked)).permissions] == ["Zigbee radio", "steel shell"]


def test_all_products_in_their_order(brief):
    (channel,) = brief(TWO).channels
    assert [(product.id, [each.subject for each in product.permissions]) for product in channel.products] == [
        ("kite", ["glow", "shell"]),
        ("orb", ["radio", "shell"]),
    ]


@pytest.mark.parametrize(
    ("channels", "product", "message"),
    [
        (["pubic"], None, '"pubic" is no channel. Did you mean "public"?'),
        ([], "Orp", '"Orp" is no product of the manifest. Did you mean "Orb"?'),
    ],
)
def test_what_there_is_not(brief, channels, product, message):
    with pytest.raises(InputError, match=r".") as raised:
        brief(TWO, *channels, product=product)
    assert message in str(raised.value)


def test_channels_in_the_order_asked_for_and_public_alone_where_nobody_asks(brief):
    assert [each.channel for each in brief(TWO, "sales", "beta", "sales").channels] == ["sales", "beta"]
    assert [each.channel for each in brief(TWO).channels] == ["public"]
    assert brief(TWO, "beta").other_channels == ("public", "sales", "prospecting")


def test_an_internal_document_may_say_anything(brief):
    (channel,) = brief(TWO, "internal").channels
    assert (channel.checked, channel.products) == (False, ())


def test_superlatives_and_what_is_not_claimed(brief):
    text = """\
products: {kite: {name: Kite, validated: PVT}}
not-claimed: [the fastest lamp]
substantiation:
  old: {wording: [the smallest lamp], evidence: [M-1], until: 2026-06-30}
  light: {wording: [the lightest lamp, the fastest lamp], evidence: [M-2], until: 2027-03-31}
  best: {pattern: 'best of [0-9]+', evidence: [M-3]}
"""
    briefing = brief(text)
    assert briefing.not_claimed == ("the fastest lamp",)
    assert briefing.superlatives == (
        Superlative(("the lightest lamp",), None, date(2027, 3, 31)),
        Superlative((), "best of [0-9]+", None),
        Superlative(("the smallest lamp",), None, date(2026, 6, 30), lapsed=True),
    )
