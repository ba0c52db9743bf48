"""The step "finish": the verdict of the check decides the job, after everything else has been said."""

from __future__ import annotations

import os
import sys

from runner import annotate

FAILED = 2


def main() -> int:
    """Give the exit status of the check as that of the step; 2 where the check did not even run."""
    status = os.environ["STATUS"]
    if status == "0":
        return 0
    if status == "1":
        counts = [(os.environ[name], name.lower()) for name in ("ERRORS", "WARNINGS", "INFOS")]
        found = ", ".join(f"{count} {name if count != '1' else name[:-1]}" for count, name in counts if count != "0")
        annotate(
            "error",
            f"Copy promises what has not been validated: {found or 'the baseline does not hold'}. The job summary tells the way out.",
        )
        return 1
    annotate("error", os.environ["MESSAGE"] or "The check did not run; the steps before say why. Nothing has been checked.")
    return FAILED


if __name__ == "__main__":
    sys.exit(main())
