"""What a list file really is, told from its bytes, and the reader for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.intake.errors import UnreadableFileError
from vinhdanh.intake.lists.sources.documents import read_printed, read_word
from vinhdanh.intake.lists.sources.xlsx import read_xlsx

if TYPE_CHECKING:
    from vinhdanh.intake.lists.grid import Source

MAX_BYTES = 20 * 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
_ADVICE = "hãy chọn tệp Excel (.xlsx), Word (.docx) hoặc PDF có chữ"


def read_source(data: bytes, name: str) -> Source:
    """Return tables and text of a file, or refuse it with the reason and what to do."""
    if not data:
        raise UnreadableFileError(f"Tệp “{name}” rỗng (0 byte); hãy kiểm tra lại và chọn đúng tệp.")
    if len(data) > MAX_BYTES:
        raise UnreadableFileError(
            f"Tệp “{name}” nặng {len(data) / 1024 / 1024:.0f} MB, quá mức cho phép là "
            f"{MAX_BYTES // 1024 // 1024} MB; hãy bỏ ảnh hoặc tách thành nhiều tệp nhỏ hơn."
        )
    if data[:1024].find(b"%PDF-") >= 0:
        return read_printed(data, name)
    if data.startswith(b"PK"):
        return _read_office(data, name)
    raise _refusal(data, name)


def _read_office(data: bytes, name: str) -> Source:
    if b"xl/workbook.bin" in data:
        raise UnreadableFileError(
            f"Tệp “{name}” là bảng tính nhị phân (.xlsb); hãy mở bằng Excel, lưu lại dạng "
            "“Excel Workbook (*.xlsx)” rồi tải lên lại."
        )
    if b"xl/workbook.xml" in data:
        return read_xlsx(data, name)
    if b"word/document.xml" in data:
        return read_word(data, name)
    if b"mimetypeapplication/vnd.oasis" in data[:200]:
        raise UnreadableFileError(
            f"Tệp “{name}” là tệp OpenDocument; hãy lưu lại dạng .xlsx hoặc .docx rồi tải lên lại."
        )
    raise UnreadableFileError(f"Tệp “{name}” không phải là danh sách đọc được; {_ADVICE}.")


def _refusal(data: bytes, name: str) -> UnreadableFileError:
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return UnreadableFileError(
                f"Tệp “{name}” đang đặt mật khẩu nên không mở được; hãy bỏ mật khẩu rồi tải lên "
                "lại."
            )
        return UnreadableFileError(
            f"Tệp “{name}” là tệp Word hoặc Excel đời cũ (.doc, .xls); hãy mở ra, lưu lại dạng "
            ".docx hoặc .xlsx rồi tải lên lại."
        )
    if data.startswith(_IMAGES):
        return UnreadableFileError(
            f"Tệp “{name}” là ảnh chụp, phần mềm chưa đọc chữ trong ảnh; {_ADVICE}."
        )
    return UnreadableFileError(f"Tệp “{name}” không phải là danh sách đọc được; {_ADVICE}.")
