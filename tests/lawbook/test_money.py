"""Prize money: what is not known is said, what is computed is rounded up as the law says."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from tests.lawbook.tiny import DAY, TITLE, law

from vinhdanh.lawbook import PrizeAnswer, RecipientKind
from vinhdanh.lawbook.money import prize_answer, round_up

if TYPE_CHECKING:
    from pathlib import Path

SALARY = "- {rule: base_salary, amount: 2340000}\n"
UNIT = "- {rule: prize_rule, topic: rounding, text: Làm tròn, unit: 10000}\n"


def prize(more: str) -> str:
    return f"- {{rule: prize, honours: khen, recipients: individual, {more}}}\n"


def answer(
    tmp_path: Path, *rules: str, kind: RecipientKind = RecipientKind.INDIVIDUAL
) -> PrizeAnswer:
    view = law(tmp_path, TITLE, *rules).on(DAY)
    return prize_answer("khen", kind, law=view, salary_day=view)


OPEN = [
    ((SALARY,), "Các văn bản đã đọc không quy định mức tiền thưởng cho trường hợp này."),
    ((SALARY, prize("clause: 1")), "Văn bản đã đọc không nêu mức tiền thưởng."),
    ((SALARY, prize("maximum: 0.6")), "Văn bản chỉ nêu mức tiền thưởng tối đa;"),
    ((prize("multiple: 1"),), "Các văn bản đã đọc không nêu mức lương cơ sở"),
]


@pytest.mark.parametrize(("rules", "why"), OPEN)
def test_an_amount_that_is_not_known_says_why(
    tmp_path: Path, rules: tuple[str, ...], why: str
) -> None:
    found = answer(tmp_path, *rules)
    assert found.amount is None
    assert found.unconfirmed is not None
    assert found.unconfirmed.startswith(why)


def test_another_recipient_has_no_prize(tmp_path: Path) -> None:
    found = answer(tmp_path, SALARY, prize("multiple: 1"), kind=RecipientKind.HOUSEHOLD)
    assert (found.multiple, found.amount, found.citation) == (None, None, None)


@pytest.mark.parametrize("doubtful", ["prize", "salary"])
def test_a_doubtful_number_gives_a_doubtful_amount(tmp_path: Path, doubtful: str) -> None:
    doubt = ", needs_confirmation: Nghe nói."
    found = answer(
        tmp_path,
        SALARY.replace("}", doubt + "}") if doubtful == "salary" else SALARY,
        prize("multiple: 1" + (doubt if doubtful == "prize" else "")),
    )
    assert (found.amount, found.unconfirmed) == (2340000, "Nghe nói.")


def test_a_maximum_is_told(tmp_path: Path) -> None:
    found = answer(tmp_path, SALARY, prize("maximum: 0.6"))
    assert (found.maximum, found.as_json()["maximum"]) == (Decimal("0.6"), 0.6)


ROUNDED = [
    ("702000", 710000),
    ("700000", 700000),
    ("700000.01", 710000),
    ("1", 10000),
    ("0", 0),
]


@pytest.mark.parametrize(("exact", "rounded"), ROUNDED)
def test_amounts_are_rounded_up_to_the_unit(tmp_path: Path, exact: str, rounded: int) -> None:
    view = law(tmp_path, UNIT).on(DAY)
    assert round_up(Decimal(exact), view) == rounded


@pytest.mark.parametrize("rules", [(TITLE,), (UNIT.replace(", unit: 10000", ""),)])
def test_without_a_unit_amounts_are_rounded_up_to_a_dong(
    tmp_path: Path, rules: tuple[str, ...]
) -> None:
    assert round_up(Decimal("0.5"), law(tmp_path, *rules).on(DAY)) == 1


def test_multiples_are_exact(tmp_path: Path) -> None:
    found = answer(tmp_path, SALARY, UNIT, prize("multiple: 0.3"))
    assert (found.multiple, found.amount) == (Decimal("0.3"), 710000)
    assert str(found.salary_citation) == "Điều 1 Luật 2024"


def test_the_salary_is_that_of_another_day_than_the_text(tmp_path: Path) -> None:
    corpus = law(
        tmp_path,
        TITLE,
        prize("multiple: 1"),
        SALARY.replace("}", ", to: 2025-06-30}"),
        SALARY.replace("2340000}", "2500000, from: 2025-07-01}"),
    )
    found = prize_answer(
        "khen",
        RecipientKind.INDIVIDUAL,
        law=corpus.on(dt.date(2025, 6, 30)),
        salary_day=corpus.on(DAY),
    )
    assert found.amount == 2500000
