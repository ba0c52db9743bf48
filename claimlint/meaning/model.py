"""The small language model that ships with claimlint: texts as vectors, which lie near each other where the texts mean the same.

Made by scripts/make_meaning.py; model.yaml beside this file says from what, under which licence, and which hash the file has.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimlint.errors import InputError, Problem
from claimlint.meaning.remembering import vectors_of
from claimlint.meaning.wordpieces import Wordpieces

if TYPE_CHECKING:
    from claimlint.meaning.network import Array, Layer, Linear, Norm

FOLDER = Path(__file__).parent

MOST_PIECES = 48
"""Pieces of a text that are read, marks for start and end included."""

_REMEMBERED = 20_000
"""So many texts are remembered: names and slogans come again and again."""


@dataclass(frozen=True)
class Model:
    """What is needed to read texts. table: a row of bytes for each piece; scale: what they are multiplied by; places: of the order."""

    pieces: Wordpieces
    table: Array
    scale: Array
    places: Array
    norm: Norm
    layers: tuple[Layer, ...]
    remembered: dict[str, Array] = field(default_factory=dict)

    def vectors(self, texts: Sequence[str]) -> Array:
        """Give texts by dimensions; each vector has the length 1, so that their product is the cosine."""
        return vectors_of(texts, self.remembered, self._read, self.places.shape[1], _REMEMBERED)

    def _read(self, texts: Sequence[str]) -> Iterator[Array]:
        import numpy as np

        from claimlint.meaning.network import through

        for hidden in through(self.layers, [self._embedded(text) for text in texts]):
            mean = hidden.mean(axis=0)
            yield mean / np.linalg.norm(mean)

    def _embedded(self, text: str) -> Array:
        known = self.pieces.numbers
        numbers = [known["[CLS]"], *self.pieces.read(text, MOST_PIECES - 2), known["[SEP]"]]
        return self.norm(self.table[numbers] * self.scale[numbers] + self.places[: len(numbers)])


@cache
def model() -> Model:
    """Load the model, once.

    Raises InputError where its file is missing, or is not the one that model.yaml names.
    """
    import numpy as np

    with np.load(io.BytesIO(checked_file(FOLDER / "model.npz", FOLDER / "model.yaml"))) as arrays:
        return _assembled({name: arrays[name] for name in arrays.files})


def checked_file(path: Path, named: Path) -> bytes:
    """Read a file. named: says which hash it must have. Raises InputError where it is missing or another one."""
    import yaml

    try:
        data = path.read_bytes()
    except OSError as error:
        raise _broken(path, f"cannot be read: {error.strerror}") from error
    if hashlib.sha256(data).hexdigest() != yaml.safe_load(named.read_text(encoding="utf-8"))["sha256"]:
        raise _broken(path, f"is not the file that {named.name} beside it names")
    return data


def _broken(path: Path, message: str) -> InputError:
    return InputError([Problem(path.as_posix(), None, None, f"the language model {message}.", "Install claimlint again.")])


def _assembled(arrays: Mapping[str, Any]) -> Model:
    from claimlint.meaning.network import Layer, Linear, Norm

    def linear(name: str) -> Linear:
        return Linear(arrays[f"{name}.bytes"].astype("float32") * arrays[f"{name}.scale"], arrays[f"{name}.bias"])

    def norm(name: str) -> Norm:
        return Norm(arrays[f"{name}.gain"], arrays[f"{name}.bias"])

    def layer(name: str) -> Layer:
        return Layer(
            attention=linear(f"{name}.attention"),
            attended=linear(f"{name}.attended"),
            attention_norm=norm(f"{name}.attention-norm"),
            inner=linear(f"{name}.inner"),
            outer=linear(f"{name}.outer"),
            outer_norm=norm(f"{name}.outer-norm"),
            heads=int(arrays["heads"]),
        )

    pieces = bytes(arrays["pieces"]).decode("utf-8").split("\n")
    return Model(
        Wordpieces({piece: number for number, piece in enumerate(pieces)}),
        arrays["table.bytes"],
        arrays["table.scale"],
        arrays["places"],
        norm("norm"),
        tuple(layer(f"layer.{number}") for number in range(int(arrays["layers"]))),
    )
