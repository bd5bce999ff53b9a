"""Official forms of emulation papers and the days between which each version holds.

Decree 98/2023/NĐ-CP numbers its forms in Annex I; Decree 152/2025/NĐ-CP replaced it on
1 July 2025 and lapses on 1 March 2027. Numbers nobody has compared with the Decree are marked.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One version of an official form; the day `until` no longer belongs to it."""

    number: str
    instrument: str
    since: dt.date
    until: dt.date | None = None
    confirmed: bool = False
    """True when the number was read in the instrument or in an official guide to it."""


def decree_98(number: str, *, confirmed: bool = False) -> Form:
    """Return a form of Decree 98/2023/NĐ-CP, such as "Mẫu số 02"."""
    return Form(
        number=number,
        instrument="Nghị định số 98/2023/NĐ-CP",
        since=dt.date(2024, 1, 1),
        until=_CHANGE,
        confirmed=confirmed,
    )


def decree_152(number: str, *, confirmed: bool = False) -> Form:
    """Return a form of Decree 152/2025/NĐ-CP."""
    return Form(
        number=number,
        instrument="Nghị định số 152/2025/NĐ-CP",
        since=_CHANGE,
        until=dt.date(2027, 3, 1),
        confirmed=confirmed,
    )


def in_force(forms: tuple[Form, ...], day: dt.date) -> Form | None:
    """Return the version that holds on a day, none where the data has no answer."""
    return next(
        (one for one in forms if one.since <= day and (one.until is None or day < one.until)), None
    )


_CHANGE: Final = dt.date(2025, 7, 1)
