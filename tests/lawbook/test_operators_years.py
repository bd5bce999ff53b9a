"""Tests of gradings, initiatives and honours held: times are times, years are years."""

from __future__ import annotations

from typing import Any

import pytest
from tests.lawbook.tiny import DAY, facts

from vinhdanh.lawbook import Verdict
from vinhdanh.lawbook.enums import Grade, Scope
from vinhdanh.lawbook.operators import Case
from vinhdanh.lawbook.operators.grades import GradeAtLeast, GradesInARow
from vinhdanh.lawbook.operators.honours import AfterHonour, Award, Awards, HonoursInARow
from vinhdanh.lawbook.operators.initiatives import HasInitiative, Window

M, N, U = Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED
GRADES = {"x": "hoan-thanh-xuat-sac", "t": "hoan-thanh-tot", "h": "hoan-thanh"}


def case(graded: str = "", **known: Any) -> Case:
    """Return a case of 2025; `graded` are the years up to it, a dash for one that is unknown."""
    years = [
        {"year": 2025 - back, "completion": GRADES[grade]}
        for back, grade in enumerate(reversed(graded))
        if grade != "-"
    ]
    recipient = known.pop("recipient", "individual")
    return Case(facts(recipient, years=years, **known), DAY, 2025)


def held(honour: str, *years: int, kind: str | None = None) -> list[dict[str, Any]]:
    return [{"honour": honour, "year": year, "kind": kind} for year in years]


@pytest.mark.parametrize(("graded", "verdict"), [("-", U), ("h", N), ("t", M), ("x", M)])
def test_one_year(graded: str, verdict: Verdict) -> None:
    assert GradeAtLeast(Grade.GOOD).check(case(graded)).verdict is verdict


ROWS = [("", U), ("t", U), ("-t", U), ("ht", N), ("th", N), ("tt", M), ("xtt", M)]


@pytest.mark.parametrize(("graded", "verdict"), ROWS)
def test_two_years_in_a_row(graded: str, verdict: Verdict) -> None:
    assert GradesInARow(Grade.GOOD, 2).check(case(graded)).verdict is verdict


def test_a_row_that_ended_earlier_asks_a_person() -> None:
    assert GradesInARow(Grade.GOOD, 2).check(case("tth")).verdict is U


def idea(year: int = 2025, **more: Any) -> dict[str, Any]:
    return {"year": year, "scope": "province", "used_for": None, **more}


UNUSED: list[tuple[dict[str, Any], Any, Verdict]] = [
    ({}, None, U),
    ({}, [], N),
    ({}, [idea()], M),
    ({}, [idea(used_for="khen")], N),
    ({}, [{"year": 2025, "scope": "province"}], U),
    ({}, [idea(scope="grassroots")], N),
    ({}, [idea(scope="national")], M),
    ({}, [idea(kind="research")], N),
    ({}, [idea(2024)], U),
    ({"window": Window.ANY}, [idea(2019)], M),
    ({"since": 2024, "count": 2}, [idea(2024), idea()], M),
    ({"since": 2025, "count": 2}, [idea(2024), idea()], U),
    ({"since": 2025, "count": 2}, [idea()], N),
    ({"count": 2, "research": 1}, [idea(kind="research")], M),
    ({"count": 2, "research": 1}, [idea(), idea(2024, kind="research")], U),
    ({"count": 2, "research": 2}, [idea(kind="research")], N),
    ({"kinds": ("research", "combat")}, [idea(kind="combat")], M),
]


@pytest.mark.parametrize(("keys", "initiatives", "verdict"), UNUSED)
def test_initiatives(keys: dict[str, Any], initiatives: Any, verdict: Verdict) -> None:
    test = HasInitiative(Scope.PROVINCE, **keys)
    assert test.check(case(initiatives=initiatives)).verdict is verdict


def test_a_row_counts_the_initiatives_of_its_own_years() -> None:
    test = GradesInARow(Grade.EXCELLENT, 2, initiatives=2, scope=Scope.PROVINCE)
    assert test.check(case("xx", initiatives=[idea(2024), idea()])).verdict is M
    assert test.check(case("hxx", initiatives=[idea(2023), idea()])).verdict is N
    assert test.check(case("xx")).verdict is U


TIMES: list[tuple[Any, Verdict]] = [
    (None, U),
    ([], N),
    (held("khen", 2024, 2025), M),
    (held("khen", 2023, 2024), M),
    (held("khen", 2022, 2023), U),
    (held("khen", 2023, 2025), N),
    (held("khen", 2024, 2025, kind="dot-xuat"), N),
]


@pytest.mark.parametrize(("honours", "verdict"), TIMES)
def test_two_times_in_a_row(honours: Any, verdict: Verdict) -> None:
    assert HonoursInARow("khen", 2).check(case(honours=honours)).verdict is verdict


def test_a_skipped_year_may_be_bridged() -> None:
    test = HonoursInARow("khen", 2, bridged_by="duoi")
    bridged = [*held("khen", 2023, 2025), *held("duoi", 2024)]
    assert test.check(case(honours=bridged)).verdict is M
    assert test.check(case(honours=held("khen", 2023, 2025))).verdict is U
    assert test.check(case(honours=held("khen", 2025))).verdict is N


AFTER: list[tuple[dict[str, Any], str, Any, Verdict]] = [
    ({}, "ttttt", None, U),
    ({}, "ttttt", [], N),
    ({}, "tttt", held("khen", 2022), M),
    ({}, "tttt", held("khen", 2023), N),
    ({}, "-tt", held("khen", 2022), U),
    ({}, "htt", held("khen", 2022), N),
    ({"includes_earlier": True}, "ttt", held("khen", 2025), M),
    ({"excellent_years": 2}, "txx", held("khen", 2022), M),
    ({"excellent_years": 2}, "ttx", held("khen", 2022), N),
    ({"or_titles": ("duoi",)}, "-tt", [*held("khen", 2022), *held("duoi", 2023)], M),
]


@pytest.mark.parametrize(("keys", "graded", "honours", "verdict"), AFTER)
def test_three_years_after_an_honour(
    keys: dict[str, Any], graded: str, honours: Any, verdict: Verdict
) -> None:
    test = AfterHonour(("khen",), 3, Grade.GOOD, **keys)
    assert test.check(case(graded, honours=honours)).verdict is verdict


FLAGS: list[tuple[dict[str, Any], Verdict]] = [
    ({"honours": [*held("khen", 2022), *held("co", 2024)]}, M),
    ({"honours": [*held("khen", 2022), *held("co", 2021)]}, N),
    ({"honours": [*held("khen", 2022), *held("bang", 2024, 2025)]}, U),
    ({"honours": [*held("khen", 2022), *held("bang", 2024, 2025)], "flags_open": False}, M),
    ({"honours": [*held("khen", 2022), *held("bang", 2024, 2025)], "flags_open": True}, N),
]


@pytest.mark.parametrize(("known", "verdict"), FLAGS)
def test_honours_within_the_years(known: dict[str, Any], verdict: Verdict) -> None:
    ways = (Awards((Award("co"),)), Awards((Award("bang", 2),), only_without_flags=True))
    test = AfterHonour(("khen",), 3, Grade.GOOD, with_any=ways)
    assert test.check(case("ttt", recipient="collective", **known)).verdict is verdict
