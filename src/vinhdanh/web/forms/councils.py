from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.web.forms.fields import DayField, HourField

if TYPE_CHECKING:
    from vinhdanh.nominations.models import Nomination


class StartField(HourField):
    """The hour of a meeting, as the invitation prints it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            required=False, help_text="Giờ:phút, ví dụ 08:00; in trong giấy mời.", **kwargs
        )


class LettersField(DayField):
    """The last day for opinions in writing."""

    def __init__(self) -> None:
        super().__init__(
            label="Nhận ý kiến bằng văn bản đến hết ngày",
            required=False,
            help_text="Để trống thì chờ đến khi chủ trì chốt kết quả. Ý kiến nhận trước ngày họp"
            " thì công chức ghi sau khi khai mạc.",
        )


class RescheduleForm(forms.Form):
    """Another day, hour and place for a meeting, another last day for letters."""

    held_on = DayField(label="Ngày họp mới")
    starts_at = StartField(label="Giờ họp mới")
    place = forms.CharField(label="Địa điểm", max_length=200, required=False)
    opinions_by = LettersField()


class AgendaForm(forms.Form):
    """Which nominations a meeting decides on."""

    nominations = forms.MultipleChoiceField(
        label="Hồ sơ đưa ra xét",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Chưa chọn hồ sơ nào: hãy đánh dấu ít nhất một hồ sơ đã thẩm định."
        },
    )

    def __init__(self, *args: Any, ready: list[Nomination], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["nominations"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [
            (each.pk, f"{each.recipient.name}, {each.honour_name} ({each.submission.unit.called})")
            for each in ready
        ]
        field.initial = [each.pk for each in ready]


class MeetingForm(AgendaForm):
    """A meeting to call."""

    title = forms.CharField(
        label="Nội dung phiên họp",
        max_length=300,
        error_messages={"required": "Chưa ghi nội dung phiên họp: hãy ghi một câu."},
    )
    held_on = DayField(label="Ngày họp")
    starts_at = StartField(label="Giờ họp")
    place = forms.CharField(label="Địa điểm", max_length=200, required=False)
    opinions_by = LettersField()
