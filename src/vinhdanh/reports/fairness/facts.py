"""What is known of a recipient: yes, no, or not known, which is never counted as no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.kernel.text import fold
from vinhdanh.organizations.enums import PersonGroup, Sex

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from vinhdanh.organizations.models import Person
    from vinhdanh.reports.fairness.rows import Given

SMALL = 10
"""A collective of fewer members is a small one."""
LEADING = (
    "bi thu", "chu tich", "pho chu tich", "truong", "pho truong", "hieu truong",
    "pho hieu truong", "giam doc", "pho giam doc", "chi huy",
)  # fmt: skip
"""Words with which the title of a leading post begins, without diacritics."""


def is_woman(person: Person) -> bool | None:
    """Tell by the sex that was written down."""
    return person.sex == Sex.FEMALE if person.sex else None


def is_direct_worker(person: Person) -> bool | None:
    """Tell by the mark on the person, else by the group; an office worker is none."""
    if person.is_direct_worker or person.group == PersonGroup.WORKER:
        return True
    return False if person.group == PersonGroup.OFFICIAL else None


def is_leader(person: Person, *, as_of: dt.date) -> bool | None:
    """Tell by the posts held on a day: their mark, else the first words of their title."""
    posts = [
        each for each in person.positions.all() if _held(each.valid_from, each.valid_to, as_of)
    ]
    if any(each.is_leader or _leads(each.title) for each in posts):
        return True
    known = any(each.title for each in posts) or is_direct_worker(person)
    return False if known else None


def is_small(row: Given, members: Mapping[tuple[int, int], int]) -> bool | None:
    """Tell by the members written down for the year; no figure is not known."""
    count = members.get((row.recipient.pk, row.year))
    return None if count is None else count < SMALL


def _held(since: dt.date | None, until: dt.date | None, day: dt.date) -> bool:
    return not ((since and day < since) or (until and day >= until))


def _leads(title: str) -> bool:
    words = f"{fold(title)} "
    return any(words.startswith(f"{each} ") for each in LEADING)
