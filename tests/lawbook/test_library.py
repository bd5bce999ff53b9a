"""What stands on a day: before the corpus, on the edges of versions, in a province."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

import pytest
from tests.lawbook.tiny import DAY, STANDARD, TITLE, law, overlaid

from vinhdanh.lawbook import LawbookError, RecipientKind
from vinhdanh.lawbook.calendar_data import year_days
from vinhdanh.lawbook.rules import BaseSalary, Honour, Principle, Standard

if TYPE_CHECKING:
    from pathlib import Path

FIRST, LAST = dt.date(2024, 1, 1), dt.date(2025, 6, 30)
SALARIES = (
    "- {rule: base_salary, amount: 1, to: 2025-06-30}\n",
    "- {rule: base_salary, amount: 2, from: 2025-07-01}\n",
)
ONE_DAY = dt.timedelta(days=1)


def test_days_before_the_corpus_are_refused(tmp_path: Path) -> None:
    corpus = law(tmp_path)
    for ask in (corpus.on, corpus.regime):
        with pytest.raises(LawbookError, match=r"chỉ có từ ngày 01/01/2024.*không phải 31/12/2023"):
            ask(FIRST - ONE_DAY)
    assert corpus.regime(FIRST).id == "R1"


def test_a_province_without_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LawbookError, match=r"“ha-noi” trong kho; hãy chọn một trong: bac-ninh."):
        overlaid(tmp_path, STANDARD, "- {rule: principle, id: a, text: A}\n").on(DAY, "ha-noi")
    with pytest.raises(LawbookError, match="chưa có tỉnh nào"):
        law(tmp_path / "b").on(DAY, "ha-noi")


def test_an_article_that_is_not_there_is_refused(tmp_path: Path) -> None:
    corpus = law(tmp_path)
    assert corpus.article("luat/2024-01-01/1").number == "1"
    with pytest.raises(LawbookError, match="không có điều “luat/2024-01-01/2”"):
        corpus.article("luat/2024-01-01/2")


def test_regimes_change_on_their_first_day(tmp_path: Path) -> None:
    corpus = law(tmp_path)
    assert [corpus.regime(day).id for day in (FIRST, LAST, LAST + ONE_DAY, DAY)] == [
        "R1",
        "R1",
        "R2",
        "R2",
    ]


def test_versions_change_on_their_first_day(tmp_path: Path) -> None:
    corpus = law(tmp_path, *SALARIES)
    rules = [corpus.on(day).one(BaseSalary, "base_salary") for day in (LAST, LAST + ONE_DAY)]
    assert [rule.content.amount for rule in rules if rule] == [1, 2]
    assert corpus.changes == [FIRST, LAST + ONE_DAY]


def test_views_of_days_without_change_hold_the_same_rules(tmp_path: Path) -> None:
    corpus = law(tmp_path, *SALARIES)
    one, other = corpus.on(FIRST), corpus.on(LAST)
    assert (one.day, other.day) == (FIRST, LAST)
    assert one.all(BaseSalary) is other.all(BaseSalary)
    assert corpus.on(FIRST) is one


def test_a_corpus_made_from_another_keeps_no_old_views(tmp_path: Path) -> None:
    corpus = law(tmp_path, TITLE, STANDARD)
    assert corpus.on(DAY).all(Standard)
    bare = dataclasses.replace(corpus, rules=corpus.rules[:1])
    assert bare.on(DAY).all(Standard) == ()


def test_nothing_is_found_where_nothing_stands(tmp_path: Path) -> None:
    view = law(tmp_path).on(DAY)
    assert view.all(BaseSalary) == ()
    assert view.one(BaseSalary, "base_salary") is None
    assert view.one(Standard, ("khen", RecipientKind.HOUSEHOLD, None)) is None


def test_rules_of_one_kind_stand_in_the_order_of_the_files(tmp_path: Path) -> None:
    more = "".join(f"- {{rule: principle, id: p{at}, text: A}}\n" for at in range(3))
    view = overlaid(tmp_path, more, "- {rule: principle, id: q, text: A}\n").on(DAY, "bac-ninh")
    assert [rule.content.id for rule in view.all(Principle)] == ["p0", "p1", "p2", "q"]
    assert [rule.content.slug for rule in view.all(Honour)] == ["khen"]


def test_what_a_view_hands_out_cannot_be_changed(tmp_path: Path) -> None:
    view = law(tmp_path, TITLE, STANDARD).on(DAY)
    assert isinstance(view.all(Standard), tuple)
    assert isinstance(view.tightening, tuple)
    with pytest.raises(TypeError):
        year_days(2026)[DAY] = None  # type: ignore[index]


@pytest.mark.parametrize("of", ["on", "regime"])
def test_a_moment_is_no_day(tmp_path: Path, of: str) -> None:
    moment = dt.datetime(2025, 12, 20, 23, tzinfo=dt.UTC)
    with pytest.raises(TypeError, match="asked of a date, not of a moment"):
        getattr(law(tmp_path), of)(moment)
