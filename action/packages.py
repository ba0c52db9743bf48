"""The step "packages": where pip keeps what it has downloaded, and under which key that is kept between runs."""

from __future__ import annotations

import hashlib
import os
import platform
import subprocess
import sys
from pathlib import Path

from runner import set_output

CHECKOUT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Give the outputs `folder` and `key`."""
    asked = subprocess.run([sys.executable, "-I", "-m", "pip", "cache", "dir"], capture_output=True, text=True, check=True)
    set_output("folder", asked.stdout.strip())
    set_output("key", key(os.environ["EXTRAS"]))


def key(extras: str) -> str:
    """Name what is downloaded: by system, Python and everything that says which packages are wanted."""
    wanted = hashlib.sha256((CHECKOUT / "pyproject.toml").read_bytes() + extras.encode("utf-8")).hexdigest()
    system = f"{platform.system()}-{platform.machine()}"
    return f"claimlint-{system}-{sys.version_info.major}.{sys.version_info.minor}-{wanted[:16]}"


if __name__ == "__main__":
    main()
