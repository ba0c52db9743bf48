"""What a change does to files, asked of git or read from a diff, and what the documents were before it."""

from claimlint.sources.changes.before import Before, before_change
from claimlint.sources.changes.model import Change, ChangedFile, place_of
from claimlint.sources.changes.patch import changed_by
from claimlint.sources.changes.revision import changed_since

__all__ = ["Before", "Change", "ChangedFile", "before_change", "changed_by", "changed_since", "place_of"]
