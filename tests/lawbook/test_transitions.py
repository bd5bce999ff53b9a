"""Which day's text a file follows."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from tests.lawbook.tiny import DAY, STANDARD, TITLE, facts, judged, law, overlaid, standard

from vinhdanh.lawbook import Corpus, Level, Verdict, assess, receipt
from vinhdanh.lawbook.assess import MORE_FAVOURABLE
from vinhdanh.lawbook.rules.procedure import Topic
from vinhdanh.lawbook.transitions import law_day

if TYPE_CHECKING:
    from pathlib import Path

CHANGE = dt.date(2025, 7, 1)
BEFORE, AFTER = dt.date(2025, 6, 30), dt.date(2025, 7, 2)


def transition(more: str = "", *, at: str = "2025-07-01", keeps: str = "[standard]") -> str:
    name = f"t{at}{more}".translate(str.maketrans("", "", " ,:[]-"))
    return (
        f"- {{rule: transition, id: {name}, at: {at}, keeps: {keeps},"
        f" text: Hồ sơ trước ngày {at}{more}}}\n"
    )


def day_of(corpus: Corpus, received: dt.date | None, **asked: Any) -> dt.date:
    known = {"honour": "khen", "as_of": DAY, "received": received, **asked}
    return law_day(corpus, known.pop("topic", Topic.STANDARD), **known)[0]


def test_only_files_received_before_a_change_keep_the_earlier_text(tmp_path: Path) -> None:
    corpus = law(tmp_path, TITLE, STANDARD, transition())
    assert day_of(corpus, None) == DAY
    assert day_of(corpus, BEFORE) == BEFORE
    assert day_of(corpus, CHANGE) == DAY
    assert day_of(corpus, BEFORE, as_of=CHANGE) == BEFORE
    assert day_of(corpus, dt.date(2025, 6, 1), as_of=BEFORE) == BEFORE
    assert day_of(corpus, DAY) == DAY


def test_a_transition_keeps_its_topics_alone(tmp_path: Path) -> None:
    corpus = law(tmp_path, TITLE, STANDARD, transition(keeps="[standard, procedure]"))
    assert day_of(corpus, BEFORE, topic=Topic.PROCEDURE) == BEFORE
    assert day_of(corpus, BEFORE, topic=Topic.PRIZE) == DAY


def test_a_transition_may_speak_of_one_honour(tmp_path: Path) -> None:
    corpus = law(tmp_path, TITLE, STANDARD, transition(", honours: khen"))
    assert day_of(corpus, BEFORE) == BEFORE
    assert day_of(corpus, BEFORE, honour="khac") == DAY


def test_the_first_change_outlived_counts(tmp_path: Path) -> None:
    corpus = law(tmp_path, TITLE, STANDARD, transition(), transition(at="2025-01-01"))
    assert day_of(corpus, dt.date(2024, 5, 1)) == dt.date(2024, 12, 31)
    assert day_of(corpus, dt.date(2025, 1, 1)) == BEFORE


def test_a_provinces_transition_counts_there_only(tmp_path: Path) -> None:
    left_open = "- {rule: delegation, id: mo, text: Tỉnh quy định}\n"
    corpus = overlaid(tmp_path, STANDARD + left_open, transition(", fills: mo"))
    assert day_of(corpus, BEFORE) == DAY
    assert day_of(corpus, BEFORE, province="bac-ninh") == BEFORE


TWO_TEXTS = (
    TITLE,
    STANDARD + "  to: 2025-06-30\n",
    standard("- {id: moi, text: Mới, served: 24}") + "  from: 2025-07-01\n",
    "- {rule: authority, honours: khen, level: district_chair, to: 2025-06-30}\n",
    "- {rule: authority, honours: khen, level: commune_chair, from: 2025-07-01}\n",
    "- {rule: prize, honours: khen, recipients: individual, multiple: 1, to: 2025-06-30}\n",
    "- {rule: prize, honours: khen, recipients: individual, multiple: 2, from: 2025-07-01}\n",
    "- {rule: base_salary, amount: 100, to: 2025-06-30}\n",
    "- {rule: base_salary, amount: 200, from: 2025-07-01}\n",
)
GOOD = [{"year": 2025, "completion": "hoan-thanh-tot"}]


def test_each_part_of_an_answer_follows_its_own_text(tmp_path: Path) -> None:
    corpus = law(tmp_path, *TWO_TEXTS, transition(keeps="[standard, prize]"))
    held = judged(corpus, facts(years=GOOD), received=BEFORE)
    assert (held.verdict, held.regime, held.law_day) == (Verdict.MET, "R1", BEFORE)
    assert held.authority.as_json()["level"] == "commune_chair"
    assert held.prize.multiple == Decimal(1)
    assert (held.prize.base_salary, held.prize.amount) == (200, 200)
    assert held.notes == ("Hồ sơ trước ngày 2025-07-01 (Điều 1 Luật 2024).",)
    new = judged(corpus, facts(years=GOOD), received=AFTER)
    assert (new.verdict, new.regime, new.notes) == (Verdict.UNDETERMINED, "R2", ())


@pytest.mark.parametrize(("known", "notes"), [({"years": GOOD}, 1), ({}, 2)])
def test_a_more_favourable_text_is_mentioned_where_it_could_help(
    tmp_path: Path, known: dict[str, Any], notes: int
) -> None:
    corpus = law(tmp_path, *TWO_TEXTS, transition(", favourable: true"))
    found = judged(corpus, facts(**known), received=BEFORE)
    assert len(found.notes) == notes


@pytest.mark.parametrize("name", ["as_of", "received"])
def test_a_moment_is_no_day(tmp_path: Path, name: str) -> None:
    moment = dt.datetime(2025, 12, 20, 23, tzinfo=dt.UTC)
    asked = {"as_of": DAY, "received": DAY, name: moment}
    corpus = law(tmp_path, TITLE, STANDARD)
    with pytest.raises(TypeError, match="asked of a date, not of a moment"):
        judged(corpus, facts(), **asked)
    with pytest.raises(TypeError, match="asked of a date, not of a moment"):
        day_of(corpus, **asked)


def test_each_transition_is_noted_once_whatever_it_keeps(tmp_path: Path) -> None:
    both = (
        transition(keeps="[standard, authority]"),
        transition(", favourable: true", at="2025-09-01", keeps="[authority, prize]"),
        transition(at="2025-10-01", keeps="[procedure]"),
    )
    found = judged(law(tmp_path, *TWO_TEXTS, *both), facts(), received=BEFORE)
    assert [each.partition(" (")[0] for each in found.notes] == [
        "Hồ sơ trước ngày 2025-07-01",
        "Hồ sơ trước ngày 2025-09-01",
        "Hồ sơ trước ngày 2025-10-01",
        MORE_FAVOURABLE,
    ]


def test_a_file_of_june_2025_decided_in_october_2026_outlived_both_changes() -> None:
    asked: Any = {"as_of": dt.date(2026, 10, 10), "received": dt.date(2025, 6, 20)}
    known = facts(for_year=2024)
    found = assess("chien-si-thi-dua-co-so", known, **asked)
    assert (found.law_day, found.regime) == (dt.date(2025, 6, 30), "R1")
    assert found.authority.level is Level.COMMUNE_CHAIR
    assert found.authority.unconfirmed is None
    assert found.prize.multiple == Decimal(1)
    assert ["152/2025" in found.notes[0], "06/2026/QH16" in found.notes[1]] == [True, True]
    assert found.notes[2:] == (MORE_FAVOURABLE,)
    articles = receipt(found, known)["articles"]
    for text in ("152-2025-nd-cp/", "06-2026-qh16/", "129-2025-nd-cp/"):
        assert any(each.startswith(text) for each in articles)
