"""The law is asked when a nomination is drafted, received and voted on; every answer is kept."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.scenarios.commune import appraised, called, one_row, sent, village_rows, written
from tests.scenarios.law import proposed, received, recorded, verdict_of

from vinhdanh.councils.services.meetings import call_meeting, open_meeting, take_attendance
from vinhdanh.kernel import clock
from vinhdanh.lawbook import default_corpus
from vinhdanh.lawbook.receipts import ReceiptError, replay
from vinhdanh.nominations.enums import FactList, LawVerdict, Moment, NominationState
from vinhdanh.nominations.models import Assessment, Attestation, Nomination, Verification
from vinhdanh.nominations.queries.assessments import (
    counted,
    findings_of,
    last_assessment,
    last_of,
    trace_of,
    undetermined,
    with_verdicts,
)
from vinhdanh.nominations.services.answers import call_whole
from vinhdanh.nominations.services.assessments import asked_about, assess_nominations
from vinhdanh.nominations.services.submissions import send_submission
from vinhdanh.nominations.services.transitions import take_steps
from vinhdanh.organizations.enums import InitiativeKind, Reach
from vinhdanh.organizations.models import Initiative, InitiativeAuthor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytest_django import DjangoAssertNumQueries
    from tests.scenarios.commune import Commune


def moments(nomination: Nomination) -> list[str]:
    return list(nomination.assessments.values_list("moment", flat=True))


def test_a_draft_is_held_against_the_law(commune: Commune) -> None:
    nomination = proposed(commune)
    found = last_assessment(nomination)
    assert found
    assert (found.moment, found.as_of, found.verdict) == (
        Moment.DRAFTED,
        clock.today(),
        LawVerdict.UNDETERMINED,
    )
    assert found.corpus == default_corpus().digest
    assert str(found) == "Phạm Văn Đức – Lao động tiên tiến: Cần xác minh"
    assert trace_of(found)["honour"] == "lao-dong-tien-tien"


def test_the_law_is_asked_again_on_receipt_on_the_agenda_and_at_the_opening(
    commune: Commune,
) -> None:
    submission = appraised(commune, sent(commune, rows=village_rows(commune)[:1]))
    meeting = called(commune, submission)
    open_meeting(actor=commune.chair, meeting=meeting)
    nomination = submission.nominations.get()
    assert moments(nomination) == [
        Moment.DRAFTED,
        Moment.RECEIVED,
        Moment.BEFORE_VOTE,
        Moment.BEFORE_VOTE,
    ]


def test_a_receipt_re_runs_to_the_same_bytes(commune: Commune) -> None:
    nomination = recorded(commune, proposed(commune))
    found = last_assessment(nomination)
    assert found
    assert replay(found.receipt) == found.receipt


def test_a_receipt_tells_when_the_file_came_in(
    commune: Commune, monkeypatch: pytest.MonkeyPatch
) -> None:
    nomination = proposed(commune)
    send_submission(actor=commune.village_head, submission=nomination.submission)
    monkeypatch.setattr(clock, "today", lambda: dt.date(2024, 7, 1))
    assess_nominations([nomination], as_of=clock.today())
    found = last_assessment(nomination)
    assert found
    assert json.loads(found.receipt)["inputs"]["received"] == "2024-06-24"


def test_the_receipt_at_receipt_says_so(commune: Commune) -> None:
    nomination = received(commune)
    found = nomination.assessments.get(moment=Moment.RECEIVED)
    assert json.loads(found.receipt)["inputs"]["received"] == "2024-06-24"


def test_before_a_vote_the_law_of_the_meeting_s_day_is_asked(
    commune: Commune, set_today: Callable[[dt.date], None]
) -> None:
    submission = one_row(commune)
    meeting = call_meeting(
        actor=commune.clerk,
        council=commune.council,
        title="Xét khen thưởng",
        held_on=dt.date(2024, 7, 2),
        place="",
        nominations=list(submission.nominations.all()),
    )
    present = list(meeting.attendance.values_list("pk", flat=True))
    take_attendance(actor=commune.clerk, meeting=meeting, present=present)
    set_today(dt.date(2024, 7, 3))
    open_meeting(actor=commune.chair, meeting=meeting)
    found = submission.nominations.get().assessments.filter(moment=Moment.BEFORE_VOTE)
    assert list(found.values_list("as_of", flat=True)) == [dt.date(2024, 7, 2)] * 2


def test_a_list_is_sent_with_one_question_to_the_law(
    commune: Commune, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def counting(nominations: Sequence[Nomination], **given: Any) -> None:
        asked.append(len(nominations))
        assess_nominations(nominations, **given)

    monkeypatch.setattr(f"{take_steps.__module__}.assess_nominations", counting)
    called(commune)
    assert asked == [3, 3]


def test_what_was_found_is_never_changed(commune: Commune) -> None:
    found = last_assessment(proposed(commune))
    assert found
    found.verdict = LawVerdict.MET
    with pytest.raises(TypeError, match="stays"):
        found.save()


def test_with_everything_recorded_the_conditions_are_met(commune: Commune) -> None:
    nomination = proposed(commune)
    assert verdict_of(nomination) == LawVerdict.UNDETERMINED
    assert verdict_of(recorded(commune, nomination)) == LawVerdict.MET


def test_what_the_lawbook_does_not_know_is_left_open(
    commune: Commune, caplog: pytest.LogCaptureFixture
) -> None:
    nomination = proposed(commune)
    Nomination.objects.update(honour="khong-co")
    before = Assessment.objects.count()
    assess_nominations([nomination], as_of=clock.today())
    found = last_assessment(nomination)
    assert found
    assert Assessment.objects.count() == before + 1
    assert (found.verdict, found.corpus) == (LawVerdict.UNDETERMINED, default_corpus().digest)
    assert trace_of(found)["reason"].startswith("Chưa xét được: ")
    with pytest.raises(ReceiptError):
        replay(found.receipt)
    assert "was not held against the law" in caplog.text
    assert asked_about(nomination, as_of=clock.today()).ids == set()


def test_an_initiative_that_has_served_breaks_no_assessment(commune: Commune) -> None:
    nomination = proposed(commune)
    recipient = nomination.recipient
    assert recipient.person
    initiative = Initiative.objects.create(
        body=commune.body,
        title="Máy tuốt lúa",
        kind=InitiativeKind.INITIATIVE,
        scope=Reach.GRASSROOTS,
        recognised_by="12/QĐ-UBND",
        recognised_on=dt.date(2024, 3, 1),
    )
    InitiativeAuthor.objects.create(initiative=initiative, person=recipient.person)
    earlier = written(commune, rows=village_rows(commune)[:1]).nominations.get()
    earlier.initiatives.add(initiative)
    Nomination.objects.filter(pk=earlier.pk).update(state=NominationState.DECIDED)
    call_whole(
        actor=commune.village_head,
        nomination=nomination,
        lists=[FactList.INITIATIVES],
        among=[FactList.INITIATIVES],
    )
    found = last_assessment(nomination)
    assert found
    (used,) = json.loads(found.receipt)["inputs"]["facts"]["initiatives"]
    assert used["used_for"] == earlier.honour
    assert trace_of(found)["conditions"]


def test_answers_to_conditions_that_left_the_corpus_count_no_more(commune: Commune) -> None:
    nomination = recorded(commune, proposed(commune))
    said = nomination.attestations.get().conditions
    by = {"by": commune.clerk.user, "by_name": "A", "at": clock.now()}
    Attestation.objects.create(nomination=nomination, conditions=said | {"da-bo": "Đã bỏ"}, **by)
    Verification.objects.create(
        nomination=nomination, condition="da-bo", text="Đã bỏ", answer=True, reason="A", **by
    )
    assess_nominations([nomination], as_of=clock.today())
    assert verdict_of(nomination) == LawVerdict.MET


def test_a_decision_is_refused_nothing_by_the_law(commune: Commune) -> None:
    nomination = proposed(commune)
    send_submission(actor=commune.village_head, submission=nomination.submission)
    nomination.refresh_from_db()
    assert nomination.state == "sent"
    assert verdict_of(nomination) == LawVerdict.UNDETERMINED


def test_fifty_cost_as_many_questions_as_one(
    commune: Commune, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    sent(commune)
    with django_assert_max_num_queries(16):
        assess_nominations(Nomination.objects.all(), as_of=clock.today())


def test_verdicts_are_read_in_one_query(
    commune: Commune, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    nomination = recorded(commune, proposed(commune))
    other = sent(commune, rows=village_rows(commune)[1:2]).nominations.get()
    with django_assert_num_queries(1):
        rows = list(with_verdicts(Nomination.objects.order_by("pk")))
    assert [row.checked for row in rows] == ["met", "undetermined"]  # type: ignore[attr-defined]
    assert counted(rows) == {"not_met": 0, "undetermined": 1}
    assert list(undetermined(Nomination.objects.all())) == [other]
    assert {key: each.verdict for key, each in last_of(rows).items()} == {
        nomination.pk: "met",
        other.pk: "undetermined",
    }


def test_nothing_is_found_in_no_answer() -> None:
    assert list(findings_of(None)) == []
