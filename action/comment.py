"""The step "comment": one comment in the pull request, which is brought up to date by every run."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

from base import read_event
from check import FILES
from github_api import PullRequest, Refused
from runner import annotate

LIMIT = 65_000
"""Characters of a comment: GitHub takes 65,536, marker and all."""

CUT = "\n\n… The rest is in the summary of the run."


def main() -> None:
    """Write, update or clear the comment; what goes wrong with that is said, and never decides the job."""
    event = read_event()
    pull_request = event.get("pull_request")
    if pull_request is None:
        return
    api = PullRequest(os.environ["GITHUB_API_URL"], os.environ["TOKEN"], os.environ["GITHUB_REPOSITORY"], pull_request["number"])
    try:
        publish(api, f"<!-- claimlint: {quote(os.environ['NAME'], safe=' ')} -->")
    except Refused as error:
        _explain(error, from_fork=_is_from_fork(pull_request))


def publish(pull_request: PullRequest, marker: str) -> None:
    """Bring the comment with a marker up to date; where there is none, one is written if there is something to tell. Raises Refused."""
    earlier = _own_comment(pull_request, marker)
    body = f"{marker}\n{_text()}"
    if earlier is not None:
        pull_request.update(earlier["id"], body)
    elif not _is_clear():
        pull_request.create(body)


def _is_clear() -> bool:
    """Tell whether the check ended well and found nothing."""
    return os.environ["STATUS"] == "0" and all(os.environ[name] == "0" for name in ("ERRORS", "WARNINGS", "INFOS"))


def _own_comment(pull_request: PullRequest, marker: str) -> dict[str, Any] | None:
    """Find the comment of an earlier run; one that somebody else has written with the same marker is none."""
    found = [comment for comment in pull_request.comments() if (comment["body"] or "").startswith(marker)]
    author = pull_request.author() if found else None
    return next((each for each in found if _is_by(author, each["user"] or {})), None)


def _is_by(author: str | None, user: dict[str, Any]) -> bool:
    return user.get("login") == author if author else user.get("type") == "Bot"


def _text() -> str:
    report = Path(os.environ["REPORTS"]) / FILES["markdown"]
    if not os.environ["STATUS"] or not report.is_file():
        return "**claimlint did not finish: this copy has not been checked.** The log of the run says why."
    text = report.read_text(encoding="utf-8")
    return text if len(text) <= LIMIT else text[: LIMIT - len(CUT)].rpartition("\n")[0] + CUT


def _is_from_fork(pull_request: dict[str, Any]) -> bool:
    head = pull_request["head"].get("repo") or {}
    return bool(head.get("full_name") != os.environ["GITHUB_REPOSITORY"])


def _explain(error: Refused, *, from_fork: bool) -> None:
    if error.status == 403 and from_fork:
        annotate("notice", "No comment: a pull request from a fork may not have one written. The report is in the summary of this run.")
    elif error.status in (401, 403, 404):
        annotate("warning", f"No comment: the token may not write one ({error}). Give the job the permission pull-requests: write.")
    else:
        annotate("warning", f"No comment: GitHub did not take it ({error}). The report is in the summary of this run.")


if __name__ == "__main__":
    main()
    sys.exit(0)
