"""Signing here: whose turn it is, what is refused and where, what is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from tests.documents.signing.softhsm import DRIVER, MISSING, PIN, put_key
from tests.records.test_documents import DAY
from tests.records.test_drafts import TEXT, issue, signed
from tests.records.test_signed_papers import pdf_of
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.signing.acts import sign_person
from vinhdanh.documents.signing.keys import open_pkcs12
from vinhdanh.documents.signing.places import find_signature_space
from vinhdanh.documents.signing.specimens import specimen_seal, specimen_signature
from vinhdanh.documents.signing.testing_ca import TESTING_PASSPHRASE, Issuer, new_root
from vinhdanh.kernel import clock
from vinhdanh.kernel.files import load
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.records.content import FileContent
from vinhdanh.records.enums import DocumentState, FileFormat, FileRole, Hand
from vinhdanh.records.models import DocumentFile, OfficialDocument
from vinhdanh.records.pens import FilePen, TokenPen
from vinhdanh.records.queries.documents import documents_for, unread_by
from vinhdanh.records.services.documents import mark_read
from vinhdanh.records.services.drafts import issue_draft, write_draft
from vinhdanh.records.services.signing import receive_signed, sign_here
from vinhdanh.records.services.steps import take_step
from vinhdanh.records.signing import last_signed, next_hand

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


def pen_of(root: Issuer, name: str, image: bytes = b"") -> FilePen:
    return FilePen(key_file=root.certify(name, BODY), passphrase=TESTING_PASSPHRASE, image=image)


def submitted(commune: Commune) -> OfficialDocument:
    """A draft that waits for its signature."""
    draft = write_draft(actor=commune.clerk, text=TEXT)
    return take_step(actor=commune.clerk, document=draft, name="submit")


def by_person(commune: Commune, root: Issuer) -> OfficialDocument:
    """The draft as the chair signed it."""
    document = submitted(commune)
    pen = pen_of(root, NAME, specimen_signature())
    sign_here(actor=commune.chair, document=document, hand=Hand.PERSON, pen=pen)
    return OfficialDocument.objects.get(pk=document.pk)


def numbered(commune: Commune, document: OfficialDocument, day: date = DAY) -> OfficialDocument:
    return issue_draft(
        actor=commune.clerk,
        document=document,
        issued_on=day,
        expected_version=document.version,
        addressees=[commune.village],
    )


def sealed(commune: Commune, root: Issuer, document: OfficialDocument) -> OfficialDocument:
    pen = pen_of(root, BODY, specimen_seal())
    sign_here(actor=commune.clerk, document=document, hand=Hand.BODY, pen=pen)
    return OfficialDocument.objects.get(pk=document.pk)


def automatic(commune: Commune) -> OfficialDocument:
    """A paper that comes into the register with its number, as decisions do."""
    document = issue(commune, signed(commune))
    OfficialDocument.objects.filter(pk=document.pk).update(content="")
    document.refresh_from_db()
    return document


def files(document: OfficialDocument) -> list[DocumentFile]:
    return list(document.files.all())


def test_a_wrong_passphrase_is_told_at_its_field(commune: Commune, root: Issuer) -> None:
    document = submitted(commune)
    pen = replace(pen_of(root, NAME), passphrase="khác-hẳn")
    with refused(
        "Không mở được tệp khóa: sai mật khẩu, hoặc tệp không phải .p12, .pfx; hãy nhập lại mật"
        " khẩu hoặc chọn tệp khác.",
        field="passphrase",
    ):
        sign_here(actor=commune.chair, document=document, hand=Hand.PERSON, pen=pen)


def test_an_expired_certificate_is_refused(commune: Commune, root: Issuer) -> None:
    document = submitted(commune)
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
            pen=FilePen(key_file=old, passphrase=TESTING_PASSPHRASE),
        )


def test_another_persons_certificate_is_refused(commune: Commune, root: Issuer) -> None:
    document = submitted(commune)
    with refused(
        "Chứng thư số này của Trần Văn Bình, không phải của người ký ghi trên văn bản (Ngô Văn"
        " Quyên): hãy chọn tệp khóa của người ký.",
        field="key_file",
    ):
        pen = pen_of(root, "Trần Văn Bình")
        sign_here(actor=commune.chair, document=document, hand=Hand.PERSON, pen=pen)


def test_a_picture_that_is_none_is_refused(commune: Commune, root: Issuer) -> None:
    document = submitted(commune)
    with refused("Không đọc được ảnh chữ ký; hãy dùng ảnh PNG nền trong suốt.", field="image"):
        pen = pen_of(root, NAME, b"GIF89a")
        sign_here(actor=commune.chair, document=document, hand=Hand.PERSON, pen=pen)


def test_without_its_block_a_paper_is_not_signed(commune: Commune, root: Issuer) -> None:
    document = submitted(commune)
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
    document = submitted(commune)
    with refused(
        "Anh/chị chưa có quyền ký số văn bản: việc này của Chủ tịch.", error=NotAllowedError
    ):
        actor = getattr(commune, who)
        sign_here(actor=actor, document=document, hand=Hand.PERSON, pen=pen_of(root, NAME))


def test_the_body_does_not_sign_before_the_person(commune: Commune, root: Issuer) -> None:
    document = submitted(commune)
    with refused(
        "Dự thảo công văn “Tham gia hội thi” không chờ chữ ký số của cơ quan: hãy tải lại trang để"
        " xem chữ ký đã có."
    ):
        sealed(commune, root, document)
    document = by_person(commune, root)
    with refused(
        "Dự thảo công văn “Tham gia hội thi” không chờ chữ ký số của cơ quan: hãy tải lại trang để"
        " xem chữ ký đã có."
    ):
        sealed(commune, root, document)


def test_drafts_papers_signed_by_hand_and_recalled_ones_wait_for_nobody(
    commune: Commune, root: Issuer
) -> None:
    by_hand = signed(commune, replace(TEXT, abstract="Bản khác"))
    assert next_hand(by_hand, files(by_hand)) is None
    issued = issue(commune, by_hand)
    assert next_hand(issued, files(issued)) is None
    document = numbered(commune, by_person(commune, root))
    document = take_step(actor=commune.chair, document=document, name="recall", reason="Nhầm")
    assert next_hand(document, files(document)) is None
    assert document.number is not None


def test_another_year_gives_no_number(commune: Commune, root: Issuer) -> None:
    document = by_person(commune, root)
    with refused(
        "Văn bản được ký với năm 2024 nên không ghi ngày 29/12/2023 được; hãy trả lại để sửa rồi ký"
        " lại.",
        field="issued_on",
    ):
        numbered(commune, document, date(2023, 12, 29))
    document.refresh_from_db()
    assert (document.state, document.number) == (DocumentState.SIGNED, None)
    assert document.files.filter(role=FileRole.SIGNED).count() == 1


def test_a_returned_paper_loses_its_signature(commune: Commune, root: Issuer) -> None:
    document = by_person(commune, root)
    back = take_step(actor=commune.chair, document=document, name="return", reason="Sai tên thôn")
    assert not back.files.exists()


def test_person_then_number_then_body(commune: Commune, root: Issuer) -> None:
    document = by_person(commune, root)
    assert document.state == DocumentState.SIGNED
    (copy,) = files(document)
    assert copy.title == "Công văn UBND-VP đã ký số.pdf"
    signed_bytes = load(copy.path)

    document = numbered(commune, document)
    assert (document.state, document.code) == (DocumentState.NUMBERED, "01/UBND-VP")
    assert [file.format for file in files(document)] == [FileFormat.DOCX, FileFormat.PDF]
    assert not documents_for(commune.village_head).filter(pk=document.pk).exists()
    assert not unread_by(commune.village_head).exists()
    assert mark_read(actor=commune.village_head, document=document) == 0
    with refused("Chưa chọn ảnh con dấu: hãy chọn ảnh PNG của con dấu.", field="image"):
        sign_here(actor=commune.clerk, document=document, hand=Hand.BODY, pen=pen_of(root, BODY))

    document = sealed(commune, root, document)
    assert document.state == DocumentState.ISSUED
    assert unread_by(commune.village_head).get().document == document
    last = document.files.get(role=FileRole.SIGNED)
    assert load(last.path).startswith(signed_bytes)
    assert last.title == "Công văn 01-UBND-VP đã ký số và đóng dấu.pdf"
    found = last.manifest["signatures"]
    assert found["verdict"] == "genuine"
    assert [each.split(" ký số")[0] for each in found["sentences"]] == [f"{NAME} ({BODY})", BODY]
    assert "chỉ ghi thêm số 01, ngày 24 tháng 6." in found["sentences"][0]
    assert [event.sentence for event in history_of(document)][:4] == [
        "ban hành Công văn số 01/UBND-VP",
        f"ký số Công văn số 01/UBND-VP bằng chứng thư của {BODY}",
        "cấp số Công văn số 01/UBND-VP",
        f"ký số Dự thảo công văn “Tham gia hội thi” bằng chứng thư của {NAME}",
    ]


def test_a_file_signed_elsewhere_is_held_to_the_paper(commune: Commune, root: Issuer) -> None:
    document = submitted(commune)
    blank = load(files(document)[0].path)

    def sent(data: bytes) -> FileContent:
        return FileContent(FileFormat.PDF, "ký.pdf", data, role=FileRole.SIGNED)

    for wrong in (blank, pdf_of(issue(commune, signed(commune)))):
        with refused(
            "Tệp ký.pdf không phải bản trình ký của Dự thảo công văn “Tham gia hội thi” kèm chữ ký"
            " số: hãy tải bản PDF ở trang này, ký số lên chính tệp đó rồi gửi lại.",
            field="file",
        ):
            receive_signed(actor=commune.chair, document=document, content=sent(wrong))
    key = open_pkcs12(root.certify("Trần Văn Bình", BODY), TESTING_PASSPHRASE)
    place = find_signature_space(blank, position="CHỦ TỊCH", name=NAME)
    facts: dict[str, Any] = {"image": specimen_signature(), "place": place, "at": clock.now()}
    with refused(
        "Chứng thư số này của Trần Văn Bình, không phải của người ký ghi trên văn bản (Ngô Văn"
        " Quyên): hãy chọn tệp khóa của người ký.",
        field="file",
    ):
        content = sent(sign_person(blank, key=key, **facts))
        receive_signed(actor=commune.chair, document=document, content=content)
    key = open_pkcs12(root.certify(NAME, BODY), TESTING_PASSPHRASE)
    content = sent(sign_person(blank, key=key, **facts))
    receive_signed(actor=commune.chair, document=document, content=content)
    document.refresh_from_db()
    assert sealed(commune, root, numbered(commune, document)).state == DocumentState.ISSUED


def test_a_paper_that_has_its_number_is_signed_after_it(commune: Commune, root: Issuer) -> None:
    document = automatic(commune)
    pen = pen_of(root, NAME)
    assert TESTING_PASSPHRASE not in repr(pen)
    sign_here(actor=commune.chair, document=document, hand=Hand.PERSON, pen=pen)
    sealed(commune, root, document)
    first, last = document.files.filter(role=FileRole.SIGNED)
    assert load(last.path).startswith(load(first.path))
    assert load(first.path).startswith(pdf_of(document))
    assert last.manifest["signatures"]["verdict"] == "genuine"
    assert next_hand(document, files(document)) is None
    assert first not in last_signed(files(document))


def test_without_a_driver_no_token_is_asked(commune: Commune) -> None:
    document = submitted(commune)
    pen = TokenPen(pin="1234")
    assert "1234" not in repr(pen)
    with refused(
        "Máy chủ chưa đặt thiết bị lưu khóa: hãy ký bằng tệp khóa, hoặc báo quản trị viên.",
        field="pin",
    ):
        sign_here(actor=commune.chair, document=document, hand=Hand.PERSON, pen=pen)


@pytest.mark.skipif(bool(MISSING), reason=f"{MISSING} not installed")
def test_a_token_in_the_machine_signs(commune: Commune, root: Issuer, settings: Settings) -> None:
    settings.TOKEN_DRIVER = str(DRIVER)
    put_key(root.certify(NAME, BODY), label="records")
    document = submitted(commune)
    with refused(
        "Mã PIN không đúng; hãy nhập lại, nhập sai nhiều lần thì thiết bị tự khóa.", field="pin"
    ):
        sign_here(
            actor=commune.chair, document=document, hand=Hand.PERSON, pen=TokenPen(pin="99999999")
        )
    pen = TokenPen(pin=PIN, certificate="records")
    sign_here(actor=commune.chair, document=document, hand=Hand.PERSON, pen=pen)
    document.refresh_from_db()
    assert document.state == DocumentState.SIGNED
