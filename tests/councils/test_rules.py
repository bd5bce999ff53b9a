"""Quorum and thresholds: exact arithmetic, held against fractions."""

from __future__ import annotations

import datetime as dt
import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.councils.models import Council
from vinhdanh.councils.rules import Quorum, Threshold, quorum_for, threshold_for
from vinhdanh.nominations.models import Nomination, Submission
from vinhdanh.organizations.models import Unit

IN_2024 = dt.date(2024, 6, 24)
SOLDIER = "chien-si-thi-dua-co-so"
CERTIFICATE = "giay-khen-ca-nhan"
part_and_whole = st.integers(1, 300).flatmap(
    lambda whole: st.tuples(st.integers(0, whole), st.just(whole))
)


def received(slug: str, on: dt.date | None = None) -> Nomination:
    """Return a nomination whose list came in on a day, or has not come in."""
    return Nomination(honour=slug, submission=Submission(body=Unit(), sent_on=on))


def majority(percent: int, members: int, recused: int = 0, slug: str = CERTIFICATE) -> Threshold:
    return threshold_for(
        nomination=received(slug),
        council=Council(pass_percent=percent, rule_source="Quy chế"),
        members=members,
        recused=recused,
        as_of=IN_2024,
    )


@given(st.integers(0, 300), part_and_whole)
def test_a_quorum_is_the_share_rounded_up(members: int, share: tuple[int, int]) -> None:
    numerator, denominator = share
    quorum = Quorum(Fraction(numerator, denominator), "Quy chế")
    assert quorum.of(members) == math.ceil(Fraction(members * numerator, denominator))


@pytest.mark.parametrize(("members", "quorum"), [(5, 4), (6, 4), (7, 5), (9, 6), (15, 10), (1, 1)])
def test_two_thirds_of_a_council(members: int, quorum: int) -> None:
    council = Council(body=Unit(), rule_source="Quy chế")
    assert quorum_for(council, as_of=IN_2024).of(members) == quorum


@given(st.integers(0, 99), part_and_whole)
def test_a_majority_exceeds_its_share_exactly(percent: int, vote: tuple[int, int]) -> None:
    votes, entitled = vote
    assert majority(percent, entitled).is_met(votes) == (
        Fraction(votes, entitled) > Fraction(percent, 100)
    )


@given(part_and_whole)
def test_the_laws_share_is_reached_exactly_and_of_all_members(vote: tuple[int, int]) -> None:
    votes, members = vote
    assert majority(50, members, members - votes, SOLDIER).is_met(votes) == (
        Fraction(votes, members) >= Fraction(80, 100)
    )


@pytest.mark.parametrize(
    ("entitled", "votes", "passed"),
    [(6, 3, False), (6, 4, True), (7, 3, False), (7, 4, True), (1, 1, True), (2, 1, False)],
)
def test_half_is_no_majority(entitled: int, votes: int, passed: bool) -> None:  # noqa: FBT001
    assert majority(50, entitled).is_met(votes) is passed


@pytest.mark.parametrize(
    ("members", "votes", "passed"), [(5, 4, True), (5, 3, False), (7, 5, False), (7, 6, True)]
)
def test_eighty_percent_is_enough(members: int, votes: int, passed: bool) -> None:  # noqa: FBT001
    assert majority(50, members, 0, SOLDIER).is_met(votes) is passed


def test_nobody_entitled_passes_nothing() -> None:
    assert not majority(50, 3, recused=3).is_met(0)


def test_a_majority_counts_those_entitled_and_names_its_rule() -> None:
    threshold = majority(50, members=7, recused=1)
    assert (threshold.denominator, threshold.must_exceed) == (6, True)
    assert threshold.words == "trên 50% trong 6 thành viên được biểu quyết"
    assert threshold.source == "Quy chế"


def test_the_laws_share_counts_all_members_and_names_its_article() -> None:
    threshold = majority(50, members=7, recused=1, slug=SOLDIER)
    assert (threshold.denominator, threshold.percent, threshold.must_exceed) == (7, 80, False)
    assert threshold.words == "từ 80% trên tổng số 7 thành viên"
    assert threshold.source == "Khoản 7 Điều 30 Nghị định 98/2023/NĐ-CP"


@pytest.mark.parametrize(
    ("received_on", "source"),
    [
        (None, "Điều 33 Nghị định 152/2025/NĐ-CP (cần xác minh)"),
        (dt.date(2025, 7, 1), "Điều 33 Nghị định 152/2025/NĐ-CP (cần xác minh)"),
        (dt.date(2025, 6, 30), "Khoản 7 Điều 30 Nghị định 98/2023/NĐ-CP"),
    ],
)
def test_a_file_in_progress_keeps_the_share_it_came_in_under(
    received_on: dt.date | None, source: str
) -> None:
    threshold = threshold_for(
        nomination=received(SOLDIER, received_on),
        council=Council(pass_percent=50, rule_source="Quy chế"),
        members=7,
        recused=0,
        as_of=dt.date(2025, 8, 1),
    )
    assert (threshold.percent, threshold.source) == (80, source)
