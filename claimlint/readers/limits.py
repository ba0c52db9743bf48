"""How much of a file is read at most: beyond that it is refused in one line, before it takes memory or time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a file may have. They lie well beyond what people write, and below what takes 1 GiB of memory or 30 s.

    file_bytes: as it stands on the disk. Archives (office files): entries; unpacked_bytes of all entries; ratio of unpacked to packed
    bytes, which counts from ratio_from bytes on; xml_bytes of one part; nesting of archives in archives. Documents: pages (or slides), rows
    and cells of all sheets; characters of extracted text; words of copy in all formats but those that people write by hand, since the
    language pipeline takes half a minute for 50,000; seconds of the processor, so that a busy machine refuses nothing more.
    """

    file_bytes: int = 200_000_000
    entries: int = 20_000
    unpacked_bytes: int = 1_000_000_000
    ratio: int = 200
    ratio_from: int = 10_000_000
    xml_bytes: int = 50_000_000
    nesting: int = 3
    pages: int = 5_000
    rows: int = 200_000
    cells: int = 1_000_000
    characters: int = 5_000_000
    words: int = 50_000
    seconds: float = 25.0


LIMITS = Limits()
