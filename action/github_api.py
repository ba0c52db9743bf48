"""The comments of a pull request, as GitHub's REST interface gives them; https://docs.github.com/en/rest/issues/comments."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

PAGE = 100
_SECONDS = 30


class Refused(Exception):
    """GitHub did not do what was asked. status: as in HTTP, None where there was no answer."""

    def __init__(self, status: int | None, reason: str) -> None:
        super().__init__(f"{status} {reason}" if status else reason)
        self.status = status


@dataclass(frozen=True)
class PullRequest:
    """A pull request. api: the address of the interface. repository: owner and name."""

    api: str
    token: str
    repository: str
    number: int

    def comments(self) -> Iterator[dict[str, Any]]:
        """Yield all comments, the oldest first. Raises Refused."""
        page = 0
        while True:
            page += 1
            found = self._send("GET", f"repos/{self.repository}/issues/{self.number}/comments?per_page={PAGE}&page={page}")
            yield from found
            if len(found) < PAGE:
                return

    def create(self, body: str) -> None:
        """Write a new comment. Raises Refused."""
        self._send("POST", f"repos/{self.repository}/issues/{self.number}/comments", {"body": body})

    def update(self, comment: int, body: str) -> None:
        """Put new words in place of a comment's. Raises Refused."""
        self._send("PATCH", f"repos/{self.repository}/issues/comments/{comment}", {"body": body})

    def author(self) -> str | None:
        """Give the name under which comments are written; None for the token of an app, which may not ask that. Raises Refused."""
        try:
            name: str = self._send("GET", "user")["login"]
        except Refused as error:
            if error.status in (401, 403, 404):
                return None
            raise
        return name

    def _send(self, method: str, path: str, content: object = None) -> Any:
        headers = {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {self.token}",
            "Content-Type": "application/json",
            "User-Agent": "claimlint",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        data = None if content is None else json.dumps(content).encode("utf-8")
        request = urllib.request.Request(f"{self.api}/{path}", data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=_SECONDS) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise Refused(error.code, error.reason) from error
        except (OSError, ValueError) as error:
            raise Refused(None, str(error)) from error
