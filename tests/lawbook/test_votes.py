from __future__ import annotations

import datetime as dt

import pytest

from vinhdanh.lawbook import honours, vote_rule


@pytest.mark.parametrize(
    ("day", "percent"),
    [
        ("2023-12-31", None),
        ("2024-01-01", 80),
        ("2025-06-30", 80),
        ("2025-07-01", 80),
        ("2026-10-05", 80),
    ],
)
def test_the_law_names_a_threshold_for_one_title_in_its_time(day: str, percent: int | None) -> None:
    rule = vote_rule("chien_si_thi_dua_co_so", as_of=dt.date.fromisoformat(day))
    assert (rule.percent if rule else None) == percent


def test_the_threshold_says_where_it_stands() -> None:
    rule = vote_rule("chien_si_thi_dua_co_so", as_of=dt.date(2024, 6, 24))
    assert str(rule and rule.citation) == "Khoản 7 Điều 30 Nghị định 98/2023/NĐ-CP"


@pytest.mark.parametrize(("day", "known"), [("2025-06-30", True), ("2025-07-01", False)])
def test_a_share_whose_clause_was_not_seen_says_so(day: str, known: bool) -> None:  # noqa: FBT001
    rule = vote_rule("chien_si_thi_dua_co_so", as_of=dt.date.fromisoformat(day))
    assert rule is not None
    assert rule.is_confirmed is known


def test_no_other_honour_has_a_threshold_in_law() -> None:
    day = dt.date(2024, 6, 24)
    assert [each.slug for each in honours(as_of=day) if vote_rule(each.slug, as_of=day)] == [
        "chien_si_thi_dua_co_so"
    ]
    assert vote_rule("huan_chuong", as_of=day) is None
