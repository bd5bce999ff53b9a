"""Who goes to which part of a unit that is split: a rule for most, a choice for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.organizations.services.handing_over import Places
from vinhdanh.web.forms.fields import LongSelect
from vinhdanh.web.forms.unit_changes import SplitForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.forms import BoundField

    from vinhdanh.web.residents import Residents

AS_ALL = ("", "Theo lựa chọn chung")


class PlacingForm(SplitForm):
    """The parts are named; now who goes where."""

    placed = forms.CharField(widget=forms.HiddenInput, initial="1")

    def __init__(
        self, *args: Any, residents: Residents, parts: Sequence[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.residents = residents
        self.parts = list(enumerate(parts))
        for name in ("names", "on", "basis"):
            self.fields[name].widget = self.fields[name].hidden_widget()
        self.fields["rest"] = self._choice("Mọi người, mọi hộ về", self.parts)
        for number, hamlet in enumerate(residents.hamlets):
            count = len(residents.hamlets[hamlet])
            self.fields[f"hamlet_{number}"] = self._choice(f"{hamlet} ({count} hộ) về")
        for each in residents.everybody:
            self.fields[each.key] = self._choice(f"{each.name} về")

    def _choice(
        self, label: str, choices: Sequence[tuple[int, str]] = ()
    ) -> forms.TypedChoiceField:
        return forms.TypedChoiceField(
            label=label,
            choices=choices or [AS_ALL, *self.parts],
            coerce=int,
            empty_value=None,
            required=bool(choices),
            widget=LongSelect,
            error_messages={"invalid_choice": "Đơn vị này không có: hãy chọn lại."},
        )

    def common(self) -> list[BoundField]:
        """Return the choices that hold for many."""
        return [self["rest"], *(self[f"hamlet_{n}"] for n in range(len(self.residents.hamlets)))]

    def rows(self) -> list[tuple[Any, BoundField]]:
        """Return everybody with the choice of their own."""
        return [(each, self[each.key]) for each in self.residents.everybody]

    def places(self) -> Places:
        """Return who goes to which part: the own choice, that of the hamlet, that for all.

        Somebody who bears the name of a head of household goes with the household.
        """
        data = self.cleaned_data
        homes: dict[int, int | None] = {}
        for number, hamlet in enumerate(self.residents.hamlets.values()):
            homes |= dict.fromkeys(hamlet, data[f"hamlet_{number}"])
        households = {
            each.pk: _first(data[each.key], homes.get(each.pk), data["rest"])
            for each in self.residents.households
        }
        people = {
            each.pk: _first(data[each.key], households.get(each.home), data["rest"])
            for each in self.residents.people
        }
        return Places(people, households)


def _first(*choices: int | None) -> int:
    return next(choice for choice in choices if choice is not None)
