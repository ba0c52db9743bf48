"""Copy in a git repository that changes, and what a check says of the change."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
Files = Mapping[str, "str | bytes | None"]
Asked = Callable[[Run], tuple[list[str], int]]
"""Asks for the findings of what has changed since the last commit, in one way or another."""

MANIFEST = """\
version: 1
products:
  lamp: {name: Glimmer Lamp, validated: PVT}
  kite: {name: Pale Kite, validated: PVT}
capabilities:
  runtime:
    name: battery life
    aliases: [battery]
    validated: PVT
    limits: {runtime: {max: 10 h, condition: "at 20 °C", disclose: true}}
  solar: {name: solar charging, validated: none}
  seal: {name: rain cover, validated: DVT}
  badge: {name: repair promise, validated: PVT, expires: 2036-06-30}
  radio: {name: radio, validated: PVT, product: kite}
certifications:
  fcc: {name: FCC equipment authorization, status: pending, covers: [radio]}
"""
CONFIGURATION = "manifest: capabilities.yaml\nchannels:\n  beta: [beta/**]\n"
SOLAR = "The lamp has solar charging.\n"
SEAL = "The lamp comes with a rain cover.\n"
HOURS = "Battery life is up to 10 hours.\n"
BADGE = "The lamp comes with a repair promise.\n"
NINE = "Battery life is 9 hours at 20 °C.\n"
PLAIN = "It is a lamp for the evening.\n"
EXCUSED = "<!-- claimlint-disable-next-line CL101: approved for the trade fair -->\n"
TABLE = "| Lamp | {column} |\n| --- | --- |\n| Solar charging | {mark} |\n| Shape | {shape} |\n"


def git(*arguments: str, folder: Path | None = None) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def put(files: Files, folder: Path | None = None) -> None:
    """Write files below a folder; None takes one out."""
    for name, text in files.items():
        path = (folder or Path()) / name
        if text is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def commit(files: Files, folder: Path | None = None) -> None:
    put(files, folder)
    git("add", "--all", folder=folder)
    git("commit", "--quiet", "--allow-empty", "--message", "Copy", folder=folder)


def found(run: Run, *arguments: str) -> tuple[list[str], int]:
    """The findings that a check reports, as path:line code, and how many older ones stand."""
    status, out, error = run("check", "--format", "json", *arguments)
    assert status < 2, error
    report = json.loads(out)
    return [f"{each['path']}:{each['start']['line']} {each['code']}" for each in report["findings"]], report["summary"]["older"]


def by_revision(run: Run) -> tuple[list[str], int]:
    return found(run, "--changed-since", "main~0")


def by_diff(run: Run) -> tuple[list[str], int]:
    git("add", "--all")
    Path("change.patch").write_bytes(subprocess.run(["git", "diff", "--cached", "HEAD"], capture_output=True, check=True).stdout)
    return found(run, "--diff", "change.patch")


BOTH = pytest.mark.parametrize("asked", [by_revision, by_diff], ids=["revision", "diff"])
