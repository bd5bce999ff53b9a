from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.decisions.services.revocations import Case
from vinhdanh.web.forms.fields import DayField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.decisions.models import Honour
    from vinhdanh.decisions.queries.grounds import Ground

AMOUNT = {
    "invalid": "Số tiền chưa đúng: hãy ghi bằng chữ số, ví dụ 270000.",
    "min_value": "Số tiền chưa đúng: hãy ghi từ 0 trở lên.",
}


class RevocationForm(forms.Form):
    """Which honours of a decision are taken back, why, and what is to come back."""

    ground = forms.ChoiceField(
        label="Trường hợp phải hủy bỏ theo luật",
        required=False,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label="Lý do",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Câu này in trong Điều 1, sau chữ “vì”: kê khai không trung thực thành tích.",
    )
    within_days = forms.IntegerField(
        label="Hạn nộp lại",
        initial=15,
        help_text="Số ngày làm việc kể từ ngày ký, do quyết định ấn định.",
        error_messages={
            "invalid": "Hạn chưa đúng: hãy ghi số ngày bằng chữ số.",
            "required": "Chưa ghi hạn nộp lại: hãy ghi số ngày làm việc.",
        },
    )
    money_to = forms.CharField(
        label="Nơi nhận tiền nộp lại",
        required=False,
        max_length=200,
        initial="Quỹ thi đua, khen thưởng",
    )

    def __init__(
        self, *args: Any, honours: Sequence[Honour], grounds: Sequence[Ground], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        ground = self.fields["ground"]
        assert isinstance(ground, forms.ChoiceField)
        ground.choices = [(each.id, f"{each.text} ({each.citation})") for each in grounds]
        self._honours = list(honours)
        for each in self._honours:
            self.fields[f"honour_{each.pk}"] = forms.BooleanField(
                label=each.recipient_name, required=False
            )
            self.fields[f"money_{each.pk}"] = forms.IntegerField(
                label=f"Tiền phải nộp lại của {each.recipient_name}",
                required=False,
                min_value=0,
                initial=each.prize_amount or 0,
                error_messages=AMOUNT,
            )

    def rows(self) -> list[tuple[Honour, forms.BoundField, forms.BoundField]]:
        """Return each honour with its tick and its amount."""
        return [
            (each, self[f"honour_{each.pk}"], self[f"money_{each.pk}"]) for each in self._honours
        ]

    def money_due(self) -> dict[int, int]:
        """Return the money to be paid back of each honour that was ticked."""
        said = self.cleaned_data
        return {
            each.pk: said[f"money_{each.pk}"] or 0
            for each in self._honours
            if said[f"honour_{each.pk}"]
        }

    def case(self) -> Case:
        """Return why, and what by when."""
        said = self.cleaned_data
        return Case(
            ground=said["ground"],
            reason=said["reason"],
            within_days=said["within_days"],
            money_to=said["money_to"],
        )


class ReturnForm(forms.Form):
    """What came back."""

    on = DayField(label="Ngày nhận lại")
    has_object = forms.BooleanField(label="Đã nhận lại bằng, hiện vật", required=False)
    amount = forms.IntegerField(
        label="Tiền nhận lại (đồng)", required=False, min_value=0, error_messages=AMOUNT
    )
