"""What the administrator keeps in folders: trusted roots, lists of revoked certificates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vinhdanh.documents.errors import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

_ENDINGS = (".pem", ".crt", ".cer")


def root_files(folder: Path) -> tuple[bytes, ...]:
    """Return the certificate files of a folder, by name; none when there is no folder.

    Raises:
        DocumentError: a file there is no certificate.
    """
    if not folder.is_dir():
        return ()
    paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS)
    found = []
    for path in paths:
        try:
            data = path.read_bytes()
            read_roots([data])
        except (OSError, ValueError) as error:
            raise DocumentError(
                f"Tệp chứng thư gốc “{path.name}” không đọc được; hãy thay bằng tệp PEM đúng."
            ) from error
        found.append(data)
    return tuple(found)


def list_files(folder: Path) -> tuple[bytes, ...]:
    """Return the lists of revoked certificates (CRL) of a folder, by name.

    Raises:
        DocumentError: a file there is no such list.
    """
    from vinhdanh.documents.signing.revocation import read_list  # noqa: PLC0415 - slow to import

    found = []
    for path in sorted(folder.glob("*.crl")) if folder.is_dir() else ():
        try:
            data = path.read_bytes()
            read_list(data)
        except (OSError, ValueError) as error:
            raise DocumentError(
                f"Danh sách thu hồi “{path.name}” không đọc được; hãy thay bằng tệp CRL đúng."
            ) from error
        found.append(data)
    return tuple(found)


def read_roots(files: list[bytes]) -> list[Any]:
    """Return the certificates of PEM or DER files, each read to its end."""
    from pyhanko.keys import load_certs_from_pemder_data  # noqa: PLC0415 - slow to import

    certificates = [one for data in files for one in load_certs_from_pemder_data(data)]
    for one in certificates:
        _ = one.subject.native, one.public_key.native
    return certificates
