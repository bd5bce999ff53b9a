from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.factories.honours import make_honour
from tests.factories.organizations import make_person
from tests.factories.planning import make_document
from tests.scenarios.commune import CERTIFICATE, TODAY, decided, drafted, one_row, opened, voted
from tests.scenarios.refusal import content
from tests.web.reading import MOST_QUERIES, acts, queries, told, words

from vinhdanh.councils.enums import MeetingState, Outcome
from vinhdanh.councils.models import AgendaItem, Meeting
from vinhdanh.decisions.enums import BatchState, DecisionState
from vinhdanh.decisions.models import CertificateBatch, Decision, DecisionLine
from vinhdanh.decisions.services.certificates import order_certificates
from vinhdanh.kernel import clock
from vinhdanh.nominations.enums import NominationState
from vinhdanh.nominations.models import Nomination
from vinhdanh.organizations.services.recipients import recipient_for_person
from vinhdanh.records.enums import DocumentKind

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoCaptureOnCommitCallbacks
    from tests.scenarios.commune import Commune

MERIT = "đã có thành tích xuất sắc trong phong trào thi đua 6 tháng đầu năm 2024"
NOT_THE_CHAIR = "Anh/chị chưa có quyền ký quyết định khen thưởng: việc này của Chủ tịch."


def closed_meeting(commune: Commune) -> Meeting:
    """Return a closed meeting without agenda, saved without the services."""
    return Meeting.objects.create(
        council=commune.council,
        title="Phiên họp",
        held_on=TODAY,
        state=MeetingState.CLOSED,
        presided_by=commune.seat(commune.chair),
        secretary_name="Nguyễn Thị Hạnh",
        opened_at=clock.now(),
        closed_at=clock.now(),
    )


def lengthen(commune: Commune, meeting: Meeting, number: int) -> None:
    """Let a meeting have approved more nominations."""
    submission = meeting.items.get(order=1).nomination.submission
    for order in range(2, 2 + number):
        nomination = Nomination.objects.create(
            submission=submission,
            body=commune.body,
            order=order,
            recipient=recipient_for_person(make_person(commune.body, f"Phạm Văn {order}")),
            honour=CERTIFICATE,
            honour_name="Giấy khen",
            state=NominationState.APPROVED,
        )
        AgendaItem.objects.create(
            meeting=meeting,
            nomination=nomination,
            order=order,
            outcome=Outcome.APPROVED,
            votes_for=7,
            votes_against=0,
            votes_abstain=0,
            denominator=7,
            threshold_source="Quy chế",
            base="members",
        )


def bare(commune: Commune, number: int = 0) -> Decision:
    """Return a decision on nothing, saved without the services; issued where it has a number."""
    decision = Decision(body=commune.body, meeting=closed_meeting(commune), merit=MERIT)
    if number:
        kind, symbol = DocumentKind.DECISION, "QĐ-UBND"
        decision.document = make_document(commune.body, number, kind, symbol=symbol)
        decision.state, decision.decided_on = DecisionState.ISSUED, TODAY
    decision.save()
    return decision


def one_draft(commune: Commune) -> Decision:
    """Return the draft on one row; three take longer."""
    return drafted(commune, short(commune))


def short(commune: Commune) -> Meeting:
    """Return a closed meeting that approved one row."""
    return voted(commune, opened(commune, one_row(commune)))


# --- drafting ----------------------------------------------------------------------------------


def test_the_clerk_drafts_from_the_meeting(commune: Commune, client: Client) -> None:
    meeting = short(commune)
    client.force_login(commune.clerk.user)
    url = reverse("decision_draft_new", args=[meeting.pk])
    assert url in acts(client.get(reverse("meeting", args=[meeting.pk])))
    page = client.get(reverse("meeting", args=[meeting.pk]))
    proposed = "đã có thành tích xuất sắc trong phong trào thi đua yêu nước 6 tháng đầu năm 2024"
    assert f">{proposed}</textarea>" in page.content.decode()
    response = client.post(url, {"merit": MERIT.removeprefix("đã ").capitalize()}, follow=True)
    decision = Decision.objects.get()
    assert response.redirect_chain == [(reverse("decision", args=[decision.pk]), 302)]
    assert told(response) == ["Đã soạn dự thảo quyết định, chờ Chủ tịch ký."]
    assert (decision.meeting, decision.merit) == (meeting, MERIT)
    text = words(response)
    assert f"Một trường hợp {MERIT}." in text
    assert "Phạm Văn Đức Nông dân, thôn Phạm Xá Giấy khen" in text
    assert NOT_THE_CHAIR in text


