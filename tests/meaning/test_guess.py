"""The guess at what the language model says: near for what the model calls near, far for what shares nothing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from claimlint.errors import InputError
from claimlint.meaning.guess import guess
from claimlint.meaning.model import checked_file


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("lasts a day on one charge", "battery life", "sleep tracking"),
        ("a microphone that hears you across the room", "voice control", "water resistance"),
        ("it sleeps when you do", "sleep tracking", "charging cable"),
    ],
)
def test_it_tells_near_from_far(text: str, near: str, far: str) -> None:
    vectors = guess().vectors([text, near, far])
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


def test_vectors_have_the_length_one() -> None:
    assert np.allclose(np.linalg.norm(guess().vectors(["a lamp", "", "word " * 200]), axis=1), 1.0, atol=1e-5)


def test_a_text_is_guessed_alike_whatever_stands_beside_it() -> None:
    alone = guess().vectors(["fourteen days of light"])[0]
    guess().remembered.clear()
    assert (guess().vectors(["a lamp", "fourteen days of light"])[1] == alone).all()


def test_another_file_than_the_one_that_is_named_is_refused(tmp_path: Path) -> None:
    (tmp_path / "guess.npz").write_bytes(b"something else")
    (tmp_path / "guess.yaml").write_text("sha256: 0", encoding="utf-8")
    with pytest.raises(InputError, match=r"is not the file that guess\.yaml"):
        checked_file(tmp_path / "guess.npz", tmp_path / "guess.yaml")
