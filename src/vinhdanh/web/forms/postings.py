from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.organizations.enums import HoldKind
from vinhdanh.web.forms.fields import DayField, LinesField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.nominations.models import Nomination


class PostingForm(forms.Form):
    """A list to post."""

    title = forms.CharField(
        label="Công khai danh sách",
        max_length=300,
        help_text="Ví dụ: đề nghị tặng Giấy khen 6 tháng đầu năm 2024.",
        error_messages={"required": "Thông báo chưa ghi về việc gì: hãy ghi thêm."},
    )
    posted_on = DayField(label="Từ ngày")
    closes_on = DayField(label="Đến hết ngày")
    places = LinesField(
        label="Nơi niêm yết",
        help_text="Mỗi dòng một nơi.",
        required=True,
        error_messages={"required": "Thông báo chưa ghi nơi niêm yết: hãy ghi thêm."},
    )
    contact = forms.CharField(
        label="Nơi nhận ý kiến",
        max_length=300,
        error_messages={"required": "Thông báo chưa ghi nơi nhận ý kiến: hãy ghi thêm."},
    )


class OpinionForm(forms.Form):
    """An opinion that came."""

    nomination = forms.ChoiceField(label="Về trường hợp", required=False)
    given_by = forms.CharField(
        label="Người có ý kiến",
        max_length=100,
        error_messages={
            "required": "Chưa ghi người có ý kiến: hãy ghi họ tên; có thể chọn không nêu tên."
        },
    )
    address = forms.CharField(label="Địa chỉ, điện thoại", max_length=200, required=False)
    is_withheld = forms.BooleanField(
        label="Không nêu tên (chỉ công chức phụ trách biết)", required=False
    )
    content = forms.CharField(
        label="Nội dung",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Chưa ghi nội dung ý kiến: hãy ghi tóm tắt."},
    )
    received_on = DayField(label="Ngày nhận")

    def __init__(self, *args: Any, nominations: Iterable[Nomination], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["nomination"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", "Cả danh sách"),
            *((str(each.pk), f"{each.recipient.name}, {each.honour_name}") for each in nominations),
        ]


class AnswerForm(forms.Form):
    """The office's answer to an opinion."""

    answer = forms.CharField(
        label="Trả lời",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Kết quả xem xét và lý do.",
        error_messages={"required": "Chưa ghi trả lời: hãy nêu kết quả xem xét và lý do."},
    )


class OpinionHoldForm(forms.Form):
    """What is looked into because of an opinion."""

    kind = forms.ChoiceField(label="Mở việc xem xét", choices=HoldKind.choices)
