"""The book of the fund: lines are added and reversed, and nothing is spent in silence."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from tests.factories.honours import make_decision, make_honour
from tests.scenarios.commune import TODAY
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.decisions.enums import FundKind, FundPurpose, FundSource
from vinhdanh.decisions.models import Fund, FundEntry
from vinhdanh.decisions.queries.fund import fund_entries_for, fund_figures, funds_for, shortfall
from vinhdanh.decisions.services.fund import Line, enter_line, reverse_line
from vinhdanh.decisions.services.payments_opening import open_payments
from vinhdanh.kernel.errors import DomainError, StaleError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.scenarios.commune import Commune


def line(**given: Any) -> Line:
    usual: dict[str, Any] = {
        "kind": FundKind.PLANNED,
        "purpose": FundPurpose.SUPPLY,
        "source": FundSource.BUDGET,
        "amount": 10_000_000,
        "entered_on": TODAY,
        "content": "Dự toán giao đầu năm",
    }
    return Line(**usual | given)


def spent(amount: int, **given: Any) -> Line:
    usual = {"kind": FundKind.EXPENSE, "purpose": FundPurpose.OBJECTS, "content": "In bằng"}
    return line(amount=amount, **usual | given)


def entered(commune: Commune, one: Line) -> FundEntry:
    return enter_line(actor=commune.accountant, line=one)


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        ({"amount": 0}, "amount", "Số tiền phải lớn hơn 0: hãy ghi lại số tiền."),
        (
            {"entered_on": TODAY + dt.timedelta(1)},
            "entered_on",
            "Ngày 25/06/2024 chưa tới: hãy ghi ngày hôm nay hoặc trước đó.",
        ),
        ({"content": "  "}, "content", "Chưa ghi diễn giải: hãy viết một câu."),
        (
            {"purpose": FundPurpose.PRIZES},
            "purpose",
            (
                "Nội dung không hợp với loại dòng: khoản chi chọn một nội dung chi, dự toán và"
                " khoản thu chọn “Cấp, huy động vào quỹ”."
            ),
        ),
        (
            {"kind": FundKind.INCOME},
            "kind",
            "Tiền ngân sách được giao bằng dự toán: hãy chọn loại “Dự toán”.",
        ),
    ],
)
def test_a_line_that_makes_no_sense_is_refused(
    commune: Commune, given: dict[str, Any], field: str, sentence: str
) -> None:
    with refused(sentence, field=field):
        entered(commune, line(**given))


def test_only_the_accountant_keeps_the_book(commune: Commune) -> None:
    with pytest.raises(NotAllowedError):
        enter_line(actor=commune.clerk, line=line())
    entry = entered(commune, line())
    with pytest.raises(NotAllowedError):
        reverse_line(actor=commune.outsider, entry=entry, reason="x")
    assert not fund_entries_for(commune.outsider).exists()
    assert not funds_for(commune.village_head).exists()


def test_a_source_is_never_overspent_in_silence(commune: Commune) -> None:
    entered(commune, line(amount=1_000_000))
    with refused(
        "Nguồn Ngân sách nhà nước của quỹ năm 2024 còn 1.000.000 đ, không đủ chi 1.200.000 đ: hãy"
        " bổ sung nguồn, hoặc ghi lý do chi vượt.",
        field="excess_reason",
    ):
        entered(commune, spent(1_200_000))
    entry = entered(commune, spent(1_200_000, excess_reason="Chủ tịch đồng ý tạm ứng"))
    found = fund_figures(commune.body, year=2024, as_of=TODAY)
    assert (entry.excess_reason, found.left) == ("Chủ tịch đồng ý tạm ứng", -200_000)


def test_what_people_promised_is_not_money_yet(commune: Commune) -> None:
    entered(commune, line(source=FundSource.CONTRIBUTION))
    with pytest.raises(DomainError, match="còn 0 đ"):
        entered(commune, spent(1, source=FundSource.CONTRIBUTION))
    entered(commune, line(kind=FundKind.INCOME, source=FundSource.CONTRIBUTION, amount=500_000))
    entered(commune, spent(500_000, source=FundSource.CONTRIBUTION))


def test_organising_takes_its_share_where_a_text_names_one(
    commune: Commune, set_today: Callable[[dt.date], None]
) -> None:
    entered(commune, line(amount=1_000_000))
    organising = {"purpose": FundPurpose.ORGANISING, "content": "Họp Hội đồng"}
    entered(commune, spent(300_000, **organising))
    assert fund_figures(commune.body, year=2024, as_of=TODAY).organising.percent is None
    later = dt.date(2026, 3, 2)
    set_today(later)
    entered(commune, line(amount=1_000_000, entered_on=later))
    with refused(
        "Chi tổ chức sẽ thành 200.001 đ, quá 20% của quỹ là 200.000 đ (Khoản 3 Điều 2 Thông tư"
        " 143/2025/TT-BTC): hãy giảm khoản chi, hoặc ghi lý do chi vượt.",
        field="excess_reason",
    ):
        entered(commune, spent(200_001, entered_on=later, **organising))
    entered(commune, spent(200_000, entered_on=later, **organising))


class TestReversing:
    def test_it_needs_a_reason_and_is_done_once(self, commune: Commune) -> None:
        entry = entered(commune, line())
        with refused("Chưa ghi lý do đảo dòng này: hãy viết một câu.", field="reason"):
            reverse_line(actor=commune.accountant, entry=entry, reason=" ")
        made = reverse_line(actor=commune.accountant, entry=entry, reason="Ghi nhầm số")
        assert (made.amount, made.content) == (
            -10_000_000,
            "Đảo dòng ngày 24/06/2024: Ghi nhầm số",
        )
        with refused("Dòng này đã được đảo: hãy tải lại trang.", error=StaleError):
            reverse_line(actor=commune.accountant, entry=entry, reason="x")
        with refused("Dòng này là bút toán đảo nên không đảo lại được: hãy ghi dòng mới."):
            reverse_line(actor=commune.accountant, entry=made, reason="x")
        assert not fund_figures(commune.body, year=2024, as_of=TODAY).is_begun

    def test_what_is_spent_already_is_not_taken_from_under_it(self, commune: Commune) -> None:
        entry = entered(commune, line(amount=1_000_000))
        entered(commune, spent(400_000))
        with refused(
            "Đảo dòng này thì nguồn Ngân sách nhà nước thiếu 400.000 đ cho các khoản đã chi: hãy bổ"
            " sung nguồn trước."
        ):
            reverse_line(actor=commune.accountant, entry=entry, reason="Ghi nhầm")

    def test_the_database_refuses_a_negative_line(self, commune: Commune) -> None:
        fund = Fund.objects.create(body=commune.body, year=2024)
        with pytest.raises(IntegrityError), transaction.atomic():
            FundEntry.objects.create(
                fund=fund,
                kind=FundKind.INCOME,
                purpose=FundPurpose.SUPPLY,
                source=FundSource.OTHER,
                amount=-1,
                entered_on=TODAY,
                content="x",
                entered_by_name="x",
            )


def test_a_signature_is_warned_of_what_the_fund_lacks(commune: Commune) -> None:
    assert shortfall(commune.body, as_of=TODAY) == ""
    decision = make_decision(commune.body)
    make_honour(decision)
    open_payments(decision=decision)
    assert shortfall(commune.body, as_of=TODAY) == (
        "Quỹ năm 2024 chưa ghi dự toán nên chưa biết có đủ 270.000 đ tiền thưởng hay không: hãy hỏi"
        " kế toán trước khi ký."
    )
    entered(commune, line(amount=400_000))
    assert shortfall(commune.body, as_of=TODAY) == ""
    assert shortfall(commune.body, as_of=TODAY, asked=270_000) == (
        "Quỹ năm 2024 còn 400.000 đ, trong khi các quyết định cần 540.000 đ tiền thưởng: thiếu"
        " 140.000 đ, hãy bổ sung nguồn trước khi ký."
    )
