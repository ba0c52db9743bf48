"""The JSON Schema of capabilities.yaml, for editors: derived from the declaration that the reader follows."""

from __future__ import annotations

from typing import Any

from claimlint.manifest.keys import MANIFEST
from claimlint.manifest.shapes import ListOf, Named, Record, Scalar, Shape


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of one manifest file.

    It knows types, keys and words. That references lead somewhere, ids are unique and gates agree, only loading can tell.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "capabilities.yaml",
        "description": "What engineering stands behind: products, capabilities, limits, certifications.",
        **_schema(MANIFEST),
    }


def _schema(shape: Shape) -> dict[str, Any]:
    if isinstance(shape, Scalar):
        return dict(shape.schema)
    if isinstance(shape, ListOf):
        return _list_schema(shape)
    if isinstance(shape, Named):
        names = {key: value for key, value in shape.names.schema.items() if key == "pattern"}
        return {"type": "object", "propertyNames": names, "additionalProperties": _schema(shape.entry)}
    return _record_schema(shape)


def _list_schema(shape: ListOf) -> dict[str, Any]:
    item = _schema(shape.item)
    several: dict[str, Any] = {"type": "array", "items": item}
    if shape.length is not None:
        several |= {"minItems": shape.length, "maxItems": shape.length}
    return {"anyOf": [item, several]} if shape.one_is_enough else several


def _record_schema(shape: Record) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {name: {"description": key.about, **_schema(key.shape)} for name, key in shape.keys.items()},
        "additionalProperties": False,
    }
    required = [name for name, key in shape.keys.items() if key.required]
    if required:
        schema["required"] = required
    if shape.exactly_one:
        schema["oneOf"] = [{"required": [name]} for name in shape.exactly_one]
    return {"anyOf": [_schema(shape.keys[shape.short].shape), schema]} if shape.short is not None else schema
