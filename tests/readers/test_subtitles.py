"""What is said in subtitles is put together to sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimlint.document import Block

Blocks = Callable[[str, str], list[Block]]


def srt(*cues: str, pause: int = 0) -> str:
    """Cues of one second each, the first at 00:00:01."""
    step = 1 + pause
    return "".join(
        f"{number + 1}\n00:00:{1 + number * step:02},000 --> 00:00:{2 + number * step:02},000\n{cue}\n\n" for number, cue in enumerate(cues)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(srt("It lasts", "ten hours."), ["It lasts ten hours."], id="a sentence over two cues"),
        pytest.param(srt("It lasts.", "It swims."), ["It lasts.", "It swims."], id="two sentences"),
        pytest.param(srt("It lasts", "", "long."), ["It lasts long."], id="an empty cue"),
        pytest.param(srt("one day", "it swims", pause=5), ["one day", "it swims"], id="a long pause"),
        pytest.param(srt("<i>It</i> {\\an8}lasts <font color='red'>long</font>"), ["It lasts long"], id="tags"),
        pytest.param(srt("- Ten hours?\n- Yes"), ["Ten hours?", "Yes"], id="two speakers"),
        pytest.param(srt("Up to", "Up to\nten hours"), ["Up to ten hours"], id="a line that stays is said once"),
        pytest.param(srt("It lasts\n\nlong."), ["It lasts long."], id="an empty line inside a cue"),
        pytest.param(srt("R&amp;D < 3"), ["R&D < 3"], id="signs"),
    ],
)
def test_subrip(blocks: Blocks, text: str, expected: list[str]) -> None:
    assert [block.text for block in blocks("a.srt", text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("00:01.000 --> 00:02.000 line:0 align:start\nIt lasts.", ["It lasts."], id="settings"),
        pytest.param("NOTE not this\nnor this\n\nintro\n00:01.000 --> 00:02.000\nIt lasts.", ["It lasts."], id="notes and names"),
        pytest.param("STYLE\n::cue { color: red }\n\n00:01.000 --> 00:02.000\nIt lasts.", ["It lasts."], id="styles"),
        pytest.param("00:01.000 --> 00:02.000\n<v Anna>It lasts</v>\n<v Ben>ten hours", ["It lasts", "ten hours"], id="voices"),
        pytest.param("00:01.000 --> 00:02.000\n<v Anna>It\n\n00:02.000 --> 00:03.000\n<v Anna>lasts", ["It lasts"], id="a voice goes on"),
        pytest.param("00:01.000 --> 00:02.000\n<c.big>It <00:01.500>lasts</c>&nbsp;long", ["It lasts long"], id="tags"),
    ],
)
def test_web_vtt(blocks: Blocks, text: str, expected: list[str]) -> None:
    assert [block.text for block in blocks("a.vtt", f"WEBVTT\n\n{text}\n")] == expected


def test_a_block_names_the_time_of_its_first_cue(blocks: Blocks) -> None:
    text = "WEBVTT\n\n01:01:12.900 --> 01:01:13.000\nIt\n\n01:01:13.000 --> 01:01:14.000\nlasts. "
    assert [block.where for block in blocks("a.vtt", text)] == ["01:01:12"]
