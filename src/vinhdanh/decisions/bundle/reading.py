"""Reading a bundle from another office: nothing in it is believed before it is checked."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any
from zipfile import BadZipFile, ZipFile

from vinhdanh.decisions.bundle.errors import BundleError
from vinhdanh.decisions.bundle.facts import Content, Piece
from vinhdanh.decisions.bundle.keys import is_signed
from vinhdanh.decisions.bundle.parsing import Malformed, content_of
from vinhdanh.decisions.bundle.writing import FOLDER, FORMAT, MANIFEST, SIGNATURE, VERSION

MOST_BYTES = 100 * 1024 * 1024
MOST_UNPACKED = 400 * 1024 * 1024
MOST_FILES = 3_000
MOST_MANIFEST = 5 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle that is whole and signed by the key it names; whose key that is, people say."""

    content: Content
    pieces: tuple[Piece, ...]
    public_key: bytes
    sha256: str


def read_bundle(data: bytes) -> Bundle:
    """Return what a bundle holds.

    Raises:
        BundleError: it is no bundle, too large, of a newer format, changed since it was signed,
            or a file is missing, unasked for, or not the one its hash names.
    """
    if len(data) > MOST_BYTES:
        raise BundleError(
            f"Tệp lớn quá {MOST_BYTES // 1024**2} MB nên không đọc: hãy chia danh sách thành nhiều"
            " lần gửi."
        )
    try:
        with ZipFile(BytesIO(data)) as archive:
            _require_bounded(archive)
            manifest = _entry(archive, MANIFEST)
            public = _require_signed(manifest, _entry(archive, SIGNATURE))
            facts = _facts(manifest)
            pieces = _pieces(archive, facts)
            content = content_of(facts)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as problem:
        raise BundleError(
            "Đây không phải tệp hồ sơ do phần mềm tạo, hoặc tệp bị hỏng khi gửi: hãy xin nơi gửi"
            " gửi lại tệp đuôi .zip."
        ) from problem
    except Malformed as problem:
        raise BundleError(
            f"Tệp hồ sơ thiếu hoặc sai mục “{problem}”: hãy xin nơi gửi tạo lại tệp."
        ) from problem
    return Bundle(content, pieces, public, hashlib.sha256(data).hexdigest())


def _require_bounded(archive: ZipFile) -> None:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise BundleError("Tệp nén chứa quá nhiều hoặc quá lớn nên không mở: hãy hỏi lại nơi gửi.")
    if len(set(names)) != len(names):
        raise BundleError("Tệp nén chứa hai mục cùng tên nên không tin được: hãy hỏi lại nơi gửi.")


def _entry(archive: ZipFile, name: str) -> bytes:
    """Return a small entry, never more than it may hold."""
    try:
        with archive.open(name) as file:
            data = file.read(MOST_MANIFEST + 1)
    except KeyError as problem:
        raise BadZipFile(name) from problem
    if len(data) > MOST_MANIFEST:
        raise BadZipFile(name)
    return data


def _require_signed(manifest: bytes, signature: bytes) -> bytes:
    """Return the public key that signed the manifest."""
    try:
        facts = json.loads(signature)
        public = base64.b64decode(facts["public_key"], validate=True)
        seal = base64.b64decode(facts["signature"], validate=True)
        is_known = facts["scheme"] == "ed25519"
    except (ValueError, KeyError, TypeError, binascii.Error, RecursionError) as problem:
        raise BadZipFile(SIGNATURE) from problem
    if not is_known or not is_signed(public, seal, manifest):
        raise BundleError(
            "Chữ ký của tệp hồ sơ không khớp nội dung: tệp đã bị sửa sau khi ký. Đừng dùng tệp"
            " này, hãy xin nơi gửi gửi lại."
        )
    return public


def _facts(manifest: bytes) -> dict[str, Any]:
    try:
        facts = json.loads(manifest)
    except (ValueError, RecursionError) as problem:
        raise BadZipFile(MANIFEST) from problem
    if not isinstance(facts, dict) or facts.get("format") != FORMAT:
        raise BadZipFile(MANIFEST)
    if facts.get("version") != VERSION:
        raise BundleError(
            "Tệp hồ sơ do bản phần mềm khác tạo ra, máy này chưa đọc được: hãy cập nhật phần mềm"
            " rồi nhận lại."
        )
    return facts


def _pieces(archive: ZipFile, facts: dict[str, Any]) -> tuple[Piece, ...]:
    listed = facts.get("files")
    if not isinstance(listed, list):
        raise Malformed("files")
    found = tuple(_piece(archive, each) for each in listed)
    named = {FOLDER + piece.path for piece in found} | {MANIFEST, SIGNATURE}
    if extra := sorted(set(archive.namelist()) - named):
        raise BundleError(
            f"Tệp nén có mục lạ “{extra[0]}” mà nơi gửi không ký: đừng dùng tệp này, hãy hỏi lại"
            " nơi gửi."
        )
    return found


def _piece(archive: ZipFile, facts: Any) -> Piece:
    try:
        path, title, case = (str(facts[name]) for name in ("path", "title", "case"))
        size, digest = int(facts["size"]), str(facts["sha256"])
    except (KeyError, TypeError, ValueError) as problem:
        raise Malformed("files") from problem
    if not _is_inside(path):
        raise Malformed(path)
    try:
        with archive.open(FOLDER + path) as file:
            data = file.read(size + 1)
    except KeyError as problem:
        raise BundleError(
            f"Tệp hồ sơ thiếu “{title}”: hãy xin nơi gửi gửi lại cả tệp."
        ) from problem
    if len(data) != size or hashlib.sha256(data).hexdigest() != digest:
        raise BundleError(
            f"“{title}” trong tệp hồ sơ không còn như lúc ký: đừng dùng tệp này, hãy xin nơi gửi"
            " gửi lại."
        )
    return Piece(path, title, data, case)


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts and "\\" not in path
