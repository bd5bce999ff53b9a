from __future__ import annotations

from typing import Any

from django import forms

from vinhdanh.kernel.wording import joined
from vinhdanh.web.forms.fields import DayField


class SignForm(forms.Form):
    """The day a decision or report is signed."""

    signed_on = DayField(label="Ngày ký")


class DecisionSignForm(SignForm):
    """A decision to sign; it asks for the authority only where the law does not give it."""

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
            "Theo các văn bản hiện có, chưa thấy Chủ tịch Ủy ban nhân dân cấp xã có thẩm quyền"
            f" quyết định {joined(confirm)}. Hãy ghi văn bản nào giao thẩm quyền và ai đã xác nhận."
            " Câu này không in trên quyết định; nó được giữ ở trang này và trong nhật ký."
        )


class WaitingForm(forms.Form):
    """Rows of what waits, to be put into one decision or several."""

    chosen = forms.TypedMultipleChoiceField(
        label="Hồ sơ", required=False, coerce=int, error_messages={"invalid_choice": "Có hồ sơ đã"
        " được đưa vào quyết định khác: hãy xem lại danh sách rồi chọn lại."},
    )  # fmt: skip
    merit = forms.CharField(
        label="Lý do khen thưởng",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Câu này in trong Điều 1, bắt đầu bằng “đã có thành tích…”.",
    )
    by_honour = forms.BooleanField(label="Mỗi danh hiệu, hình thức một quyết định", required=False)

    def __init__(self, *args: Any, numbers: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["chosen"]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = [(number, str(number)) for number in numbers]


class DraftForm(forms.Form):
    """What can still be changed in a draft."""

    merit = forms.CharField(required=False)
    given_number = forms.IntegerField(
        label="Số đã ghi trong sổ giấy",
        required=False,
        min_value=1,
        error_messages={
            "invalid": "Số chưa đúng: hãy ghi số bằng chữ số, ví dụ 15.",
            "min_value": "Số chưa đúng: hãy ghi số từ 1 trở lên.",
        },
    )
