"""Registrations, the year's movement and its pledges."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from vinhdanh.demo.moments import moment
from vinhdanh.demo.units import TAKING_PART
from vinhdanh.emulation.enums import MovementKind
from vinhdanh.emulation.services.movements import launch_movement, sign_pledge
from vinhdanh.emulation.services.registrations import (
    Aim,
    accept_registration,
    send_registration,
)
from vinhdanh.organizations.enums import RecipientKind, UnitKind

if TYPE_CHECKING:
    from vinhdanh.demo.commune import Commune
    from vinhdanh.emulation.models import Registration

YEAR = 2024
MOVEMENT = "Đoàn kết, sáng tạo, thi đua hoàn thành thắng lợi nhiệm vụ kinh tế - xã hội năm 2024"
NOT_IN_JANUARY = frozenset({"cuuchienbinh", "thon4", "thon5"})
NOT_PLEDGED = frozenset({"phunu", "cuuchienbinh", "thon4"})

INDIVIDUAL, COLLECTIVE = RecipientKind.INDIVIDUAL, RecipientKind.COLLECTIVE
OFFICE_AIMS = (
    Aim("lao-dong-tien-tien", INDIVIDUAL, 2),
    Aim("giay-khen-ca-nhan", INDIVIDUAL, 1),
)
ASSOCIATION_AIMS = (
    Aim("giay-khen-tap-the", COLLECTIVE, 1),
    Aim("giay-khen-ca-nhan", INDIVIDUAL, 2),
)
SCHOOL_AIMS = (
    Aim("tap-the-lao-dong-tien-tien", COLLECTIVE, 1),
    Aim("chien-si-thi-dua-co-so", INDIVIDUAL, 2),
    Aim("lao-dong-tien-tien", INDIVIDUAL, 15),
)
VILLAGE_AIMS = (
    Aim("thon-to-dan-pho-van-hoa", COLLECTIVE, 1),
    Aim("gia-dinh-van-hoa", RecipientKind.HOUSEHOLD, 120),
    Aim("giay-khen-ho-gia-dinh", RecipientKind.HOUSEHOLD, 2),
)
AIMS = {
    UnitKind.ASSOCIATION: ASSOCIATION_AIMS,
    UnitKind.SCHOOL: SCHOOL_AIMS,
    UnitKind.VILLAGE: VILLAGE_AIMS,
}


def register_units(commune: Commune) -> None:
    """Task 3: most units register in January, and the clerk accepts."""
    sent = []
    for at, key in enumerate(TAKING_PART):
        if key not in NOT_IN_JANUARY:
            with moment(f"2024-01-{18 + at // 2:02d}T{9 + at % 2 * 5:02d}:{at * 2:02d}"):
                sent.append(register(commune, key))
    for at, registration in enumerate(sent):
        with moment(f"2024-01-31T08:{at * 2:02d}"):
            accept_registration(actor=commune.actor("vanphong"), registration=registration)


def register(commune: Commune, key: str) -> Registration:
    """Send a unit's registration, with the aims that such units have."""
    unit = commune.units[key]
    aims = AIMS.get(UnitKind(unit.kind), OFFICE_AIMS)
    return send_registration(actor=commune.actor(key), unit=unit, year=YEAR, aims=aims)


def launch_year(commune: Commune) -> None:
    """Task 4: the year's movement; nearly every unit signs its pledge."""
    with moment("2024-02-02T08:00"):
        movement = launch_movement(
            actor=commune.actor("chutich"),
            kind=MovementKind.REGULAR,
            title=MOVEMENT,
            launched_on=dt.date(2024, 2, 2),
            ends_on=dt.date(2024, 12, 31),
        )
    for at, key in enumerate(key for key in TAKING_PART if key not in NOT_PLEDGED):
        day = dt.date(2024, 2, 2) if at < 15 else dt.date(2024, 2, 19)  # noqa: PLR2004
        with moment(f"{day}T09:{at * 2:02d}"):
            sign_pledge(
                actor=commune.actor(key),
                movement=movement,
                unit=commune.units[key],
                signed_on=day,
            )
