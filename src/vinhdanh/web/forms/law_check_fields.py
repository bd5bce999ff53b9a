"""Fields of the check: each may stay open, which means that it is not known."""

from __future__ import annotations

from typing import Any

from django import forms

from vinhdanh.organizations.enums import InitiativeKind, Reach
from vinhdanh.web.forms.law import COUNTED, MOST

UNKNOWN = ("", "Chưa biết")
NO = "khong"
MONTHS = 12

INITIATIVE_CHOICES = [
    ("", "–"),
    *(
        (f"{kind.value}:{reach.value}", f"{kind.label}, phạm vi {str(reach.label).lower()}")
        for kind in InitiativeKind
        for reach in Reach
    ),
]
"""Kind and reach in one choice."""


def choice(label: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    """Return one choice of several."""
    return forms.ChoiceField(label=label, required=False, choices=choices)


def tick(label: str) -> forms.BooleanField:
    """Return one box to tick."""
    return forms.BooleanField(label=label, required=False)


def count(label: str, *, least: int = 0, most: int = MOST) -> forms.IntegerField:
    """Return a whole number between two bounds."""
    return forms.IntegerField(
        label=label, required=False, min_value=least, max_value=most, error_messages=COUNTED
    )


def months(label: str) -> forms.FloatField:
    """Return months of one year, which may be broken."""
    return forms.FloatField(label=label, required=False, min_value=0, max_value=MONTHS)


def several(label: str, choices: list[Any]) -> forms.MultipleChoiceField:
    """Return boxes to tick, none of which must be."""
    return forms.MultipleChoiceField(
        label=label, required=False, choices=choices, widget=forms.CheckboxSelectMultiple
    )
