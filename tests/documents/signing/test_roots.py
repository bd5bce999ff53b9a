from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vinhdanh.documents import DocumentError
from vinhdanh.documents.signing.roots import root_files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.documents.signing.conftest import World


def test_a_file_that_is_no_certificate_is_named(world: World, tmp_path: Path) -> None:
    (tmp_path / "a.pem").write_bytes(world.root.pem())
    (tmp_path / "b.pem").write_bytes(
        b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"
    )
    with pytest.raises(DocumentError, match=r"“b\.pem” không đọc được"):
        root_files(tmp_path)


def test_no_folder_means_no_roots(tmp_path: Path) -> None:
    assert root_files(tmp_path / "none") == ()


def test_certificates_of_a_folder_by_name(world: World, tmp_path: Path) -> None:
    for name in ("b.pem", "a.CRT", "readme.txt"):
        (tmp_path / name).write_bytes(world.root.pem())
    assert root_files(tmp_path) == (world.root.pem(),) * 2
