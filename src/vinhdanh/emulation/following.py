"""A year's registration and pledges not yet signed follow their unit into the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.emulation.models import Pledge, Registration
from vinhdanh.kernel import clock
from vinhdanh.organizations.hooks import unit_continued, unit_returned

if TYPE_CHECKING:
    from vinhdanh.organizations.hooks import Moved
    from vinhdanh.organizations.models import Unit


@unit_continued.enter
def hand_over_registrations(old: Unit, new: Unit, moved: Moved) -> None:
    """Give this year's and later registrations to the new unit, where it has none of its own.

    What stays is shown on the old unit's page with what to do.
    """
    taken = set(Registration.objects.filter(unit=new).values_list("year", flat=True))
    going = Registration.objects.filter(unit=old, year__gte=clock.today().year)
    moved["registrations"] = [each.pk for each in going.exclude(year__in=taken)]
    Registration.objects.filter(pk__in=moved["registrations"]).update(unit=new)


@unit_returned.enter
def return_registrations(old: Unit, new: Unit, moved: Moved) -> None:
    """Give the old unit its registrations back, with what was done to them meanwhile."""
    Registration.objects.filter(pk__in=moved.get("registrations", []), unit=new).update(unit=old)


@unit_continued.enter
def hand_over_pledges(old: Unit, new: Unit, moved: Moved) -> None:
    """Let the new unit sign what the old one has not.

    A pledge both were asked for is asked of the new unit once; `moved` keeps what gave way.
    """
    awaited = Pledge.objects.filter(unit=old, signed_on__isnull=True)
    asked = Pledge.objects.filter(unit=new).values_list("movement", flat=True)
    twice = awaited.filter(movement__in=list(asked))
    moved["pledges_once"] = list(twice.values_list("movement", flat=True))
    twice.delete()
    moved["pledges"] = list(awaited.values_list("pk", flat=True))
    awaited.update(unit=new)


@unit_returned.enter
def return_pledges(old: Unit, new: Unit, moved: Moved) -> None:
    """Give the old unit its pledges back, with what was signed meanwhile."""
    Pledge.objects.filter(pk__in=moved.get("pledges", []), unit=new).update(unit=old)
    Pledge.objects.bulk_create(
        Pledge(movement_id=movement, unit=old) for movement in moved.get("pledges_once", [])
    )
