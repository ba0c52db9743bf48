"""What is raised where a file cannot be read into a document."""

from __future__ import annotations


class UnreadableDocument(ValueError):
    """The bytes are no document that is read here; the message says why and what to do, in one line for the user."""
