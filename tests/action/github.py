"""GitHub's interface as far as the action asks it, on this machine: comments of pull requests, and who asks."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

BOT = {"login": "github-actions[bot]", "type": "Bot"}


@dataclass
class GitHub:
    """refuse: the status with which it answers what writes; author: who asks, None for the token of an app."""

    repository: str
    comments: list[dict[str, Any]] = field(default_factory=list)
    requests: list[tuple[str, str]] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)
    refuse: int | None = None
    author: str | None = None
    address: str = ""

    @property
    def bodies(self) -> list[str]:
        return [comment["body"] for comment in self.comments]

    @property
    def writing(self) -> list[str]:
        return [method for method, _ in self.requests if method != "GET"]

    def add(self, body: str, **user: str) -> None:
        self.comments.append({"id": 100 + len(self.comments), "body": body, "user": user or BOT})

    def answer(self, method: str, target: str, content: Any) -> tuple[int, Any]:
        address = urlsplit(target)
        self.requests.append((method, address.path))
        if address.path == "/user":
            return (200, {"login": self.author}) if self.author else (403, {"message": "Resource not accessible by integration"})
        if self.refuse and method != "GET":
            return self.refuse, {"message": "no"}
        if method == "GET" and address.path == f"/repos/{self.repository}/issues/7/comments":
            asked = {name: int(values[0]) for name, values in parse_qs(address.query).items()}
            first = (asked["page"] - 1) * asked["per_page"]
            return 200, self.comments[first : first + asked["per_page"]]
        if method == "POST" and address.path == f"/repos/{self.repository}/issues/7/comments":
            self.add(content["body"])
            return 201, self.comments[-1]
        if method == "PATCH" and (named := re.fullmatch(rf"/repos/{self.repository}/issues/comments/(\d+)", address.path)):
            comment = next(each for each in self.comments if each["id"] == int(named[1]))
            comment["body"] = content["body"]
            return 200, comment
        return 404, {"message": "Not Found"}


@contextmanager
def serving(github: GitHub) -> Iterator[GitHub]:
    """Serve it on a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            content = json.loads(self.rfile.read(length)) if length else None
            github.tokens.add(self.headers["Authorization"])
            status, body = github.answer(self.command, self.path, content)
            data = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PATCH = _answer  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: the tests ask the record."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    github.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield github
    finally:
        server.shutdown()
        server.server_close()
