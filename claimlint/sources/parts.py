"""Files that are no copy, but what copy is checked against: whoever changes one of them has all copy to check again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from claimlint.configuration.model import Configuration
from claimlint.configuration.paths import is_file, normalised
from claimlint.configuration.search import CONFIGURATION_FILES, ConfigurationSearch, NothingToCheckAgainst
from claimlint.errors import InputError
from claimlint.sources.walking import walk


def configurations_with(parts: Sequence[Path], search: ConfigurationSearch) -> dict[Path, tuple[Configuration, ...]]:
    """Give for each file that is a part of a configuration the configurations of which it is one; all other files are left out.

    Asked are the configuration nearest to the file and those in and below the working directory, since a manifest may lie beside
    the copy. Raises InputError where the configuration nearest to a file is wrong.
    """
    files = [path for path in parts if is_file(path)]
    known = list(_below(search)) if files else []
    found = {path: tuple(_once(each for each in (*_nearest(path, search), *known) if each.is_made_of(normalised(path)))) for path in files}
    return {path: configurations for path, configurations in found.items() if configurations}


def holds_for(configuration: Configuration, path: Path, search: ConfigurationSearch) -> bool:
    """Tell whether a configuration is the one of a file; where the file's own is wrong, it is not."""
    try:
        return search.for_file(path) is configuration
    except InputError:
        return False


def _nearest(path: Path, search: ConfigurationSearch) -> Iterator[Configuration]:
    try:
        yield search.for_file(path)
    except NothingToCheckAgainst:
        return


def _below(search: ConfigurationSearch) -> Iterator[Configuration]:
    """Give the configurations in and below the working directory; one that is wrong is told of by whoever reads its copy."""
    for path in walk(Path()):
        if isinstance(path, Path) and path.name in CONFIGURATION_FILES:
            try:
                yield search.for_file(path)
            except InputError:
                continue


def _once(configurations: Iterator[Configuration]) -> Iterator[Configuration]:
    seen: set[int] = set()
    for configuration in configurations:
        if id(configuration) not in seen:
            seen.add(id(configuration))
            yield configuration
