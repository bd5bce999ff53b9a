"""Incoming documents: entering, forwarding, closing; and numbers set apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.kernel import clock
from vinhdanh.organizations.models import Unit
from vinhdanh.organizations.queries.units import units_of
from vinhdanh.records.models import OfficialDocument
from vinhdanh.records.queries.documents import documents_for, registered
from vinhdanh.records.services.incoming import Arrival
from vinhdanh.web.forms.documents import SignedFileForm
from vinhdanh.web.forms.drafts import SuccessorField
from vinhdanh.web.forms.fields import DayField

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor
    from vinhdanh.records.content import FileContent

NUMBER = {
    "invalid": "Hãy ghi một số.",
    "min_value": "Số phải từ 1 trở lên.",
    "max_value": "Số lớn quá: hãy kiểm tra lại.",
}


class ArrivalForm(SignedFileForm):
    """One line of the register of incoming documents; the number of arrival is given."""

    arrived_on = DayField(label="Ngày đến")
    author = forms.CharField(
        label="Nơi gửi", max_length=200, error_messages={"required": "Chưa ghi nơi gửi."}
    )
    code = forms.CharField(
        label="Số, ký hiệu", max_length=42, required=False, help_text="Ví dụ 123/PNV-TĐKT."
    )
    issued_on = DayField(label="Ngày của văn bản", required=False)
    kind_name = forms.CharField(
        label="Tên loại", max_length=100, error_messages={"required": "Chưa ghi tên loại."}
    )
    abstract = forms.CharField(
        label="Trích yếu",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Chưa ghi trích yếu.",
            "max_length": "Trích yếu dài quá 500 chữ cái: hãy ghi gọn lại.",
        },
    )
    pages = forms.IntegerField(
        label="Số trang", required=False, min_value=1, max_value=999, error_messages=NUMBER
    )
    note = forms.CharField(label="Ghi chú", max_length=500, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].required = False
        self.fields["file"].label = "Bản quét hoặc bản điện tử"
        self.order_fields([*list(self.fields)[1:], "file"])

    def clean_file(self) -> FileContent | None:  # type: ignore[override]
        """Return the file as the register keeps it; none where none was sent."""
        return super().clean_file() if self.cleaned_data["file"] else None

    def arrival(self) -> Arrival:
        """Return what was written."""
        return Arrival(**{key: self.cleaned_data[key] for key in self.fields if key != "file"})


class ForwardForm(forms.Form):
    """Who deals with it, until when."""

    handler = forms.ModelChoiceField(
        label="Đơn vị xử lý",
        queryset=Unit.objects.none(),
        required=False,
        empty_label="Không chọn đơn vị",
        error_messages={"invalid_choice": "Đơn vị này không còn hoạt động: hãy chọn lại."},
    )
    handler_name = forms.CharField(label="Người xử lý", max_length=50, required=False)
    forwarded_on = DayField(label="Ngày chuyển")
    working_days = forms.IntegerField(
        label="Thời hạn, số ngày làm việc",
        required=False,
        min_value=1,
        max_value=250,
        error_messages=NUMBER,
        help_text="Tính từ ngày chuyển, trừ ngày nghỉ, ngày lễ.",
    )
    due_on = DayField(
        label="Hoặc ngày hết hạn", required=False, help_text="Ghi khi văn bản nêu rõ ngày."
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["handler"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = units_of(actor.body, as_of=clock.today())


class FinishForm(forms.Form):
    """How it ended."""

    finished_on = DayField(label="Ngày xử lý xong")
    answer = SuccessorField(
        label="Văn bản trả lời",
        queryset=OfficialDocument.objects.none(),
        required=False,
        empty_label="Không có văn bản trả lời",
        error_messages={"invalid_choice": "Văn bản trả lời chưa ban hành: hãy chọn lại."},
    )
    outcome = forms.CharField(label="Kết quả xử lý", max_length=500, required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["answer"]
        assert isinstance(field, SuccessorField)
        field.queryset = registered(documents_for(actor)).order_by("-issued_on", "-id")


class ReserveForm(forms.Form):
    """Numbers to be set apart."""

    symbol = forms.CharField(
        label="Ký hiệu",
        max_length=30,
        help_text="Ví dụ QĐ-UBND.",
        error_messages={"required": "Chưa ghi ký hiệu."},
    )
    count = forms.IntegerField(
        label="Số lượng",
        min_value=1,
        max_value=50,
        initial=1,
        error_messages={
            "required": "Chưa ghi số lượng.",
            "invalid": "Hãy ghi một số.",
            "min_value": "Mỗi lần để dành được từ 1 đến 50 số.",
            "max_value": "Mỗi lần để dành được từ 1 đến 50 số.",
        },
    )
    note = forms.CharField(
        label="Để dành cho việc gì",
        max_length=300,
        error_messages={"required": "Chưa ghi số này để dành cho việc gì: hãy ghi một câu."},
    )
