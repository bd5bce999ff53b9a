from __future__ import annotations

from typing import Any

from django import forms

from vinhdanh.kernel.wording import joined
from vinhdanh.web.forms.fields import DayField


class SignForm(forms.Form):
    """The day a decision or report is signed."""

    signed_on = DayField(label="Ngày ký")


class DecisionSignForm(SignForm):
    """A decision to sign; it asks for the authority only where the law does not say."""

    authority_note = forms.CharField(
        label="Xác nhận thẩm quyền",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, confirm: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not confirm:
            del self.fields["authority_note"]
            return
        self.fields["authority_note"].help_text = (
            f"Từ các văn bản hiện có chưa rõ ai quyết định {joined(confirm)}. Hãy ghi văn bản nào"
            " giao thẩm quyền cho Chủ tịch Ủy ban nhân dân cấp xã và ai đã xác nhận. Câu này không"
            " in trên quyết định; nó được giữ ở trang này và trong nhật ký."
        )
