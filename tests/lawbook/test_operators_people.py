"""Tests of people, units and households: unknown first, then failing, then passing."""

from __future__ import annotations

from typing import Any

import pytest
from tests.lawbook.tiny import DAY, facts

from vinhdanh.lawbook import Verdict
from vinhdanh.lawbook.enums import AchievementKind, DisciplineLevel, Group, Scope
from vinhdanh.lawbook.operators import Case, Operator
from vinhdanh.lawbook.operators.bars import (
    AbsenceBelow,
    DisciplineEnded,
    NeverHeld,
    NoHold,
    RecruitedAtLeast,
)
from vinhdanh.lawbook.operators.base import year_judged
from vinhdanh.lawbook.operators.members import (
    DisciplineBelow,
    MembersAllComplete,
    MembersHolding,
    MembersShare,
)
from vinhdanh.lawbook.operators.people import Achieved, GroupIn, Judged, NoViolation, Served

M, N, U = Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED
EXEMPT = "Không áp dụng cho tập thể, hộ gia đình"


def case(recipient: str = "individual", **known: Any) -> Case:
    about = facts(recipient, **known)
    return Case(about, DAY, year_judged(about, DAY))


OF_PERSONS: list[Operator] = [RecruitedAtLeast(6), GroupIn((Group.WORKER,)), Served(24)]
OF_UNITS: list[Operator] = [
    MembersShare("khen", 70),
    MembersHolding("khen"),
    MembersAllComplete(),
    DisciplineBelow(DisciplineLevel.WARNING),
]


@pytest.mark.parametrize("test", OF_PERSONS)
def test_a_test_of_persons_judges_nobody_else(test: Operator) -> None:
    with pytest.raises(TypeError, match="about an individual"):
        test.check(case("household"))


@pytest.mark.parametrize("test", OF_UNITS)
def test_a_test_of_collectives_judges_nobody_else(test: Operator) -> None:
    with pytest.raises(TypeError, match="about a collective"):
        test.check(case())


def test_a_test_of_households_judges_nobody_else() -> None:
    with pytest.raises(TypeError, match="about a household"):
        NoViolation(("danh-bac",), "đánh bạc").check(case())


PERSONS: list[tuple[Operator, dict[str, Any], Verdict, str]] = [
    (Judged(), {}, U, "Xác nhận của đơn vị"),
    (Judged("Có gương mẫu không"), {}, U, "Có gương mẫu không"),
    (Judged(), {"attested": True}, M, "Đơn vị đề nghị xác nhận"),
    (Judged(merit=True), {"attested": True}, U, "Xác nhận của đơn vị"),
    (GroupIn((Group.WORKER,)), {}, U, "Thuộc cán bộ"),
    (GroupIn((Group.WORKER,)), {"group": "armed"}, N, "Quân đội"),
    (GroupIn((Group.WORKER,)), {"group": "worker"}, M, "Công nhân"),
    (Served(24), {}, U, "Tổng số tháng tại ngũ"),
    (Served(24), {"attested": True}, U, "Tổng số tháng tại ngũ"),
    (Served(24), {"service_months": 23}, N, "Tại ngũ 23 tháng"),
    (Served(24), {"service_months": 24}, M, "Tại ngũ 24 tháng"),
    (RecruitedAtLeast(6), {}, U, "Thời gian công tác"),
    (RecruitedAtLeast(6), {"attested": True}, M, "Đơn vị đề nghị xác nhận"),
    (RecruitedAtLeast(6), {"recruited_months": 5, "attested": True}, N, "Tuyển dụng được 5"),
    (RecruitedAtLeast(6), {"recruited_months": 6}, M, "Tuyển dụng được 6"),
    (NeverHeld("khen"), {}, U, "Các danh hiệu"),
    (NeverHeld("khen"), {"honours": [{"honour": "khen", "year": 2020}]}, N, "năm 2020"),
    (NeverHeld("khen"), {"honours": [{"honour": "khac", "year": 2020}]}, M, "Chưa được tặng"),
    (AbsenceBelow(3), {}, U, "Số tháng nghỉ trong năm 2025"),
    (AbsenceBelow(3), {"years": [{"year": 2025}]}, U, "Số tháng nghỉ trong năm 2025"),
    (AbsenceBelow(3), {"years": [{"year": 2025, "absent_months": 3}]}, U, "Nghỉ 3 tháng"),
    (AbsenceBelow(3), {"years": [{"year": 2025, "absent_months": 2.5}]}, M, "Nghỉ 2.5 tháng"),
    (
        AbsenceBelow(3),
        {"years": [{"year": 2025, "absent_months": 8, "maternity_months": 6}]},
        M,
        "Nghỉ 2 tháng trong năm 2025, không tính 6 tháng thai sản",
    ),
    (NoHold(), {}, U, "Có đang bị xem xét"),
    (NoHold(), {"attested": True}, U, "Có đang bị xem xét"),
    (NoHold(), {"holds": []}, M, "Không có việc nào"),
    (NoHold(), {"holds": ["complaint"]}, N, "Đang xác minh khiếu nại"),
    (NoHold(), {"holds": ["viec-khac"]}, N, "Viec-khac"),
    (NoHold(), {"holds": ["Xác minh đơn thư"]}, N, "Xác minh đơn thư"),
    (NoHold(), {"holds": ["ky-luat"]}, N, "Đang xem xét kỷ luật"),
    (NoHold(), {"holds": ["dieu-tra"]}, N, "Đang điều tra"),
    (NoHold(), {"holds": ["thanh-tra"]}, N, "Đang thanh tra"),
    (NoHold(), {"holds": ["kiem-tra"]}, N, "Đang kiểm tra"),
    (NoHold(), {"holds": ["khieu-nai"]}, N, "Đang xác minh khiếu nại"),
    (NoHold(), {"holds": ["to-cao"]}, N, "Đang xác minh tố cáo"),
    (NoHold(), {"holds": ["bao-chi"]}, N, "Đang xác minh phản ánh của báo chí"),
    (NoHold(), {"holds": [{"kind": "press", "to": "2025-12-20"}]}, N, "Đang xác minh phản ánh"),
    (NoHold(), {"holds": [{"kind": "press", "to": "2025-12-19"}]}, M, "Không có việc nào"),
    (NoHold(), {"holds": [{"kind": "press", "from": "2025-12-21"}]}, M, "Không có việc nào"),
]


