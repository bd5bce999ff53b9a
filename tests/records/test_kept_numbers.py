from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from tests.records.test_documents import DAY
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.records.enums import DocumentKind, KeptState
from vinhdanh.records.models import KeptNumber
from vinhdanh.records.queries.documents import kept_numbers_for
from vinhdanh.records.services.documents import issue_document
from vinhdanh.records.services.kept_numbers import cancel_number, reserve_numbers

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.records.models import OfficialDocument

SYMBOL = "QĐ-UBND"


def reserve(actor: Actor, **changes: Any) -> list[KeptNumber]:
    given: dict[str, Any] = {
        "symbol": SYMBOL,
        "year": 2024,
        "count": 2,
        "note": "Khen đột xuất",
    } | changes
    return reserve_numbers(actor=actor, **given)


def issue(commune: Commune, **changes: Any) -> OfficialDocument:
    given: dict[str, Any] = {
        "symbol": SYMBOL,
        "abstract": "Tặng Giấy khen",
        "issued_on": DAY,
    } | changes
    return issue_document(actor=commune.chair, kind=DocumentKind.DECISION, **given)


@pytest.mark.parametrize(
    ("changes", "sentence", "field"),
    [
        ({"note": " "}, "Chưa ghi số này để dành cho việc gì: hãy ghi một câu.", "note"),
        ({"count": 0}, "Mỗi lần để dành được từ 1 đến 50 số: hãy ghi lại số lượng.", "count"),
        ({"count": 51}, "Mỗi lần để dành được từ 1 đến 50 số: hãy ghi lại số lượng.", "count"),
        ({"year": 2025}, "Năm 2025 chưa tới: số của năm nào để dành trong năm đó.", "year"),
        (
            {"symbol": "05/QĐ"},
            "Ký hiệu “05/QĐ” chưa đúng: hãy ghi như QĐ-UBND, không kèm số và dấu gạch chéo.",
            "symbol",
        ),
        (
            {"symbol": "QĐ-" + "A" * 28},
            "Ký hiệu dài 31 ký tự, quá mức 30 ký tự: hãy viết ngắn lại.",
            "symbol",
        ),
    ],
)
def test_what_cannot_be_reserved(
    commune: Commune, changes: dict[str, Any], sentence: str, field: str
) -> None:
    with refused(sentence, field=field):
        reserve(commune.clerk, **changes)


def test_only_the_office_reserves_and_sees(commune: Commune) -> None:
    reserve(commune.clerk)
    assert kept_numbers_for(commune.chair).count() == 2
    for actor in (commune.village_head, commune.outsider):
        assert not kept_numbers_for(actor).exists()
    with pytest.raises(NotAllowedError):
        reserve(commune.village_head)


def test_reserved_numbers_are_passed_over(commune: Commune) -> None:
    issue(commune)
    assert [str(each) for each in reserve(commune.clerk)] == ["02/QĐ-UBND", "03/QĐ-UBND"]
    assert issue(commune).code == "04/QĐ-UBND"


def test_a_reserved_number_is_used_later_and_once(commune: Commune) -> None:
    first, second = reserve(commune.clerk)
    document = issue(commune, kept=second)
    assert document.code == "02/QĐ-UBND"
    second.refresh_from_db()
    assert (second.state, second.document) == (KeptState.USED, document)
    assert history_of(document)[0].sentence == ("ban hành Quyết định số 02/QĐ-UBND (số để dành)")
    with refused("Số 02/QĐ-UBND đã dùng: hãy chọn số khác.", field="kept"):
        issue(commune, kept=second)
    assert issue(commune, kept=first).code == "01/QĐ-UBND"


@pytest.mark.parametrize("changes", [{"symbol": "KH-UBND"}, {"issued_on": dt.date(2023, 12, 29)}])
def test_a_reserved_number_stays_in_its_series(commune: Commune, changes: dict[str, Any]) -> None:
    first, _ = reserve(commune.clerk)
    symbol = changes.get("symbol", SYMBOL)
    year = changes.get("issued_on", DAY).year
    with refused(
        f"Số 01/QĐ-UBND năm 2024 không thuộc sổ {symbol} năm {year}: hãy chọn số khác hoặc sửa"
        " ngày ban hành.",
        field="kept",
    ):
        issue(commune, kept=first, **changes)


def test_a_cancelled_number_is_never_used(commune: Commune) -> None:
    first, second = reserve(commune.clerk)
    with refused(
        "Chưa ghi lý do hủy số 01/QĐ-UBND: hãy ghi một câu, câu này ở lại trong sổ.",
        field="reason",
    ):
        cancel_number(actor=commune.clerk, kept=first, reason=" ")
    cancel_number(actor=commune.clerk, kept=first, reason="Không khen nữa")
    with refused("Số 01/QĐ-UBND đã hủy nên không hủy được: hãy tải lại trang."):
        cancel_number(actor=commune.clerk, kept=first, reason="Lần nữa")
    with refused("Số 01/QĐ-UBND đã hủy: hãy chọn số khác.", field="kept"):
        issue(commune, kept=first)
    assert issue(commune).number == second.number + 1


def test_a_paper_cannot_claim_a_number_set_apart(commune: Commune) -> None:
    reserve(commune.clerk)
    with refused(
        "Số 02/QĐ-UBND để dành (Khen đột xuất): hãy chọn số khác, hoặc dùng số để dành khi ban"
        " hành.",
        field="number",
    ):
        issue(commune, number=2)


def test_another_body_cannot_cancel(commune: Commune) -> None:
    first, _ = reserve(commune.clerk)
    with pytest.raises(NotAllowedError):
        cancel_number(actor=commune.outsider, kept=first, reason="Thử")


def test_a_number_says_why_and_is_used_only_by_a_document(commune: Commune) -> None:
    first, _ = reserve(commune.clerk)
    for changes in ({"state": KeptState.USED}, {"state": KeptState.CANCELLED}, {"note": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            KeptNumber.objects.filter(pk=first.pk).update(**changes)
