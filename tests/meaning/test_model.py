"""The language model: texts that mean about the same lie near each other; a broken file is named."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from claimlint.errors import InputError
from claimlint.meaning import model as model_module
from claimlint.meaning.model import model


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("go a week without plugging in", "battery life", "water resistance"),
        ("take it swimming", "waterproof", "battery life"),
        ("the train falls silent", "noise cancelling", "wireless charging"),
        ("pay with a flick of the wrist", "contactless payment", "sleep tracking"),
        ("writes on, even in the tunnel", "works offline", "dark theme"),
    ],
)
def test_a_paraphrase_is_nearer_to_what_it_means(text: str, near: str, far: str) -> None:
    vectors = model().vectors([text, near, far])
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


def test_vectors_have_the_length_one() -> None:
    assert np.allclose(np.linalg.norm(model().vectors(["a lamp", "", "word " * 200]), axis=1), 1.0, atol=1e-5)


def test_a_text_is_read_alike_whatever_stands_beside_it() -> None:
    model().remembered.clear()
    alone = model().vectors(["fourteen days of light"])[0]
    model().remembered.clear()
    beside = model().vectors(["a lamp", "fourteen days of light", "a much longer text about a lamp in a harbour"])[1]
    assert np.allclose(alone, beside, atol=1e-5)


def test_no_texts_give_no_vectors() -> None:
    assert model().vectors([]).shape[0] == 0


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place of its own for the model's files, which holds its card only."""
    card = model_module.FOLDER / "model.yaml"
    (tmp_path / "model.yaml").write_bytes(card.read_bytes())
    monkeypatch.setattr(model_module, "FOLDER", tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_a_missing_file_is_named() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        model.__wrapped__()


def test_another_file_is_refused(folder: Path) -> None:
    (folder / "model.npz").write_bytes(b"something else")
    with pytest.raises(InputError, match="is not the file that"):
        model.__wrapped__()
