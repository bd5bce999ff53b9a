"""One line of a unit's year."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.organizations.enums import Completion
from vinhdanh.organizations.services.years import Grading, YearRow, grading_of

if TYPE_CHECKING:
    from vinhdanh.organizations.models import Person, YearRecord

MONTHS_WRONG = "Ghi số tháng từ 0 đến 12, ví dụ 1,5."


class MonthsField(forms.DecimalField):
    """Months of a year, with a comma or a point; empty is not known."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            required=False,
            min_value=0,
            max_value=12,
            max_digits=3,
            decimal_places=1,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "size": 4}),
            error_messages=dict.fromkeys(
                ("invalid", "min_value", "max_value", "max_digits", "max_decimal_places",
                 "max_whole_digits"),
                MONTHS_WRONG,
            ),
            **kwargs,
        )  # fmt: skip

    def to_python(self, value: Any) -> Any:
        """Accept a decimal comma."""
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


class YearRowForm(forms.Form):
    """What is written about one person's year."""

    completion = forms.ChoiceField(
        label="Mức độ hoàn thành", choices=[("", "Chưa biết"), *Completion.choices], required=False
    )
    absent_months = MonthsField(label="Số tháng nghỉ")
    maternity_months = MonthsField(label="Trong đó thai sản")
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, person: Person, record: YearRecord | None, **kwargs: Any
    ) -> None:
        self.person = person
        known = grading_of(record)
        kwargs["prefix"] = f"nguoi-{person.pk}"
        kwargs["initial"] = {
            "completion": known.completion,
            "absent_months": _shown(known.absent_months),
            "maternity_months": _shown(known.maternity_months or None),
            "seen": _packed(known),
        }
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if name != "seen":
                field.widget.attrs["aria-label"] = f"{field.label} của {person}"

    def row(self) -> YearRow:
        """Return the line, as the service takes it."""
        data = self.cleaned_data
        now = Grading(
            data["completion"], data["absent_months"], data["maternity_months"] or Decimal(0)
        )
        return YearRow(self.person, now, _unpacked(data["seen"]))


def _shown(months: Decimal | int | None) -> str:
    return "" if months is None else f"{float(months):g}".replace(".", ",")


def _packed(grading: Grading) -> str:
    absent = "" if grading.absent_months is None else str(grading.absent_months)
    return f"{grading.completion}|{absent}|{grading.maternity_months}"


def _unpacked(text: str) -> Grading:
    try:
        completion, absent, maternity = text.split("|")
        return Grading(completion, Decimal(absent) if absent else None, Decimal(maternity))
    except (ValueError, InvalidOperation):
        return Grading()
