"""Facts of a case. `None` (or `UNKNOWN`) means unknown, an empty tuple means none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import ClassVar

from vinhdanh.lawbook.enums import (
    AchievementKind,
    DisciplineLevel,
    Grade,
    Group,
    RecipientKind,
    Scope,
)


class Unknown(Enum):
    """Marks a fact that may be none, but was not given."""

    UNKNOWN = "unknown"


UNKNOWN = Unknown.UNKNOWN
MAPPINGS = ("attestations", "confirmations", "member_titles")
"""Facts by name; a reader cannot change them."""


@dataclass(frozen=True, slots=True)
class YearRecord:
    """The grading of one year, and months of absence in it."""

    year: int
    completion: Grade | None = None
    absent_months: int | float | None = None
    maternity_months: int | float = 0
    """Of the absence; maternity leave counts as time worked."""


@dataclass(frozen=True, slots=True)
class HeldHonour:
    """An honour already given, by the year it was given for."""

    honour: str
    year: int
    kind: str | None = None
    """Kind of commendation; dot-xuat and phong-trao do not count towards công trạng."""


@dataclass(frozen=True, slots=True)
class Initiative:
    """A recognised initiative, accepted research or recognised resourcefulness in combat."""

    year: int
    scope: Scope
    used_for: str | Unknown | None = UNKNOWN
    """Honour it already served; None if it is free."""
    kind: str = "initiative"
    """initiative, research, or combat."""


@dataclass(frozen=True, slots=True)
class Achievement:
    """A deed or a result that is a ground for a form of commendation."""

    kind: AchievementKind
    scope: Scope
    year: int
    id: str | None = None
    """Tells the same deed apart across a list."""


@dataclass(frozen=True, slots=True)
class Discipline:
    """A disciplinary measure and its days, as far as they are known."""

    level: DisciplineLevel | None = None
    year: int | None = None
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    """Something being looked into; while it is, nothing is awarded or proposed."""

    kind: str
    since: dt.date | None = None
    until: dt.date | None = None

    def is_open(self, day: dt.date) -> bool:
        """Tell whether it stands on a day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What a named person answered where the law alone could not."""

    answer: bool
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What every recipient has."""

    recipient: ClassVar[RecipientKind]

    for_year: int | None = None
    """The year judged, where it is not the last one known."""
    years: tuple[YearRecord, ...] | None = None
    honours: tuple[HeldHonour, ...] | None = None
    achievements: tuple[Achievement, ...] | None = None
    discipline: tuple[Discipline, ...] | None = None
    holds: tuple[Hold, ...] | None = None
    attested: bool = False
    attestations: Mapping[str, bool] = field(default_factory=dict)
    confirmations: Mapping[str, Confirmation] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Keep what was handed over as it is now, whoever else holds it."""
        for name in MAPPINGS:
            if (found := getattr(self, name, None)) is not None:
                object.__setattr__(self, name, MappingProxyType(dict(found)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Individual(Facts):
    """One person."""

    recipient: ClassVar[RecipientKind] = RecipientKind.INDIVIDUAL

    group: Group | None = None
    direct_worker: bool | None = None
    female: bool | None = None
    initiatives: tuple[Initiative, ...] | None = None
    recruited_months: int | None = None
    """Whole months since recruitment, at the end of the year judged."""
    service_months: int | None = None
    """Months of youth-volunteer service."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collective(Facts):
    """A unit, body, village or commune."""

    recipient: ClassVar[RecipientKind] = RecipientKind.COLLECTIVE

    members: int | None = None
    women: int | None = None
    members_completing: int | None = None
    member_titles: Mapping[str, int] | None = None
    completion: Grade | None = None
    worst_discipline: DisciplineLevel | Unknown | None = UNKNOWN
    existence_years: int | None = None
    flags_open: bool | None = None
    """Whether this kind of unit can be given a flag at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Household(Facts):
    """One household."""

    recipient: ClassVar[RecipientKind] = RecipientKind.HOUSEHOLD

    members: int | None = None
    violations: tuple[str, ...] | None = None
    """Slugs of the exclusions of Decree 86/2023 that apply; empty for none."""
