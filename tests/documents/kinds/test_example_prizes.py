"""Amounts of the examples are those of the law on the day of their decision."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from vinhdanh.documents import kind_named
from vinhdanh.lawbook import RecipientKind, prize

if TYPE_CHECKING:
    from collections.abc import Iterable

DECIDED = dt.date(2024, 12, 20)
COLLECTIVES = ("Ban ", "Chi hội ", "Tổ ")
SLUGS = {
    ("Giấy khen", RecipientKind.INDIVIDUAL): "giay-khen-ca-nhan",
    ("Giấy khen", RecipientKind.COLLECTIVE): "giay-khen-tap-the",
    ("Giấy khen", RecipientKind.HOUSEHOLD): "giay-khen-ho-gia-dinh",
    ("Chiến sĩ thi đua cơ sở", RecipientKind.INDIVIDUAL): "chien-si-thi-dua-co-so",
    ("Lao động tiên tiến", RecipientKind.INDIVIDUAL): "lao-dong-tien-tien",
}


def lawful(honour: str, recipient: RecipientKind) -> int | None:
    return prize(SLUGS[honour, recipient], recipient, as_of=DECIDED).amount


def recipient_of(name: str) -> RecipientKind:
    return RecipientKind.COLLECTIVE if name.startswith(COLLECTIVES) else RecipientKind.INDIVIDUAL


def example(slug: str) -> Any:
    return kind_named(slug).example()


def test_the_award_decision() -> None:
    context = example("award_decision")
    assert context.paper.date == DECIDED
    groups: tuple[tuple[Iterable[Any], RecipientKind], ...] = (
        (context.individuals, RecipientKind.INDIVIDUAL),
        (context.collectives, RecipientKind.COLLECTIVE),
        (context.households, RecipientKind.HOUSEHOLD),
    )
    told = [(one.prize, lawful(one.honour, kind)) for group, kind in groups for one in group]
    assert told == [(360_000, 360_000), (360_000, 360_000), (710_000, 710_000), (None, None)]


def test_the_papers_that_follow_it() -> None:
    payments = example("prize_payment_list").payments
    assert {(one.amount, lawful(one.honour, recipient_of(one.name))) for one in payments} == {
        (360_000, 360_000), (710_000, 710_000), (2_340_000, 2_340_000),
    }  # fmt: skip
    honours = example("revocation_decision").honours
    assert [(one.prize, lawful(one.honour, recipient_of(one.name))) for one in honours] == [
        (360_000, 360_000), (710_000, 710_000),
    ]  # fmt: skip
