from __future__ import annotations

from django import forms


class TargetForm(forms.Form):
    """The share of direct workers that a year's plan promises."""

    percent = forms.IntegerField(
        label="Tỷ lệ người lao động trực tiếp (%)",
        error_messages={
            "required": "Chưa ghi tỷ lệ: hãy ghi số từ 0 đến 100.",
            "invalid": "Tỷ lệ chưa đúng: hãy ghi số từ 0 đến 100.",
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    source = forms.CharField(
        label="Căn cứ",
        required=False,
        max_length=200,
        help_text="Mục nào của kế hoạch nêu tỷ lệ này.",
    )
