from __future__ import annotations

from django import forms

from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.web.forms.fields import DayField


class SignForm(forms.Form):
    """The day a decision or report is signed."""

    signed_on = DayField(label="Ngày ký")


class RegisterFilter(forms.Form):
    """What narrows the register of honours."""

    q = forms.CharField(label="Tên người, tập thể, hộ gia đình", required=False)
    kind = forms.ChoiceField(
        label="Đối tượng", required=False, choices=[("", "Mọi đối tượng"), *RecipientKind.choices]
    )
    honour = forms.CharField(label="Danh hiệu, hình thức", required=False)
