"""What a nomination is judged by: a year, an initiative, what stands in the way, people's word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.organizations.enums import (
    Completion,
    HoldKind,
    PersonGroup,
)
from vinhdanh.organizations.enums import (
    DisciplineForm as Discipline,
)
from vinhdanh.organizations.models import YearRecord
from vinhdanh.organizations.models.year import NONE
from vinhdanh.web.forms.fields import DayField
from vinhdanh.web.forms.initiatives import RecognisedForm

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from vinhdanh.nominations.enums import FactList
    from vinhdanh.nominations.law_check import Asked
    from vinhdanh.nominations.models import Attestation, Nomination

FIRST_YEAR = 1990
NOT_KNOWN = ("", "Chưa biết")
PEOPLE = ("group", "absent_months", "maternity_months")
UNITS = (
    "members",
    "members_completing",
    "members_advanced",
    "members_exemplary",
    "worst_discipline",
)


class YearForm(forms.Form):
    """What is known of a recipient's year; a field left empty is not known."""

    prefix = "nam"

    year = forms.IntegerField(
        label="Năm",
        min_value=FIRST_YEAR,
        error_messages={"required": "Chưa ghi năm.", "invalid": "Hãy ghi năm bằng bốn chữ số."},
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    group = forms.ChoiceField(
        label="Nhóm đối tượng", choices=[NOT_KNOWN, *PersonGroup.choices], required=False
    )
    completion = forms.ChoiceField(
        label="Mức độ hoàn thành nhiệm vụ",
        choices=[NOT_KNOWN, *Completion.choices],
        required=False,
    )
    absent_months = forms.DecimalField(
        label="Số tháng nghỉ trong năm",
        max_digits=3,
        decimal_places=1,
        min_value=0,
        max_value=12,
        required=False,
        help_text="Không nghỉ thì ghi 0.",
    )
    maternity_months = forms.DecimalField(
        label="Trong đó nghỉ thai sản",
        max_digits=3,
        decimal_places=1,
        min_value=0,
        max_value=12,
        required=False,
        help_text="Số tháng; được tính là thời gian công tác.",
    )
    members = forms.IntegerField(label="Tổng số thành viên", min_value=1, required=False)
    members_completing = forms.IntegerField(
        label="Số thành viên hoàn thành nhiệm vụ", min_value=0, required=False
    )
    members_advanced = forms.IntegerField(
        label="Số thành viên đạt Lao động tiên tiến", min_value=0, required=False
    )
    members_exemplary = forms.IntegerField(
        label="Số thành viên đạt Chiến sĩ thi đua cơ sở", min_value=0, required=False
    )
    worst_discipline = forms.ChoiceField(
        label="Hình thức kỷ luật nặng nhất của thành viên", required=False
    )

    def __init__(self, *args: Any, nomination: Nomination, year: int, **kwargs: Any) -> None:
        recipient = nomination.recipient
        known = YearRecord.objects.filter(recipient=recipient, year=year).first()
        initial = {name: getattr(known, name) for name in YEAR_FIELDS} if known else {}
        if recipient.person:
            initial["group"] = recipient.person.group
        kwargs["initial"] = {"year": year, **initial}
        super().__init__(*args, **kwargs)
        field = self.fields["worst_discipline"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [NOT_KNOWN, (NONE, "Không có ai bị kỷ luật"), *Discipline.choices]
        for name in UNITS if recipient.person else PEOPLE:
            del self.fields[name]

    def facts(self) -> dict[str, Any]:
        """Return what was written, as the service takes it."""
        found = {name: self.cleaned_data[name] for name in YEAR_FIELDS if name in self.fields}
        if "maternity_months" in found:
            found["maternity_months"] = found["maternity_months"] or 0
        return found


YEAR_FIELDS = ("completion", *PEOPLE[1:], *UNITS)


class InitiativeForm(RecognisedForm):
    """A recognised initiative, perhaps for this very nomination."""

    prefix = "sang-kien"

    serves = forms.BooleanField(
        label="Dùng để xét cho hồ sơ này",
        required=False,
        initial=True,
        help_text="Sáng kiến đã dùng cho một lần khen thưởng thì không dùng lại.",
    )


class HoldForm(forms.Form):
    """Something being looked into."""

    prefix = "viec"

    kind = forms.ChoiceField(label="Việc", choices=HoldKind.choices)
    since = DayField(label="Từ ngày")
    until = DayField(label="Đến ngày", required=False)
    note = forms.CharField(label="Ghi chú", max_length=300, required=False)


class DisciplineForm(forms.Form):
    """A disciplinary measure."""

    prefix = "ky-luat"

    level = forms.ChoiceField(label="Hình thức", choices=Discipline.choices)
    since = DayField(label="Từ ngày")
    until = DayField(label="Hết thời hạn ngày", required=False)


class WholeForm(forms.Form):
    """Of which lists nothing is missing."""

    prefix = "day-du"

    def __init__(self, *args: Any, labels: Mapping[FactList, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.among = list(labels)
        for about, label in labels.items():
            self.fields[about] = forms.BooleanField(label=label, required=False)

    def lists(self) -> list[FactList]:
        """Return the lists that were ticked."""
        return [about for about in self.among if self.cleaned_data[about]]


class AttestForm(forms.Form):
    """The unit's word on what only people judge."""

    prefix = "xac-nhan"

    together = forms.BooleanField(required=False)
    singly = forms.MultipleChoiceField(
        label="Thành tích thuộc trường hợp nào",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Đánh dấu trường hợp có thật; có minh chứng khi được hỏi.",
    )

    def __init__(
        self, *args: Any, asked: Asked, last: Attestation | None, unit: str, **kwargs: Any
    ) -> None:
        self.asked = asked
        given = set(last.conditions) if last else set()
        kwargs["initial"] = {
            "together": bool(asked.together) and set(asked.together) <= given,
            "singly": [each for each in asked.singly if each in given],
        }
        super().__init__(*args, **kwargs)
        self.fields["together"].label = f"{unit} xác nhận các điều kiện trên"
        if not asked.together:
            del self.fields["together"]
        field = self.fields["singly"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = list(asked.singly.items())
        if not asked.singly:
            del self.fields["singly"]

    def sentences(self) -> list[str]:
        """Return what is attested in one stroke; what two titles ask alike, once."""
        return list(dict.fromkeys(self.asked.together.values()))

    def conditions(self) -> list[str]:
        """Return the ids of what is attested."""
        ids = list(self.asked.together) if self.cleaned_data.get("together") else []
        return [*ids, *self.cleaned_data.get("singly", [])]


class VerifyForm(forms.Form):
    """A named person's answer to a condition."""

    condition = forms.CharField(max_length=200)
    answer = forms.ChoiceField(
        choices=[("dat", "Đạt"), ("khong-dat", "Không đạt")],
        error_messages={"required": "Chưa chọn đạt hay không đạt."},
    )
    reason = forms.CharField(
        max_length=500,
        error_messages={"required": "Chưa ghi căn cứ: hãy ghi văn bản hoặc người đã xác minh."},
    )


def day_or_none(text: str) -> dt.date | None:
    """Return a day as it is written in a small form, None where it is none."""
    try:
        found: dt.date = DayField().clean(text)
    except forms.ValidationError:
        return None
    return found
