"""Lists of revoked certificates that the administrator keeps, and what becomes of a signature."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.records.test_signed_papers import pdf_of, signed_outside
from tests.records.test_signing import BODY, NAME, automatic, pen_of, root, submitted

from vinhdanh.documents.signing.report import Trust, Verdict
from vinhdanh.documents.signing.specimens import specimen_signature
from vinhdanh.kernel import clock
from vinhdanh.kernel.files import load
from vinhdanh.records import revocation_sources
from vinhdanh.records.enums import Hand
from vinhdanh.records.revocation_sources import revocation_lists
from vinhdanh.records.services.signing import sign_here
from vinhdanh.records.signed_papers import checked

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings
    from tests.scenarios.commune import Commune

    from vinhdanh.documents.signing.testing_ca import Issuer

__all__ = ["root"]

ADDRESS = "http://crl.example/a.crl"


@pytest.fixture
def crls(root: Issuer, settings: Settings, tmp_path: Path) -> Path:
    settings.CRL_ADDRESSES = []
    (tmp_path / "crls").mkdir()
    return tmp_path / "crls"


def test_an_address_that_fails_is_not_asked_again_for_an_hour(
    crls: Path, root: Issuer, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def fetched(address: str) -> bytes:
        asked.append(address)
        if len(asked) == 1:
            raise OSError
        return b"no list" if len(asked) == 2 else root.revoke({}, said_on=clock.now())

    monkeypatch.setattr("vinhdanh.documents.signing.responders.fetch_list", fetched)
    settings.CRL_ADDRESSES = [ADDRESS]
    for lists in (0, 0, 1):
        assert len(revocation_lists()) == lists
        assert len(revocation_lists()) == lists
        (mark,) = crls.glob("*.asked")
        old = mark.stat().st_mtime - revocation_sources.FRESH - 1
        os.utime(mark, (old, old))
    assert asked == [ADDRESS] * 3


def test_a_revoked_signer_is_found_by_the_folder(
    commune: Commune, root: Issuer, crls: Path
) -> None:
    from cryptography.hazmat.primitives.serialization import pkcs12  # noqa: PLC0415

    key_file = root.certify(NAME, BODY)
    _, certificate, _ = pkcs12.load_key_and_certificates(key_file, b"thu-nghiem")
    assert certificate
    pdf = signed_outside(pdf_of(automatic(commune)), key_file)
    assert checked(pdf).verdict is Verdict.GENUINE
    day = clock.now() - timedelta(days=30)
    listed = root.revoke({certificate.serial_number: day}, said_on=clock.now())
    (crls / "ca.crl").write_bytes(listed)
    report = checked(pdf)
    assert report.verdict is Verdict.UNTRUSTED
    assert report.signatures[0].trust is Trust.REVOKED
    assert "bị thu hồi ngày 25/05/2024" in report.signatures[0].sentence


def test_lists_at_hand_are_kept_in_the_signed_paper(
    commune: Commune, root: Issuer, crls: Path
) -> None:
    (crls / "ca.crl").write_bytes(root.revoke({}, said_on=clock.now()))
    document = submitted(commune)
    pen = pen_of(root, NAME, specimen_signature())
    sign_here(actor=commune.chair, document=document, hand=Hand.PERSON, pen=pen)
    (crls / "ca.crl").unlink()
    (kept,) = document.files.all()
    assert (
        "không bị thu hồi theo thông tin ngày 24/06/2024"
        in checked(load(kept.path)).signatures[0].sentence
    )
