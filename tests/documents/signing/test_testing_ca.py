from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from vinhdanh.documents.signing.keys import open_pkcs12
from vinhdanh.documents.signing.roots import root_files
from vinhdanh.documents.signing.testing_ca import ROOT_NAME, TESTING_PASSPHRASE, authority_in

if TYPE_CHECKING:
    from pathlib import Path


def test_made_once_and_readable_by_the_owner_only(tmp_path: Path) -> None:
    made = authority_in(tmp_path, person="Lê Thị Mai", body="Xã A")
    files = [made.person, made.body, made.roots / "testing.pem"]
    first = [path.read_bytes() for path in files]
    assert [stat.S_IMODE(path.stat().st_mode) for path in files] == [0o600] * 3
    again = authority_in(tmp_path, person="Người Khác", body="Xã B")
    assert [path.read_bytes() for path in files] == first
    key = open_pkcs12(again.person.read_bytes(), TESTING_PASSPHRASE)
    assert (key.holder, key.organisation) == ("Lê Thị Mai", "Xã A")
    assert len(root_files(again.roots)) == 1


def test_its_name_says_that_it_is_worth_nothing() -> None:
    assert "không có giá trị pháp lý" in ROOT_NAME
