"""What lies after the day asked had not happened."""

from __future__ import annotations

import datetime as dt
from typing import Any

from vinhdanh.lawbook import Individual, assess, read_facts
from vinhdanh.lawbook.facts.timing import until_day

DAY = dt.date(2024, 12, 20)
NOTE = "Số liệu sau năm 2024 không được tính: đến ngày xét chưa có."


def official(*years: int, **known: Any) -> Individual:
    facts = read_facts(
        {
            "recipient": "individual",
            "group": "official",
            "years": [
                {"year": each, "completion": "hoan-thanh-xuat-sac", "absent_months": 0}
                for each in years
            ],
            "honours": [],
            "initiatives": [],
            "discipline": [],
            "holds": [],
            "attested": True,
            **known,
        },
        as_of=DAY,
    )
    assert isinstance(facts, Individual)
    return facts


def test_a_grading_of_a_later_year_decides_nothing_and_is_told() -> None:
    got = assess("lao-dong-tien-tien", official(2025), as_of=DAY)
    assert got.verdict.value == "undetermined"
    assert got.notes == (NOTE,)


def test_earlier_years_still_count_beside_a_later_one() -> None:
    got = assess("lao-dong-tien-tien", official(2024, 2025), as_of=DAY)
    assert (got.verdict.value, got.year, got.notes) == ("met", 2024, (NOTE,))


def test_titles_of_later_years_make_no_row() -> None:
    held = [{"honour": "chien-si-thi-dua-co-so", "year": year} for year in (2023, 2024, 2025)]
    got = assess("chien-si-thi-dua-tinh", official(2024, honours=held), as_of=DAY)
    assert got.verdict.value == "not_met"


def test_facts_of_the_day_are_handed_on_as_they_are() -> None:
    facts = official(2024)
    assert until_day(facts, DAY) == (facts, ())


def test_discipline_without_a_year_stays() -> None:
    facts = official(2024, discipline=[{"level": "canh-cao"}, {"level": "canh-cao", "year": 2025}])
    kept, notes = until_day(facts, DAY)
    assert kept.discipline is not None
    assert [each.year for each in kept.discipline] == [None]
    assert notes == (NOTE,)


def test_discipline_and_holds_that_begin_after_the_day_do_not_count() -> None:
    later = {"from": "2024-12-21"}
    facts = official(
        2024,
        discipline=[{"level": "canh-cao", **later}],
        holds=[{"kind": "to-cao", **later}],
    )
    got = assess("lao-dong-tien-tien", facts, as_of=DAY)
    assert (got.verdict.value, len(got.notes)) == ("met", 1)
    assert got.notes[0].startswith("Việc bắt đầu sau ngày 20/12/2024 không được tính")
    on_the_day = assess("lao-dong-tien-tien", facts, as_of=dt.date(2024, 12, 21))
    assert (on_the_day.verdict.value, on_the_day.notes) == ("not_met", ())
