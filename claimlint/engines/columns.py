"""The columns of results in Parquet: the keys of the JSON report, each with its type."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow


def schema() -> pyarrow.Schema:
    """Give the columns of a row. What a line of JSON leaves out is null here."""
    import pyarrow as pa

    text, whole, number = pa.string(), pa.int64(), pa.float64()
    place = pa.struct([("line", whole), ("column", whole), ("offset", whole)])
    texts = ("text", "limit", "unit", "rating", "version", "bound")
    value = pa.struct([*((name, text) for name in texts), ("amount", number), ("to", number)])
    policy = pa.struct([(name, text) for name in ("channel", "strength", "needs", "has")])
    standing = [("path", text), ("where", text), ("start", place), ("end", place), ("text", text), ("subject", text)]
    linked = ("id", "product", "matched", "kind", "strength", "polarity", "attribution")
    promise = pa.struct([*standing, *((name, text) for name in linked), ("score", number), ("values", pa.list_(value))])
    verdict = ("code", "rule", "category", "severity", "claim", "message", "suggestion", "state", "excuse", "fingerprint")
    finding = pa.struct([*standing, *((name, text) for name in verdict), ("evidence", pa.list_(text)), ("policy", policy)])
    document = [("path", text), ("channel", text), ("status", text), ("reason", text), ("judged", pa.bool_()), ("notes", pa.list_(text))]
    counts = [("words", whole), ("claims", whole)]
    return pa.schema([*document, *counts, ("promises", pa.list_(promise)), ("findings", pa.list_(finding))])
