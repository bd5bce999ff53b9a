from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.decisions.services.restorations import NO_BASIS, NO_REASON
from vinhdanh.decisions.services.revocations import Case
from vinhdanh.web.forms.fields import DayField
from vinhdanh.web.forms.other_papers import OtherPaperForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.decisions.models import Honour
    from vinhdanh.decisions.queries.grounds import Ground


class HonoursForm(forms.Form):
    """Honours to be ticked, each with a box of its own."""

    def __init__(self, *args: Any, honours: Sequence[Honour], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._honours = list(honours)
        for each in self._honours:
            self.fields[f"honour_{each.pk}"] = forms.BooleanField(
                label=each.recipient_name, required=False
            )

    def rows(self) -> list[tuple[Honour, forms.BoundField]]:
        """Return each honour with its tick."""
        return [(each, self[f"honour_{each.pk}"]) for each in self._honours]

    def chosen(self) -> list[int]:
        """Return the numbers of the honours that were ticked."""
        return [each.pk for each in self._honours if self.cleaned_data[f"honour_{each.pk}"]]


class RevocationForm(HonoursForm):
    """Which honours of a decision are taken back, why, and what is to come back."""

    ground = forms.ChoiceField(
        label="Trường hợp phải hủy bỏ theo luật",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Chưa chọn trường hợp phải hủy bỏ theo luật: hãy chọn một trong danh sách."
        },
    )
    reason = forms.CharField(
        label="Lý do",
        error_messages={"required": "Chưa ghi lý do hủy bỏ: hãy viết một câu."},
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
        max_length=200,
        error_messages={"required": "Chưa ghi nơi nhận tiền nộp lại: hãy ghi tên quỹ."},
        initial="Quỹ thi đua, khen thưởng",
    )

    def __init__(self, *args: Any, grounds: Sequence[Ground], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ground = self.fields["ground"]
        assert isinstance(ground, forms.ChoiceField)
        ground.choices = [(each.id, f"{each.text} ({each.citation})") for each in grounds]

    def case(self) -> Case:
        """Return why, and what by when."""
        said = self.cleaned_data
        return Case(
            ground=said["ground"],
            reason=said["reason"],
            within_days=said["within_days"],
            money_to=said["money_to"],
        )


class OtherRevocationForm(OtherPaperForm, RevocationForm):
    """A revocation by the office that gave the honours."""


class RestorationForm(HonoursForm):
    """Which honours hold again, and why."""

    basis = forms.CharField(
        label="Căn cứ",
        max_length=300,
        help_text="Văn bản kết luận việc hủy bỏ là sai: Kết luận số 12/KL-TTr ngày 01/6/2024 của"
        " Thanh tra huyện.",
        error_messages={"required": NO_BASIS},
    )
    reason = forms.CharField(
        label="Lý do",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Câu này in trong Điều 1, sau chữ “vì”: kết luận xác định thành tích là đúng.",
        error_messages={"required": NO_REASON},
    )


class OtherRestorationForm(OtherPaperForm, RestorationForm):
    """A restoration by the office that took the honours back."""


class ReturnForm(forms.Form):
    """What came back."""

    on = DayField(label="Ngày nhận lại")
