"""Facts out of JSON: what is refused and in which words, what is lenient, what is unknown."""

from __future__ import annotations

import datetime as dt
import json
import math
from typing import Any

import pytest
from tests.lawbook.tiny import DAY

from vinhdanh.lawbook import Collective, FactsError, Household, Individual, read_facts
from vinhdanh.lawbook.enums import DisciplineLevel, Grade, Scope
from vinhdanh.lawbook.facts import UNKNOWN, Confirmation, Discipline, HeldHonour, Hold, Initiative


def read(**known: Any) -> Individual:
    found = read_facts({"recipient": "individual", **known}, as_of=DAY)
    assert isinstance(found, Individual)
    return found


def refused(found: Any) -> str:
    with pytest.raises(FactsError) as caught:
        read_facts(found, as_of=DAY)
    told = str(caught.value)
    assert told.endswith((".", "}.", "]."))
    assert "\n" not in told
    return told


SHAPES = [
    ([], "Dữ liệu phải là một đối tượng JSON"),
    ("individual", "Dữ liệu phải là một đối tượng JSON"),
    (None, "Dữ liệu phải là một đối tượng JSON"),
    ({}, "Mục “recipient” thiếu: hãy ghi individual, collective hoặc household."),
    ({"recipient": "person"}, 'Mục “recipient” ghi "person", không hợp lệ'),
    ({"recipient": ["individual"]}, "Mục “recipient” ghi một danh sách, không hợp lệ"),
    ({"recipient": True}, "Mục “recipient” ghi true, không hợp lệ"),
]


@pytest.mark.parametrize(("found", "told"), SHAPES)
def test_what_is_no_case_is_refused(found: Any, told: str) -> None:
    assert told in refused(found)


DEEP: Any = 1
for _ in range(500):
    DEEP = [DEEP]

WRONG = [
    ({"colour": 1}, "Không có mục “colour”: dùng một trong các mục for_year, years"),
    ({"from": 1}, "Không có mục “from”"),
    ({"members": 1}, "Không có mục “members”"),
    ({"group": "nong-dan"}, 'Mục “group”: "nong-dan" không hợp lệ, hãy ghi một trong official'),
    ({"group": 10**100}, "Mục “group”: một số quá lớn không hợp lệ"),
    ({"group": ["official"]}, "Mục “group”: một danh sách không hợp lệ"),
    ({"direct_worker": 1}, "Mục “direct_worker” phải là true hoặc false, không phải 1."),
    ({"direct_worker": "true"}, 'phải là true hoặc false, không phải "true".'),
    ({"attested": None}, "Mục “attested” phải là true hoặc false, không phải null."),
    ({"recruited_months": True}, "phải là một số nguyên, không phải true."),
    ({"recruited_months": 1.0}, "phải là một số nguyên, không phải 1.0."),
    ({"recruited_months": -1}, "Mục “recruited_months” không thể nhỏ hơn 0."),
    ({"service_months": -1}, "Mục “service_months” không thể nhỏ hơn 0."),
    ({"recruited_months": 10**100}, "Mục “recruited_months” ghi một số quá lớn"),
    ({"recruited_months": DEEP}, "phải là một số nguyên, không phải một danh sách."),
    ({"recruited_months": {"a": DEEP}}, "phải là một số nguyên, không phải một đối tượng."),
    ({"years": {"year": 2025}}, "Mục “years” phải là một danh sách [ … ]."),
    ({"years": [2025]}, "Mục “years[0]” phải là một đối tượng { … }."),
    ({"years": [{}]}, "Thiếu mục “years[0].year”."),
    ({"years": [{"year": "2025"}]}, "Mục “years[0].year” phải là một số nguyên"),
    ({"years": [{"year": 2025, "mark": 1}]}, "Không có mục “years[0].mark”"),
    ({"years": [{"year": 1944}]}, "Mục “years[0].year” ghi năm 1944: phải từ 1945 đến 2100"),
    ({"for_year": 2026}, "ghi năm 2026: phải từ 1945 đến 2025."),
    ({"years": [{"year": 2025}, {"year": 2025}]}, "Mục “years” ghi năm 2025 hai lần"),
    ({"for_year": 2026}, "Mục “for_year” ghi năm 2026"),
    ({"honours": [{"honour": "khen"}]}, "Thiếu mục “honours[0].year”."),
    ({"honours": [{"honour": None, "year": 2025}]}, "Mục “honours[0].honour” phải là chữ"),
    ({"honours": [{"honour": "khen", "year": 2130}]}, "Mục “honours[0].year” ghi năm 2130"),
    ({"achievements": [{"kind": "sudden", "year": 2025}]}, "Thiếu mục “achievements[0].scope”."),
    ({"initiatives": [{"year": 2025, "scope": "xa"}]}, "một trong grassroots, province, national"),
    (
        {"initiatives": [{"year": 2025, "scope": "province", "kind": "idea"}]},
        "Mục “initiatives[0].kind”: ghi một trong initiative, research, combat.",
    ),
    ({"discipline": [{"year": 1900}]}, "Mục “discipline[0].year” ghi năm 1900"),
    ({"discipline": ["phạt"]}, 'Mục “discipline[0].level”: "phạt" không hợp lệ'),
    (
        {"discipline": [{"from": "hôm nay"}]},
        "Mục “discipline[0].from” phải là ngày dạng 2025-12-31",
    ),
    ({"discipline": [{"from": "20250101"}]}, 'không phải "20250101".'),
    ({"discipline": [{"from": "2025-02-30"}]}, 'không phải "2025-02-30".'),
    ({"discipline": [{"from": 2025}]}, "không phải 2025."),
    ({"discipline": [{"from": dt.datetime(2025, 1, 1, tzinfo=dt.UTC)}]}, "phải là ngày dạng"),
    (
        {"discipline": [{"from": "2025-02-01", "until": "2025-01-31"}]},
        "Mục “discipline[0]”: ngày kết thúc trước ngày bắt đầu.",
    ),
    (
        {"holds": [{"kind": "complaint", "since": "2025-02-01", "to": "2025-01-31"}]},
        "Mục “holds[0]”: ngày kết thúc trước ngày bắt đầu.",
    ),
    ({"holds": [{"kind": "x", "to": None, "until": None}]}, "Mục “holds[0].to” ghi hai lần"),
    ({"holds": [{}]}, "Thiếu mục “holds[0].kind”."),
    ({"attestations": ["a"]}, "Mục “attestations” phải là một đối tượng { … }."),
    ({"attestations": {"a": 1}}, "Mục “attestations.a” phải là true hoặc false"),
    ({"confirmations": {"a": True}}, "Mục “confirmations.a” phải là một đối tượng"),
    ({"confirmations": {"a": {"answer": True, "by": "An"}}}, "Thiếu mục “confirmations.a.reason”."),
    (
        {"confirmations": {"a": {"answer": True, "by": " ", "reason": "x"}}},
        "Mục “confirmations.a” phải ghi người xác minh (by) và lý do (reason).",
    ),
    ({"group": "x" * 99}, f'"{"x" * 39}… không hợp lệ'),
]


