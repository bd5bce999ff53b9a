from __future__ import annotations

from django import forms

from vinhdanh.web.forms.fields import DayField


class JudgementField(forms.CharField):
    """A part that may wait while the report is written, but not when it is signed."""

    needed_later = True


class ReportForm(forms.Form):
    """What people judge; the figures come from the records."""

    cut_off_on = DayField(label="Số liệu tính đến ngày")
    situation = JudgementField(
        label="Đặc điểm, thuận lợi, khó khăn",
        required=False,
        help_text="Cần có trước khi ký.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    supervision = JudgementField(
        label="Kiểm tra, giải quyết đơn thư, kiến nghị",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Cần có trước khi ký. Không có đơn thư thì ghi rõ: Trong kỳ không có đơn thư.",
    )
    shortcomings = JudgementField(
        label="Hạn chế, nguyên nhân",
        required=False,
        help_text="Cần có trước khi ký.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    next_steps = JudgementField(
        label="Nhiệm vụ 6 tháng cuối năm",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Cần có trước khi ký; mỗi dòng thành một đoạn.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
