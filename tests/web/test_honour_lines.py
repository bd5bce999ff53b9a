"""Money and honours on the page of today: each line for its role, gone when it is done."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.factories.honours import make_honour
from tests.scenarios.aftermath import (
    awarded,
    correcting,
    restored,
    revoked,
    revoking,
    without_papers,
)
from tests.scenarios.commune import TODAY, YEAR

from vinhdanh.decisions.enums import (
    FundKind,
    FundPurpose,
    FundSource,
    PaymentState,
    ReissueKind,
)
from vinhdanh.decisions.models import PrizePayment, RevocationLine
from vinhdanh.decisions.services.fund import Line as FundLine
from vinhdanh.decisions.services.fund import enter_line
from vinhdanh.decisions.services.payment_lists import make_list
from vinhdanh.decisions.services.payments import Receipt, pay
from vinhdanh.decisions.services.payments_opening import open_payments
from vinhdanh.decisions.services.recoveries import record_handing_back, record_return
from vinhdanh.decisions.services.reissues import request_reissue
from vinhdanh.web.honour_lines import honour_lines
from vinhdanh.web.money_lines import money_lines
from vinhdanh.web.waiting import awaited_from_others, lines_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor


@pytest.fixture(autouse=True)
def _without_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    without_papers(monkeypatch)


def money_said(actor: Actor) -> list[str]:
    return [line.sentence for line in money_lines(actor)]


def said(actor: Actor, year: int = YEAR) -> list[str]:
    return [line.sentence for line in honour_lines(actor, year=year)]


def allotted(commune: Commune, amount: int) -> None:
    line = FundLine(
        kind=FundKind.PLANNED, purpose=FundPurpose.SUPPLY, source=FundSource.BUDGET,
        amount=amount, entered_on=dt.date(2024, 1, 2), content="Dự toán",
    )  # fmt: skip
    enter_line(actor=commune.accountant, line=line)


# --- money -------------------------------------------------------------------------------------


def test_money_is_the_accountants(commune: Commune) -> None:
    award = awarded(commune)
    make_honour(award, "Lê Văn An", amount=None)
    open_payments(decision=award)
    assert money_said(commune.accountant) == [
        "Một khoản tiền thưởng chờ lập danh sách chi, tổng 270.000 đ",
        "Quỹ năm 2024 chưa ghi dự toán, trong khi có 270.000 đ tiền thưởng phải chi",
    ]
    assert money_said(commune.clerk) == ["Một khoản tiền thưởng chưa rõ mức, cần xác minh"]
    for other in (commune.chair, commune.village_head, commune.outsider):
        assert "270.000 đ" not in " ".join(money_said(other))


def test_a_list_is_to_be_paid_and_called_late_after_a_month(
    commune: Commune, set_today: Callable[[dt.date], None]
) -> None:
    allotted(commune, 5_000_000)
    payments = open_payments(decision=awarded(commune))
    found = make_list(actor=commune.accountant, payments=payments)
    (line,) = money_lines(commune.accountant)
    assert (line.verb, line.url) == ("Ghi đã chi", reverse("payment_list", args=[found.pk]))
    assert (line.state, line.detail) == ("waiting", "")
    set_today(dt.date(2024, 7, 21))
    (line,) = money_lines(commune.accountant)
    assert (line.state, line.detail) == ("care", "Khoản lâu nhất đã 31 ngày kể từ ngày quyết định")
    pay(
        actor=commune.accountant, receipts=[Receipt(payment=payments[0])], paid_on=TODAY,
        source=FundSource.BUDGET,
    )  # fmt: skip
    assert money_said(commune.accountant) == []


@pytest.mark.parametrize(
    ("amount", "sentence"),
    [
        (200_000, "Quỹ năm 2024 thiếu 70.000 đ để chi tiền thưởng đã quyết định"),
        (
            290_000,
            "Quỹ năm 2024 sắp hết: còn 20.000 đ sau khi trừ tiền thưởng đã quyết định",
        ),
    ],
)
def test_a_fund_near_its_end_is_told(commune: Commune, amount: int, sentence: str) -> None:
    allotted(commune, amount)
    open_payments(decision=awarded(commune))
    assert money_said(commune.accountant)[-1] == sentence


def test_money_of_a_revoked_honour_is_to_come_back(commune: Commune) -> None:
    allotted(commune, 5_000_000)
    award = awarded(commune)
    (payment,) = open_payments(decision=award)
    make_list(actor=commune.accountant, payments=[payment])
    pay(
        actor=commune.accountant, receipts=[Receipt(payment=payment)], paid_on=TODAY,
        source=FundSource.BUDGET,
    )  # fmt: skip
    revoked(commune, award)
    (line,) = money_lines(commune.accountant)
    assert line.sentence == (
        "Một khoản tiền thưởng phải thu hồi sau khi hủy bỏ khen thưởng, tổng 270.000 đ"
    )
    assert line.due_on == dt.date(2024, 7, 15)
    restored(commune, RevocationLine.objects.get().revocation.decision)
    assert PrizePayment.objects.get().state == PaymentState.PAID
    assert money_said(commune.accountant) == []


# --- honours -----------------------------------------------------------------------------------


def test_objects_come_back_and_go_back(
    commune: Commune, set_today: Callable[[dt.date], None]
) -> None:
    taken = revoked(commune, awarded(commune))
    line = taken.revocation.lines.get()
    (told,) = honour_lines(commune.clerk, year=YEAR)
    assert told.sentence == "Một bằng, hiện vật phải thu hồi sau khi hủy bỏ khen thưởng"
    assert (told.state, told.due_on) == ("care", dt.date(2024, 7, 15))
    set_today(dt.date(2024, 7, 16))
    assert next(honour_lines(commune.clerk, year=YEAR)).state == "stop"
    set_today(TODAY)
    record_return(actor=commune.clerk, line=line, on=TODAY)
    assert said(commune.clerk) == []
    restored(commune, taken)
    assert said(commune.clerk) == ["Một bằng, hiện vật chờ trao lại sau khi khôi phục khen thưởng"]
    record_handing_back(actor=commune.clerk, line=line, on=TODAY)
    assert said(commune.clerk) == []


def test_a_reissue_waits_for_the_chair(commune: Commune) -> None:
    honour = awarded(commune).honours.get()
    request_reissue(
        actor=commune.clerk, honour=honour, kind=ReissueKind.REPLACEMENT, reason="mất do bão",
        applicant="Phạm Văn Đức", requested_on=TODAY,
    )  # fmt: skip
    (line,) = honour_lines(commune.chair, year=YEAR)
    assert line.sentence == "Một đề nghị cấp đổi, cấp lại bằng chờ anh/chị trả lời"
    assert line.url == reverse("honour", args=[honour.pk])
    told = [each.sentence for each in awaited_from_others(commune.clerk, year=YEAR)]
    assert told == ["Chủ tịch trả lời đề nghị cấp lại bằng của Phạm Văn Đức"]


def test_drafts_are_called_by_what_they_do(commune: Commune) -> None:
    award = awarded(commune)
    other = make_honour(award, "Lê Văn An")
    revoking(commune, award, other)
    correcting(commune, award.honours.all()[0])
    told = {line.sentence for line in lines_for(commune.chair, [], year=YEAR)}
    assert told == {
        "Một dự thảo quyết định hủy bỏ khen thưởng chờ anh/chị ký",
        "Một dự thảo quyết định đính chính khen thưởng chờ anh/chị ký",
    }
    assert "Chủ tịch ký dự thảo quyết định hủy bỏ khen thưởng" in {
        line.sentence for line in awaited_from_others(commune.clerk, year=YEAR)
    }


def test_years_are_asked_for_when_the_review_begins(
    commune: Commune, set_today: Callable[[dt.date], None]
) -> None:
    assert said(commune.clerk) == []
    set_today(dt.date(2024, 11, 1))
    (line,) = honour_lines(commune.clerk, year=YEAR)
    assert line.sentence.endswith("chưa có xếp loại năm 2024")
    assert line.url == reverse("years")
    assert said(commune.village_head) == []


def test_a_unit_hears_of_its_honours_for_a_month(
    commune: Commune, set_today: Callable[[dt.date], None]
) -> None:
    award = awarded(commune, "Lê Văn An", "Lê Văn Bình")
    award.honours.update(unit=commune.village)
    (line,) = honour_lines(commune.village_head, year=YEAR)
    assert line.sentence == "Hai trường hợp của Thôn Phạm Xá đã được khen thưởng"
    assert line.url == f"{reverse('register')}?unit={commune.village.pk}&year=2024"
    assert said(commune.other_head) == []
    set_today(dt.date(2024, 7, 20))
    assert said(commune.village_head) == []
