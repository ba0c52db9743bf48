"""What holds for any copy: nothing else changes, nothing gets firmer, and the second time there is nothing to do."""

from __future__ import annotations

import re
from functools import partial

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimlint.claim import STRENGTHS
from claimlint.sources.decoding import decode

few = settings(
    max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)

SENTENCES = (
    "Battery life is {bound}{number} hours.",
    "It has a {number}-hour battery.",
    "The battery is designed to last {number} days.",
    "Charging takes {bound}{number} minutes.",
    "The brightness is {bound}{number}0 lumens.",
    "It is waterproof to IP6{digit}.",
    "With Bluetooth 5.{digit} on board.",
    "The operating temperature goes from -{number} °C to 40 °C.",
    "Flawless sound for your tent.",
    "It does not have a battery life of {number} hours.",
    "It has a Zigbee radio.",
    "We made it for long evenings by the river.",
)
MARKUP = ("{}", "**{}**", "_{}_", "# {}", "- {}", "> {}", "{} [More](https://example.com/14-hours)", "<b>{}</b>")
BOUNDS = ("", "up to ", "over ", "at least ", "about ", "**only** ")
LINE_ENDS = ("\n", "\r\n", "\r")
MARKS = (b"", b"\xef\xbb\xbf")
ENCODED = {"utf-8": partial(str.encode, encoding="utf-8"), "cp1252": partial(str.encode, encoding="cp1252")}

numbers = st.integers(min_value=2, max_value=200)
sentences = st.builds(
    lambda sentence, markup, bound, number, digit: markup.format(sentence.format(bound=bound, number=number, digit=digit)),
    st.sampled_from(SENTENCES),
    st.sampled_from(MARKUP),
    st.sampled_from(BOUNDS),
    numbers,
    st.integers(min_value=0, max_value=9),
)
copy = st.builds(
    lambda paragraphs, line_end, ending: (line_end * 2).join(paragraphs) + line_end * ending,
    st.lists(sentences, min_size=1, max_size=5),
    st.sampled_from(LINE_ENDS),
    st.integers(min_value=0, max_value=2),
)
files = st.builds(
    lambda text, encoding, mark: (mark if encoding == "utf-8" else b"") + ENCODED[encoding](text),
    copy,
    st.sampled_from(sorted(ENCODED)),
    st.sampled_from(MARKS),
)


def firmest(claims):
    """The firmest affirmed promise of each subject, 0 for the firmest there is."""
    found: dict[str | None, int] = {}
    for claim in claims:
        if claim.polarity == "affirmed" and claim.subject is not None:
            found[claim.subject] = min(found.get(claim.subject, len(STRENGTHS)), STRENGTHS.index(claim.strength))
    return found


@few
@given(data=files)
def test_running_it_twice_changes_nothing_more(correct_bytes, data):
    once = correct_bytes(data).data
    again = correct_bytes(once)
    assert (again.data, again.fixed.applied) == (once, ())


@few
@given(data=files)
def test_only_reported_ranges_change(correct_bytes, check_copy, notice, data):
    text, _ = decode(data)
    ranges = sorted({(finding.start, finding.end) for finding in check_copy(text).findings if finding.correction})
    pieces, at = [], 0
    for start, end in ranges:
        if start >= at:
            pieces.append(text[at:start])
            at = end
    pattern = "(?s:.*?)".join(map(re.escape, (*pieces, text[at:]))) + rf"(?:[\r\n]*{re.escape(notice)}[\r\n]+)?"
    assert re.fullmatch(pattern, decode(correct_bytes(data).data)[0])


@few
@given(data=files)
def test_line_ends_and_byte_order_mark_stay(correct_bytes, data):
    before, after = (re.findall(rb"\A\xef\xbb\xbf|\r\n|\r|\n", each) for each in (data, correct_bytes(data).data))
    assert after[: len(before)] == before
    assert set(after) <= set(before) | {b"\n"}


@few
@given(data=files)
def test_what_was_corrected_is_found_no_more(correct_bytes, check_copy, data):
    fixed = correct_bytes(data).fixed
    left = {(finding.code, finding.text) for finding in check_copy(fixed.after).findings}
    assert not left & {(each.finding.code, each.after) for each in fixed.applied}


@few
@given(data=files)
def test_no_claim_gets_firmer(correct_bytes, check_copy, notice, data):
    fixed = correct_bytes(data).fixed
    before, after = (firmest(check_copy(text.replace(notice, "")).claims) for text in (fixed.before, fixed.after))
    assert all(subject in before and firmness >= before[subject] for subject, firmness in after.items())


@few
@given(data=files)
def test_no_error_comes_of_it(correct_bytes, check_copy, data):
    def errors(text):
        return {(finding.code, finding.subject) for finding in check_copy(text).findings if finding.severity == "error"}

    fixed = correct_bytes(data).fixed
    assert errors(fixed.after) <= errors(fixed.before)
