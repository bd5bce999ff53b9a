"""A list as a whole: what no nomination of it shows alone."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.scenarios.commune import TODAY, UNIT_CERTIFICATE, village_rows, written
from tests.scenarios.law import ADVANCED

from vinhdanh.lawbook.lists import ListFinding, Severity
from vinhdanh.nominations.models import Assessment, Nomination
from vinhdanh.nominations.queries.lists import list_findings
from vinhdanh.nominations.services.assessments import assess_nominations

if TYPE_CHECKING:
    import pytest
    from pytest_django import DjangoAssertNumQueries
    from tests.scenarios.commune import Commune

    from vinhdanh.nominations.models import Submission

TEAM = "tap-the-lao-dong-tien-tien"


def findings(submission: Submission) -> list[ListFinding]:
    return list_findings(submission, submission.nominations.all(), as_of=TODAY)


def test_an_ordinary_list_shows_nothing(commune: Commune) -> None:
    assert findings(written(commune)) == []


def test_a_collective_is_carried_by_its_own_people_of_the_list(commune: Commune) -> None:
    person, unit, _ = village_rows(commune)
    submission = written(commune, rows=[replace(person, honour=ADVANCED), unit])
    Nomination.objects.filter(honour=UNIT_CERTIFICATE).update(honour=TEAM)
    found = findings(submission)
    assert [each.code for each in found] == ["ratio"]
    assert found[0].sentence.startswith("Thôn Phạm Xá: 1 người được đề nghị “Lao động tiên tiến”")
    assert found[0].citation


def test_one_achievement_asked_to_be_rewarded_twice_is_told(commune: Commune) -> None:
    first = village_rows(commune)[1]
    second = replace(first, period="quý II năm 2024")
    submission = written(commune, rows=[first, second])
    codes = {each.code for each in findings(submission)}
    assert codes == {"duplicate"}
    Nomination.objects.filter(submission=submission, order=2).update(state="withdrawn")
    assert findings(submission) == []


def test_a_list_that_cannot_be_judged_says_so(
    commune: Commune, caplog: pytest.LogCaptureFixture
) -> None:
    submission = written(commune)
    Nomination.objects.filter(honour=UNIT_CERTIFICATE).update(honour="khong-co")
    (found,) = findings(submission)
    assert (found.code, found.severity) == ("unjudged", Severity.WARNING)
    assert found.sentence.startswith("Chưa xét được cả danh sách: ")
    assert "was not held against the law" in caplog.text


def test_a_long_list_costs_no_more_queries(
    commune: Commune, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    submission = written(commune)
    rows = list(submission.nominations.select_related("recipient__person"))
    with django_assert_max_num_queries(3):
        list_findings(submission, rows, as_of=TODAY)


def test_without_an_answer_nothing_is_known_of_a_recipient(commune: Commune) -> None:
    submission = written(commune)
    Assessment.objects.all().delete()
    assert findings(submission) == []
    first = submission.nominations.get(order=1)
    assess_nominations([first], as_of=TODAY)
    broken = Assessment.objects.get()
    told = json.loads(broken.receipt)
    told["inputs"]["facts"] = {"recipient": "khac"}
    Assessment.objects.update(receipt=json.dumps(told))
    assert findings(submission) == []
