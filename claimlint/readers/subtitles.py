"""Subtitles, SubRip (SRT) and WebVTT: what is said, put together from cues to sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimlint.document import Document, Source
from claimlint.readers import markup
from claimlint.readers.assembly import Assembly
from claimlint.readers.directives import directive_in
from claimlint.readers.passage import Passage

SUFFIXES: tuple[str, ...] = (".srt", ".vtt")

_TIMESTAMP = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMING = re.compile(rf"[ \t]*{_TIMESTAMP}[ \t]*-->[ \t]*{_TIMESTAMP}(?:[ \t].*)?")
_COUNTER = re.compile(r"[ \t]*\d+[ \t]*")
_NOTE = re.compile(r"^NOTE[ \t]*\n?(.+(?:\n.+)*)", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[^ \t>]*)?[ \t]+([^>]*)>")
# Tags of WebVTT and of HTML, times inside cues ("<00:01.000>"), and the override codes of SubStation Alpha ("{\an8}").
_TAG = re.compile(r"</?(?:[a-zA-Z][^<>]{0,200}|[\d:.,]{5,16})?>|\{\\[^{}\n]{1,200}\}")
_OTHER_SPEAKER = re.compile(r"[ \t]*(?:[-–—]|>>+)[ \t]*(?=\S)")
_SENTENCE_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*")
_LONGEST_PAUSE = 3_000
"""Milliseconds: what follows a longer one begins anew, also where captions have no full stops."""
_MOST_CUES = 30


@dataclass(frozen=True)
class _Cue:
    """A cue: when it begins and ends, in milliseconds, and its lines, ranges of the text without empty ones."""

    start: int
    stop: int
    lines: tuple[tuple[int, int], ...]


def read(source: Source) -> Document:
    """Read subtitles. Cues are joined until a sentence ends, another speaker begins or there is a long pause.

    The place of a block is the time at which its first cue is shown, as 00:01:12.
    """
    passage = Passage.with_line_feeds(source.text)
    transcript = _Transcript(passage)
    transcript.direct(_NOTE.finditer(passage.text))
    for cue in _cues(passage.text, source.path.lower().endswith(".vtt")):
        transcript.add(cue)
    return transcript.finish(source)


class _Transcript:
    """Speech as it is put together from cues."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._assembly = Assembly()
        self._before: _Cue | None = None
        self._shown = ""
        self._speaker = ""
        self._joined = 0

    def add(self, cue: _Cue) -> None:
        """Add the lines of a cue; a line that the cue before showed last is still on the screen, and said once."""
        text = self._passage.text
        if self._before is None or cue.start - self._before.stop > _LONGEST_PAUSE or self._joined >= _MOST_CUES:
            self._assembly.close(1)
        if self._assembly.depth == 1:
            self._joined = 0
        self._joined += 1
        for number, (start, stop) in enumerate(cue.lines):
            line = text[start:stop].strip()
            if number == 0 and line == self._shown and len(cue.lines) > 1:
                continue
            self._add_line(start, stop, clock(cue.start))
            self._shown = line
        if cue.lines and _SENTENCE_ENDS.search(_TAG.sub("", self._shown)[-3:]):
            self._assembly.close(1)
        self._before = cue

    def direct(self, notes: Iterable[re.Match[str]]) -> None:
        """Take notes that speak to claimlint."""
        self._assembly.direct(*(directive_in(self._passage, *note.span(1)) for note in notes))

    def finish(self, source: Source) -> Document:
        """Give the document."""
        return Document(source, self._assembly.finish(), {}, self._assembly.directives)

    def _add_line(self, start: int, stop: int, where: str) -> None:
        text = self._passage.text
        other = _OTHER_SPEAKER.match(text, start, stop)
        if other:
            self._assembly.close(1)
            start = other.end()
        at = start
        for tag in _TAG.finditer(text, start, stop):
            self._add_text(at, tag.start(), where)
            at = tag.end()
            voice = _VOICE.match(tag[0])
            if voice and voice[1] != self._speaker:
                self._assembly.close(1)
                self._speaker = voice[1]
        self._add_text(at, stop, where)
        self._assembly.text(self._passage, stop, min(stop + 1, len(text)))

    def _add_text(self, start: int, stop: int, where: str) -> None:
        if self._assembly.depth == 1:
            self._assembly.start("p", fixed=True, where=where)
        for character, first, last in markup.decoded(self._passage.text, start, stop):
            if character is None:
                self._assembly.text(self._passage, first, last)
            else:
                self._assembly.replace(character, self._passage, first, last)


def clock(milliseconds: int) -> str:
    """Give a time as players show it, hours:minutes:seconds."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


def _cues(text: str, web: bool) -> Iterator[_Cue]:
    """The cues of a text. web: an empty line ends a cue; in SubRip, where typed lines hold empty ones, only the next cue does."""
    timing: re.Match[str] | None = None
    lines: list[tuple[int, int]] = []
    for start, stop in _lines(text):
        found = _TIMING.fullmatch(text, start, stop)
        if found:
            if timing:
                yield _cue(timing, lines if web else _without_counter(text, lines))
            timing, lines = found, []
        elif timing and text[start:stop].strip():
            lines.append((start, stop))
        elif timing and web:
            yield _cue(timing, lines)
            timing, lines = None, []
    if timing:
        yield _cue(timing, lines)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _without_counter(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out the number of the next cue, which stands on the line before its times."""
    return lines[:-1] if lines and _COUNTER.fullmatch(text, *lines[-1]) else lines


def _cue(timing: re.Match[str], lines: list[tuple[int, int]]) -> _Cue:
    return _Cue(_milliseconds(timing.groups()[:4]), _milliseconds(timing.groups()[4:]), tuple(lines))


def _milliseconds(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(fraction.ljust(3, "0"))