@pytest.mark.parametrize(
    ("who", "merit", "sentence"),
    [
        ("clerk", " ", "Chưa ghi lý do khen thưởng: hãy viết một câu."),
        ("chair", MERIT, "Anh/chị chưa có quyền soạn quyết định: việc này của Công chức phụ trách"),
        ("women_head", MERIT, "Anh/chị chưa có quyền soạn quyết định"),
    ],
)
def test_a_refused_draft_is_told_at_the_meeting(
    commune: Commune, client: Client, who: str, merit: str, sentence: str
) -> None:
    meeting = short(commune)
    client.force_login(getattr(commune, who).user)
    url = reverse("decision_draft_new", args=[meeting.pk])
    response = client.post(url, {"merit": merit}, follow=True)
    assert response.redirect_chain == [(reverse("meeting", args=[meeting.pk]), 302)]
    assert told(response)[0].startswith(sentence)
    assert not Decision.objects.exists()


def test_a_meeting_in_session_has_no_decision(commune: Commune, client: Client) -> None:
    meeting = opened(commune, one_row(commune))
    client.force_login(commune.clerk.user)
    url = reverse("decision_draft_new", args=[meeting.pk])
    assert told(client.post(url, {"merit": MERIT}, follow=True)) == [
        "Phiên họp chưa kết thúc: hãy kết thúc phiên họp rồi soạn quyết định."
    ]
    assert not Decision.objects.exists()


def test_a_second_draft_leads_to_the_first(commune: Commune, client: Client) -> None:
    decision = one_draft(commune)
    client.force_login(commune.clerk.user)
    url = reverse("decision_draft_new", args=[decision.meeting_id])
    response = client.post(url, {"merit": MERIT}, follow=True)
    assert told(response) == [
        "Mọi hồ sơ phiên họp thông qua đã có trong quyết định: hãy mở quyết định đó."
    ]
    assert response.redirect_chain == [(reverse("decision", args=[decision.pk]), 302)]


@pytest.mark.parametrize(("ending", "start"), [("pdf", b"%PDF-"), ("docx", b"PK\x03\x04")])
def test_a_draft_is_read_as_it_will_be_printed(
    commune: Commune, client: Client, ending: str, start: bytes
) -> None:
    decision = one_draft(commune)
    client.force_login(commune.chair.user)
    response = client.get(reverse("decision_draft", args=[decision.pk, ending]))
    assert response.content.startswith(start)
    how = "inline" if ending == "pdf" else "attachment"
    assert response["Content-Disposition"].startswith(f"{how};")
    assert client.get(reverse("decision_draft", args=[decision.pk, "exe"])).status_code == 404


def test_a_draft_is_the_offices(commune: Commune, client: Client) -> None:
    decision = bare(commune)
    for who in ("village_head", "women_head", "accountant"):
        client.force_login(getattr(commune, who).user)
        assert "Chưa có quyết định nào." in words(client.get(reverse("decisions")))
        assert client.get(reverse("decision", args=[decision.pk])).status_code == 404
        assert client.post(reverse("decision_sign", args=[decision.pk])).status_code == 404


# --- signing -----------------------------------------------------------------------------------


