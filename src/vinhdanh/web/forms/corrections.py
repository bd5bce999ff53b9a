from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.decisions.enums import CorrectedField
from vinhdanh.decisions.services.corrections import NO_REASON
from vinhdanh.web.forms.other_papers import OtherPaperForm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vinhdanh.decisions.models import Honour

LENGTHS = {CorrectedField.NAME: 200, CorrectedField.DETAIL: 300, CorrectedField.YEAR: 4,
           CorrectedField.PERIOD: 60, CorrectedField.ACHIEVEMENT: 500}  # fmt: skip


class CorrectionForm(forms.Form):
    """How an honour should read; what is left as it is, is not corrected."""

    reason = forms.CharField(
        label="Lý do",
        max_length=300,
        help_text="Câu này in trong Điều 1, sau chữ “do”: sai sót khi lập danh sách.",
        error_messages={"required": NO_REASON},
    )

    def __init__(
        self, *args: Any, honour: Honour, drafted: Mapping[str, str] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for field in CorrectedField:
            now = str(getattr(honour, field.value))
            long = field == CorrectedField.ACHIEVEMENT
            self.fields[field.value] = forms.CharField(
                label=field.label,
                required=False,
                initial=(drafted or {}).get(field.value, now),
                max_length=LENGTHS.get(field),
                widget=forms.Textarea(attrs={"rows": 3}) if long else None,
            )
        self.order_fields([field.value for field in CorrectedField])

    def words(self) -> dict[CorrectedField, str]:
        """Return how each thing should read."""
        return {field: self.cleaned_data[field.value] for field in CorrectedField}


class OtherCorrectionForm(OtherPaperForm, CorrectionForm):
    """A correction by the office that gave the honour."""
