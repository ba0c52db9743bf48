"""What a pull request changes is told from the revision that it is to be merged into."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BASE = "base"
_SECONDS = 300


class NotThere(Exception):
    """What is checked out holds nothing of the pull request; the message says why, and what helps."""


@dataclass(frozen=True)
class Since:
    """From where on changes count. revision: None where everything counts. note: why, where that is not what was asked for."""

    revision: str | None
    note: str = ""


def read_event() -> Mapping[str, Any]:
    """Give what set the workflow off, as GitHub tells it; https://docs.github.com/en/webhooks/webhook-events-and-payloads."""
    path = os.environ.get("GITHUB_EVENT_PATH")
    event: Mapping[str, Any] = json.loads(Path(path).read_text(encoding="utf-8")) if path else {}
    return event


def since(asked: str, event: Mapping[str, Any]) -> Since:
    """Give the revision for what was asked: "base", another revision, or nothing, which stands for everything.

    Raises NotThere where a pull request set the workflow off, and its target is checked out: nothing of it could be found wrong.
    """
    if _is_target_alone():
        raise NotThere(
            "What is checked out is the target of this pull request, as always with pull_request_target: "
            "nothing of the pull request has been checked. Let the workflow run on pull_request."
        )
    if asked != BASE:
        return Since(asked or None)
    if "merge_group" in event:
        base = event["merge_group"]["base_sha"]
    elif "pull_request" in event:
        if parent := _first_parent_of_merge():
            return Since(parent)
        base = event["pull_request"]["base"]["sha"]
    else:
        return Since(None)
    if _shares_commits(base) or (_fetch(base) and _shares_commits(base)):
        return Since(base)
    missing = f"The base of this pull request, {base}, is not part of the checkout and cannot be fetched"
    return Since(None, f"{missing}: all copy is checked, not only what has changed. Set fetch-depth: 0 for actions/checkout.")


def _is_target_alone() -> bool:
    """Tell whether the commit is checked out that pull_request_target names, which is of the target branch.

    https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request_target
    """
    return os.environ.get("GITHUB_EVENT_NAME") == "pull_request_target" and _revision("HEAD") == os.environ.get("GITHUB_SHA")


def _first_parent_of_merge() -> str | None:
    """Give the tip of the target branch that GitHub has merged the pull request into; None where something else is checked out.

    It is closer than the base which the event names, since the target branch may have moved on since then.
    """
    merge = os.environ.get("GITHUB_SHA", "")
    if not merge or _revision("HEAD") != merge:
        return None
    if _revision("HEAD^1") is None and _is_shallow():
        _git("fetch", "--quiet", "--no-tags", "--depth=2", "origin", merge)
    return _revision("HEAD^1") if _revision("HEAD^2") else None


def _fetch(revision: str) -> bool:
    """Fetch a commit that is not there, and what a shallow checkout lacks: where the branch began is told from all that came before."""
    whole = ("--unshallow",) if _is_shallow() else ()
    return _git("fetch", "--quiet", "--no-tags", *whole, "origin", revision).returncode == 0


def _is_shallow() -> bool:
    return _git("rev-parse", "--is-shallow-repository").stdout.strip() == "true"


def _shares_commits(revision: str) -> bool:
    return _git("merge-base", revision, "HEAD").returncode == 0


def _revision(name: str) -> str | None:
    found = _git("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    return found.stdout.strip() if found.returncode == 0 else None


def _git(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0"}
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=False, env=environment, timeout=_SECONDS)
