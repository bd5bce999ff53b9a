"""Signing here: whose turn it is, what is refused and where, what is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from tests.records.test_drafts import TEXT, issue, signed
from tests.records.test_signed_papers import pdf_of
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.signing.specimens import specimen_seal, specimen_signature
from vinhdanh.documents.signing.testing_ca import TESTING_PASSPHRASE, Issuer, new_root
from vinhdanh.kernel.files import load
from vinhdanh.records.enums import FileRole
from vinhdanh.records.models import DocumentFile, OfficialDocument
from vinhdanh.records.services.signing import Pen, sign_here
from vinhdanh.records.services.steps import take_step
from vinhdanh.records.signing import Hand, last_signed, next_hand

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings
    from tests.scenarios.commune import Commune

NAME, BODY = "Ngô Văn Quyên", "Ủy ban nhân dân xã Minh Tiến"


@pytest.fixture
def root(settings: Settings, tmp_path: Path) -> Issuer:
    """A root the administrator trusts."""
    found = new_root()
    (tmp_path / "roots").mkdir()
    (tmp_path / "roots" / "root.pem").write_bytes(found.pem())
    settings.DATA = tmp_path
    return found


def pen_of(root: Issuer, name: str, image: bytes = b"") -> Pen:
    return Pen(key_file=root.certify(name, BODY), passphrase=TESTING_PASSPHRASE, image=image)


def files(document: OfficialDocument) -> list[DocumentFile]:
    return list(document.files.all())


def test_a_wrong_passphrase_is_told_at_its_field(commune: Commune, root: Issuer) -> None:
    document = issue(commune, signed(commune))
    pen = replace(pen_of(root, NAME), passphrase="khác-hẳn")
    with refused(
        "Không mở được tệp khóa: sai mật khẩu, hoặc tệp không phải .p12, .pfx; hãy nhập lại mật"
        " khẩu hoặc chọn tệp khác.",
        field="passphrase",
    ):
        sign_here(actor=commune.chair, document=document, hand=Hand.PERSON, pen=pen)


def test_an_expired_certificate_is_refused(commune: Commune, root: Issuer) -> None:
    document = issue(commune, signed(commune))
    old = root.certify(NAME, BODY, valid_to=datetime(2023, 12, 31, tzinfo=UTC))
    with refused(
        "Chứng thư số của Ngô Văn Quyên đã hết hạn ngày 31/12/2023; hãy gia hạn hoặc dùng chứng"
        " thư khác.",
        field="key_file",
    ):
        sign_here(
            actor=commune.chair,
            document=document,
            hand=Hand.PERSON,
            pen=Pen(key_file=old, passphrase=TESTING_PASSPHRASE),
        )


def test_another_persons_certificate_is_refused(commune: Commune, root: Issuer) -> None:
    document = issue(commune, signed(commune))
    with refused(
        "Chứng thư số này của Trần Văn Bình, không phải của người ký ghi trên văn bản (Ngô Văn"
        " Quyên): hãy chọn tệp khóa của người ký.",
        field="key_file",
    ):
        pen = pen_of(root, "Trần Văn Bình")
        sign_here(actor=commune.chair, document=document, hand=Hand.PERSON, pen=pen)


def test_a_picture_that_is_none_is_refused(commune: Commune, root: Issuer) -> None:
    document = issue(commune, signed(commune))
    with refused("Không đọc được ảnh chữ ký; hãy dùng ảnh PNG nền trong suốt.", field="image"):
        pen = pen_of(root, NAME, b"GIF89a")
        sign_here(actor=commune.chair, document=document, hand=Hand.PERSON, pen=pen)


def test_without_its_block_a_paper_is_not_signed(commune: Commune, root: Issuer) -> None:
    document = issue(commune, signed(commune))
    OfficialDocument.objects.filter(pk=document.pk).update(signer_name="Trần Văn Bình")
    with refused(
        "Không tìm thấy chỗ ký: trong tệp không có “CHỦ TỊCH” ở trên “Trần Văn Bình”; hãy kiểm"
        " tra chức vụ và họ tên người ký ghi trong văn bản.",
        error=DocumentError,
    ):
        pen = pen_of(root, "Trần Văn Bình")
        sign_here(actor=commune.chair, document=document, hand=Hand.PERSON, pen=pen)


@pytest.mark.parametrize("who", ["clerk", "village_head"])
def test_the_chair_alone_signs_as_a_person(commune: Commune, root: Issuer, who: str) -> None:
    document = issue(commune, signed(commune))
    with refused(
        "Anh/chị chưa có quyền ký số văn bản: việc này của Chủ tịch.", error=NotAllowedError
    ):
        actor = getattr(commune, who)
        sign_here(actor=actor, document=document, hand=Hand.PERSON, pen=pen_of(root, NAME))


def test_the_body_does_not_sign_before_the_person(commune: Commune, root: Issuer) -> None:
    document = issue(commune, signed(commune))
    with refused(
        "Công văn số 01/UBND-VP không chờ chữ ký số của cơ quan: hãy tải lại trang để xem chữ ký"
        " đã có."
    ):
        pen = pen_of(root, BODY, specimen_seal())
        sign_here(actor=commune.clerk, document=document, hand=Hand.BODY, pen=pen)


def test_a_draft_and_a_recalled_paper_wait_for_nobody(commune: Commune) -> None:
    draft = signed(commune, replace(TEXT, abstract="Bản khác"))
    assert next_hand(draft, files(draft)) is None
    document = issue(commune, signed(commune))
    document = take_step(actor=commune.chair, document=document, name="recall", reason="Nhầm")
    assert next_hand(document, files(document)) is None


def test_person_then_body_sign_and_both_are_genuine(commune: Commune, root: Issuer) -> None:
    document = issue(commune, signed(commune))
    pen = pen_of(root, NAME, specimen_signature())
    assert TESTING_PASSPHRASE not in repr(pen)
    sign_here(actor=commune.chair, document=document, hand=Hand.PERSON, pen=pen)
    with refused(
        "Chưa chọn ảnh con dấu: hãy chọn ảnh PNG của con dấu.",
        field="image",
    ):
        sign_here(actor=commune.clerk, document=document, hand=Hand.BODY, pen=pen_of(root, BODY))
    seal = pen_of(root, BODY, specimen_seal())
    sign_here(actor=commune.clerk, document=document, hand=Hand.BODY, pen=seal)

    first, last = document.files.filter(role=FileRole.SIGNED)
    assert load(last.path).startswith(load(first.path))
    assert load(first.path).startswith(pdf_of(document))
    assert last.title == "Công văn 01-UBND-VP đã ký số và đóng dấu.pdf"
    found = last.manifest["signatures"]
    assert found["verdict"] == "genuine"
    assert [each.split(" ký số")[0] for each in found["sentences"]] == [f"{NAME} ({BODY})", BODY]
    assert next_hand(document, files(document)) is None
    assert first not in last_signed(files(document))


def test_a_signature_needs_no_picture(commune: Commune, root: Issuer) -> None:
    document = issue(commune, signed(commune))
    sign_here(actor=commune.chair, document=document, hand=Hand.PERSON, pen=pen_of(root, NAME))
    (kept,) = document.files.filter(role=FileRole.SIGNED)
    assert kept.manifest["signatures"]["verdict"] == "genuine"
