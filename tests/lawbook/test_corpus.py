"""The data itself: periods that overlap or run backwards would make two answers of one."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

import pytest

from vinhdanh.lawbook.corpus_files import corpus, in_force


def periods() -> dict[str, list[dict[str, Any]]]:
    found = {"base salary": corpus("prizes")["base_salary"]}
    for row in corpus("prizes")["multiples"]:
        found.setdefault(f"{row['honour']}, {row['recipient']}", []).append(row)
    for row in corpus("honours"):
        found[f"{row['slug']}: authority"] = row["authority"]
        found[f"{row['slug']}: vote"] = row.get("vote", [])
    return found


@pytest.mark.parametrize("name", periods())
def test_periods_follow_each_other(name: str) -> None:
    rows = periods()[name]
    assert all(row["from"] < row.get("to", dt.date.max) for row in rows)
    assert all(one.get("to", dt.date.max) <= two["from"] for one, two in pairwise(rows))


def test_every_multiple_belongs_to_an_honour_that_its_recipient_can_have() -> None:
    can = {row["slug"]: row["recipients"] for row in corpus("honours")}
    assert [
        row
        for row in corpus("prizes")["multiples"]
        if row["recipient"] not in can.get(row["honour"], ())
    ] == []


def test_a_period_includes_its_first_day_and_not_its_last() -> None:
    rows = [{"from": dt.date(2024, 1, 1), "to": dt.date(2024, 2, 1), "n": 1}]
    days = [dt.date(2024, 1, 1), dt.date(2024, 1, 31), dt.date(2024, 2, 1)]
    assert [len(in_force(rows, as_of=day)) for day in days] == [1, 1, 0]


def test_no_row_has_a_key_that_nobody_reads() -> None:
    """An unquoted comma in a text makes such a key, and cuts the text."""
    dated = {"from", "to"}
    cited = dated | {"instrument", "article", "clause", "point"}
    assert keys(corpus("bases")) == dated | {"text"}
    assert keys(corpus("prizes")["base_salary"]) <= cited | {"amount"}
    assert keys(corpus("prizes")["multiples"]) <= cited | {"honour", "recipient", "multiple"}
    assert keys(corpus("honours")) == {
        "slug", "name", "short", "kind", "recipients", "standard", "authority", "vote",
        "money_only",
    }  # fmt: skip
    for row in corpus("honours"):
        assert keys(row["authority"]) <= cited | {"level"}
        assert keys(row.get("vote", [])) <= cited | {"percent", "of", "needs_confirmation"}


def keys(rows: list[dict[str, Any]]) -> set[str]:
    return {key for row in rows for key in row}
