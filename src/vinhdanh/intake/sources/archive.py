"""Office files are ZIP archives; here they are opened within fixed bounds."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from lxml import etree  # type: ignore[import-untyped]

from vinhdanh.intake.errors import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_ENTRIES = 5_000
_MAX_PART = 80 * 1024 * 1024
_MAX_TOTAL = 300 * 1024 * 1024
_MAX_RATIO = 250
_SMALL = 2 * 1024 * 1024
_FAILURES = (
    zipfile.BadZipFile, KeyError, EOFError, OSError, NotImplementedError, RuntimeError, ValueError,
    etree.XMLSyntaxError, zlib.error, struct.error,
)  # fmt: skip


class Archive:
    """The parts of one office file."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._names = frozenset(archive.namelist())
        self._name = name

    def __contains__(self, part: str) -> bool:
        return part in self._names

    def read(self, part: str) -> bytes:
        """Return a part's bytes, within bounds and without any entity."""
        with self._archive.open(part) as stream:
            data = stream.read(_MAX_PART + 1)
        if len(data) > _MAX_PART:
            raise _too_big(self._name)
        if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
            raise broken(self._name)
        return data

    def parse(self, part: str) -> etree._Element:
        """Return a part as a tree."""
        return etree.fromstring(self.read(part), etree.XMLParser(**SAFE))


SAFE = {
    "resolve_entities": False,
    "huge_tree": False,
    "no_network": True,
    "load_dtd": False,
    "remove_comments": True,
}


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Archive]:
    """Open an office file; whatever is wrong with it becomes UnreadableFileError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive, name)
            yield Archive(archive, name)
    except _FAILURES as error:
        raise broken(name) from error


def _check(archive: zipfile.ZipFile, name: str) -> None:
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    is_bomb = total > _SMALL and total > _MAX_RATIO * max(1, packed)
    if len(entries) > _MAX_ENTRIES or total > _MAX_TOTAL or is_bomb:
        raise _too_big(name)
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFileError(
            f"Tệp “{name}” đang đặt mật khẩu; hãy bỏ mật khẩu rồi tải lên lại."
        )


def _too_big(name: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"Tệp “{name}” bung ra lớn bất thường nên không mở; hãy chép nội dung sang một tệp mới "
        "rồi tải lên lại."
    )


def broken(name: str) -> UnreadableFileError:
    """Return the error for a file that cannot be opened."""
    return UnreadableFileError(
        f"Tệp “{name}” bị hỏng nên không mở được; hãy mở bằng Excel hoặc Word, lưu lại rồi tải "
        "lên lại."
    )
