"""Every kind of paper, certificates and signed papers, held to PDF/A-2a and PDF/UA-1 by veraPDF."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.documents.verapdf import jar, validate

from vinhdanh.documents import (
    CertificateContext,
    kinds,
    layout_named,
    layout_names,
    read_list,
    render_certificates,
    render_pdf,
)
from vinhdanh.documents.signing.acts import sign_attachment, sign_body, sign_person
from vinhdanh.documents.signing.keys import open_pkcs12
from vinhdanh.documents.signing.number_fields import fill_fields, open_fields
from vinhdanh.documents.signing.places import find_signature_space
from vinhdanh.documents.signing.specimens import specimen_seal, specimen_signature
from vinhdanh.documents.signing.testing_ca import TESTING_PASSPHRASE, new_root

pytestmark = pytest.mark.skipif(jar() is None, reason="veraPDF or Java is not installed")

ARCHIVE = {"flavour": "2a", "profile": "PDFA-2A"}
ACCESS = {"flavour": "ua1", "profile": "PDFUA-1"}
EXAMPLES = Path(__file__).parents[2] / "src/vinhdanh/documents/data/certificates.json"
AT = datetime(2024, 12, 20, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def papers() -> dict[str, bytes]:
    return {
        slug: render_pdf(kind.build(kind.read(kind.example_json())))
        for slug, kind in kinds().items()
    }


@pytest.fixture(scope="module")
def signed(papers: dict[str, bytes]) -> dict[str, bytes]:
    root = new_root()
    person = open_pkcs12(root.certify("Hoàng Đức Thịnh", "Xã"), TESTING_PASSPHRASE)
    body = open_pkcs12(root.certify("Xã", "Xã"), TESTING_PASSPHRASE)
    paper = papers["award_decision"]
    place = find_signature_space(paper, position="CHỦ TỊCH", name="Hoàng Đức Thịnh")
    one = sign_person(paper, key=person, image=specimen_signature(), place=place, at=AT)
    return {
        "one": one,
        "two": sign_body(one, key=body, image=specimen_seal(), at=AT),
        "attachment": sign_attachment(paper, key=body, number="15/QĐ-UBND", at=AT),
    }


@pytest.fixture(scope="module")
def numbered_between() -> dict[str, bytes]:
    """A paper that took its number after the person's signature, step by step."""
    root = new_root()
    person = open_pkcs12(root.certify("Hoàng Đức Thịnh", "Xã"), TESTING_PASSPHRASE)
    body = open_pkcs12(root.certify("Xã", "Xã"), TESTING_PASSPHRASE)
    kind = kinds()["award_decision"]
    paper = replace(kind.build(kind.read(kind.example_json())), number=None, date=None, year=2024)
    blank = open_fields(render_pdf(paper))
    place = find_signature_space(blank, position="CHỦ TỊCH", name="Hoàng Đức Thịnh")
    one = sign_person(blank, key=person, image=specimen_signature(), place=place, at=AT)
    numbered = fill_fields(one, number=15, on=AT.date())
    sealed = sign_body(numbered, key=body, image=specimen_seal(), at=AT)
    return {"blank": blank, "one": one, "numbered": numbered, "sealed": sealed}


def certificates() -> dict[str, bytes]:
    people = read_list(EXAMPLES.read_text(encoding="utf-8"), CertificateContext)
    return {name: render_certificates(people, layout_named(name)) for name in layout_names()}


def test_the_validator_sees_what_is_wrong(papers: dict[str, bytes], tmp_path: Path) -> None:
    paper = papers["plan"]
    wrong = {
        "part": paper.replace(b"<pdfaid:part>2", b"<pdfaid:part>7"),
    }
    assert wrong["part"] != paper
    assert "6.6.4-2" in validate(wrong, tmp_path, **ARCHIVE)["part"].broken


@pytest.mark.parametrize("standard", [ARCHIVE, ACCESS], ids=["PDF/A-2a", "PDF/UA-1"])
def test_papers_and_certificates(
    papers: dict[str, bytes], tmp_path: Path, standard: dict[str, str]
) -> None:
    outcomes = validate({**papers, **certificates()}, tmp_path, **standard)
    assert {name: one.broken for name, one in outcomes.items() if not one.compliant} == {}
    assert min(one.checks for one in outcomes.values()) > 1000


def test_signed_papers_stay_archivable(signed: dict[str, bytes], tmp_path: Path) -> None:
    outcomes = validate(signed, tmp_path, **ARCHIVE)
    assert {name: one.broken for name, one in outcomes.items() if not one.compliant} == {}


def test_what_signing_takes_from_accessibility(signed: dict[str, bytes], tmp_path: Path) -> None:
    """The field of a signature stands outside the tags; nothing else is lost."""
    outcomes = validate(signed, tmp_path, **ACCESS)
    assert {tuple(one.broken) for one in outcomes.values()} == {("7.18.4-1",)}


@pytest.mark.parametrize("standard", [ARCHIVE, ACCESS], ids=["PDF/A-2a", "PDF/UA-1"])
def test_a_paper_numbered_between_its_signatures_keeps_both(
    numbered_between: dict[str, bytes], tmp_path: Path, standard: dict[str, str]
) -> None:
    outcomes = validate(numbered_between, tmp_path, **standard)
    assert {name: one.broken for name, one in outcomes.items() if not one.compliant} == {}
