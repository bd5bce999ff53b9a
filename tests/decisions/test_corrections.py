"""A name or a year is written right by a decision; what stood before is kept and told."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.factories.honours import make_decision, make_honour
from tests.scenarios.aftermath import (
    ABOVE,
    awarded,
    awarded_above,
    correcting,
    other_paper,
    revoked,
    revoked_above,
    without_papers,
)
from tests.scenarios.commune import TODAY
from tests.scenarios.refusal import refused
from tests.web.reading import words

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.decisions.check_codes import check_code
from vinhdanh.decisions.enums import CorrectedField, PaymentState, ReissueState
from vinhdanh.decisions.models import Correction, Decision, Honour, PrizePayment
from vinhdanh.decisions.queries.honours import found_for
from vinhdanh.decisions.queries.search import Asked
from vinhdanh.decisions.services import reissues
from vinhdanh.decisions.services.corrections import (
    NO_REASON,
    draft_correction,
    issue_correction,
    record_correction,
)
from vinhdanh.decisions.services.drafts import discard_decision
from vinhdanh.decisions.services.payments_opening import open_payments
from vinhdanh.kernel.errors import StaleError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.organizations.services.recipients import recipient_for_person
from vinhdanh.records.enums import DocumentState

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

NAME, YEAR = CorrectedField.NAME, CorrectedField.YEAR


@pytest.fixture(autouse=True)
def _without_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    without_papers(monkeypatch)
    monkeypatch.setattr(reissues, "render_certificates", lambda _: b"%PDF-")


@pytest.fixture
def honour(commune: Commune) -> Honour:
    return awarded(commune).honours.get()


def draft(
    commune: Commune, honour: Honour, words: dict[CorrectedField, str], reason: str = "đánh máy sai"
) -> Decision:
    return draft_correction(actor=commune.clerk, honour=honour, words=words, reason=reason)


def signed(commune: Commune, decision: Decision) -> Decision:
    return issue_correction(actor=commune.chair, decision=decision, decided_on=TODAY)


def test_a_correction_changes_something_and_says_why(commune: Commune, honour: Honour) -> None:
    same = "Chưa sửa nội dung nào: hãy ghi lại nội dung đúng vào chỗ sai."
    with refused(same):
        draft(commune, honour, {})
    with refused(same):
        draft(commune, honour, {NAME: " Phạm  Văn Đức ", YEAR: "2024"})
    with refused("Tên bị để trống: hãy ghi nội dung đúng.", field="recipient_name"):
        draft(commune, honour, {NAME: " "})
    for wrong in ("hai nghìn", "24", "3000"):
        with refused(f"Năm “{wrong}” chưa đúng: hãy ghi bốn chữ số, ví dụ 2024.", field="year"):
            draft(commune, honour, {YEAR: wrong})
    with refused(
        "Tên dài 201 ký tự, quá mức 200 ký tự: hãy viết ngắn lại.", field="recipient_name"
    ):
        draft(commune, honour, {NAME: "a" * 201})
    with refused(NO_REASON, field="reason"):
        draft(commune, honour, {YEAR: "2023"}, " ")


def test_who_may_and_what(commune: Commune, honour: Honour) -> None:
    with refused(
        "Anh/chị chưa có quyền soạn quyết định: việc này của Công chức phụ trách thi đua.",
        error=NotAllowedError,
    ):
        draft_correction(actor=commune.chair, honour=honour, words={YEAR: "2023"}, reason="sai")
    above = awarded_above(commune).honours.get()
    with refused(
        f"Quyết định 1234/QĐ-UBND do {ABOVE} ký nên chỉ nơi đó được hủy bỏ, đính chính: khi có"
        " quyết định của nơi đó, hãy ghi số và ngày của quyết định ấy."
    ):
        draft(commune, above, {YEAR: "2023"})
    with refused(
        "Quyết định 50/QĐ-UBND do Chủ tịch Ủy ban nhân dân xã Minh Tiến ký: hãy soạn quyết định ở"
        " đây để Chủ tịch ký."
    ):
        record_correction(
            actor=commune.clerk, honour=honour, words={YEAR: "2023"}, reason="sai",
            paper=other_paper(),
        )  # fmt: skip
    revoked(commune, honour.decision)
    with refused("Khen thưởng này đã bị hủy bỏ nên không đính chính."):
        draft(commune, honour, {YEAR: "2023"})


def test_one_draft_takes_all_of_a_decision(commune: Commune, honour: Honour) -> None:
    other = make_honour(honour.decision, "Lê Văn An")
    first = draft(commune, honour, {NAME: "Phạm Văn Đứa"})
    assert draft(commune, honour, {NAME: "Phạm Văn Đước", YEAR: "2023"}) == first
    assert draft(commune, other, {YEAR: "2023"}, "do sai sót") == first
    told = [str(line) for line in Correction.objects.get().lines.all()]
    assert told == [
        "Tên: “Phạm Văn Đức” thành “Phạm Văn Đước”",
        "Năm được xét: “2024” thành “2023”",
        "Năm được xét: “2024” thành “2023”",
    ]
    first.refresh_from_db()
    assert first.merit == "sai sót"
    discard_decision(actor=commune.clerk, decision=first)
    assert not Correction.objects.exists()


def test_signing_writes_the_register_and_prints_anew(
    commune: Commune, honour: Honour, client: Client
) -> None:
    decision = signed(commune, draft(commune, honour, {NAME: "Phạm Văn Đước", YEAR: "2023"}))
    with pytest.raises(StaleError, match="Ngô Văn Quyên đã ký Quyết định 01/QĐ-UBND lúc "):
        signed(commune, decision)
    honour.refresh_from_db()
    assert (honour.recipient_name, honour.year) == ("Phạm Văn Đước", 2023)
    assert list(found_for(commune.clerk, Asked(words="đước", years=(2023,)))[:5]) == [honour]
    assert honour.decision.document
    honour.decision.document.refresh_from_db()
    assert honour.decision.document.state == DocumentState.AMENDED
    again = honour.reissues.get()
    assert (again.state, again.order) == (ReissueState.AGREED, 1)
    assert again.reason == "đính chính theo Quyết định 01/QĐ-UBND"
    assert history_of(honour)[1].sentence == (
        "đính chính theo Quyết định 01/QĐ-UBND: Tên: “Phạm Văn Đức” thành “Phạm Văn Đước”; Năm"
        " được xét: “2024” thành “2023”"
    )
    checked = client.get(reverse("check_honour", args=[check_code(honour)])).content.decode()
    assert "Phạm Văn Đước" in checked
    assert "“Phạm Văn Đức” thành “Phạm Văn Đước”, theo Quyết định 01/QĐ-UBND" in checked


def test_a_year_alone_needs_no_new_certificate(commune: Commune, honour: Honour) -> None:
    signed(commune, draft(commune, honour, {YEAR: "2023"}))
    assert not honour.reissues.exists()


def test_another_year_is_paid_by_its_own_titles(commune: Commune) -> None:
    award = make_decision(commune.body, number=50)
    farmer = recipient_for_person(commune.farmer)
    lower, higher = (
        make_honour(award, farmer, slug=slug, name=name, amount=amount)
        for slug, name, amount in (
            ("lao-dong-tien-tien", "Lao động tiên tiến", 540_000),
            ("chien-si-thi-dua-co-so", "Chiến sĩ thi đua cơ sở", 1_800_000),
        )
    )
    open_payments(decision=award)
    paid = PrizePayment.objects.order_by("honour__order").values_list("state", flat=True)
    assert list(paid) == [PaymentState.NOT_PAYABLE, PaymentState.DUE]
    signed(commune, draft(commune, higher, {YEAR: "2023"}))
    assert list(paid.all()) == [PaymentState.DUE, PaymentState.DUE]
    signed(commune, draft(commune, lower, {YEAR: "2023"}))
    assert list(paid.all()) == [PaymentState.NOT_PAYABLE, PaymentState.DUE]


def test_what_changed_meanwhile_is_not_written_over(commune: Commune, honour: Honour) -> None:
    found = correcting(commune, honour)
    Honour.objects.filter(pk=honour.pk).update(recipient_name="Phạm Văn Đực")
    with refused(
        "Phạm Văn Đực đã bị hủy bỏ hoặc đã được đính chính khác: hãy bỏ dự thảo rồi soạn lại.",
        error=StaleError,
    ):
        signed(commune, found)


def test_another_office_corrects_its_own(commune: Commune) -> None:
    honour = awarded_above(commune).honours.get()
    paper = other_paper()
    decision = record_correction(
        actor=commune.clerk, honour=honour, words={YEAR: "2023"}, reason="do sai sót", paper=paper
    )
    honour.refresh_from_db()
    assert (honour.year, str(decision)) == (2023, "Quyết định 2000/QĐ-UBND")
    with refused(
        "Quyết định 2000/QĐ-UBND đã ghi đính chính cho Đỗ Thị Hạnh: hãy kiểm tra lại số và ngày.",
        field="external_code",
    ):
        record_correction(
            actor=commune.clerk, honour=honour, words={YEAR: "2022"}, reason="sai", paper=paper
        )
    early = other_paper("2001/QĐ-UBND", dt.date(2024, 6, 1))
    with refused(
        "Ngày ký đứng trước ngày 20/06/2024 của quyết định liên quan: hãy kiểm tra lại ngày.",
        field="decided_on",
    ):
        record_correction(
            actor=commune.clerk, honour=honour, words={YEAR: "2022"}, reason="sai", paper=early
        )


def test_a_paper_of_another_office_corrects_several(commune: Commune, client: Client) -> None:
    award = awarded_above(commune, "Đỗ Thị Hạnh", "Lê Văn An")
    other = Decision.objects.create(
        body=commune.body, kind="external", state="issued", merit="có thành tích",
        decided_on=award.decided_on, issuer=ABOVE, external_code="1300/QĐ-UBND",
    )  # fmt: skip
    make_honour(other, "Vũ Thị Mơ")
    honours = list(Honour.objects.order_by("pk"))
    for honour, spelled in zip(honours, (ABOVE, "UBND tỉnh Hưng Yên", ABOVE), strict=True):
        decision = record_correction(
            actor=commune.clerk, honour=honour, words={YEAR: "2023"},
            reason=f"sai sót {honour.pk}", paper=replace(other_paper(), issuer=spelled),
        )  # fmt: skip
    assert set(Honour.objects.values_list("year", flat=True)) == {2023}
    assert Decision.objects.get(correction__isnull=False) == decision
    assert decision.merit == f"sai sót {honours[0].pk}"
    client.force_login(commune.clerk.user)
    text = client.get(reverse("decision", args=[decision.pk])).content.decode()
    page = client.get(reverse("decision", args=[award.pk]))
    assert words(page).count("Đã đính chính theo Quyết định 2000/QĐ-UBND ngày 24/06/2024") == 2
    assert words(page).count("; đã đính chính theo Quyết định 2000/QĐ-UBND") == 1
    assert f'href="{reverse("decision", args=[decision.pk])}"' in page.content.decode()
    assert "Đính chính ba nội dung của Quyết định 1234/QĐ-UBND, Quyết định 1300/QĐ-UBND" in text


def test_a_paper_known_as_something_else_corrects_nothing(commune: Commune) -> None:
    award = awarded_above(commune)
    revoked_above(commune, award)
    honour = make_honour(award, "Lê Văn An")
    with refused(
        "Quyết định 2000/QĐ-UBND ngày 24/06/2024 đã có trong hệ thống: hãy kiểm tra lại số và"
        " ngày.",
        field="external_code",
    ):
        record_correction(
            actor=commune.clerk, honour=honour, words={YEAR: "2023"}, reason="sai",
            paper=other_paper(),
        )  # fmt: skip


def test_a_correction_goes_through_its_pages(
    commune: Commune, honour: Honour, client: Client
) -> None:
    client.force_login(commune.clerk.user)
    url = reverse("correction_new", args=[honour.pk])
    assert url in client.get(reverse("honour", args=[honour.pk])).content.decode()
    form = {
        "recipient_name": "Phạm Văn Đước", "recipient_detail": honour.recipient_detail,
        "year": "2024", "period": honour.period, "achievement": honour.achievement,
    }  # fmt: skip
    assert client.post(url, form).status_code == 422
    client.post(url, form | {"reason": "sai sót"})
    decision = Decision.objects.get(kind="correction")
    assert "Phạm Văn Đước" in client.get(url).content.decode()
    assert client.get(reverse("decision_draft", args=[decision.pk, "pdf"])).status_code == 200
    client.force_login(commune.chair.user)
    client.post(reverse("decision_sign", args=[decision.pk]), {"signed_on": "24/06/2024"})
    text = client.get(reverse("decision", args=[decision.pk])).content.decode()
    assert "Đính chính một nội dung của Quyết định 50/QĐ-UBND, do sai sót" in text
    award = words(client.get(reverse("decision", args=[honour.decision_id])))
    assert "đã đính chính theo Quyết định 01/QĐ-UBND ngày 24/06/2024" in award
    text = client.get(reverse("honour", args=[honour.pk])).content.decode()
    assert "Tên: “Phạm Văn Đức” thành “Phạm Văn Đước”" in text


def test_another_office_is_asked_for_its_paper(commune: Commune, client: Client) -> None:
    honour = awarded_above(commune).honours.get()
    client.force_login(commune.clerk.user)
    text = client.get(reverse("correction_new", args=[honour.pk])).content.decode()
    assert "Số, ký hiệu quyết định" in text
    client.force_login(commune.outsider.user)
    assert client.get(reverse("correction_new", args=[honour.pk])).status_code == 404
