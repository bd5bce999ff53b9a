"""A year's registration follows its unit into the one it goes on in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.emulation.models import Registration
from vinhdanh.kernel import clock
from vinhdanh.organizations.hooks import unit_continued

if TYPE_CHECKING:
    from vinhdanh.organizations.models import Unit


@unit_continued.enter
def hand_over_registrations(old: Unit, new: Unit) -> None:
    """Give this year's and later registrations to the new unit, where it has none of its own.

    What stays is shown on the old unit's page with what to do.
    """
    taken = set(Registration.objects.filter(unit=new).values_list("year", flat=True))
    going = Registration.objects.filter(unit=old, year__gte=clock.today().year)
    going.exclude(year__in=taken).update(unit=new)
