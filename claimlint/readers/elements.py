"""What HTML elements mean for the reader of a page, as tables (WHATWG HTML, sections 4 and 15.3: rendering)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from claimlint.document import BlockKind

# Elements without content (section 13.1.2).
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())

# Elements whose text is not shown, is navigation, or is no copy.
HIDDEN = frozenset(
    "head script style template noscript svg math nav select option datalist textarea iframe object canvas audio video map"
    " del s strike".split()
)

# Elements that stand on lines of their own.
BLOCK = frozenset(
    "html head body title h1 h2 h3 h4 h5 h6 p div section article aside main header footer nav address hgroup ul ol menu li dl dt dd"
    " table caption thead tbody tfoot tr th td figure figcaption blockquote pre button form fieldset legend label details summary"
    " dialog hr center noscript search textarea select option".split()
)

HEADING_LEVELS: Mapping[str, int] = {f"h{level}": level for level in range(1, 7)}

# The kind of the blocks inside an element; elements that are not named keep the kind of what they stand in.
KINDS: Mapping[str, BlockKind] = {
    **dict.fromkeys(HEADING_LEVELS, BlockKind.HEADING),
    "title": BlockKind.TITLE,
    "li": BlockKind.LIST_ITEM,
    "dt": BlockKind.TABLE_CELL,
    "dd": BlockKind.TABLE_CELL,
    "td": BlockKind.TABLE_CELL,
    "th": BlockKind.TABLE_CELL,
    "caption": BlockKind.CAPTION,
    "figcaption": BlockKind.CAPTION,
    "blockquote": BlockKind.QUOTATION,
    "button": BlockKind.BUTTON,
    "pre": BlockKind.CODE,
}

# A start tag ends elements that are still open (section 13.1.2.4, optional tags): which ones, and where the search stops.
ENDS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "thead": (frozenset({"thead", "tbody", "tfoot", "tr"}), frozenset({"table"})),
    "tbody": (frozenset({"thead", "tbody", "tfoot", "tr"}), frozenset({"table"})),
    "tfoot": (frozenset({"thead", "tbody", "tfoot", "tr"}), frozenset({"table"})),
    "body": (frozenset({"head"}), frozenset()),
}

# What may stand in a head; any other element ends it.
IN_HEAD = frozenset("title meta link script style base noscript template".split())

LISTS = frozenset({"ul", "ol", "menu"})
BOLD = frozenset({"b", "strong"})

# Headings inside of these say nothing of what follows behind them.
ENCLOSING = frozenset({"details", "aside", "dialog", "blockquote"})

# Digits and signs as superscripts: typed copy has "m²" and "¹" where a page has elements for them.
SUPERSCRIPTS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")

DESCRIPTIONS = frozenset({"description", "og:description", "og:title", "twitter:description", "twitter:title"})

_INVISIBLE_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_BUTTON_CLASS = re.compile(r"(?:^|[\s_-])(?:btn|button)(?:$|[\s_-])", re.IGNORECASE)


def is_hidden(name: str, attributes: Mapping[str, str]) -> bool:
    """True where an element and all in it is left out."""
    if name in HIDDEN or not attributes:
        return name in HIDDEN
    return (
        "hidden" in attributes
        or attributes.get("role", "").strip().lower() == "navigation"
        or _INVISIBLE_STYLE.search(attributes.get("style", "")) is not None
    )


def is_button(name: str, attributes: Mapping[str, str]) -> bool:
    """True for what looks like a button and can be pressed."""
    if name != "a":
        return name == "button"
    return bool(attributes) and (attributes.get("role") == "button" or _BUTTON_CLASS.search(attributes.get("class", "")) is not None)


def is_meant_to_be_seen(attributes: Mapping[str, str]) -> bool:
    """False for a picture that is an ornament (its description is empty, section 4.8.4.4.4), or a dot that counts readers."""
    if "alt" in attributes and not attributes["alt"].strip():
        return False
    return not {attributes.get("width", "").strip(), attributes.get("height", "").strip()} & {"0", "1"}
