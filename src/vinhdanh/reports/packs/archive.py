"""A pack as one ZIP file: one paper in memory at a time."""

from __future__ import annotations

from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

if TYPE_CHECKING:
    from vinhdanh.reports.packs.pack import Pack

FINDINGS = "Cần đối chiếu.txt"


def write_zip(pack: Pack) -> IO[bytes]:
    """Return an open file with the archive; it is gone when it is closed.

    PDF files hold compressed streams and DOCX files are archives, so both are stored as they are.
    """
    file: IO[bytes] = TemporaryFile()  # noqa: SIM115 - the caller sends it and closes it
    with ZipFile(file, "w", ZIP_STORED) as archive:
        for piece in pack.pieces:
            archive.writestr(piece.name, piece.make())
        if pack.findings:
            text = "\r\n".join(("Các giấy tờ chưa khớp nhau:", *pack.findings))
            archive.writestr(FINDINGS, text, compress_type=ZIP_DEFLATED)
    file.seek(0)
    return file
