from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.kernel.wording import day
from vinhdanh.nominations.offers import name_on_screen, offers
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.web.forms.fields import DayField, SizedFileField

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from vinhdanh.organizations.models import Person, Unit

DEFAULT = "giay-khen-ca-nhan"
NEW = "new"


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
    person = forms.ChoiceField(
        label="Trùng tên: là ai trong những người này",
        required=False,
        widget=forms.RadioSelect,
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
        widget=forms.FileInput(attrs={"accept": "image/*", "capture": "environment"}),
    )

    def __init__(
        self,
        *args: Any,
        units: tuple[Unit, ...],
        as_of: dt.date,
        same: Iterable[Person] = (),
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
        if people := [(str(each.pk), _told(each)) for each in same]:
            self._choose("person", [*people, (NEW, "Người khác, chưa có trong sổ")])
        else:
            del self.fields["person"]

    def _choose(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


def _told(person: Person) -> str:
    born = f", sinh {day(person.birth_date)}" if person.birth_date else ", chưa rõ ngày sinh"
    posts = "; ".join(str(post) for post in person.positions.all())
    return f"{person.full_name}{born}{f', {posts}' if posts else ''}"
