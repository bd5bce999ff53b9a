"""What a file really is, told from its first bytes rather than from its name."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from vinhdanh.intake.errors import UnreadableFileError

Kind = Literal["txt", "docx", "pdf"]

MAX_BYTES = 20 * 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
_ADVICE = "hãy chọn tệp Word (.docx), PDF có chữ hoặc văn bản (.txt)"


def refuse_size(size: int, name: str) -> None:
    """Refuse an empty or over-long file by its size alone."""
    if size == 0:
        raise UnreadableFileError(
            f"Tệp “{name}” rỗng (0 byte); hãy kiểm tra lại và chọn đúng tệp kế hoạch."
        )
    if size > MAX_BYTES:
        raise UnreadableFileError(
            f"Tệp “{name}” nặng {size / 1024 / 1024:.0f} MB, quá mức cho phép là "
            f"{MAX_BYTES // 1024 // 1024} MB; hãy bỏ bớt ảnh hoặc tách riêng phần kế hoạch."
        )


def kind_of(data: bytes, name: str) -> Kind:
    """Return how to read the file, or refuse a type that cannot hold a plan."""
    head = data[:4096].lstrip()
    if data[:1024].find(b"%PDF-") >= 0:
        return "pdf"
    if data.startswith(b"PK"):
        _refuse_other_office(data, name)
        return "docx"
    if data.startswith(_OLE):
        raise _refuse_ole(data, name)
    if data.startswith(_IMAGES):
        raise UnreadableFileError(
            f"Tệp “{name}” là ảnh chụp, phần mềm chưa đọc chữ trong ảnh; {_ADVICE}."
        )
    if data.startswith(b"{\\rtf"):
        raise UnreadableFileError(
            f"Tệp “{name}” là tệp RTF; hãy mở bằng Word và lưu lại dạng Word (.docx) rồi tải lên "
            f"lại."
        )
    if re.match(
        rb"(?:\xef\xbb\xbf)?(?:<!doctype html|<html|<head|<\?xml|<body|<table)", head, re.IGNORECASE
    ):
        raise UnreadableFileError(
            f"Tệp “{name}” là trang web (HTML/XML), không phải văn bản; hãy mở ra, chép vào Word "
            "và lưu dạng .docx rồi tải lên lại."
        )
    if PurePath(name).suffix.lower() in {".docx", ".pdf"}:
        ending = PurePath(name).suffix.lower()
        raise UnreadableFileError(
            f"Tệp “{name}” có đuôi {ending} nhưng bên trong không phải loại đó (có thể bị hỏng "
            f"khi chép); "
            f"{_ADVICE}."
        )
    return "txt"


def _refuse_other_office(data: bytes, name: str) -> None:
    for inside, what in (
        (b"xl/workbook.xml", "bảng tính Excel"),
        (b"ppt/presentation.xml", "trình chiếu PowerPoint"),
    ):
        if inside in data and b"word/document.xml" not in data:
            raise UnreadableFileError(f"Tệp “{name}” là {what}, không phải kế hoạch; {_ADVICE}.")


def _refuse_ole(data: bytes, name: str) -> UnreadableFileError:
    if (
        "EncryptedPackage".encode("utf-16-le") in data
        or "EncryptionInfo".encode("utf-16-le") in data
    ):
        return UnreadableFileError(
            f"Tệp “{name}” đang đặt mật khẩu nên không mở được; hãy bỏ mật khẩu rồi tải lên lại."
        )
    if "Workbook".encode("utf-16-le") in data:
        return UnreadableFileError(f"Tệp “{name}” là bảng tính Excel đời cũ (.xls); {_ADVICE}.")
    return UnreadableFileError(
        f"Tệp “{name}” là tệp Word đời cũ (.doc); hãy mở bằng Word và lưu lại dạng "
        "“Word Document (*.docx)” rồi tải lên lại."
    )
