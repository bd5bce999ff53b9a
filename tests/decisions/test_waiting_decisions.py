"""What waits is put into one decision or several; a number of the paper book is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.scenarios.aftermath import awarded, revoking
from tests.scenarios.commune import decided, voted
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.decisions.models import Decision
from vinhdanh.decisions.queries.waiting import waiting_for_decision
from vinhdanh.decisions.services import issuing as service
from vinhdanh.decisions.services.batches import draft_decisions
from vinhdanh.decisions.services.drafts import correct_decision

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

MERIT = "đã có thành tích tốt"


@pytest.fixture(autouse=True)
def _without_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "decision_files", lambda _: [])


def waiting(commune: Commune) -> list[int]:
    """Return the numbers of what a meeting approved: a person, a village, a household."""
    voted(commune)
    return [each.nomination.pk for each in waiting_for_decision(commune.clerk)]


def test_rows_are_chosen_and_still_wait(commune: Commune) -> None:
    rows = waiting(commune)
    clerk = commune.clerk
    nothing = "Chưa chọn hồ sơ nào còn chờ quyết định: hãy đánh dấu ít nhất một dòng."
    for chosen in ([], [0]):
        with refused(nothing, field="chosen"):
            draft_decisions(actor=clerk, chosen=chosen, merit=MERIT)
    with refused("Chưa ghi lý do khen thưởng: hãy viết một câu.", field="merit"):
        draft_decisions(actor=clerk, chosen=rows, merit=" ")
    with refused(
        "Lý do khen thưởng dài 301 ký tự, quá mức 300 ký tự: hãy viết ngắn lại.", field="merit"
    ):
        draft_decisions(actor=clerk, chosen=rows, merit="a" * 301)
    with refused(
        "Anh/chị chưa có quyền soạn quyết định: việc này của Công chức phụ trách thi đua.",
        error=NotAllowedError,
    ):
        draft_decisions(actor=commune.chair, chosen=rows, merit=MERIT)
    draft_decisions(actor=clerk, chosen=rows[:1], merit=MERIT)
    with refused(
        "Có hồ sơ đã được đưa vào quyết định khác: hãy xem lại danh sách rồi chọn lại.",
        field="chosen",
    ):
        draft_decisions(actor=clerk, chosen=rows, merit=MERIT)


def test_one_decision_or_one_for_each_honour(commune: Commune) -> None:
    first, *rest = waiting(commune)
    (one,) = draft_decisions(actor=commune.clerk, chosen=[first], merit=MERIT)
    assert [line.nomination_id for line in one.lines.all()] == [first]
    assert [each.nomination.pk for each in waiting_for_decision(commune.clerk)] == rest
    made = draft_decisions(actor=commune.clerk, chosen=rest, merit=MERIT, by_honour=True)
    names = [{line.nomination.honour_name for line in each.lines.all()} for each in made]
    assert all(len(each) == 1 for each in names)
    assert sum(each.lines.count() for each in made) == len(rest)
    assert waiting_for_decision(commune.clerk) == []


def test_the_number_of_the_paper_book_is_kept(commune: Commune) -> None:
    first, second, _ = waiting(commune)
    clerk = commune.clerk
    (one,) = draft_decisions(actor=clerk, chosen=[first], merit=MERIT)
    (two,) = draft_decisions(actor=clerk, chosen=[second], merit=MERIT)
    correct_decision(actor=clerk, decision=one, merit=MERIT, given_number=15)
    assert decided(commune, one).code == "15/QĐ-UBND"
    with refused(
        "Sổ văn bản đi năm 2024 đã có số 15/QĐ-UBND: hãy kiểm tra lại số trong sổ giấy.",
        field="given_number",
    ):
        correct_decision(actor=clerk, decision=two, merit=MERIT, given_number=15)
    assert decided(commune, two).code == "16/QĐ-UBND"


def test_a_revocation_is_corrected_in_its_own_words(commune: Commune) -> None:
    draft = revoking(commune, awarded(commune))
    with refused("Chưa ghi lý do: hãy viết một câu.", field="merit"):
        correct_decision(actor=commune.clerk, decision=draft, merit=" ")


def test_what_waits_is_drafted_on_its_page(commune: Commune, client: Client) -> None:
    first, second, third = waiting(commune)
    client.force_login(commune.clerk.user)
    page = reverse("decisions")
    assert "Chờ soạn quyết định" in client.get(page).content.decode()
    url = reverse("decisions_draft")
    answer = client.post(url, {"chosen": [first], "merit": " "})
    assert answer.status_code == 422
    assert "Chưa ghi lý do khen thưởng: hãy viết một câu." in answer.content.decode()
    gone = client.post(url, {"chosen": [first, 999_999], "merit": MERIT}).content.decode()
    assert "Có hồ sơ đã được đưa vào quyết định khác" in gone
    client.post(url, {"chosen": [first], "merit": MERIT})
    made = Decision.objects.get()
    wrong = {"merit": MERIT, "given_number": "mười"}
    text = client.post(
        reverse("decision_correct", args=[made.pk]), wrong, follow=True
    ).content.decode()
    assert "Số chưa đúng: hãy ghi số bằng chữ số, ví dụ 15." in text
    client.post(url, {"chosen": [second, third], "merit": MERIT, "by_honour": "on"})
    assert not waiting_for_decision(commune.clerk)
    client.force_login(commune.village_head.user)
    assert client.post(url, {"chosen": [first], "merit": MERIT}).status_code == 403
