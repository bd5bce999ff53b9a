"""Prize money from the signature to the hand that takes it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from tests.factories.honours import DAY, make_decision, make_honour
from tests.factories.organizations import make_person
from tests.scenarios.commune import TODAY
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.decisions.enums import FundKind, FundPurpose, FundSource, PaymentState
from vinhdanh.decisions.models import FundEntry, PaymentList, PrizePayment
from vinhdanh.decisions.queries.payments import (
    kind_totals,
    payable,
    payment_lists_for,
    payments_for,
    promised,
    standings,
    to_recover,
)
from vinhdanh.decisions.services import revocations
from vinhdanh.decisions.services.fund import Line, enter_line
from vinhdanh.decisions.services.payment_lists import (
    attach_signed,
    drop_list,
    make_list,
    take_off_list,
)
from vinhdanh.decisions.services.payments import Receipt, pay, recover, settle_payment, unpay
from vinhdanh.decisions.services.payments_opening import open_payments, rejoin_payments
from vinhdanh.decisions.services.revocations import Case, draft_revocation, issue_revocation
from vinhdanh.kernel.errors import StaleError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.nominations.enums import CommendationKind
from vinhdanh.organizations.services.merging import merge_people
from vinhdanh.organizations.services.recipients import recipient_for_person

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.decisions.models import Decision
    from vinhdanh.organizations.models import Recipient

EXEMPLARY: dict[str, Any] = {
    "slug": "chien-si-thi-dua-co-so",
    "name": "Chiến sĩ thi đua cơ sở",
    "amount": 1_800_000,
}
ADVANCED: dict[str, Any] = {
    "slug": "lao-dong-tien-tien",
    "name": "Lao động tiên tiến",
    "amount": 540_000,
}
HIGHEST_ONLY = (
    "Cùng năm đã được thưởng Chiến sĩ thi đua cơ sở mức cao hơn hoặc bằng. Cùng một thời gian đạt"
    " nhiều danh hiệu thì chỉ nhận mức thưởng cao nhất."
)


@pytest.fixture
def decision(commune: Commune) -> Decision:
    return make_decision(commune.body)


def farmer(commune: Commune) -> Recipient:
    return recipient_for_person(commune.farmer)


def due(commune: Commune, decision: Decision, *names: str) -> list[PrizePayment]:
    """Return payments that are due, one for each name."""
    for name in names:
        make_honour(decision, name)
    return open_payments(decision=decision)


def listed(commune: Commune, decision: Decision, *names: str) -> list[PrizePayment]:
    found = make_list(actor=commune.accountant, payments=due(commune, decision, *names))
    return list(found.payments.all())


def supplied(commune: Commune, amount: int = 5_000_000) -> FundEntry:
    line = Line(
        kind=FundKind.PLANNED,
        purpose=FundPurpose.SUPPLY,
        source=FundSource.BUDGET,
        amount=amount,
        entered_on=dt.date(2024, 1, 2),
        content="Dự toán giao đầu năm",
    )
    return enter_line(actor=commune.accountant, line=line)


def paid(commune: Commune, *payments: PrizePayment, **given: Any) -> list[PrizePayment]:
    receipts = [Receipt(payment=each) for each in payments]
    asked: dict[str, Any] = {
        "receipts": receipts,
        "paid_on": TODAY,
        "source": FundSource.BUDGET,
    } | given
    return pay(actor=commune.accountant, **asked)


def states(decision: Decision) -> list[tuple[str, str]]:
    rows = PrizePayment.objects.filter(honour__decision=decision).order_by("honour__order")
    return [(each.honour.honour_name, each.state) for each in rows]


class TestOpening:
    def test_an_unknown_amount_is_asked_and_never_guessed(self, decision: Decision) -> None:
        make_honour(decision, slug="gia-dinh-van-hoa", name="Gia đình văn hóa", amount=None)
        (row,) = open_payments(decision=decision)
        assert (row.state, row.amount) == (PaymentState.ASKED, None)
        assert row.reason.endswith("rồi ghi mức chi.")

    def test_of_two_titles_of_a_year_only_the_highest_is_paid(
        self, commune: Commune, decision: Decision
    ) -> None:
        make_honour(decision, farmer(commune), **ADVANCED)
        make_honour(decision, farmer(commune), **EXEMPLARY)
        open_payments(decision=decision)
        assert states(decision) == [
            ("Lao động tiên tiến", "not_payable"),
            ("Chiến sĩ thi đua cơ sở", "due"),
        ]
        row = PrizePayment.objects.get(state=PaymentState.NOT_PAYABLE)
        assert row.reason == HIGHEST_ONLY
        assert "98/2023/NĐ-CP" in row.reason_source

    def test_titles_of_two_years_are_both_paid(self, commune: Commune, decision: Decision) -> None:
        make_honour(decision, farmer(commune), **ADVANCED, year=2023)
        make_honour(decision, farmer(commune), **EXEMPLARY)
        open_payments(decision=decision)
        assert {state for _, state in states(decision)} == {"due"}

    def test_a_title_and_a_form_are_both_paid(self, commune: Commune, decision: Decision) -> None:
        make_honour(decision, farmer(commune), **ADVANCED)
        make_honour(decision, farmer(commune))
        open_payments(decision=decision)
        assert {state for _, state in states(decision)} == {"due"}
        assert "nhận thưởng cả hai" in PrizePayment.objects.all()[0].reason

    def test_two_forms_of_one_period_ask_and_sudden_ones_do_not(
        self, commune: Commune, decision: Decision
    ) -> None:
        for _ in range(2):
            make_honour(decision, farmer(commune))
        sudden = recipient_for_person(make_person(commune.body, "Lê Văn Cứu"))
        for _ in range(2):
            make_honour(decision, sudden, kind=CommendationKind.SUDDEN)
        open_payments(decision=decision)
        assert [state for _, state in states(decision)] == ["asked", "asked", "due", "due"]

    def test_a_higher_title_after_a_lower_one_was_paid_is_asked(
        self, commune: Commune, decision: Decision
    ) -> None:
        supplied(commune)
        make_honour(decision, farmer(commune), **ADVANCED)
        found = make_list(actor=commune.accountant, payments=open_payments(decision=decision))
        paid(commune, *found.payments.all())
        later = make_decision(commune.body, number=2)
        make_honour(later, farmer(commune), **EXEMPLARY)
        open_payments(decision=later)
        row = PrizePayment.objects.get(honour__decision=later)
        assert row.state == PaymentState.ASKED
        assert row.reason.startswith("Cùng năm đã định chi 540.000 đ cho Lao động tiên tiến")

    def test_a_lower_title_is_due_again_once_the_higher_is_revoked(
        self, commune: Commune, decision: Decision
    ) -> None:
        make_honour(decision, farmer(commune), **ADVANCED)
        higher = make_honour(decision, farmer(commune), **EXEMPLARY)
        open_payments(decision=decision)
        type(higher).objects.filter(pk=higher.pk).update(
            revoked_on=TODAY, revoked_by=higher.decision_id
        )
        rejoin_payments(honours=[higher])
        assert states(decision)[0] == ("Lao động tiên tiến", "due")

    def test_two_records_made_one_are_paid_once(self, commune: Commune, decision: Decision) -> None:
        twin = make_person(commune.body, "Phạm Văn Đực")
        make_honour(decision, farmer(commune), **ADVANCED)
        make_honour(decision, recipient_for_person(twin), **EXEMPLARY)
        open_payments(decision=decision)
        assert {state for _, state in states(decision)} == {"due"}
        merge_people(keeper=commune.clerk, kept=commune.farmer, other=twin)
        assert states(decision)[0] == ("Lao động tiên tiến", "not_payable")

    def test_an_honour_has_one_payment(self, commune: Commune, decision: Decision) -> None:
        (row,) = due(commune, decision, "Phạm Văn Đức")
        with pytest.raises(IntegrityError), transaction.atomic():
            PrizePayment.objects.create(
                body=commune.body, honour=row.honour, state=PaymentState.DUE, amount=1
            )


class TestSettling:
    @pytest.fixture
    def asked(self, decision: Decision) -> PrizePayment:
        make_honour(decision, slug="gia-dinh-van-hoa", name="Gia đình văn hóa", amount=None)
        (row,) = open_payments(decision=decision)
        return row

    def test_it_needs_its_ground(self, commune: Commune, asked: PrizePayment) -> None:
        sentence = "Chưa ghi căn cứ: hãy ghi ai xác nhận, theo văn bản nào."
        with refused(sentence, field="answer"):
            settle_payment(actor=commune.chair, payment=asked, amount=100_000, answer="  ")

    def test_it_is_not_the_accountant_s(self, commune: Commune, asked: PrizePayment) -> None:
        with pytest.raises(NotAllowedError):
            settle_payment(actor=commune.accountant, payment=asked, amount=1, answer="x")

    def test_an_amount_makes_it_due_and_nothing_makes_it_not_payable(
        self, commune: Commune, asked: PrizePayment
    ) -> None:
        row = settle_payment(
            actor=commune.clerk, payment=asked, amount=0, answer="Phòng Nội vụ trả lời miệng"
        )
        assert (row.state, row.reason) == (
            PaymentState.NOT_PAYABLE,
            "Xác định không chi: Phòng Nội vụ trả lời miệng",
        )
        row = settle_payment(
            actor=commune.chair, payment=asked, amount=100_000, answer="Công văn 12/PNV"
        )
        assert (row.state, row.amount, row.answered_by_name) == (
            PaymentState.DUE,
            100_000,
            "Ngô Văn Quyên",
        )
        with pytest.raises(StaleError):
            settle_payment(actor=commune.chair, payment=asked, amount=1, answer="x")


class TestLists:
    def test_nothing_chosen(self, commune: Commune) -> None:
        with refused("Chưa chọn khoản nào: hãy đánh dấu ít nhất một khoản chờ chi."):
            make_list(actor=commune.accountant, payments=[])

    def test_another_commune_s_payment(self, commune: Commune, decision: Decision) -> None:
        rows = due(commune, decision, "Phạm Văn Đức")
        with refused("Việc này thuộc cơ quan khác.", error=NotAllowedError):
            make_list(actor=commune.outsider, payments=rows)

    def test_the_second_accountant_is_told_of_the_first(
        self, commune: Commune, decision: Decision
    ) -> None:
        rows = due(commune, decision, "Phạm Văn Đức")
        make_list(actor=commune.clerk, payments=rows)
        with refused(
            "Khoản của Phạm Văn Đức đã có trong danh sách chi thưởng số 1/2024 do Nguyễn Thị Hạnh"
            " lập: hãy tải lại trang rồi chọn lại.",
            error=StaleError,
        ):
            make_list(actor=commune.accountant, payments=rows)

    def test_a_list_across_decisions_adds_up(self, commune: Commune, decision: Decision) -> None:
        later = make_decision(commune.body, number=2)
        rows = [*due(commune, decision, "A", "B"), *due(commune, later, "C")]
        found = make_list(actor=commune.accountant, payments=rows)
        assert found.title == ("Chi tiền thưởng theo Quyết định 01/QĐ-UBND; Quyết định 02/QĐ-UBND")
        assert [(each.count, each.amount) for each in kind_totals(found)] == [(3, 810_000)]
        assert sum(each.amount or 0 for each in promised(commune.body)) == 810_000

    def test_a_row_and_a_list_go_back_while_nothing_is_paid(
        self, commune: Commune, decision: Decision
    ) -> None:
        supplied(commune)
        first, second = listed(commune, decision, "A", "B")
        take_off_list(actor=commune.accountant, payment=first)
        with pytest.raises(StaleError):
            take_off_list(actor=commune.accountant, payment=first)
        found = second.list
        assert found is not None
        paid(commune, second)
        with refused(f"{found} đã chi một phần nên không bỏ được: hãy chi nốt phần còn lại."):
            drop_list(actor=commune.accountant, found=found)
        unpay(actor=commune.accountant, payment=second, reason="Ghi nhầm ngày")
        drop_list(actor=commune.accountant, found=found)
        assert not PaymentList.objects.exists()
        with pytest.raises(StaleError):
            drop_list(actor=commune.accountant, found=found)
        assert {state for _, state in states(decision)} == {"due"}

    def test_what_was_signed_is_a_scan(self, commune: Commune, decision: Decision) -> None:
        (row,) = listed(commune, decision, "A")
        assert row.list is not None
        with refused(
            "Tệp ds.docx không phải PDF hay ảnh: hãy quét hoặc chụp danh sách đã ký nhận.",
            field="scan",
        ):
            attach_signed(
                actor=commune.accountant, found=row.list, data=b"PK", kind="docx", name="ds.docx"
            )
        found = attach_signed(
            actor=commune.accountant, found=row.list, data=b"%PDF-1.7", kind="pdf", name="ds.pdf"
        )
        assert (found.signed_name, len(found.signed_sha256)) == ("ds.pdf", 64)


class TestPaying:
    def test_refusals(self, commune: Commune, decision: Decision) -> None:
        supplied(commune)
        (row,) = listed(commune, decision, "Phạm Văn Đức")
        with refused("Chưa chọn khoản nào: hãy đánh dấu các khoản đã chi."):
            paid(commune)
        with refused(
            "Ngày chi đứng trước ngày quyết định 20/06/2024: hãy kiểm tra lại ngày.",
            field="paid_on",
        ):
            paid(commune, row, paid_on=DAY - dt.timedelta(1))
        with refused(
            "Ngày chi 25/06/2024 chưa tới: hãy ghi ngày hôm nay hoặc trước đó.", field="paid_on"
        ):
            paid(commune, row, paid_on=TODAY + dt.timedelta(1))
        with refused(
            "Phạm Văn Tí nhận thay Phạm Văn Đức: hãy ghi quan hệ và lý do nhận thay.",
            field="receiver_note",
        ):
            paid(commune, receipts=[Receipt(payment=row, received_by="Phạm Văn Tí")])
        with pytest.raises(NotAllowedError):
            pay(
                actor=commune.clerk,
                receipts=[Receipt(payment=row)],
                paid_on=TODAY,
                source=FundSource.BUDGET,
            )

    def test_without_money_it_needs_a_reason(self, commune: Commune, decision: Decision) -> None:
        (row,) = listed(commune, decision, "Phạm Văn Đức")
        with refused(
            "Nguồn Ngân sách nhà nước của quỹ năm 2024 còn 0 đ, không đủ chi 270.000 đ: hãy bổ sung"
            " nguồn, hoặc ghi lý do chi vượt.",
            field="excess_reason",
        ):
            paid(commune, row)
        (row,) = paid(commune, row, excess_reason="Tạm ứng từ chi thường xuyên")
        assert row.entry is not None
        assert row.entry.excess_reason == "Tạm ứng từ chi thường xuyên"

    def test_all_or_none(self, commune: Commune, decision: Decision) -> None:
        supplied(commune, 300_000)
        rows = listed(commune, decision, "A", "B")
        with pytest.raises(Exception, match="không đủ chi"):
            paid(commune, *rows)
        assert {state for _, state in states(decision)} == {"listed"}

    def test_the_second_accountant_is_told_who_paid_and_when(
        self, commune: Commune, decision: Decision
    ) -> None:
        supplied(commune)
        (row,) = listed(commune, decision, "Phạm Văn Đức")
        receipt = Receipt(payment=row, received_by="Phạm Văn Tí", receiver_note="con, ông đã mất")
        (done,) = paid(commune, receipts=[receipt])
        assert (done.received_by, done.paid_by_name) == ("Phạm Văn Tí", "Mai Thị Ngân")
        second = replace(commune.accountant)
        with refused(
            "Mai Thị Ngân đã ghi chi cho Phạm Văn Đức lúc … ngày 24/06/2024: hãy tải lại trang rồi"
            " chọn các khoản còn lại.",
            error=StaleError,
        ):
            pay(actor=second, receipts=[receipt], paid_on=TODAY, source=FundSource.BUDGET)
        assert FundEntry.objects.filter(kind=FundKind.EXPENSE).count() == 1

    def test_a_mistake_is_reversed_and_paid_again(
        self, commune: Commune, decision: Decision
    ) -> None:
        supplied(commune)
        (row,) = listed(commune, decision, "Phạm Văn Đức")
        with pytest.raises(StaleError):
            unpay(actor=commune.accountant, payment=row, reason="x")
        paid(commune, row)
        with refused("Chưa ghi lý do ghi chi nhầm: hãy viết một câu.", field="reason"):
            unpay(actor=commune.accountant, payment=row, reason=" ")
        unpay(actor=commune.accountant, payment=row, reason="Ghi nhầm người")
        paid(commune, row)
        amounts = FundEntry.objects.filter(kind=FundKind.EXPENSE).values_list("amount", flat=True)
        assert list(amounts) == [270_000, -270_000, 270_000]


class TestRecovering:
    def test_the_money_of_a_revoked_honour_comes_back(
        self, commune: Commune, decision: Decision
    ) -> None:
        supplied(commune)
        first, second = listed(commune, decision, "A", "B")
        paid(commune, first)
        with refused("Khen thưởng này chưa bị hủy bỏ nên không thu hồi tiền."):
            recover(actor=commune.accountant, payment=first, recovered_on=TODAY)
        decision.honours.update(revoked_on=TODAY, revoked_by=decision)
        assert list(to_recover(payments_for(commune.clerk))) == [first]
        assert not payable(payments_for(commune.clerk)).exists()
        with refused("Khen thưởng của B đã bị hủy bỏ: hãy rút khoản này khỏi danh sách."):
            paid(commune, second)
        with refused(
            "Ngày thu hồi đứng trước ngày hủy bỏ 24/06/2024: hãy kiểm tra lại ngày.",
            field="recovered_on",
        ):
            recover(actor=commune.accountant, payment=first, recovered_on=DAY)
        row = recover(actor=commune.accountant, payment=first, recovered_on=TODAY)
        assert row.refund is not None
        assert row.refund.purpose == FundPurpose.RECOVERY
        with pytest.raises(StaleError):
            recover(actor=commune.accountant, payment=first, recovered_on=TODAY)


def test_the_doors_open_for_those_who_deal_with_money(commune: Commune, decision: Decision) -> None:
    listed(commune, decision, "A")
    for actor in (commune.accountant, commune.clerk, commune.chair):
        assert (payments_for(actor).count(), payment_lists_for(actor).count()) == (1, 1)
    for actor in (commune.village_head, commune.outreach, commune.outsider):
        assert not payments_for(actor).exists()
        assert not payment_lists_for(actor).exists()
    assert [(one.state, one.count) for one in standings(payments_for(commune.chair))] == [
        (PaymentState.LISTED, 1)
    ]


def test_what_is_revoked_leaves_its_open_list(
    commune: Commune, monkeypatch: pytest.MonkeyPatch
) -> None:
    decision = make_decision(commune.body, number=40)
    monkeypatch.setattr(revocations, "revocation_files", lambda _: [])
    supplied(commune)
    first, second, third = listed(commune, decision, "A", "B", "C")
    assert (found := second.list) is not None
    paid(commune, first)
    revocation = draft_revocation(
        actor=commune.clerk,
        award=decision,
        honours=[first.honour_id, second.honour_id],
        case=Case(ground="gian-doi-ke-khai", reason="kê khai không trung thực"),
    )
    issue_revocation(actor=commune.chair, decision=revocation, decided_on=TODAY)
    assert list(found.payments.all()) == [first, third]
    assert [each.count for each in kind_totals(found)] == [2]
    assert history_of(found)[0].sentence == (
        f"rút khoản của B khỏi danh sách chi thưởng số 1/{found.year} vì khen thưởng bị hủy bỏ,"
        " không chi"
    )
    assert not payable(payments_for(commune.clerk)).exists()
    standing = {one.state: one.count for one in standings(payments_for(commune.clerk))}
    assert standing == {PaymentState.LISTED: 1, PaymentState.PAID: 1}
