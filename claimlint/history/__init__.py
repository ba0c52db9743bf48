"""History: one line a run in a file, and the runs of it by day."""

from claimlint.history.file import append, read_history, read_sound
from claimlint.history.recording import record
from claimlint.history.series import by_day

__all__ = ["append", "by_day", "read_history", "read_sound", "record"]
