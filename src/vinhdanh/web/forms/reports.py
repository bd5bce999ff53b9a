from __future__ import annotations

from django import forms

from vinhdanh.web.forms.fields import DayField


class ReportForm(forms.Form):
    """What people judge; the figures come from the records."""

    cut_off_on = DayField(label="Số liệu tính đến ngày")
    situation = forms.CharField(
        label="Đặc điểm, thuận lợi, khó khăn",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    shortcomings = forms.CharField(
        label="Hạn chế, nguyên nhân", required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    next_steps = forms.CharField(
        label="Nhiệm vụ 6 tháng cuối năm",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Mỗi dòng thành một đoạn.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
