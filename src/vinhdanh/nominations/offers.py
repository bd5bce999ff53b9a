"""Which honours of the Law a commune deals with: what its chair gives, what it asks others for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.lawbook import HonourOnDay, Level, honours
from vinhdanh.lawbook import RecipientKind as LawKind
from vinhdanh.lawbook.enums import HonourForm

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.organizations.enums import RecipientKind

LOCAL = frozenset({Level.COMMUNE_CHAIR, Level.DISTRICT_CHAIR})
"""What the district's chair decided before 2025-07-01 the commune's chair decides since."""
PROPOSED = frozenset(
    {
        "chien-si-thi-dua-tinh",
        "tap-the-lao-dong-xuat-sac",
        "xa-phuong-tieu-bieu",
        "co-thi-dua-tinh",
        "bang-khen-tinh-ca-nhan",
        "bang-khen-tinh-tap-the",
        "bang-khen-tinh-ho-gia-dinh",
    }
)
"""What a commune asks of the province year by year; for higher honours it only passes files on."""


@dataclass(frozen=True, slots=True)
class Offers:
    """The honours of one kind of recipient on a day."""

    given: tuple[HonourOnDay, ...]
    """The commune's chair decides, or a person must confirm that they do."""
    above: tuple[HonourOnDay, ...]
    """Others decide; a commune proposes."""


def fits(law: HonourOnDay, kind: RecipientKind) -> bool:
    """Tell whether an honour is for such a recipient."""
    return LawKind(kind.value) in law.recipients


def printed_name(law: HonourOnDay) -> str:
    """Return what decisions and certificates call an honour; a giấy khen names its giver below."""
    return "Giấy khen" if law.form is HonourForm.GIAY_KHEN else law.name


def name_on_screen(law: HonourOnDay) -> str:
    """Return what a choice is called; whom a giấy khen is for is settled by the recipient."""
    if law.form is HonourForm.GIAY_KHEN:
        return "Giấy khen của Chủ tịch UBND xã"
    return law.name


def is_given_here(law: HonourOnDay) -> bool:
    """Tell whether the commune's chair decides an honour, confirmed or not."""
    return law.authority.level is Level.COMMUNE_CHAIR


def offers(kind: RecipientKind, *, as_of: dt.date, province: str = "") -> Offers:
    """Return what a commune may give and propose to one kind of recipient, highest first."""
    every = honours(as_of=as_of, province=province)
    known = [law for law in every if fits(law, kind) and _is_local(law)]
    return Offers(
        given=tuple(law for law in known if is_given_here(law)),
        above=tuple(law for law in known if not is_given_here(law)),
    )


def _is_local(law: HonourOnDay) -> bool:
    return law.authority.level in LOCAL or law.slug in PROPOSED
