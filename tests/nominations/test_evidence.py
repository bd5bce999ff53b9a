from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from PIL import Image
from tests.scenarios.commune import sent, village_rows, written
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.kernel.files import load
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.nominations.models import EvidenceFile
from vinhdanh.nominations.photos import LONGEST_SIDE, proof_of
from vinhdanh.nominations.services import evidence as service
from vinhdanh.nominations.services.evidence import add_evidence, remove_evidence
from vinhdanh.nominations.services.transitions import take_step

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.nominations.models import Nomination

PDF = b"%PDF-1.7 made up"
ORIENTATION, GPS, MAKER = 0x0112, 0x8825, 0x010F


def photo(
    size: tuple[int, int] = (60, 40), kind: str = "JPEG", *, turned: int = 1, colour: str = "red"
) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = turned, "Phone"
    exif.get_ifd(GPS)[2] = (20.0, 46.0, 0.0)
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind, exif=exif)
    return out.getvalue()


def office(part: str) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as parts:
        parts.writestr(part, "<x/>")
    return out.getvalue()


def draft(commune: Commune) -> Nomination:
    return written(commune, rows=village_rows(commune)[:1]).nominations.get()


def add(
    nomination: Nomination, actor: Actor, data: bytes = PDF, name: str = "Xác nhận.pdf"
) -> EvidenceFile:
    return add_evidence(actor=actor, nomination=nomination, name=name, data=data, note="Xác nhận")


# --- what is kept ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Tệp a.jpg rỗng: hãy chọn lại đúng tệp."),
        (b"MZ\x90", "Tệp a.jpg không phải ảnh chụp"),
        (b"<html>", "Tệp a.jpg không phải ảnh chụp"),
        (b"PK\x03\x04 broken", "Tệp a.jpg không phải ảnh chụp"),
        (office("ppt/presentation.xml"), "Tệp a.jpg không phải ảnh chụp"),
        (b"\0\0\0\x18ftypheic", "Ảnh a.jpg ở dạng riêng của điện thoại"),
        (b"\xff\xd8\xff broken", "Ảnh a.jpg bị hỏng nên không mở được"),
        (b"\x89PNG\r\n\x1a\n", "Ảnh a.jpg bị hỏng nên không mở được"),
        (photo((80, 80))[:-400], "Ảnh a.jpg bị hỏng nên không mở được"),
    ],
)
def test_what_cannot_be_kept_is_said(data: bytes, sentence: str) -> None:
    with pytest.raises(Exception, match=sentence):
        proof_of(data, name="a.jpg")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PDF, "pdf"),
        (office("word/document.xml"), "docx"),
        (office("xl/workbook.xml"), "xlsx"),
        (photo(), "jpg"),
        (photo(kind="PNG"), "png"),
    ],
)
def test_the_kind_is_told_from_the_bytes(data: bytes, kind: str) -> None:
    assert proof_of(data, name="giả.txt").format == kind


def test_a_photo_stands_upright_and_forgets_where_it_was_taken() -> None:
    proof = proof_of(photo((60, 40), turned=6), name="a.jpg")
    with Image.open(io.BytesIO(proof.data)) as image:
        assert image.size == (40, 60)
        assert not image.getexif()
    assert b"Phone" not in proof.data


def test_a_large_photo_is_made_smaller() -> None:
    proof = proof_of(photo((3000, 1500)), name="a.jpg")
    with Image.open(io.BytesIO(proof.data)) as image:
        assert image.size == (LONGEST_SIDE, LONGEST_SIDE // 2)


# --- adding and removing -----------------------------------------------------------------------


def test_only_the_proposing_unit_adds(commune: Commune) -> None:
    nomination = draft(commune)
    for actor in (commune.other_head, commune.clerk, commune.outsider):
        with refused(
            "Anh/chị không phụ trách Thôn Phạm Xá nên không sửa được.", error=NotAllowedError
        ):
            add(nomination, actor)


def test_a_sent_dossier_takes_and_gives_nothing(commune: Commune) -> None:
    nomination = sent(commune, rows=village_rows(commune)[:1]).nominations.get()
    closed = (
        "Hồ sơ của Phạm Văn Đức đã gửi nên không sửa được: hãy nhờ công chức phụ trách thi đua"
        " trả lại."
    )
    with refused(closed):
        add(nomination, commune.village_head)
    take_step(actor=commune.clerk, nomination=nomination, name="return", reason="Thiếu")
    piece = add(nomination, commune.village_head)
    take_step(actor=commune.village_head, nomination=nomination, name="send")
    with refused(closed):
        remove_evidence(actor=commune.village_head, evidence=piece)


def test_the_same_file_is_kept_once(commune: Commune) -> None:
    nomination = draft(commune)
    add(nomination, commune.village_head)
    with refused("Tệp khác.pdf đã có trong hồ sơ: không cần gửi lại.", field="file"):
        add(nomination, commune.village_head, name="khác.pdf")


def test_a_dossier_holds_so_many_files_of_so_many_bytes(
    commune: Commune, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MOST_FILES", 1)
    monkeypatch.setattr(service, "MOST_BYTES", 100)
    nomination = draft(commune)
    add(nomination, commune.village_head)
    with refused("Hồ sơ đã có 1 tệp: hãy gộp các trang vào một tệp rồi gửi.", field="file"):
        add(nomination, commune.village_head, PDF + b" more")
    with refused(
        "Tệp Xác nhận.pdf nặng hơn 20 MB: hãy gửi từng phần hoặc chụp lại ở cỡ nhỏ hơn.",
        field="file",
    ):
        add(nomination, commune.village_head, PDF + b" " * 100)


def test_evidence_is_kept_and_taken_out(commune: Commune) -> None:
    nomination = draft(commune)
    piece = add(nomination, commune.village_head)
    assert load(piece.path) == PDF
    assert (piece.format, piece.size, str(piece)) == ("pdf", len(PDF), "Xác nhận.pdf")
    remove_evidence(actor=commune.village_head, evidence=piece)
    assert not EvidenceFile.objects.exists()
    assert [event.sentence for event in history_of(nomination)[:2]] == [
        "bỏ minh chứng “Xác nhận”",
        "gửi minh chứng “Xác nhận”",
    ]
