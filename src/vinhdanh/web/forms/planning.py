from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.planning.enums import FulfilmentKind
from vinhdanh.web.forms.fields import DayField, LinesField, SizedFileField
from vinhdanh.web.uploads import Upload, kind_of

if TYPE_CHECKING:
    from vinhdanh.organizations.models import Unit
    from vinhdanh.planning.models import Plan, Task


class PlanFileForm(forms.Form):
    """The plan as the office has it."""

    file = SizedFileField(
        limit=20,
        label="Tệp kế hoạch",
        help_text="Tệp Word (.docx), PDF có chữ, hoặc văn bản thuần (.txt), nặng không quá 20 MB.",
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf,.txt"}),
        error_messages={"required": "Chưa chọn tệp: hãy chọn tệp kế hoạch trên máy."},
    )


class PlanHeadForm(forms.Form):
    """The head of the plan, as read, to be corrected."""

    title = forms.CharField(label="Trích yếu", max_length=500)
    issuing_body = forms.CharField(label="Cơ quan ban hành")
    number = forms.CharField(
        label="Số ký hiệu",
        required=False,
        help_text="Ví dụ 11/KH-UBND. Để trống thì khi xác nhận hệ thống cấp số mới.",
    )
    issued_on = DayField(label="Ngày ban hành")
    year = forms.IntegerField(label="Kế hoạch của năm", min_value=2000, max_value=2100)
    legal_bases = LinesField(label="Căn cứ", help_text="Mỗi dòng một căn cứ.")
    recipients = LinesField(label="Nơi nhận", help_text="Mỗi dòng một nơi nhận.")
    signer_authority = forms.CharField(label="Thẩm quyền ký", required=False)
    signer_position = forms.CharField(label="Chức vụ người ký", max_length=100, required=False)
    signer_name = forms.CharField(label="Người ký", max_length=50, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, plan: Plan, data: Any = None) -> PlanHeadForm:
        """Return the form for a plan."""
        initial = {name: getattr(plan, name) for name in cls.base_fields}
        return cls(data, initial=initial)


class TaskForm(forms.Form):
    """One row of the annex."""

    content = forms.CharField(
        label="Nội dung nhiệm vụ",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Nhiệm vụ chưa có nội dung: hãy ghi việc phải làm."},
    )
    no = forms.CharField(label="Số thứ tự", required=False)
    lead = forms.CharField(label="Đơn vị chủ trì (như in trong kế hoạch)", required=False)
    lead_unit: forms.ModelChoiceField[Unit] = forms.ModelChoiceField(
        label="Đơn vị trong hệ thống",
        queryset=None,
        required=False,
        empty_label="Chưa xác định",
        help_text="Đơn vị này thấy nhiệm vụ ở trang Hôm nay.",
    )
    partners = forms.CharField(
        label="Cơ quan phối hợp", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    period = forms.CharField(label="Thời gian (như in trong kế hoạch)", required=False)
    due_on = DayField(label="Hạn hoàn thành", required=False)
    product = forms.CharField(label="Sản phẩm", required=False)
    note = forms.CharField(label="Ghi chú", required=False)
    fulfilment = forms.ChoiceField(
        label="Tiến độ được đo bằng",
        choices=FulfilmentKind.choices,
        help_text="Tiến độ lấy từ sổ sách, không ai gõ tay.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["lead_unit"]
        assert isinstance(field, forms.ModelChoiceField)
        first = units[0]
        field.queryset = type(first).objects.filter(pk__in=[unit.pk for unit in units])

    @classmethod
    def of(cls, task: Task | None, data: Any = None, *, plan: Plan, units: list[Unit]) -> TaskForm:
        """Return the form for a task of a plan, or an empty one."""
        names = [name for name in cls.base_fields if name != "version"]
        initial = {name: getattr(task, name) for name in names} if task else {}
        return cls(data, initial=initial | {"version": plan.version}, units=units)

    def row(self) -> dict[str, Any]:
        """Return the fields of the row, without the version the form carries along."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class MeasureForm(forms.Form):
    """By which record a task is measured."""

    fulfilment = forms.ChoiceField(label="Tiến độ được đo bằng", choices=FulfilmentKind.choices)


class EvidenceForm(forms.Form):
    """What shows that a task is done."""

    note = forms.CharField(
        label="Minh chứng",
        max_length=500,
        required=False,
        help_text="Một câu: việc gì đã làm, ngày nào, kết quả ra sao.",
    )
    file = SizedFileField(
        limit=20,
        label="Tệp kèm theo",
        required=False,
        help_text="Ảnh (JPG, PNG), PDF hoặc Word (.docx), không quá 20 MB.",
        widget=forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png,.pdf,.docx"}),
    )

    def clean_file(self) -> Upload | None:
        """Return the file with its kind, known by its content."""
        file = self.cleaned_data["file"]
        if not file:
            return None
        data = file.read()
        kind = kind_of(data)
        if kind is None:
            raise forms.ValidationError(
                f"Tệp {file.name} không phải ảnh, PDF hay Word (.docx): hãy chọn tệp khác, hoặc"
                " chụp ảnh màn hình rồi gửi ảnh."
            )
        return Upload(name=file.name or f"tệp.{kind}", kind=kind, data=data)