@pytest.mark.parametrize(("test", "known", "verdict", "told"), PERSONS)
def test_persons(test: Operator, known: dict[str, Any], verdict: Verdict, told: str) -> None:
    found = test.check(case(**known))
    assert found.verdict is verdict
    assert told in " ".join((*found.evidence, *(each.fact for each in found.missing)))
    assert bool(found.missing) == (verdict is U)


DISCIPLINES: list[tuple[Any, Verdict]] = [
    (None, U),
    ([], M),
    (["canh-cao"], U),
    ([{"year": 2025}], U),
    ([{"level": "canh-cao", "year": 2022}], M),
    ([{"level": "canh-cao", "year": 2023}], U),
    ([{"from": "2024-12-01", "to": "2024-12-31"}], M),
    ([{"from": "2024-12-01", "to": "2025-01-01"}], U),
    ([{"from": "2024-12-01", "to": "2025-12-19"}], U),
    ([{"from": "2024-12-01", "to": "2025-12-20"}], N),
    ([{"level": "canh-cao", "year": 2025}, {"to": "2026-05-01"}], N),
]


@pytest.mark.parametrize(("discipline", "verdict"), DISCIPLINES)
def test_discipline_stands_until_it_ends(discipline: Any, verdict: Verdict) -> None:
    assert DisciplineEnded().check(case(discipline=discipline)).verdict is verdict


def test_discipline_after_the_year_judged_does_not_count() -> None:
    later = case(for_year=2024, discipline=[{"year": 2025}])
    assert DisciplineEnded().check(later).verdict is M


@pytest.mark.parametrize("recipient", ["collective", "household"])
def test_a_unit_is_not_disciplined_and_may_attest_that_nothing_is_open(recipient: str) -> None:
    assert DisciplineEnded().check(case(recipient)).evidence == (EXEMPT,)
    assert NoHold().check(case(recipient)).verdict is U
    assert NoHold().check(case(recipient, attested=True)).verdict is M


DEED = {"kind": "sudden", "scope": "province", "year": 2025}
DEEDS: list[tuple[Achieved, Any, Verdict]] = [
    (Achieved((AchievementKind.SUDDEN,)), None, U),
    (Achieved((AchievementKind.SUDDEN,)), [], N),
    (Achieved((AchievementKind.SUDDEN,)), [DEED], M),
    (Achieved((AchievementKind.PRIZE,)), [DEED], N),
    (Achieved((AchievementKind.PRIZE, AchievementKind.SUDDEN)), [DEED], M),
    (Achieved((AchievementKind.SUDDEN,), Scope.PROVINCE), [DEED], M),
    (Achieved((AchievementKind.SUDDEN,), Scope.NATIONAL), [DEED], N),
    (Achieved((AchievementKind.SUDDEN,), times=2), [DEED], N),
    (Achieved((AchievementKind.SUDDEN,), times=2), [DEED, DEED], M),
]