@pytest.mark.parametrize(("known", "told"), WRONG)
def test_wrong_facts_are_refused_in_one_sentence(known: dict[str, Any], told: str) -> None:
    assert told in refused({"recipient": "individual", **known})


ABSENCES = [
    ({"absent_months": True}, "phải là một số, không phải true."),
    ({"absent_months": "3"}, 'phải là một số, không phải "3".'),
    ({"absent_months": math.nan}, "phải là một số, không phải NaN."),
    ({"absent_months": math.inf}, "ghi một số quá lớn"),
    ({"absent_months": -0.5}, "phải từ 0 đến 12 tháng."),
    ({"absent_months": 12.5}, "phải từ 0 đến 12 tháng."),
    ({"absent_months": 3, "maternity_months": 4}, "từ 0 đến số tháng nghỉ trong năm."),
    ({"maternity_months": 13}, "từ 0 đến số tháng nghỉ trong năm."),
    ({"maternity_months": -1}, "từ 0 đến số tháng nghỉ trong năm."),
    ({"maternity_months": None}, "phải là một số, không phải null."),
]


@pytest.mark.parametrize(("months", "told"), ABSENCES)
def test_months_of_absence_must_be_possible(months: dict[str, Any], told: str) -> None:
    assert told in refused({"recipient": "individual", "years": [{"year": 2025, **months}]})


GATHERED = [
    ({"members": 0}, "Mục “members” phải là số người của tập thể, ít nhất là 1."),
    ({"members": 20, "members_completing": 21}, "ghi 21: phải từ 0 đến tổng số thành viên (20)."),
    (
        {"members_completing": -1},
        "Mục “members_completing” ghi -1: phải từ 0 đến tổng số thành viên.",
    ),
    ({"members": 20, "women": 21}, "Mục “women” ghi 21"),
    ({"members": 20, "member_titles": {"khen": 21}}, "Mục “member_titles.khen” ghi 21"),
    ({"member_titles": {"khen": None}}, "Mục “member_titles.khen” phải là một số nguyên"),
    ({"worst_discipline": "không"}, 'Mục “worst_discipline”: "không" không hợp lệ'),
    ({"existence_years": -1}, "Mục “existence_years” không thể nhỏ hơn 0."),
    ({"group": "official"}, "Không có mục “group”"),
]


