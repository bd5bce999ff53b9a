"""What a recipient could be proposed for, and what next year would take."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from vinhdanh.lawbook import Verdict, default_corpus, read_facts
from vinhdanh.lawbook.operators import Missing
from vinhdanh.lawbook.outlook import outlook
from vinhdanh.lawbook.prospects import NextYear, Prospect
from vinhdanh.lawbook.rules import Honour

AS_OF = dt.date(2025, 3, 10)
TWICE: dict[str, Any] = {
    "recipient": "individual",
    "group": "official",
    "years": [{"year": 2024, "completion": "hoan-thanh-xuat-sac", "absent_months": 0}],
    "honours": [
        {"honour": "chien-si-thi-dua-co-so", "year": 2022},
        {"honour": "chien-si-thi-dua-co-so", "year": 2023},
    ],
    "initiatives": [{"year": 2024, "scope": "province", "used_for": None}],
    "discipline": [],
    "holds": [],
    "recruited_months": 80,
    "attested": True,
}


def look(
    found: dict[str, Any] = TWICE, as_of: dt.date = AS_OF, province: str = ""
) -> dict[str, Prospect]:
    prospects = outlook(read_facts(found, as_of=as_of), as_of, province)
    return {each.honour: each for each in prospects}


def test_every_honour_for_this_recipient_is_told_the_highest_first() -> None:
    prospects = outlook(read_facts(TWICE, as_of=AS_OF), AS_OF)
    wanted = [
        rule.content.slug
        for rule in default_corpus().on(AS_OF).all(Honour)
        if "individual" in rule.content.recipients
    ]
    assert {each.honour for each in prospects} == set(wanted)
    ranks = [each.rank for each in prospects]
    assert ranks == sorted(ranks)


def test_now_says_verdict_authority_and_what_is_missing() -> None:
    one = look()["chien-si-thi-dua-co-so"]
    assert one.verdict is Verdict.MET
    assert one.authority.level is not None
    assert one.authority.level.value == "district_chair"
    assert one.next_year is None
    unattested = look({**TWICE, "attested": False})["lao-dong-tien-tien"]
    assert unattested.verdict is Verdict.UNDETERMINED
    assert unattested.missing


def test_the_third_title_in_a_row_opens_the_provincial_one() -> None:
    one = look()["chien-si-thi-dua-tinh"]
    assert one.verdict is Verdict.NOT_MET
    assert one.next_year is not None
    assert one.next_year.year == 2025
    assert one.next_year.verdict is Verdict.MET
    assert one.next_year.steps[0] == "Được tặng “Chiến sĩ thi đua cơ sở” năm 2024"
    assert "được tặng “Chiến sĩ thi đua cơ sở” năm 2024" in one.next_year.sentence


def test_without_an_initiative_next_year_must_bring_one() -> None:
    one = look({**TWICE, "initiatives": []})["chien-si-thi-dua-tinh"]
    assert one.next_year is not None
    assert "Có sáng kiến được công nhận năm 2025, phạm vi tỉnh" in one.next_year.steps


def test_one_title_is_too_few_for_next_year() -> None:
    none = {**TWICE, "honours": []}
    assert look(none)["chien-si-thi-dua-toan-quoc"].next_year is None


def test_unknown_history_stays_unknown() -> None:
    found = {key: value for key, value in TWICE.items() if key != "honours"}
    one = look(found)["chien-si-thi-dua-toan-quoc"]
    assert one.verdict is not Verdict.MET
    assert one.next_year is None or one.next_year.verdict is Verdict.UNDETERMINED


def test_a_better_grade_next_year_brings_the_yearly_title() -> None:
    found = {**TWICE, "initiatives": [], "honours": []}
    found["years"] = [{"year": 2024, "completion": "hoan-thanh-tot", "absent_months": 0}]
    one = look(found)["chien-si-thi-dua-co-so"]
    assert one.verdict is Verdict.NOT_MET
    assert one.next_year is not None
    assert one.next_year.steps == ("Hoàn thành xuất sắc nhiệm vụ năm 2025",)


def test_next_year_under_an_unread_law_is_said_to_be_unsure() -> None:
    found = {**TWICE, "initiatives": [], "honours": []}
    found["years"] = [{"year": 2025, "completion": "hoan-thanh-tot", "absent_months": 0}]
    one = look(found, dt.date(2025, 12, 20))["chien-si-thi-dua-co-so"]
    assert one.next_year is not None
    assert "06/2026/QH16" in one.next_year.sentence


def test_a_collective_needs_a_better_year() -> None:
    found = {
        "recipient": "collective",
        "members": 10,
        "members_completing": 10,
        "member_titles": {"lao-dong-tien-tien": 8, "chien-si-thi-dua-co-so": 1},
        "completion": "hoan-thanh",
        "worst_discipline": None,
        "honours": [],
        "existence_years": 12,
        "attested": True,
    }
    prospects = look(found)
    assert prospects["tap-the-lao-dong-tien-tien"].next_year is not None
    assert prospects["tap-the-lao-dong-tien-tien"].next_year.steps == (
        "Hoàn thành tốt nhiệm vụ năm 2025",
    )
    best = prospects["tap-the-lao-dong-xuat-sac"].next_year
    assert best is not None
    assert best.steps == ("Hoàn thành xuất sắc nhiệm vụ năm 2025",)


def test_the_year_before_counts_for_a_collective_as_it_was_graded() -> None:
    found = {
        "recipient": "collective",
        "members": 10,
        "members_completing": 10,
        "member_titles": {"lao-dong-tien-tien": 8, "chien-si-thi-dua-co-so": 1},
        "completion": "hoan-thanh-xuat-sac",
        "years": [{"year": 2023, "completion": "hoan-thanh"}],
        "for_year": 2024,
        "worst_discipline": None,
        "honours": [],
        "achievements": [],
        "holds": [],
        "attested": True,
    }
    one = look(found)["bang-khen-tinh-tap-the"]
    assert one.verdict is Verdict.NOT_MET
    assert one.next_year is not None
    assert one.next_year.verdict is Verdict.MET


def test_a_household_has_an_outlook_as_well() -> None:
    prospects = look({"recipient": "household", "attested": True}, province="")
    assert "gia-dinh-van-hoa" in prospects
    assert all(each.next_year is None for each in prospects.values())


def test_a_leap_day_has_a_year_after() -> None:
    found = {"recipient": "individual", "honours": [], "initiatives": []}
    assert look(found, dt.date(2024, 2, 29))


def test_json_has_plain_values() -> None:
    told = look()["chien-si-thi-dua-tinh"].as_json()
    assert told["verdict"] == "not_met"
    assert told["authority"]["level"] == "province_chair"
    assert told["next_year"]["verdict"] == "met"
    assert told["next_year"]["note"] is None
    assert look()["chien-si-thi-dua-co-so"].as_json()["next_year"] is None


def test_discipline_nobody_recorded_is_supposed_away() -> None:
    found = {key: value for key, value in TWICE.items() if key != "discipline"}
    one = look(found)["chien-si-thi-dua-tinh"].next_year
    assert one is not None
    assert one.verdict is Verdict.MET


def test_the_sentence_names_what_is_still_missing() -> None:
    missing = (Missing("Tổng số thành viên", "đơn vị"), Missing("Tổng số thành viên", "khác"))
    one = NextYear(2026, Verdict.UNDETERMINED, ("Hoàn thành tốt nhiệm vụ năm 2026",), missing)
    assert one.sentence.endswith("Còn cần xác minh: tổng số thành viên.")
    assert one.as_json()["missing"][0] == {"fact": "Tổng số thành viên", "from": "đơn vị"}


@pytest.mark.parametrize("day", [dt.date(2027, 2, 27), dt.date(2026, 10, 1)])
def test_every_day_to_come_can_be_asked(day: dt.date) -> None:
    assert look(TWICE, day)


def test_a_next_year_without_note_ends_with_its_steps() -> None:
    one = NextYear(2026, Verdict.MET, ("Hoàn thành tốt nhiệm vụ năm 2026",), ())
    assert one.sentence == "Xét cho năm 2026: trong tầm tay nếu hoàn thành tốt nhiệm vụ năm 2026."
