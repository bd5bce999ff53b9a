from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from tests.scenarios.refusal import content, refused

from vinhdanh.kernel import files
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.records.content import FileContent
from vinhdanh.records.enums import TYPE_CODES, DocumentKind, FileFormat
from vinhdanh.records.models import DocumentFile, OfficialDocument, Receipt
from vinhdanh.records.queries.documents import documents_for, unread_by, with_readers
from vinhdanh.records.services.documents import issue_document, mark_read

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.scenarios.commune import Commune

    from vinhdanh.organizations.models import Unit

DAY = dt.date(2024, 6, 24)


def letter(
    commune: Commune,
    *addressees: Unit,
    number: int | None = None,
    issued_on: dt.date = DAY,
    render: Callable[[OfficialDocument], list[FileContent]] | None = None,
) -> OfficialDocument:
    return issue_document(
        actor=commune.clerk,
        kind=DocumentKind.LETTER,
        symbol="CV-UBND",
        abstract="  Đẩy mạnh  phong trào thi đua ",
        issued_on=issued_on,
        number=number,
        addressees=addressees,
        render=render,
    )


def test_a_number_from_paper_is_entered_once(commune: Commune) -> None:
    letter(commune, number=7)
    with refused(
        "Sổ văn bản đi năm 2024 đã có số 07/CV-UBND: hãy kiểm tra lại số ký hiệu.", field="number"
    ):
        letter(commune, number=7)


def test_a_paper_that_cannot_be_made_uses_no_number(commune: Commune) -> None:
    def fail(document: OfficialDocument) -> list[FileContent]:
        raise OSError(document.code)

    before = content()
    with pytest.raises(OSError, match="01/CV-UBND"):
        letter(commune, commune.village, render=fail)
    assert content() == before
    assert letter(commune).code == "01/CV-UBND"


def test_an_issued_document_has_number_abstract_and_history(commune: Commune) -> None:
    document = letter(commune)
    assert (document.code, document.year, document.numbered_outside) == ("01/CV-UBND", 2024, False)
    assert document.abstract == "Đẩy mạnh phong trào thi đua"
    assert str(document) == "Công văn số 01/CV-UBND"
    (event,) = history_of(document)
    assert (event.actor, event.sentence) == (
        "Nguyễn Thị Hạnh",
        "ban hành Công văn số 01/CV-UBND",
    )
    assert event.details == {"abstract": "Đẩy mạnh phong trào thi đua", "date": "2024-06-24"}


def test_numbers_begin_anew_each_year_and_go_on_after_paper(commune: Commune) -> None:
    codes = [
        letter(commune, number=120).code,
        letter(commune).code,
        letter(commune, issued_on=dt.date(2025, 1, 2)).code,
    ]
    assert codes == ["120/CV-UBND", "121/CV-UBND", "01/CV-UBND"]
    assert OfficialDocument.objects.get(number=120).numbered_outside


def test_files_are_kept_with_their_hash(commune: Commune) -> None:
    data = "nội dung".encode()
    made = FileContent(FileFormat.TXT, "Công văn.txt", data, {"template": "x"})
    document = letter(commune, render=lambda _: [made])
    (kept,) = document.files.all()
    assert (kept.title, kept.format, kept.size) == ("Công văn.txt", "txt", len(data))
    assert kept.sha256 == hashlib.sha256(data).hexdigest()
    assert (files.load(kept.path), kept.manifest) == (data, {"template": "x"})
    assert DocumentFile.objects.count() == 1


def test_a_document_is_read_by_the_units_it_went_to(commune: Commune) -> None:
    document = letter(commune, commune.village, commune.women)
    assert [str(each) for each in unread_by(commune.village_head)] == [
        "Công văn số 01/CV-UBND gửi Thôn Phạm Xá"
    ]
    assert mark_read(actor=commune.village_head, document=document) == 1
    assert list(unread_by(commune.village_head)) == []
    receipt = Receipt.objects.get(unit=commune.village)
    assert receipt.read_by == commune.village_head.user
    assert receipt.read_at is not None
    assert localdate(receipt.read_at) == DAY
    counts: dict[str, Any] = {**with_readers(documents_for(commune.clerk)).values().get()}
    assert (counts["sent"], counts["read"]) == (2, 1)


def test_reading_again_or_by_others_changes_nothing(commune: Commune) -> None:
    document = letter(commune, commune.village)
    mark_read(actor=commune.village_head, document=document)
    before = content()
    for actor in (commune.village_head, commune.other_head, commune.clerk, commune.outsider):
        assert mark_read(actor=actor, document=document) == 0
    assert content() == before


def test_what_is_unread_comes_oldest_first(commune: Commune) -> None:
    new = letter(commune, commune.village, issued_on=dt.date(2024, 3, 1))
    old = letter(commune, commune.village, issued_on=dt.date(2024, 2, 1))
    assert [each.document for each in unread_by(commune.village_head)] == [old, new]


def test_nobody_reads_without_a_time_nor_at_a_time_without_a_reader(commune: Commune) -> None:
    letter(commune, commune.village)
    with pytest.raises(IntegrityError), transaction.atomic():
        Receipt.objects.update(read_by=commune.village_head.user)


def test_every_kind_has_its_abbreviation() -> None:
    assert {kind.value: TYPE_CODES[kind] for kind in DocumentKind} == {
        "plan": "KH",
        "letter": "",
        "guidance": "HD",
        "notice": "TB",
        "decision": "QĐ",
        "report": "BC",
        "submission": "TTr",
        "invitation": "GM",
        "minutes": "BB",
    }
