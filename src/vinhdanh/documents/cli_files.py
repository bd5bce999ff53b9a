"""Files named on the command line: read, written, or refused in one sentence."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

_STDIN: Final = "-"


def data_text(name: str) -> str:
    """Return the text of a data file, or of the standard input for "-".

    Raises:
        DocumentError: the file cannot be read or is no UTF-8 text.
    """
    from vinhdanh.documents import DocumentError  # noqa: PLC0415 - keeps start-up light

    try:
        return sys.stdin.read() if name == _STDIN else Path(name).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"Tệp “{name}” không phải văn bản UTF-8; hãy lưu lại dạng UTF-8."
        ) from error
    except OSError as error:
        raise DocumentError(f"Không đọc được tệp “{name}”; hãy kiểm tra đường dẫn.") from error


def read(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        DocumentError: it cannot be read.
    """
    from vinhdanh.documents import DocumentError  # noqa: PLC0415

    try:
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(f"Không đọc được tệp “{path}”; hãy kiểm tra đường dẫn.") from error


def write(out: Path, data: bytes) -> None:
    """Write a file.

    Raises:
        DocumentError: it cannot be written there.
    """
    from vinhdanh.documents import DocumentError  # noqa: PLC0415

    try:
        out.write_bytes(data)
    except OSError as error:
        raise DocumentError(f"Không ghi được tệp “{out}”; hãy chọn nơi khác.") from error


def required_ending(out: Path, *endings: str) -> str:
    """Return the ending of a file to be written, in small letters.

    Raises:
        DocumentError: it is none of these.
    """
    from vinhdanh.documents import DocumentError  # noqa: PLC0415

    ending = out.suffix.lower()
    if ending not in endings:
        raise DocumentError(f"Tệp ghi ra “{out}” phải có đuôi {' hoặc '.join(endings)}.")
    return ending


def required_folder(path: Path, option: str) -> Path:
    """Return a folder that is there.

    Raises:
        DocumentError: it is none.
    """
    from vinhdanh.documents import DocumentError  # noqa: PLC0415

    if not path.is_dir():
        raise DocumentError(
            f"{option}: “{path}” không phải thư mục có trên máy; hãy kiểm tra đường dẫn."
        )
    return path
