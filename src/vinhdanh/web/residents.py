"""The people and households of a unit, as they are placed when it is split."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vinhdanh.kernel import clock
from vinhdanh.organizations.queries.people import held_on

if TYPE_CHECKING:
    from vinhdanh.organizations.models import Household, Unit

FEWEST_HAMLETS = 2
"""Where all addresses say the same, choosing by them would only say "everybody" again."""


@dataclass(frozen=True, slots=True)
class Resident:
    """A person or household."""

    key: str
    """Of the field in the form."""
    pk: int
    name: str
    detail: str
    home: int = 0
    """Of a person: the household whose head has this name, where there is exactly one."""


@dataclass(frozen=True, slots=True)
class Residents:
    """Everybody of a unit."""

    people: list[Resident]
    households: list[Resident]
    hamlets: dict[str, list[int]] = field(default_factory=dict)
    """Keys of households by the first words of their address, where several share them: "Xóm 2"."""

    @property
    def everybody(self) -> list[Resident]:
        """The households, then the people."""
        return [*self.households, *self.people]


def residents_of(unit: Unit) -> Residents:
    """Return who lives in a unit or holds a post there today."""
    homes = list(unit.households.all())
    held = unit.positions.filter(held_on(clock.today())).select_related("person")
    posts = {each.person_id: each for each in held.order_by("person__name_order", "-pk")}
    heads = Counter(home.head_name for home in homes)
    namesakes = Counter(post.person.full_name for post in posts.values())
    alone = {home.head_name: home.pk for home in homes if heads[home.head_name] == 1}
    return Residents(
        people=[
            Resident(
                f"person_{pk}",
                pk,
                post.person.full_name,
                post.title,
                alone.get(post.person.full_name, 0) if namesakes[post.person.full_name] == 1 else 0,
            )
            for pk, post in posts.items()
        ],
        households=[
            Resident(f"household_{home.pk}", home.pk, str(home), home.address) for home in homes
        ],
        hamlets=_hamlets(homes),
    )


def _hamlets(homes: list[Household]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for home in homes:
        if first := home.address.partition(",")[0].strip():
            found.setdefault(first, []).append(home.pk)
    if len(found) < FEWEST_HAMLETS:
        return {}
    return {name: found[name] for name in sorted(found) if len(found[name]) > 1}
