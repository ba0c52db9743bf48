"""From a file as it is now, and the diff that led to it, to the file as it was before."""

from __future__ import annotations

from collections.abc import Sequence

from claimlint.sources.changes.unified_diff import Hunk


class DoesNotFit(ValueError):
    """The file is not what the diff leads to. line: of the diff, from 1, at which the two part."""

    def __init__(self, line: int) -> None:
        self.line = line
        super().__init__(f"line {line} of the diff does not stand in the file")


def bytes_before(data: bytes, hunks: Sequence[Hunk]) -> bytes:
    """Take the changes back. data: the file as it is now. Raises DoesNotFit where it is not what the changes lead to.

    How lines end decides nothing, since what carries a diff may change that.
    """
    lines = data.split(b"\n")
    lines = [*(line + b"\n" for line in lines[:-1]), *filter(None, lines[-1:])]
    before: list[bytes] = []
    at = 0
    for hunk in hunks:
        if not at <= hunk.start <= len(lines):
            raise DoesNotFit(hunk.line)
        before += lines[at : hunk.start]
        at = hunk.start
        for place, (sign, line) in enumerate(hunk.lines, start=hunk.line + 1):
            if sign == "-":
                before.append(line)
                continue
            if at >= len(lines) or lines[at].rstrip(b"\r\n") != line.rstrip(b"\r\n"):
                raise DoesNotFit(place)
            if sign == " ":
                before.append(lines[at])
            at += 1
    return b"".join([*before, *lines[at:]])
