"""What exists: honours and kinds of commendation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vinhdanh.lawbook.enums import HonourForm, RecipientKind


class Period(StrEnum):
    """How often an honour is given."""

    YEARLY = "yearly"
    ON_OCCASION = "on-occasion"
    ANY = "any"
    ONCE = "once"

    @property
    def words(self) -> str:
        """Return the period in Vietnamese."""
        return {
            "yearly": "hằng năm",
            "on-occasion": "theo đợt",
            "any": "khi có thành tích",
            "once": "một lần",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Honour:
    """A title or a form of commendation."""

    slug: str
    name: str
    form: HonourForm
    recipients: tuple[RecipientKind, ...]
    period: Period
    rank: int
    """Place in a list, the highest honour first."""
    short: str = ""
    is_area: bool = False
    """Given to a commune, village or residential group rather than to an organisation."""
    money_only: bool = False
    """The decree names money and no certificate."""

    def settles(self) -> tuple[str, ...]:
        """Return the slug: an honour has one definition on any day."""
        return (self.slug,)


@dataclass(frozen=True, slots=True)
class CommendationKind:
    """A kind of commendation (loại hình khen thưởng)."""

    slug: str
    name: str
    recipients: tuple[RecipientKind, ...]
    text: str

    def settles(self) -> tuple[str, ...]:
        """Return the slug."""
        return (self.slug,)
