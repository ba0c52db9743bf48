"""The step "check": runs claimlint, shows what it says, and leaves the verdict to the last step, so that reports go out first."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from base import NotThere, Since, read_event, since
from runner import add_summary, annotate, set_output, without_commands

FILES: Mapping[str, str] = {
    "json": "report.json",
    "markdown": "report.md",
    "html": "report.html",
    "sarif": "report.sarif",
    "github": "annotations.txt",
}
"""The formats that are written, by the names of their files."""

COUNTS = {"error": "errors", "warning": "warnings", "info": "infos"}
SWITCHES = ("annotations", "comment", "sarif")
FAILED = 2
_LINES = 20


def main() -> None:
    """Run the check and give the outputs `status`, `message`, `reports` and the counts; the step itself never fails for a finding."""
    folder = Path(os.environ["RUNNER_TEMP"]) / f"claimlint-reports-{quote(_asked('name'), safe=' ')}"
    folder.mkdir(parents=True, exist_ok=True)
    for name in FILES.values():
        (folder / name).unlink(missing_ok=True)
    if wrong := [name for name in SWITCHES if _asked(name) not in ("true", "false")]:
        status, told = FAILED, f"{', '.join(wrong)}: write true or false."
    else:
        try:
            status, told = run(since(_asked("changed-since"), read_event()), folder)
        except NotThere as error:
            status, told = FAILED, str(error)
    report = _report(folder / FILES["json"])
    counts = report.get("summary", {})
    message = "\n".join(_message(told, report)) if status >= FAILED else ""
    outputs = {"status": str(status), "message": message, "reports": str(folder)}
    outputs |= {name: str(counts.get(severity, 0)) for severity, name in COUNTS.items()}
    # What could not be checked would count as mended there.
    outputs["sarif"] = str(folder / FILES["sarif"]) if status < FAILED and (folder / FILES["sarif"]).is_file() else ""
    for name, value in outputs.items():
        set_output(name, value)
    markdown = folder / FILES["markdown"]
    add_summary(markdown.read_text(encoding="utf-8") if markdown.is_file() else f"**claimlint did not finish.**\n\n{_quoted(message)}")


def run(changed: Since, folder: Path) -> tuple[int, str]:
    """Run claimlint, into a folder for its reports; give its exit status and what it said on standard error."""
    if changed.note:
        annotate("warning", changed.note)
    formats = ["json", "markdown", "html", *(["github"] if _asked("annotations") == "true" else [])]
    # Code scanning compares with the branch itself, and takes what is missing for mended: it is given everything.
    everything = _asked("sarif") == "true"
    if everything and changed.revision is None:
        formats.append("sarif")
    limit = ["--changed-since", changed.revision] if changed.revision else []
    status, told = _claimlint(formats, folder, ["--format", "text", *limit])
    if everything and changed.revision is not None:
        _claimlint(["sarif"], folder, ["--fail-on", "never"])
    annotations = folder / FILES["github"]
    if annotations.is_file():
        print(annotations.read_text(encoding="utf-8"), flush=True)
    return status, told


def _claimlint(formats: Sequence[str], folder: Path, options: Sequence[str]) -> tuple[int, str]:
    written = [part for name in formats for part in ("--format", f"{name}:{folder / FILES[name]}")]
    command = [os.environ["PROGRAM"], "check", *_arguments(), *options, *written, "--", *_lines("paths")]
    # Its own packages are meant, whatever the job has set for its programs.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | {"PYTHONUTF8": "1"}
    with without_commands():
        done = subprocess.run(command, stderr=subprocess.PIPE, encoding="utf-8", errors="replace", check=False, env=environment)
        print(done.stderr, flush=True)
    return (done.returncode if done.returncode in (0, 1) else FAILED), done.stderr


def _arguments() -> Iterator[str]:
    for option in ("config", "fail-on"):
        if value := _asked(option):
            yield from (f"--{option}", value)
    for manifest in _lines("manifest"):
        yield from ("--manifest", manifest)


def _asked(name: str) -> str:
    """Give an input of the action; the step hands each on as a variable."""
    return os.environ[f"ASKED_{name.upper().replace('-', '_')}"].strip()


def _lines(name: str) -> list[str]:
    return [line.strip() for line in _asked(name).splitlines() if line.strip()]


def _report(path: Path) -> dict[str, Any]:
    try:
        report: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return report


def _message(told: str, report: Mapping[str, Any]) -> Iterator[str]:
    """Give the lines that say why the check did not end well: what it said itself, then the documents that it could not check."""
    yield from [line for line in told.splitlines() if line.strip() and not line.startswith("note: ")][-_LINES:]
    left_out = [each for each in report.get("documents", ()) if each["status"] != "checked"]
    yield from (f"{each['path']}: not checked: {each['reason']}" for each in left_out[:_LINES])


def _quoted(message: str) -> str:
    return "".join(f"    {line}\n" for line in message.splitlines())


if __name__ == "__main__":
    main()
    sys.exit(0)
