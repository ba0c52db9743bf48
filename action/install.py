"""The step "install": claimlint from the checkout of this action, in an environment of its own: the job's packages stay as they are."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from runner import annotate, set_output

CHECKOUT = Path(__file__).resolve().parent.parent
FAILED = 2


def main() -> int:
    """Install it, give the output `program`, and the exit status of the step."""
    extras = os.environ["EXTRAS"].replace(" ", "")
    if not re.fullmatch(r"([a-z]+(,[a-z]+)*)?", extras):
        annotate("error", f'extras: "{extras}" is no list of extras, such as office,pdf.')
        return FAILED
    folder = Path(os.environ["RUNNER_TEMP"]) / "claimlint"
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    package = f"claimlint-copy{f'[{extras}]' if extras else ''} @ {CHECKOUT.as_uri()}"
    # Isolated: a module of the repository that is checked is never taken for one of Python's or pip's.
    create = [sys.executable, "-I", "-m", "venv", str(folder)]
    install = [str(programs / "python"), "-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package]
    for command in (create, install):
        if subprocess.run(command, check=False).returncode != 0:
            annotate("error", "claimlint could not be installed; the log of this step says why.")
            return FAILED
    set_output("program", str(programs / "claimlint"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