@pytest.mark.parametrize(("known", "told"), GATHERED)
def test_collectives_must_be_possible(known: dict[str, Any], told: str) -> None:
    assert told in refused({"recipient": "collective", **known})


def test_a_household_has_somebody_in_it() -> None:
    told = refused({"recipient": "household", "members": 0})
    assert told == "Mục “members” phải là số người của hộ gia đình, ít nhất là 1."


# What is read


def test_left_out_and_null_are_unknown_but_an_empty_list_is_none() -> None:
    assert read() == Individual()
    assert read(years=None, honours=None, initiatives=None, group=None) == Individual()
    assert read(honours=[], holds=[]).honours == ()
    assert read().honours is None


def test_discipline_of_a_collective_may_be_unknown_or_none() -> None:
    left_out = read_facts({"recipient": "collective"}, as_of=DAY)
    none = read_facts({"recipient": "collective", "worst_discipline": None}, as_of=DAY)
    some = read_facts({"recipient": "collective", "worst_discipline": "canh-cao"}, as_of=DAY)
    assert isinstance(left_out, Collective)
    assert left_out.worst_discipline is UNKNOWN
    assert isinstance(none, Collective)
    assert none.worst_discipline is None
    assert isinstance(some, Collective)
    assert some.worst_discipline is DisciplineLevel.WARNING


def test_use_of_an_initiative_may_be_unknown_or_none() -> None:
    one = {"year": 2025, "scope": "province"}
    found = read(initiatives=[one, {**one, "used_for": None}, {**one, "used_for": "khen"}])
    assert found.initiatives == (
        Initiative(2025, Scope.PROVINCE, UNKNOWN),
        Initiative(2025, Scope.PROVINCE, None),
        Initiative(2025, Scope.PROVINCE, "khen"),
    )


def test_the_example_of_the_command_line_is_read() -> None:
    text = """{"recipient":"individual","group":"official","direct_worker":true,
    "years":[{"year":2025,"completion":"hoan-thanh-xuat-sac","absent_months":0}],
    "honours":[{"honour":"lao-dong-tien-tien","year":2024}],
    "initiatives":[{"year":2025,"scope":"grassroots","used_for":null}],
    "discipline":[],"holds":[]}"""
    found = read_facts(json.loads(text), as_of=DAY)
    assert isinstance(found, Individual)
    assert found.years is not None
    assert found.years[0].completion is Grade.EXCELLENT
    assert found.honours == (HeldHonour("lao-dong-tien-tien", 2024),)
    assert (found.discipline, found.holds) == ((), ())


def test_plain_slugs_and_other_names_of_days_are_lenient() -> None:
    found = read(
        holds=["complaint", {"kind": "press", "from": "2025-01-01", "until": "2025-02-01"}],
        discipline=["canh-cao", {"form": "khien-trach", "since": dt.date(2025, 1, 1), "to": None}],
    )
    assert found.holds == (
        Hold("complaint"),
        Hold("press", dt.date(2025, 1, 1), dt.date(2025, 2, 1)),
    )
    assert found.discipline == (
        Discipline(DisciplineLevel.WARNING),
        Discipline(DisciplineLevel.REPRIMAND, since=dt.date(2025, 1, 1)),
    )


def test_an_area_is_a_collective_and_months_may_be_parts() -> None:
    assert isinstance(read_facts({"recipient": "area"}, as_of=DAY), Collective)
    assert isinstance(read_facts({"recipient": "household"}, as_of=DAY), Household)
    found = read(years=[{"year": 2025, "absent_months": 2.5, "maternity_months": 1}])
    assert found.years is not None
    assert found.years[0].absent_months == 2.5


def test_what_a_named_person_confirmed_is_read() -> None:
    said = {"answer": False, "by": "Nguyễn An", "reason": "Đã đọc văn bản"}
    found = read(confirmations={"khen/quy-dinh": said}, attestations={"khen/a": True})
    assert found.confirmations == {
        "khen/quy-dinh": Confirmation(answer=False, by="Nguyễn An", reason="Đã đọc văn bản")
    }
    assert found.attestations == {"khen/a": True}
