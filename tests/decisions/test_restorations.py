"""An honour taken back wrongly lives again: for the law, the register and the check of codes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from tests.factories.honours import make_honour
from tests.scenarios.aftermath import (
    ABOVE,
    BASIS,
    awarded,
    awarded_above,
    other_paper,
    restored,
    restoring,
    revoked,
    revoked_above,
    revoking,
    without_papers,
)
from tests.scenarios.commune import TODAY
from tests.scenarios.refusal import refused
from tests.web.reading import words

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.decisions.check_codes import check_code
from vinhdanh.decisions.enums import FundKind, FundPurpose, FundSource, PaymentState
from vinhdanh.decisions.models import Decision, FundEntry, RevocationLine
from vinhdanh.decisions.queries.honours import found_for
from vinhdanh.decisions.queries.search import Asked
from vinhdanh.decisions.queries.timelines import road_of
from vinhdanh.decisions.services.drafts import discard_decision
from vinhdanh.decisions.services.fund import Line, enter_line, reverse_line
from vinhdanh.decisions.services.payment_lists import make_list
from vinhdanh.decisions.services.payments import Receipt, pay, recover
from vinhdanh.decisions.services.payments_opening import open_payments
from vinhdanh.decisions.services.recoveries import record_handing_back, record_return
from vinhdanh.decisions.services.restorations import (
    NO_BASIS,
    NO_REASON,
    draft_restoration,
    issue_restoration,
    record_restoration,
)
from vinhdanh.kernel.errors import StaleError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.nominations.sources import honours_held
from vinhdanh.records.enums import DocumentState

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune


@pytest.fixture(autouse=True)
def _without_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    without_papers(monkeypatch)


def draft(commune: Commune, taken: Decision, lines: list[int], **said: str) -> Decision:
    asked = {"reason": "kết luận xác định thành tích là đúng", "basis": BASIS} | said
    return draft_restoration(actor=commune.clerk, revocation=taken.revocation, lines=lines, **asked)


def test_a_restoration_needs_a_line_a_reason_and_a_basis(commune: Commune) -> None:
    taken = revoked(commune, awarded(commune))
    lines = [taken.revocation.lines.get().pk]
    chosen = "Chưa chọn trường hợp nào còn bị hủy bỏ để khôi phục: hãy đánh dấu ít nhất một dòng."
    with refused(chosen, field="honours"):
        draft(commune, taken, [])
    with refused(NO_REASON, field="reason"):
        draft(commune, taken, lines, reason=" . ")
    with refused(NO_BASIS, field="basis"):
        draft(commune, taken, lines, basis=" ")
    draft(commune, taken, lines)
    with refused(chosen, field="honours"):
        draft(commune, taken, lines)


def test_a_revocation_that_is_not_signed_is_dropped_not_undone(commune: Commune) -> None:
    drafted = revoking(commune, awarded(commune))
    with refused("Quyết định chưa ban hành: hãy sửa hoặc bỏ dự thảo."):
        draft(commune, drafted, [drafted.revocation.lines.get().pk])


def test_only_the_chair_signs_and_not_before_the_revocation(commune: Commune) -> None:
    found = restoring(commune, revoked(commune, awarded(commune)))
    with refused(
        "Anh/chị chưa có quyền ký quyết định khen thưởng: việc này của Chủ tịch.",
        error=NotAllowedError,
    ):
        issue_restoration(actor=commune.clerk, decision=found, decided_on=TODAY)
    with refused(
        "Ngày ký đứng trước ngày 24/06/2024 của quyết định liên quan: hãy kiểm tra lại ngày.",
        field="decided_on",
    ):
        day = TODAY - dt.timedelta(days=1)
        issue_restoration(actor=commune.chair, decision=found, decided_on=day)


def test_a_dropped_draft_leaves_the_honour_taken_back(commune: Commune) -> None:
    taken = revoked(commune, awarded(commune))
    discard_decision(actor=commune.clerk, decision=restoring(commune, taken))
    honour = taken.revocation.lines.get().honour
    assert honour.revoked_by == taken
    assert restoring(commune, taken).restoration.lines.count() == 1


def test_the_honour_lives_again_with_its_trail(commune: Commune, client: Client) -> None:
    award = awarded(commune)
    honour = award.honours.get()
    taken = revoked(commune, award)
    assert not honours_held([honour.recipient_id])
    decision = restored(commune, taken)
    for each in (honour, award, taken):
        each.refresh_from_db()
    assert (honour.revoked_on, honour.revoked_by) == (None, None)
    assert honours_held([honour.recipient_id])
    assert list(found_for(commune.clerk, Asked(words="duc", is_revoked=False))[:5]) == [honour]
    assert award.document
    assert taken.document
    assert award.document.state == DocumentState.AMENDED
    assert taken.document.state == DocumentState.RECALLED
    assert taken.document.changed_by == decision.document
    told = [
        event.sentence for year in road_of(commune.clerk, honour.recipient) for event in year.events
    ]
    assert "Bị hủy bỏ, thu hồi Giấy khen tặng ngày 20/06/2024" in told
    assert "Được khôi phục Giấy khen tặng ngày 20/06/2024" in told
    client.force_login(commune.clerk.user)
    page = words(client.get(reverse("decision", args=[award.pk])))
    assert "; đã khôi phục theo Quyết định 02/QĐ-UBND ngày 24/06/2024" in page
    client.logout()
    checked = client.get(reverse("check_honour", args=[check_code(honour)])).content.decode()
    assert "Đúng là bản thật" in checked
    assert "đã được khôi phục bằng Quyết định 02/QĐ-UBND ngày 24/06/2024" in checked


def test_a_part_may_be_given_back_and_taken_once_more(commune: Commune) -> None:
    award = awarded(commune, "Lê Văn An", "Lê Văn Bình")
    taken = revoked(commune, award)
    first, second = taken.revocation.lines.all()
    part = draft(commune, taken, [first.pk])
    issue_restoration(actor=commune.chair, decision=part, decided_on=TODAY)
    taken.refresh_from_db()
    assert taken.document
    assert taken.document.state == DocumentState.AMENDED
    second.honour.refresh_from_db()
    assert second.honour.revoked_by == taken
    again = revoked(commune, award, first.honour)
    first.honour.refresh_from_db()
    assert first.honour.revoked_by == again
    with pytest.raises(IntegrityError), transaction.atomic():
        RevocationLine.objects.create(revocation=again.revocation, honour=second.honour, order=9)


def test_money_that_came_back_is_due_again(commune: Commune) -> None:
    award = awarded(commune)
    (payment,) = open_payments(decision=award)
    enter_line(actor=commune.accountant, line=Line(
        kind=FundKind.PLANNED, purpose=FundPurpose.SUPPLY, source=FundSource.BUDGET,
        amount=5_000_000, entered_on=dt.date(2024, 1, 2), content="Dự toán",
    ))  # fmt: skip
    make_list(actor=commune.accountant, payments=[payment])
    pay(
        actor=commune.accountant,
        receipts=[Receipt(payment=payment)],
        paid_on=TODAY,
        source=FundSource.BUDGET,
    )
    taken = revoked(commune, award)
    line = taken.revocation.lines.get()
    assert line.money_due == 270_000
    recover(actor=commune.accountant, payment=payment, recovered_on=TODAY)
    entries = FundEntry.objects.count()
    restored(commune, taken)
    payment.refresh_from_db()
    assert (payment.state, payment.amount, payment.list, payment.entry) == (
        PaymentState.DUE, 270_000, None, None,
    )  # fmt: skip
    assert FundEntry.objects.count() == entries
    for each in FundEntry.objects.filter(honour=payment.honour):
        with refused(
            "Dòng này đi cùng một khoản tiền thưởng: hãy mở khoản đó và ghi chi lại ở đó."
        ):
            reverse_line(actor=commune.accountant, entry=each, reason="ghi nhầm")
    assert make_list(actor=commune.accountant, payments=[payment]).payments.get() == payment


def test_what_had_come_back_is_handed_back_once(commune: Commune) -> None:
    taken = revoked(commune, awarded(commune))
    line = taken.revocation.lines.get()
    with refused("Không có bằng, hiện vật nào đã thu về cần trao lại."):
        record_handing_back(actor=commune.clerk, line=line, on=TODAY)
    record_return(actor=commune.clerk, line=line, on=TODAY)
    restored(commune, taken)
    RevocationLine.objects.filter(pk=line.pk).update(object_back_on=None)
    with refused(
        "Khen thưởng này đã được khôi phục ngày 24/06/2024 nên không thu hồi nữa: hãy tải lại"
        " trang.",
        error=StaleError,
    ):
        record_return(actor=commune.clerk, line=line, on=TODAY)
    handed = {"handed_back_on": TODAY}
    for wrong in (
        handed,
        handed | {"object_back_on": TODAY, "restored_on": None},
        handed | {"object_back_on": TODAY, "handed_back_on": TODAY - dt.timedelta(days=1)},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            RevocationLine.objects.filter(pk=line.pk).update(**wrong)
    RevocationLine.objects.filter(pk=line.pk).update(object_back_on=TODAY)
    line = record_handing_back(actor=commune.clerk, line=line, on=TODAY)
    assert line.handed_back_on == TODAY
    with refused("Đã ghi trao lại ngày 24/06/2024: hãy tải lại trang.", error=StaleError):
        record_handing_back(actor=commune.clerk, line=line, on=TODAY)


def test_another_office_undoes_its_own(commune: Commune) -> None:
    award = awarded_above(commune)
    taken = revoked_above(commune, award)
    lines = [taken.revocation.lines.get().pk]
    with refused(
        f"Quyết định 2000/QĐ-UBND do {ABOVE} ký nên chỉ nơi đó được hủy bỏ, đính chính: khi có"
        " quyết định của nơi đó, hãy ghi số và ngày của quyết định ấy."
    ):
        draft(commune, taken, lines)
    found = record_restoration(
        actor=commune.clerk,
        revocation=taken.revocation,
        lines=lines,
        reason="kết luận xác định thành tích là đúng",
        basis=BASIS,
        paper=other_paper("2100/QĐ-UBND"),
    )
    honour = award.honours.get()
    assert (honour.revoked_on, found.external_code) == (None, "2100/QĐ-UBND")


def test_a_paper_of_another_office_gives_back_one_after_the_other(commune: Commune) -> None:
    taken = revoked_above(commune, awarded_above(commune, "Đỗ Thị Hạnh", "Lê Văn An"))
    for line in taken.revocation.lines.all():
        record_restoration(
            actor=commune.clerk, revocation=taken.revocation, lines=[line.pk], reason="đúng",
            basis=BASIS, paper=other_paper("2100/QĐ-UBND"),
        )  # fmt: skip
    found = Decision.objects.get(external_code="2100/QĐ-UBND")
    assert found.restoration.lines.count() == 2
    assert [each.sentence for each in history_of(found)] == [
        "ghi Quyết định 2100/QĐ-UBND, khôi phục 1 trường hợp tại Quyết định 1234/QĐ-UBND"
    ] * 2


def test_a_restoration_goes_through_its_pages(commune: Commune, client: Client) -> None:
    award = awarded(commune)
    make_honour(award, "Lê Văn An")
    taken = revoked(commune, award)
    honour = award.honours.all()[0]
    client.force_login(commune.clerk.user)
    url = reverse("restoration_new", args=[taken.pk])
    assert url in client.get(reverse("decision", args=[taken.pk])).content.decode()
    form = {"basis": BASIS, "reason": "thành tích là đúng"}
    assert client.post(url, form).status_code == 422
    page = client.post(url, form | {f"honour_{honour.pk}": "on"})
    decision = Decision.objects.get(kind="restoration")
    assert page["Location"] == reverse("decision", args=[decision.pk])
    text = client.get(page["Location"]).content.decode()
    assert "Lý do khôi phục" in text
    assert client.get(reverse("decision_draft", args=[decision.pk, "pdf"])).status_code == 200
    client.force_login(commune.chair.user)
    client.post(reverse("decision_sign", args=[decision.pk]), {"signed_on": "24/06/2024"})
    text = client.get(reverse("decision", args=[taken.pk])).content.decode()
    assert "Đã khôi phục" in text
    assert "Đã được khôi phục" in client.get(reverse("honour", args=[honour.pk])).content.decode()
    assert client.get(reverse("decisions")).status_code == 200


def test_another_commune_restores_nothing(commune: Commune, client: Client) -> None:
    taken = revoked(commune, awarded(commune))
    client.force_login(commune.outsider.user)
    assert client.get(reverse("restoration_new", args=[taken.pk])).status_code == 404
