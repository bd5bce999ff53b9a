"""A draft is corrected or dropped; whose honour it is, a person confirms where no text says."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.scenarios.commune import TODAY, decided, drafted, one_row, opened, voted
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.decisions.models import Decision
from vinhdanh.decisions.queries.decisions import meetings_to_decide
from vinhdanh.decisions.services import issuing as service
from vinhdanh.decisions.services.drafts import correct_decision, discard_decision
from vinhdanh.decisions.services.issuing import issue_decision
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.nominations.models import Nomination

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client
    from tests.scenarios.commune import Commune

ELSEWHERE = "Việc này thuộc cơ quan khác."
UNKNOWN_DAY = dt.date(2026, 10, 5)
NOTE = "Công văn 12/SNV; bà Lan, Sở Nội vụ, xác nhận ngày 02/10/2026"
UNCONFIRMED = (
    "Theo các văn bản hiện có, chưa thấy Chủ tịch UBND xã có thẩm quyền quyết định Giấy khen vào"
    " ngày 05/10/2026: hãy ghi văn bản giao thẩm quyền và người đã xác nhận rồi ký."
)


@pytest.fixture
def decision(commune: Commune, monkeypatch: pytest.MonkeyPatch) -> Decision:
    monkeypatch.setattr(service, "decision_files", lambda _: [])
    return drafted(commune, voted(commune, opened(commune, one_row(commune))))


def test_a_draft_is_corrected(commune: Commune, decision: Decision) -> None:
    changed = correct_decision(
        actor=commune.clerk, decision=decision, merit=" đã có  thành tích tốt. "
    )
    assert changed.merit == "đã có thành tích tốt"
    assert history_of(decision)[0].sentence == "sửa lý do khen thưởng trong dự thảo"
    with refused("Chưa ghi lý do khen thưởng: hãy viết một câu.", field="merit"):
        correct_decision(actor=commune.clerk, decision=decision, merit=".")


def test_a_dropped_draft_leaves_the_meeting_to_decide(commune: Commune, decision: Decision) -> None:
    discard_decision(actor=commune.clerk, decision=decision)
    assert not Decision.objects.exists()
    assert list(meetings_to_decide(commune.clerk)) == [decision.meeting]
    assert decision.meeting
    assert history_of(decision.meeting)[0].sentence == "bỏ dự thảo quyết định khen thưởng"
    assert drafted(commune, decision.meeting).pk


def test_a_draft_is_the_clerks(commune: Commune, decision: Decision) -> None:
    for actor, sentence in (
        (
            commune.chair,
            "Anh/chị chưa có quyền soạn quyết định: việc này của Công chức phụ trách thi đua.",
        ),
        (commune.outsider, ELSEWHERE),
    ):
        with refused(sentence, error=NotAllowedError):
            correct_decision(actor=actor, decision=decision, merit="khác")
        with refused(sentence, error=NotAllowedError):
            discard_decision(actor=actor, decision=decision)


def test_what_is_signed_stays(commune: Commune, decision: Decision) -> None:
    decided(commune, decision)
    signed = "Quyết định 01/QĐ-UBND đã ban hành nên"
    with refused(f"{signed} không sửa được: hãy tải lại trang."):
        correct_decision(actor=commune.clerk, decision=decision, merit="khác")
    with refused(f"{signed} không bỏ được: hãy tải lại trang."):
        discard_decision(actor=commune.clerk, decision=decision)


# --- authority ---------------------------------------------------------------------------------


def test_unknown_authority_is_confirmed_before_signing(
    commune: Commune, decision: Decision, set_today: Callable[[dt.date], None]
) -> None:
    set_today(UNKNOWN_DAY)
    for note in ("", "  "):
        with refused(UNCONFIRMED, field="authority_note"):
            issue_decision(
                actor=commune.chair,
                decision=decision,
                decided_on=UNKNOWN_DAY,
                authority_note=note,
            )
    signed = issue_decision(
        actor=commune.chair, decision=decision, decided_on=UNKNOWN_DAY, authority_note=NOTE
    )
    assert signed.authority_note == NOTE
    event = history_of(signed)[0]
    assert event.sentence.endswith(f"; thẩm quyền: {NOTE}")
    assert event.details == {"authority_note": NOTE}


def test_what_the_law_gives_to_another_level_is_not_signed_unsaid(
    commune: Commune, decision: Decision
) -> None:
    line = decision.lines.select_related("nomination").get()
    Nomination.objects.filter(pk=line.nomination_id).update(honour="chien-si-thi-dua-co-so")
    with refused(UNCONFIRMED.replace("05/10/2026", "24/06/2024"), field="authority_note"):
        issue_decision(actor=commune.chair, decision=decision, decided_on=TODAY)


def test_known_authority_keeps_no_note(commune: Commune, decision: Decision) -> None:
    signed = issue_decision(
        actor=commune.chair, decision=decision, decided_on=TODAY, authority_note=NOTE
    )
    assert signed.authority_note == ""


def test_the_sign_form_asks_only_where_no_text_says(
    commune: Commune, decision: Decision, client: Client, set_today: Callable[[dt.date], None]
) -> None:
    client.force_login(commune.chair.user)
    url, sign = (reverse(name, args=[decision.pk]) for name in ("decision", "decision_sign"))
    assert "Xác nhận thẩm quyền" not in client.get(url).content.decode()
    set_today(UNKNOWN_DAY)
    assert "Xác nhận thẩm quyền" in client.get(url).content.decode()
    answer = client.post(sign, {"signed_on": "05/10/2026", "authority_note": ""})
    assert answer.status_code == 422
    assert UNCONFIRMED in answer.content.decode()
    client.post(sign, {"signed_on": "05/10/2026", "authority_note": NOTE})
    assert NOTE in client.get(url).content.decode()


def test_a_draft_is_corrected_and_dropped_on_its_page(
    commune: Commune, decision: Decision, client: Client
) -> None:
    client.force_login(commune.clerk.user)
    url = reverse("decision", args=[decision.pk])
    assert "Bỏ dự thảo này" in client.get(url).content.decode()
    client.post(reverse("decision_correct", args=[decision.pk]), {"merit": "đã làm tốt"})
    assert "đã làm tốt" in client.get(url).content.decode()
    answer = client.post(reverse("decision_discard", args=[decision.pk]))
    assert answer["Location"] == reverse("meeting", args=[decision.meeting_id])
    assert client.get(url).status_code == 404
