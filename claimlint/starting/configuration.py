"""The configuration that fits a folder: its manifest, channels by the names of folders, and what is hardly copy left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pathspec import GitIgnoreSpec

from claimlint.configuration.paths import is_folder, relative_to
from claimlint.data import read_data
from claimlint.readers.formats import ON_REQUEST, SUFFIXES
from claimlint.sources.walking import Unreadable, walk
from claimlint.starting.channels import escaped, guess_channels
from claimlint.starting.survey import Survey


def configuration_text(survey: Survey, manifests: Sequence[Path], exclude: Sequence[str]) -> str:
    """Give the text of a configuration. manifests: absolute paths, one or several."""
    names = [quoted(relative_to(path, survey.folder)) for path in manifests]
    found = ", ".join(f"{count} {suffix}" for suffix, count in survey.formats.items())
    return (
        template("configuration.yaml")
        .replace("{manifest}", names[0] if len(names) == 1 else f"[{', '.join(names)}]")
        .replace("{channels}", _channels(guess_channels(survey.folder, _written(survey))))
        .replace(
            "{include}",
            '# include: ["**/*.md", "**/*.html"]      # everything that can be read otherwise' + (f"; here: {found}" if found else ""),
        )
        .replace("{exclude}", _exclude(exclude))
    )


def left_out(survey: Survey, tables: Sequence[Path]) -> list[str]:
    """Give the patterns of what is here and hardly marketing copy, for `exclude`. tables: that the manifest is made of."""
    data = read_data("starting/files.yaml", as_text=True)
    outside = [path for generator in survey.generators for path in generator.exclude]
    made = [_pattern(path, survey) for path in (*outside, *_ignored_with_documents(survey))]
    usual = [*(f"{name}/**" for name in data["folders"]), *data["files"], *(_pattern(path, survey) for path in tables)]
    needed = [*dict.fromkeys(made), *(pattern for pattern in usual if _matching([pattern], survey))]
    pages = [name for name in data["page"] if _matching([name], survey)]
    # Where there is nothing else, it is what the world reads.
    return needed + pages if set(survey.documents) - _matching([*needed, *pages], survey) else needed


def checked(survey: Survey, exclude: Sequence[str]) -> tuple[Path, ...]:
    """Give the documents that a check would read."""
    out = _matching(exclude, survey)
    return tuple(path for path in survey.documents if path not in out)


def quoted(text: str) -> str:
    """Write a text in double quotes, as YAML reads it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def template(name: str) -> str:
    """Give the text of a file to start from, with places to be filled in."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _written(survey: Survey) -> Iterator[Path]:
    """Give the folders that no program fills."""
    made = [path for generator in survey.generators for path in generator.exclude]
    return (path for path in survey.folders if not any(path.is_relative_to(outer) for outer in made))


def _pattern(path: Path, survey: Survey) -> str:
    return f"/{escaped(relative_to(path, survey.folder))}" + ("/**" if is_folder(path) else "")


def _matching(patterns: Sequence[str], survey: Survey) -> set[Path]:
    spec = GitIgnoreSpec.from_lines(patterns)
    return {path for path in survey.documents if spec.match_file(relative_to(path, survey.folder))}


def _ignored_with_documents(survey: Survey) -> Iterator[Path]:
    """Give what git ignores, where it is or holds what a check would read."""
    read = {suffix for suffix in SUFFIXES if suffix not in ON_REQUEST}
    inside = [path for path in walk(survey.folder) if not isinstance(path, Unreadable) and path.suffix.lower() in read]
    for ignored in survey.ignored:
        if any(path.is_relative_to(ignored) for path in inside):
            yield ignored


def _channels(channels: Mapping[str, Sequence[str]]) -> str:
    lines = [f"  {channel}: [{', '.join(map(quoted, patterns))}]" for channel, patterns in channels.items()]
    return "\n".join(["channels:", *lines] if lines else ["# channels:", '#   sales: ["decks/**"]', '#   internal: ["notes/**"]'])


def _exclude(patterns: Sequence[str]) -> str:
    if not patterns:
        return '# exclude: ["archive/**"]\n'
    return "\n".join(
        ["\n# Hardly marketing copy, or made by a program.", "exclude:", *(f"  - {quoted(pattern)}" for pattern in patterns), "\n"]
    )
