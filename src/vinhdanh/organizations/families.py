"""Which kinds of units can go on in one another."""

from __future__ import annotations

from vinhdanh.organizations.enums import UnitKind

FAMILIES: tuple[frozenset[UnitKind], ...] = (
    frozenset({UnitKind.COMMITTEE, UnitKind.COUNCIL, UnitKind.SECTOR, UnitKind.RADIO}),
    frozenset({UnitKind.ASSOCIATION}),
    frozenset({UnitKind.VILLAGE}),
    frozenset({UnitKind.SCHOOL}),
    frozenset({UnitKind.HEALTH}),
    frozenset({UnitKind.ENTERPRISE}),
)
"""A village goes on in a village, a body of the commune in a body of the commune, and so on."""


def family_of(kind: str) -> frozenset[UnitKind]:
    """Return the kinds of units that one of this kind can be merged with."""
    return next(family for family in FAMILIES if kind in family)