def test_the_chair_signs(commune: Commune, client: Client) -> None:
    decision = one_draft(commune)
    client.force_login(commune.chair.user)
    page = client.get(reverse("decision", args=[decision.pk]))
    url = reverse("decision_sign", args=[decision.pk])
    assert url in acts(page)
    assert "một trường hợp vào sổ khen thưởng" in words(page)
    assert 'value="24/06/2024"' in page.content.decode()
    response = client.post(url, {"signed_on": "24/06/2024"}, follow=True)
    assert told(response) == ["Đã ký quyết định; các trường hợp khen thưởng đã vào sổ."]
    decision.refresh_from_db()
    assert (decision.state, decision.decided_on, decision.honours.count()) == (
        DecisionState.ISSUED,
        TODAY,
        1,
    )
    assert decision.document is not None
    text = words(response)
    assert f"Quyết định {decision.document.code}" in text
    assert "ký ngày 24/06/2024." in text
    assert "Ngô Văn Quyên ký Quyết định" in text
    assert url not in acts(response)
    before = content()
    response = client.post(url, {"signed_on": "24/06/2024"}, follow=True)
    assert "Ngô Văn Quyên đã ký Quyết định 01/QĐ-UBND lúc " in told(response)[0]
    assert content() == before


@pytest.mark.parametrize(
    ("who", "day", "sentence"),
    [
        ("chair", "25/06/2024", "Ngày ký 25/06/2024 chưa tới: hãy ghi ngày hôm nay"),
        ("chair", "23/06/2024", "Ngày ký đứng trước ngày họp Hội đồng 24/06/2024"),
        ("chair", "", "Chưa ghi ngày: hãy ghi ngày/tháng/năm, ví dụ 24/06/2024."),
        ("chair", "31/06/2024", "Ngày chưa đúng: hãy ghi ngày/tháng/năm, ví dụ 24/06/2024."),
        ("clerk", "24/06/2024", NOT_THE_CHAIR),
    ],
)
def test_a_refused_signature_is_told(
    commune: Commune, client: Client, who: str, day: str, sentence: str
) -> None:
    decision = bare(commune)
    client.force_login(getattr(commune, who).user)
    before = content()
    url = reverse("decision_sign", args=[decision.pk])
    (refusal,) = told(client.post(url, {"signed_on": day}, follow=True))
    assert refusal.startswith(sentence)
    assert content() == before


# --- the papers and the certificates -----------------------------------------------------------


def test_an_issued_decision_is_read_by_all(commune: Commune, client: Client) -> None:
    decision = decided(commune, one_draft(commune))
    client.force_login(commune.other_head.user)
    assert str(decision) in words(client.get(reverse("decisions")))
    response = client.get(reverse("decision", args=[decision.pk]))
    assert [file.format for file in response.context["files"]] == ["pdf", "docx"]
    assert acts(response) == set()
    draft = reverse("decision_draft", args=[decision.pk, "pdf"])
    assert client.get(draft).status_code == 404


