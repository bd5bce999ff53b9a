from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.nominations.achievement_words import HELP
from vinhdanh.nominations.enums import CommendationKind, Procedure
from vinhdanh.nominations.offers import name_on_screen, offers
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.web.forms.fields import DayField
from vinhdanh.web.forms.people import HeadSexField, OwnUnitField, UnitField

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.nominations.procedures import Case
    from vinhdanh.organizations.models import Unit
    from vinhdanh.web.forms.candidates import WhoField

KIND_SLUGS = {
    "ca-nhan": RecipientKind.INDIVIDUAL,
    "tap-the": RecipientKind.COLLECTIVE,
    "ho-gia-dinh": RecipientKind.HOUSEHOLD,
}


class SubmissionForm(forms.Form):
    """A new list of nominations."""

    unit = forms.ChoiceField(label="Đơn vị đề nghị")
    kind = forms.ChoiceField(label="Loại khen thưởng", choices=CommendationKind.choices)
    title = forms.CharField(
        label="Về việc",
        max_length=300,
        help_text="Ví dụ: Đề nghị khen thưởng phong trào làm đường hoa quý II.",
        error_messages={"required": "Chưa ghi về việc gì: hãy ghi một câu."},
    )

    def __init__(self, *args: Any, units: tuple[Unit, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(unit.pk, unit.name) for unit in units]
        if len(units) == 1:
            field.initial = units[0].pk
            field.widget = forms.HiddenInput()


class NominationForm(forms.Form):
    """One row: who, which honour, for what."""

    honour = forms.ChoiceField(label="Danh hiệu, hình thức đề nghị")
    achievement = forms.CharField(
        label="Thành tích",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=HELP,
        error_messages={"required": "Chưa ghi thành tích: hãy viết một câu."},
    )
    period = forms.CharField(
        label="Thời gian lập thành tích",
        max_length=60,
        help_text="Ví dụ: năm 2023, quý I năm 2024.",
    )

    def __init__(
        self, *args: Any, kind: RecipientKind, as_of: dt.date, province: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["honour"]
        assert isinstance(field, forms.ChoiceField)
        found = offers(kind, as_of=as_of, province=province)
        groups = (
            ("Chủ tịch Ủy ban nhân dân xã quyết định", found.given),
            ("Cấp trên quyết định, xã xét rồi trình", found.above),
        )
        field.choices = [
            (name, [(law.slug, name_on_screen(law)) for law in laws])
            for name, laws in groups
            if laws
        ]


class IndividualForm(NominationForm):
    full_name = forms.CharField(
        label="Họ và tên",
        max_length=100,
        help_text="Chọn trong danh sách gợi ý, hoặc gõ tên người chưa có.",
        widget=forms.TextInput(attrs={"list": "known-names", "autocomplete": "off"}),
        error_messages={"required": "Chưa ghi họ và tên."},
    )
    title = forms.CharField(label="Chức vụ hoặc nghề nghiệp", max_length=100, required=False)
    birth_date = DayField(
        label="Ngày sinh", required=False, help_text="Phân biệt những người cùng tên."
    )
    field_order = [
        "full_name",
        "birth_date",
        "unit",
        "person",
        "title",
        "honour",
        "achievement",
        "period",
    ]

    def __init__(
        self, *args: Any, units: list[Unit], who: WhoField | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = OwnUnitField(
            units=units,
            label="Đơn vị",
            help_text="Nơi công tác hoặc nơi ở; người chưa có trong sổ được ghi vào đơn vị này.",
        )
        if who:
            self.fields["person"] = who
        self.order_fields(self.field_order)


class CollectiveForm(NominationForm):
    field_order = ["unit", "honour", "achievement", "period"]

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = OwnUnitField(units=units, label="Tập thể")
        self.order_fields(self.field_order)


class HouseholdForm(NominationForm):
    head_name = forms.CharField(
        label="Họ và tên chủ hộ",
        max_length=100,
        widget=forms.TextInput(attrs={"list": "known-names", "autocomplete": "off"}),
        error_messages={"required": "Chưa ghi tên chủ hộ."},
    )
    head_sex = HeadSexField()
    address = forms.CharField(
        label="Địa chỉ",
        max_length=200,
        required=False,
        help_text="Trong thôn, ví dụ: Xóm 2; phân biệt những hộ cùng tên chủ hộ.",
    )
    field_order = ["head_name", "head_sex", "unit", "address", "honour", "achievement", "period"]

    def __init__(self, *args: Any, own: Unit, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = OwnUnitField if own in units else UnitField
        self.fields["unit"] = field(
            units=units,
            label="Thôn, tổ dân phố",
            error_messages={"required": "Chưa chọn thôn, tổ dân phố của hộ."},
        )
        self.order_fields(self.field_order)


class CorrectionForm(forms.Form):
    """What may change in a returned nomination."""

    detail = forms.CharField(label="Chức vụ, đơn vị, địa chỉ", max_length=300, required=False)
    achievement = forms.CharField(
        label="Thành tích",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Chưa ghi thành tích: hãy viết một câu."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class ProcedureForm(forms.Form):
    """Which procedure a nomination takes, and why."""

    procedure = forms.ChoiceField(label="Thủ tục", choices=Procedure.choices)
    case = forms.ChoiceField(
        label="Trường hợp được áp dụng thủ tục đơn giản",
        required=False,
        help_text="Chỉ cần khi chọn thủ tục đơn giản.",
    )
    reason = forms.CharField(
        label="Lý do",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Đơn vị sẽ đọc câu này.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, cases: tuple[Case, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["case"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Chưa chọn"), *((each.id, each.text) for each in cases)]
