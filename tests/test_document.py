"""Where the characters of a block stand in the file: source maps, parts of long blocks, lines and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.document import Block, BlockKind, Document, LineIndex, Position, Slice, Source, SourceMap, parts_of

# "Café &amp; bar" read as "Café & bar": the entity is one character of text and five of source.
ENTITY = SourceMap((Slice(0, 5, 0, 5), Slice(5, 6, 5, 10), Slice(6, 10, 10, 14)))


@pytest.mark.parametrize(
    ("slices", "message"),
    [
        pytest.param((Slice(1, 3, 0, 2),), "do not join at character 0", id="starts after the text does"),
        pytest.param((Slice(0, 2, 0, 2), Slice(3, 5, 3, 5)), "do not join at character 2", id="gap in the text"),
        pytest.param((Slice(0, 3, 0, 3), Slice(2, 5, 3, 6)), "do not join at character 3", id="overlap in the text"),
        pytest.param((Slice(0, 2, 0, 2), Slice(2, 2, 2, 4)), "do not join at character 2", id="slice without text"),
        pytest.param((Slice(0, 2, 8, 10), Slice(2, 4, 4, 6)), "do not go forward at offset 10", id="backward in the source"),
        pytest.param((Slice(0, 2, 0, 4), Slice(2, 4, 3, 5)), "do not go forward at offset 4", id="overlap in the source"),
        pytest.param((Slice(0, 2, 5, 3),), "do not go forward at offset 0", id="source range turned round"),
    ],
)
def test_source_map_refuses_slices_that_do_not_join(slices, message):
    with pytest.raises(ValueError, match=message):
        SourceMap(slices)


def test_source_map_may_leave_source_out_between_slices():
    emphasis = SourceMap((Slice(0, 4, 2, 6), Slice(4, 9, 8, 13)))  # **bold** text
    assert (len(emphasis), emphasis.source_range(0, 9)) == (9, (2, 13))


def test_source_map_may_hold_a_word_that_the_reader_added():
    added = SourceMap((Slice(0, 3, 0, 3), Slice(3, 4, 3, 3), Slice(4, 6, 3, 5)))
    assert added.source_range(3, 4) == (3, 3)


@pytest.mark.parametrize(
    ("start", "stop", "expected"),
    [
        pytest.param(0, 4, (0, 4), id="verbatim, before the entity"),
        pytest.param(2, 3, (2, 3), id="one character"),
        pytest.param(5, 6, (5, 10), id="the entity alone"),
        pytest.param(4, 6, (4, 10), id="into the entity"),
        pytest.param(5, 7, (5, 11), id="out of the entity"),
        pytest.param(7, 10, (11, 14), id="verbatim, behind the entity"),
        pytest.param(0, 10, (0, 14), id="all"),
    ],
)
def test_source_range(start, stop, expected):
    assert ENTITY.source_range(start, stop) == expected


@pytest.mark.parametrize(("start", "stop"), [(-1, 2), (3, 3), (4, 2), (0, 11), (10, 11)])
@pytest.mark.parametrize("method", ["source_range", "part"])
def test_range_outside_the_text_is_refused(method, start, stop):
    with pytest.raises(ValueError, match="is not a range of a text of 10 characters"):
        getattr(ENTITY, method)(start, stop)


@pytest.mark.parametrize(
    ("start", "stop", "slices"),
    [
        pytest.param(1, 4, (Slice(0, 3, 1, 4),), id="within a verbatim slice"),
        pytest.param(5, 6, (Slice(0, 1, 5, 10),), id="an entity is not cut"),
        pytest.param(4, 8, (Slice(0, 1, 4, 5), Slice(1, 2, 5, 10), Slice(2, 4, 10, 12)), id="across the entity"),
    ],
)
def test_part_is_the_map_of_a_text_of_its_own(start, stop, slices):
    assert ENTITY.part(start, stop) == SourceMap(slices)


@given(st.integers(1, 8), st.integers(0, 8), st.data())
def test_a_slice_that_stands_for_its_source_as_a_whole_does_so_in_every_part(length, width, data):
    whole = SourceMap((Slice.standing_for(0, length, 3, 3 + width),))
    start = data.draw(st.integers(0, length - 1))
    stop = data.draw(st.integers(start + 1, length))
    part = whole.part(start, stop)
    assert {part.source_range(at, at + 1) for at in range(stop - start)} == {(3, 3 + width)}


def test_equal_maps_are_one_in_a_set():
    assert len({ENTITY, SourceMap(ENTITY.slices)}) == 1


@st.composite
def source_maps(draw):
    """Maps of one to six slices: verbatim ones, text that stands for more or less, with source left out between them."""
    slices, text, source = [], 0, 0
    for _ in range(draw(st.integers(1, 6))):
        length, skipped = draw(st.integers(1, 8)), draw(st.integers(0, 5))
        make, width = draw(st.sampled_from([(Slice, length), (Slice.standing_for, draw(st.integers(0, 8)))]))
        slices.append(make(text, text + length, source + skipped, source + skipped + width))
        text, source = text + length, source + skipped + width
    return SourceMap(tuple(slices))


@st.composite
def maps_and_ranges(draw):
    drawn = draw(source_maps())
    start = draw(st.integers(0, len(drawn) - 1))
    return drawn, start, draw(st.integers(start + 1, len(drawn)))


@given(maps_and_ranges())
def test_a_part_stands_where_the_whole_says(drawn):
    whole, start, stop = drawn
    part = whole.part(start, stop)
    assert [part.source_range(at, at + 1) for at in range(stop - start)] == [whole.source_range(at, at + 1) for at in range(start, stop)]


@given(maps_and_ranges())
def test_a_source_range_spans_the_ranges_of_its_characters(drawn):
    whole, start, stop = drawn
    ranges = [whole.source_range(at, at + 1) for at in range(start, stop)]
    assert whole.source_range(start, stop) == (min(first for first, _ in ranges), max(last for _, last in ranges))


def block(text, kind=BlockKind.PARAGRAPH, offset=0):
    return Block(kind, text, SourceMap((Slice(0, len(text), offset, offset + len(text)),) if text else ()))


def test_block_refuses_a_map_of_another_length():
    with pytest.raises(ValueError, match="the map covers 10 characters, the text has 3"):
        Block(BlockKind.PARAGRAPH, "bar", ENTITY)


@pytest.mark.parametrize(
    ("text", "longest", "parts"),
    [
        pytest.param("Short.", 6, ["Short."], id="short enough"),
        pytest.param("", 6, [""], id="empty"),
        pytest.param("It floats. It glows.", 16, ["It floats. ", "It glows."], id="after a sentence"),
        pytest.param("It floats! It glows.", 16, ["It floats! ", "It glows."], id="after an exclamation"),
        pytest.param("one two three four", 10, ["one two ", "three four"], id="after a word"),
        pytest.param("abcdefghij", 4, ["abcd", "efgh", "ij"], id="nowhere to cut"),
        pytest.param("A b. cdefghijklmnop", 10, ["A b. ", "cdefghijkl", "mnop"], id="a sentence that fits stays whole"),
    ],
)
def test_long_blocks_are_cut_where_they_read_best(text, longest, parts):
    assert [part.text for part in parts_of(block(text), longest)] == parts


@given(st.text(alphabet="ab .!?\n", max_size=200), st.integers(2, 30))
def test_parts_join_to_the_whole_and_keep_their_places(text, longest):
    parts = parts_of(block(text, offset=7), longest)
    assert "".join(part.text for part in parts) == text
    assert all(len(part.text) <= longest for part in parts)
    starts = [part.source_map.source_range(0, 1)[0] for part in parts if part.text]
    assert starts == [7 + sum(len(part.text) for part in parts[:at]) for at in range(len(starts))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("one two three. four.", ["one two ", "three. four."], id="after words"),
        pytest.param("abcdefghijkl. m.", ["abcdefgh", "ijkl. m."], id="nowhere to cut"),
        pytest.param("a. b. c. d. e. f.", ["a. b. c. d. ", "e. f."], id="many short ones"),
    ],
)
def test_what_goes_on_without_an_end_is_no_sentence(text, parts):
    assert [part.text for part in parts_of(block(text), 12, 8)] == parts


def test_a_part_keeps_what_stands_around_its_block():
    long = Block(BlockKind.LIST_ITEM, "one two", SourceMap((Slice(0, 7, 0, 7),)), introduction="Planned:")
    assert {(part.kind, part.introduction) for part in parts_of(long, 4)} == {(BlockKind.LIST_ITEM, "Planned:")}


def test_words_of_code_are_no_words_of_copy():
    document = Document(Source("a.md", ""), (block("three words here"), block("print the words", BlockKind.CODE)))
    assert document.words == 3


@pytest.mark.parametrize(
    ("text", "offset", "line", "column"),
    [
        pytest.param("", 0, 1, 1, id="empty text"),
        pytest.param("abc", 2, 1, 3, id="one line"),
        pytest.param("a\nbc", 1, 1, 2, id="the LF itself ends its line"),
        pytest.param("a\nbc", 2, 2, 1, id="behind LF"),
        pytest.param("a\r\nbc", 2, 1, 3, id="between CR and LF"),
        pytest.param("a\r\nbc", 3, 2, 1, id="behind CRLF"),
        pytest.param("a\rbc", 2, 2, 1, id="behind a lone CR"),
        pytest.param("a\r\r\nb", 2, 2, 1, id="CR, then CRLF"),
        pytest.param("a\n\rb", 3, 3, 1, id="LF, then CR"),
        pytest.param("a\u2028b", 2, 1, 3, id="no other character ends a line"),
        pytest.param("😀b", 1, 1, 2, id="one column for each code point"),
        pytest.param("a\n", 2, 2, 1, id="behind the last line end"),
    ],
)
def test_position(text, offset, line, column):
    assert LineIndex(text).position(offset) == Position(line, column, offset)


def naive_position(text, offset):
    """Line and column by definition: count the line ends that lie wholly before the offset."""
    line, column, at = 1, 1, 0
    while at < offset:
        width = 2 if text.startswith("\r\n", at) else 1
        ends = text[at] in "\r\n"
        if ends and at + width <= offset:
            line, column = line + 1, 1
        else:
            column += 1
            width = 1
        at += width
    return line, column


LINES = st.text(alphabet="ab\r\n\u0085\u2028😀", max_size=40)


@given(LINES)
def test_every_position_is_as_counted_by_hand(text):
    index = LineIndex(text)
    positions = [(place.line, place.column) for place in map(index.position, range(len(text) + 1))]
    assert positions == [naive_position(text, offset) for offset in range(len(text) + 1)]


@given(LINES)
def test_line_start_is_column_one(text):
    index = LineIndex(text)
    last = index.position(len(text)).line
    assert [index.position(index.line_start(line)) for line in range(1, last + 1)] == [
        Position(line, 1, index.line_start(line)) for line in range(1, last + 1)
    ]
