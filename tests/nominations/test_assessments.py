"""The law is asked when a nomination is drafted, received and voted on; every answer is kept."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest
from tests.scenarios.commune import appraised, called, sent, village_rows
from tests.scenarios.law import proposed, recorded, verdict_of

from vinhdanh.councils.services.meetings import open_meeting
from vinhdanh.kernel import clock
from vinhdanh.lawbook import default_corpus
from vinhdanh.lawbook.receipts import replay
from vinhdanh.nominations.enums import LawVerdict, Moment
from vinhdanh.nominations.models import Assessment, Nomination
from vinhdanh.nominations.queries.assessments import (
    counted,
    findings_of,
    last_assessment,
    last_of,
    trace_of,
    undetermined,
    with_verdicts,
)
from vinhdanh.nominations.services.assessments import asked_about, assess_nominations
from vinhdanh.nominations.services.submissions import send_submission

if TYPE_CHECKING:
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
    assert moments(submission.nominations.get()) == [
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
    assess_nominations([nomination])
    found = last_assessment(nomination)
    assert found
    assert json.loads(found.receipt)["inputs"]["received"] == "2024-06-24"


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
    assess_nominations([nomination])
    assert Assessment.objects.count() == before
    assert "was not held against the law" in caplog.text
    assert asked_about(nomination).ids == set()


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
        assess_nominations(Nomination.objects.all())


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