def test_the_clerk_prints_the_certificates(
    commune: Commune,
    client: Client,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    decision = decided(commune, one_draft(commune))
    client.force_login(commune.clerk.user)
    page, order = (reverse(name, args=[decision.pk]) for name in ("decision", "certificates_order"))
    pdf = reverse("certificates", args=[decision.pk])
    assert order in acts(client.get(page))
    assert client.get(pdf).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(order, follow=True)
    assert told(response) == ["Đang tạo tệp giấy khen; anh/chị có thể làm việc khác."]
    batch = CertificateBatch.objects.get()
    assert (batch.state, batch.count) == (BatchState.DONE, 1)

    response = client.get(page)
    assert "Tải 1 bản trong một tệp PDF" in words(response)
    assert "In lại theo mẫu khác" in words(response)
    taken = client.get(pdf)
    assert taken.content.startswith(b"%PDF-")
    assert taken["Content-Disposition"].startswith("attachment;")
    assert client.get(pdf, {"xem": "1"})["Content-Disposition"].startswith("inline;")


@pytest.mark.parametrize(
    ("state", "sentence", "polls"),
    [
        (BatchState.WAITING, "Có thể rời trang này; tệp sẽ có ở đây khi xong.", True),
        (BatchState.RUNNING, "Đã dựng 320/500 bản (64%)", True),
        (BatchState.FAILED, "Thiếu phông chữ.", False),
    ],
)
def test_htmx_gets_the_certificates_alone(
    commune: Commune, client: Client, state: BatchState, sentence: str, *, polls: bool
) -> None:
    decision = bare(commune, 7)
    make_honour(decision)
    batch = order_certificates(actor=commune.clerk, decision=decision)
    CertificateBatch.objects.filter(pk=batch.pk).update(
        state=state, problem="Thiếu phông chữ.", count=500, made=320
    )
    client.force_login(commune.clerk.user)
    url = reverse("decision", args=[decision.pk])
    response = client.get(url, headers={"HX-Request": "true"})
    text = response.content.decode()
    assert text.strip().startswith('<section class="card" id="certificates"')
    assert "<html" not in text
    assert "<c-" not in text
    assert sentence in words(response)
    assert (f'hx-get="{url}"' in text) == polls


@pytest.mark.parametrize("who", ["chair", "village_head"])
def test_only_the_clerk_prints(commune: Commune, client: Client, who: str) -> None:
    decision = bare(commune, 7)
    client.force_login(getattr(commune, who).user)
    url = reverse("certificates_order", args=[decision.pk])
    assert url not in acts(client.get(reverse("decision", args=[decision.pk])))
    (refusal,) = told(client.post(url, follow=True))
    assert refusal.startswith("Anh/chị chưa có quyền in giấy khen")
    assert not CertificateBatch.objects.exists()


def test_a_draft_has_no_certificates(commune: Commune, client: Client) -> None:
    decision = bare(commune)
    client.force_login(commune.clerk.user)
    url = reverse("certificates_order", args=[decision.pk])
    (refusal,) = told(client.post(url, follow=True))
    assert refusal.startswith("Quyết định chưa ký nên chưa in giấy khen được")
    assert not CertificateBatch.objects.exists()


# --- prices ------------------------------------------------------------------------------------


def test_decisions_cost_the_same_for_any_number(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    costs, number = [], 0
    for last in (3, 50):
        while number < last:
            number += 1
            bare(commune, number)
        costs.append(queries(client, reverse("decisions")))
    assert costs[0] == costs[1] <= MOST_QUERIES
    assert "50 quyết định." in words(client.get(reverse("decisions")))


def test_a_decision_costs_the_same_for_any_list(commune: Commune, client: Client) -> None:
    decision = one_draft(commune)
    client.force_login(commune.chair.user)
    url = reverse("decision", args=[decision.pk])
    before = queries(client, url)
    assert decision.meeting is not None
    lengthen(commune, decision.meeting, 29)
    DecisionLine.objects.bulk_create(
        DecisionLine(decision=decision, nomination=each, order=each.order)
        for each in Nomination.objects.filter(decision_line=None, state=NominationState.APPROVED)
    )
    assert queries(client, url) == before <= MOST_QUERIES
    assert len(client.get(url).context["awards"]) == 30


# --- who gets where ----------------------------------------------------------------------------


def test_an_outsider_finds_no_decision(commune: Commune, client: Client) -> None:
    decision = bare(commune)
    client.force_login(commune.outsider.user)
    for url in (
        reverse("decision", args=[decision.pk]),
        reverse("decision_draft", args=[decision.pk, "pdf"]),
        reverse("certificates", args=[decision.pk]),
    ):
        assert client.get(url).status_code == 404
    for name in ("decision_sign", "certificates_order"):
        form = {"signed_on": "24/06/2024"}
        assert client.post(reverse(name, args=[decision.pk]), form).status_code == 404


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("decision", "post"),
        ("certificates", "post"),
        ("decision_sign", "get"),
        ("certificates_order", "get"),
        ("decision_draft_new", "get"),
    ],
)
def test_the_wrong_verb_is_refused(
    commune: Commune, client: Client, name: str, method: str
) -> None:
    client.force_login(commune.chair.user)
    assert getattr(client, method)(reverse(name, args=[1])).status_code == 405
    assert client.post(reverse("decisions")).status_code == 405
