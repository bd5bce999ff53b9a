from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.nominations.offers import name_on_screen, offers
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.web.forms.fields import DayField, SizedFileField

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.organizations.models import Unit
    from vinhdanh.web.forms.candidates import WhoField

DEFAULT = "giay-khen-ca-nhan"


class SuddenForm(forms.Form):
    """Five lines and a photo."""

    unit = forms.ChoiceField(label="Đơn vị đề nghị")
    full_name = forms.CharField(
        label="Ai",
        max_length=100,
        help_text="Họ và tên.",
        widget=forms.TextInput(attrs={"list": "known-names", "autocomplete": "off"}),
        error_messages={"required": "Chưa ghi họ và tên."},
    )
    what = forms.CharField(
        label="Đã làm gì",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Một câu; câu này in trên quyết định và giấy khen.",
        error_messages={"required": "Chưa ghi việc đã làm: hãy viết một câu."},
    )
    happened_on = DayField(label="Ngày nào", help_text="")
    place = forms.CharField(
        label="Ở đâu",
        max_length=200,
        error_messages={"required": "Chưa ghi nơi xảy ra: hãy ghi thôn, đường hoặc khúc sông."},
    )
    honour = forms.ChoiceField(label="Đề nghị")
    photo = SizedFileField(
        limit=20,
        label="Ảnh chụp",
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )

    def __init__(
        self,
        *args: Any,
        units: tuple[Unit, ...],
        as_of: dt.date,
        who: WhoField | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("initial", {"happened_on": as_of, "honour": DEFAULT})
        super().__init__(*args, **kwargs)
        self._choose("unit", [(unit.pk, unit.name) for unit in units])
        if len(units) == 1:
            self.fields["unit"].initial = units[0].pk
            self.fields["unit"].widget = forms.HiddenInput()
        province = units[0].office.province if units else ""
        found = offers(RecipientKind.INDIVIDUAL, as_of=as_of, province=province)
        laws = [law for law in (*found.given, *found.above) if not law.is_title]
        self._choose("honour", [(law.slug, name_on_screen(law)) for law in laws])
        if who:
            self.fields["person"] = who
            self.fields["birth_date"] = DayField(
                label="Ngày sinh", required=False, help_text="Chỉ cần khi là người khác trùng tên."
            )
            self.order_fields(("unit", "full_name", "person", "birth_date"))

    def _choose(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
