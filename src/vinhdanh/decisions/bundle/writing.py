"""A bundle's bytes: the same content gives the same file."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import asdict
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from vinhdanh.decisions.bundle.keys import public_key, sign

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.decisions.bundle.facts import Content, Piece

FORMAT, VERSION = "vinhdanh-bundle", 1
MANIFEST, SIGNATURE, FOLDER = "manifest.json", "signature.json", "files/"
BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The day every entry carries, so that the clock does not change the file."""


def write_bundle(content: Content, pieces: Iterable[Piece], *, private_key: bytes) -> bytes:
    """Return the ZIP of a bundle, signed.

    Args:
        content: what it says.
        pieces: its files; their paths are relative and differ.
        private_key: the sender's key (`keys.new_key`).
    """
    files = sorted(pieces, key=lambda piece: piece.path)
    manifest = manifest_of(content, files)
    signature = {
        "scheme": "ed25519",
        "public_key": base64.b64encode(public_key(private_key)).decode(),
        "signature": base64.b64encode(sign(private_key, manifest)).decode(),
    }
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        _put(archive, MANIFEST, manifest, ZIP_DEFLATED)
        _put(archive, SIGNATURE, _plain(signature), ZIP_DEFLATED)
        for piece in files:
            _put(archive, FOLDER + piece.path, piece.data, ZIP_STORED)
    return out.getvalue()


def manifest_of(content: Content, files: Iterable[Piece]) -> bytes:
    """Return the manifest's bytes, which are what is signed."""
    facts = {"format": FORMAT, "version": VERSION, **asdict(content)}
    facts["files"] = [
        {
            "path": piece.path,
            "title": piece.title,
            "case": piece.case,
            "size": len(piece.data),
            "sha256": hashlib.sha256(piece.data).hexdigest(),
        }
        for piece in files
    ]
    return _plain(facts)


def _plain(facts: dict[str, Any]) -> bytes:
    return json.dumps(
        facts, ensure_ascii=False, sort_keys=True, indent=1, default=lambda each: each.isoformat()
    ).encode()


def _put(archive: ZipFile, name: str, data: bytes, method: int) -> None:
    entry = ZipInfo(name, BEGINNING)
    entry.compress_type = method
    archive.writestr(entry, data)
