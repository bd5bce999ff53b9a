from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.decisions.enums import HonourSource
from vinhdanh.decisions.queries.search import Asked
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.web.forms.fields import LongSelect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.organizations.models import Unit

STANDING = {"con": False, "huy": True}


class RegisterFilter(forms.Form):
    """What narrows the register of honours; what it does not know does not narrow."""

    q = forms.CharField(label="Tên người, tập thể, hộ gia đình", required=False, max_length=200)
    year = forms.TypedChoiceField(
        label="Năm", required=False, coerce=int, empty_value=None, widget=LongSelect
    )
    honour = forms.ChoiceField(label="Danh hiệu, hình thức", required=False)
    kind = forms.ChoiceField(
        label="Đối tượng", required=False, choices=[("", "Mọi đối tượng"), *RecipientKind.choices]
    )
    unit = forms.TypedChoiceField(
        label="Đơn vị", required=False, coerce=int, empty_value=None, widget=LongSelect
    )
    source = forms.ChoiceField(
        label="Nguồn", required=False, choices=[("", "Mọi nguồn"), *HonourSource.choices]
    )
    standing = forms.ChoiceField(
        label="Giá trị",
        required=False,
        choices=[("", "Tất cả"), ("con", "Còn giá trị"), ("huy", "Đã hủy bỏ")],
    )

    def __init__(
        self,
        *args: Any,
        years: list[int],
        names: dict[str, tuple[str, ...]],
        units: Iterable[Unit],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._names = names
        self._choose("year", "Mọi năm", [(year, str(year)) for year in years])
        self._choose("honour", "Tất cả", [(name, name) for name in names])
        self._choose("unit", "Mọi đơn vị", [(unit.pk, unit.name) for unit in units])

    def _choose(self, name: str, none: str, choices: list[tuple[Any, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", none), *choices]

    def asked(self) -> Asked:
        """Return what is looked for."""
        self.full_clean()
        said: dict[str, Any] = self.cleaned_data if self.is_bound else {}
        year, unit = said.get("year"), said.get("unit")
        return Asked(
            words=said.get("q", ""),
            years=(year,) if year else (),
            honours=self._names.get(said.get("honour", ""), ()),
            units=(unit,) if unit else (),
            kind=said.get("kind", ""),
            source=said.get("source", ""),
            is_revoked=STANDING.get(said.get("standing", "")),
        )

    def query(self) -> dict[str, Any]:
        """Return what narrows, for the address."""
        said = self.cleaned_data if self.is_bound else {}
        return {name: value for name, value in said.items() if value}
