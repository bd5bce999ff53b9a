from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.nominations.enums import CommendationKind, NominationState
from vinhdanh.nominations.offers import name_on_screen, offers
from vinhdanh.nominations.queries.search import Wanted
from vinhdanh.organizations.enums import RecipientKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from vinhdanh.organizations.models import Unit


class NominationFilter(forms.Form):
    """What the list of nominations is narrowed by; what makes no sense is passed over."""

    q = forms.CharField(required=False, max_length=100)
    state = forms.ChoiceField(required=False, choices=[("", ""), *NominationState.choices])
    kind = forms.ChoiceField(required=False, choices=[("", ""), *CommendationKind.choices])
    unit = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)
    honour = forms.ChoiceField(required=False)
    late = forms.BooleanField(required=False)

    def __init__(
        self, *args: Any, units: Iterable[Unit], as_of: dt.date, province: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._choose("unit", [(str(unit.pk), unit.called) for unit in units])
        self._choose("honour", list(_honours(as_of, province)))

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", ""), *choices]

    @property
    def asked(self) -> Wanted:
        """What is asked for, without what was not understood."""
        self.is_valid()
        data = getattr(self, "cleaned_data", {})
        return Wanted(
            words=data.get("q") or "",
            state=data.get("state") or "",
            kind=data.get("kind") or "",
            unit=data.get("unit"),
            honour=data.get("honour") or "",
            is_late=bool(data.get("late")),
        )


@lru_cache(maxsize=32)
def _honours(as_of: dt.date, province: str) -> tuple[tuple[str, str], ...]:
    """Return what a commune gives or proposes, each once."""
    every: dict[str, str] = {}
    for kind in RecipientKind:
        found = offers(kind, as_of=as_of, province=province)
        for law in (*found.given, *found.above):
            one = f"{name_on_screen(law)} ({kind.label.lower()})" if not law.is_title else law.name
            every.setdefault(law.slug, one)
    return tuple(every.items())