@pytest.mark.parametrize(("test", "achievements", "verdict"), DEEDS)
def test_achievements_count_by_kind_reach_and_times(
    test: Achieved, achievements: Any, verdict: Verdict
) -> None:
    known = case(achievements=achievements, attested=True)
    assert test.check(known).verdict is verdict


UNITS: list[tuple[Operator, dict[str, Any], Verdict, str]] = [
    (MembersShare("khen", 70), {}, U, "Tổng số thành viên"),
    (MembersShare("khen", 70), {"members": 20}, U, "Số thành viên đạt từng danh hiệu"),
    (MembersShare("khen", 70), {"members": 20, "member_titles": {"khen": 14}}, M, "14/20"),
    (MembersShare("khen", 70), {"members": 20, "member_titles": {"khen": 13}}, N, "65%"),
    (MembersShare("khen", 70), {"members": 13, "member_titles": {"khen": 9}}, N, "69,2%"),
    (MembersShare("khen", 70), {"members": 10_000, "member_titles": {"khen": 6999}}, N, "69,9%"),
    (MembersShare("khen", 70), {"members": 20, "member_titles": {}}, U, "đạt từng danh hiệu"),
    (MembersShare("khen", 70), {"members": 20, "member_titles": {"khac": 20}}, U, "đạt từng"),
    (MembersShare("khen", 70), {"members": 20, "member_titles": {"khen": 0}}, N, "0/20"),
    (MembersHolding("khen"), {}, U, "Số thành viên đạt từng danh hiệu"),
    (MembersHolding("khen"), {"member_titles": {"khac": 3}}, U, "đạt từng danh hiệu"),
    (MembersHolding("khen"), {"member_titles": {"khen": 0}}, N, "0 thành viên"),
    (MembersHolding("khen", 2), {"member_titles": {"khen": 2}}, M, "2 thành viên"),
    (MembersAllComplete(), {}, U, "Tổng số thành viên"),
    (MembersAllComplete(), {"members": 20}, U, "Số thành viên hoàn thành"),
    (MembersAllComplete(), {"members": 20, "members_completing": 19}, N, "19/20"),
    (MembersAllComplete(), {"members": 20, "members_completing": 20}, M, "20/20"),
    (MembersAllComplete(95), {"members": 20, "members_completing": 19}, M, "19/20"),
    (DisciplineBelow(DisciplineLevel.WARNING), {}, U, "Hình thức kỷ luật nặng nhất"),
    (DisciplineBelow(DisciplineLevel.WARNING), {"worst_discipline": None}, M, "Không có"),
    (DisciplineBelow(DisciplineLevel.WARNING), {"worst_discipline": "khien-trach"}, M, "khiển"),
    (DisciplineBelow(DisciplineLevel.WARNING), {"worst_discipline": "canh-cao"}, N, "cảnh cáo"),
    (DisciplineBelow(DisciplineLevel.WARNING), {"worst_discipline": "cach-chuc"}, N, "cách"),
]


@pytest.mark.parametrize(("test", "known", "verdict", "told"), UNITS)
def test_units(test: Operator, known: dict[str, Any], verdict: Verdict, told: str) -> None:
    found = test.check(case("collective", **known))
    assert found.verdict is verdict
    assert told in " ".join((*found.evidence, *(each.fact for each in found.missing)))


HOMES: list[tuple[dict[str, Any], Verdict]] = [
    ({}, U),
    ({"attested": True}, M),
    ({"violations": []}, M),
    ({"violations": ["khac"]}, M),
    ({"violations": ["danh-bac"], "attested": True}, N),
]


@pytest.mark.parametrize(("known", "verdict"), HOMES)
def test_households(known: dict[str, Any], verdict: Verdict) -> None:
    test = NoViolation(("danh-bac",), "đánh bạc")
    assert test.check(case("household", **known)).verdict is verdict


def test_a_collective_is_graded_for_the_year_judged_only() -> None:
    unit = case("collective", completion="hoan-thanh-tot", years=[{"year": 2024}])
    assert str(unit.grade(2024)) == "hoan-thanh-tot"
    assert unit.grade(2023) is None
    graded = case("collective", completion="hoan-thanh-tot", for_year=2023)
    assert (str(graded.grade(2023)), graded.grade(2024)) == ("hoan-thanh-tot", None)
    assert (unit.group, case(group="worker").group) == (None, Group.WORKER)
