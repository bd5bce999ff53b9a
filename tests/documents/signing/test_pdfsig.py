"""Poppler's pdfsig, a program of other people, on the same files."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from tests.documents.signing.conftest import BODY, NAME
from tests.documents.signing.flipping import flipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.documents.signing.conftest import World

pytestmark = pytest.mark.skipif(shutil.which("pdfsig") is None, reason="pdfsig is not installed")


def said(pdf: bytes, folder: Path) -> str:
    file = folder / "paper.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(
        ["pdfsig", str(file)],
        capture_output=True, encoding="utf-8", check=False, timeout=60,
        env={**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    return done.stdout


def test_it_agrees_on_a_change(world: World, tmp_path: Path) -> None:
    assert "Signature is Valid" not in said(flipped(world.one, 5000, 1), tmp_path)


def test_it_agrees_on_both_signatures(world: World, tmp_path: Path) -> None:
    words = said(world.two, tmp_path)
    assert words.count("Signature Validation: Signature is Valid.") == 2
    assert words.count("ETSI.CAdES.detached") == 2
    assert words.index(f"Common Name: {NAME}") < words.index(f"Common Name: {BODY}")
    assert words.index("Not total document signed") < words.index("Total document signed")
