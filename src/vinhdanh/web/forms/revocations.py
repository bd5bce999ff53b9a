from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.decisions.services.restorations import NO_BASIS, NO_REASON
from vinhdanh.decisions.services.revocations import Case
from vinhdanh.web.forms.fields import DayField
from vinhdanh.web.forms.other_papers import OtherPaperForm

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

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
            ground=said.get("ground", ""),
            cited=said.get("cited", ""),
            reason=said["reason"],
            within_days=said["within_days"],
            money_to=said["money_to"],
        )


class OtherRevocationForm(OtherPaperForm, RevocationForm):
    """A revocation by the office that gave the honours; its ground is of the law of its day."""

    cited = forms.CharField(
        label="Điều, khoản mà quyết định nêu",
        max_length=200,
        help_text="Ghi như trong quyết định: kho quy định chưa có các trường hợp hủy bỏ của luật"
        " ngày đó.",
        error_messages={"required": "Chưa ghi điều, khoản: hãy ghi như quyết định nêu."},
    )

    def __init__(self, *args: Any, grounds: Sequence[Ground], **kwargs: Any) -> None:
        super().__init__(*args, grounds=grounds, **kwargs)
        del self.fields["cited" if grounds else "ground"]

    @classmethod
    def day_in(cls, said: Mapping[str, Any]) -> dt.date | None:
        """Return the day of the paper as typed; none where it is missing or no day."""
        try:
            day: dt.date = cls.base_fields["decided_on"].clean(said.get("decided_on"))
        except forms.ValidationError:
            return None
        return day


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
