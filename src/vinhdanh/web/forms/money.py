"""Forms of prize money and the fund."""

from __future__ import annotations

from typing import Any

from django import forms

from vinhdanh.decisions.enums import FundKind, FundPurpose, FundSource
from vinhdanh.web.forms.fields import DayField, SizedFileField

MOST_SCAN = 20
"""Mebibytes."""
MOST = 999_999_999_999
"""Đồng; a digit too many is more likely than such a fund."""
EXCESS_HELP = "Chỉ ghi khi vẫn phải chi dù nguồn không đủ; lý do ở lại trong sổ quỹ."


class AmountField(forms.IntegerField):
    """An amount in đồng, as it is written here: 1.200.000."""

    default_error_messages = {
        "required": "Chưa ghi số tiền: hãy ghi số đồng, ví dụ 1.200.000.",
        "invalid": "Số tiền chưa đúng: hãy ghi số đồng, ví dụ 1.200.000.",
        "max_value": "Số tiền lớn quá: hãy kiểm tra lại số chữ số.",
        "min_value": "Số tiền không được âm: hãy ghi lại số tiền.",
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("min_value", 0)
        kwargs.setdefault("max_value", MOST)
        kwargs.setdefault("help_text", "Đồng, ví dụ 1.200.000.")
        attrs = {"inputmode": "numeric", "autocomplete": "off"}
        kwargs.setdefault("widget", forms.TextInput(attrs=attrs))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> int | None:
        """Take the points, spaces and the word đồng off."""
        if isinstance(value, str):
            for mark in (".", " ", "\u00a0", "đồng", "đ"):
                value = value.replace(mark, "")
        return super().to_python(value)


class PayForm(forms.Form):
    """Prizes that were handed over."""

    paid_on = DayField(label="Ngày chi")
    source = forms.ChoiceField(label="Nguồn", choices=FundSource.choices)
    excess_reason = forms.CharField(
        label="Lý do chi vượt", required=False, max_length=300, help_text=EXCESS_HELP
    )


class SettleForm(forms.Form):
    """What is paid where the texts read do not say."""

    amount = AmountField(label="Mức chi", help_text="Đồng; ghi 0 nếu không chi.")
    answer = forms.CharField(
        label="Căn cứ",
        required=False,
        max_length=300,
        help_text="Ai xác nhận, theo văn bản nào. Câu này được giữ cùng khoản tiền.",
    )


class ReasonForm(forms.Form):
    """Why a line or a payment is undone."""

    reason = forms.CharField(label="Lý do", required=False, max_length=200)


class RecoverForm(forms.Form):
    """The day money came back."""

    recovered_on = DayField(label="Ngày thu hồi")


class SignedForm(forms.Form):
    """The scan of a list that everybody signed."""

    scan = SizedFileField(
        limit=MOST_SCAN, label="Bản đã ký nhận", help_text="Tệp PDF hoặc ảnh, tối đa 20 MB."
    )


class FundLineForm(forms.Form):
    """A line of the fund."""

    kind = forms.ChoiceField(label="Loại", choices=FundKind.choices)
    purpose = forms.ChoiceField(
        label="Nội dung",
        choices=[
            (each.value, each.label)
            for each in (FundPurpose.SUPPLY, FundPurpose.OBJECTS, FundPurpose.ORGANISING)
        ],
        help_text="Tiền thưởng được ghi chi ở danh sách chi thưởng, không ghi ở đây.",
    )
    source = forms.ChoiceField(label="Nguồn", choices=FundSource.choices)
    amount = AmountField(label="Số tiền")
    entered_on = DayField(label="Ngày")
    content = forms.CharField(label="Diễn giải", required=False, max_length=300)
    voucher = forms.CharField(label="Số chứng từ", required=False, max_length=60)
    excess_reason = forms.CharField(
        label="Lý do chi vượt", required=False, max_length=300, help_text=EXCESS_HELP
    )
