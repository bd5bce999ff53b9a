"""Signing with a token: what the driver refuses, and a whole signature on SoftHSM."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.documents.signing.conftest import AT, BODY, CHECKED, NAME
from tests.documents.signing.softhsm import DRIVER, MISSING, PIN, put_key

from vinhdanh.documents import DocumentError
from vinhdanh.documents.signing.acts import sign_person
from vinhdanh.documents.signing.examining import examine
from vinhdanh.documents.signing.report import Verdict
from vinhdanh.documents.signing.specimens import specimen_signature
from vinhdanh.documents.signing.tokens import open_token

if TYPE_CHECKING:
    from tests.documents.signing.conftest import World

with_token = pytest.mark.skipif(bool(MISSING), reason=f"{MISSING} not installed")


@pytest.fixture(scope="module")
def token(world: World) -> Path:
    """A token with the keys of the person and the body."""
    for name in (NAME, BODY):
        put_key(world.root.certify(name, BODY), label=name)
    return DRIVER


def refused(library: Path, **facts: str) -> str:
    with pytest.raises(DocumentError) as caught, open_token(library, **{"pin": PIN, **facts}):  # type: ignore[arg-type]
        pass
    assert caught.value.__cause__ is None
    assert facts.get("pin", PIN) not in caught.value.message
    return str(caught.value.message)


def test_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pkcs11", None)
    assert "python-pkcs11" in refused(Path("driver.so"))


@with_token
def test_a_driver_that_is_none(tmp_path: Path) -> None:
    wrong = tmp_path / "driver.so"
    wrong.write_bytes(b"no")
    for path in (wrong, tmp_path / "none.so"):
        assert "Không mở được thiết bị lưu khóa" in refused(path)


@with_token
def test_a_wrong_pin_and_an_unclear_certificate(token: Path) -> None:
    assert "Mã PIN không đúng" in refused(token, pin="9999-sai", certificate=NAME)
    told = refused(token)
    assert told.startswith("Chưa rõ ký bằng chứng thư nào; trong thiết bị: ")
    assert f"“{NAME}”" in told
    assert "Chưa rõ ký bằng chứng thư nào" in refused(token, certificate="Không có")


@with_token
def test_a_paper_signed_with_a_token_is_genuine(token: Path, world: World) -> None:
    with open_token(token, pin=PIN, certificate=NAME) as key:
        assert (key.holder, key.organisation) == (NAME, BODY)
        pdf = sign_person(world.pdf, key=key, image=specimen_signature(), place=world.place, at=AT)
    report = examine(pdf, world.roots, at=CHECKED)
    assert report.verdict is Verdict.GENUINE
    assert report.signatures[0].signer == NAME
