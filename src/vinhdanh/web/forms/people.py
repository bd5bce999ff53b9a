"""People, the posts they hold, households."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.organizations.enums import PersonGroup, Sex
from vinhdanh.organizations.models.household import CALLED
from vinhdanh.organizations.services.households import HouseholdFacts
from vinhdanh.organizations.services.people import PersonFacts, Post
from vinhdanh.web.forms.fields import DayField

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

    from vinhdanh.organizations.models import Household, Person, Unit

NOT_KNOWN = ("", "Chưa biết")


class UnitField(forms.TypedChoiceField):
    """One of some units."""

    def __init__(self, *, units: Iterable[Unit], **kwargs: Any) -> None:
        self.units = {str(unit.pk): unit for unit in units}
        choices = [("", "Chọn đơn vị"), *((key, unit.name) for key, unit in self.units.items())]
        if len(self.units) == 1:
            choices = choices[1:]
        kwargs.setdefault("error_messages", {"required": "Chưa chọn đơn vị."})
        super().__init__(choices=choices, coerce=self.units.get, empty_value=None, **kwargs)


class OwnUnitField(UnitField):
    """One of some units, the first where nothing is said."""

    def __init__(self, *, units: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(units=units, initial=str(units[0].pk), **kwargs)
        self.choices = [(key, unit.name) for key, unit in self.units.items()]

    def clean(self, value: Any) -> Any:
        """Return the unit that is chosen, or the first."""
        return super().clean(value or self.initial)


class PersonForm(forms.Form):
    """Who somebody is."""

    full_name = forms.CharField(
        label="Họ và tên",
        max_length=100,
        error_messages={"required": "Chưa ghi họ và tên."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    birth_date = DayField(
        label="Ngày sinh",
        required=False,
        help_text="Ngày/tháng/năm; phân biệt những người cùng tên.",
    )
    sex = forms.ChoiceField(label="Giới tính", choices=[NOT_KNOWN, *Sex.choices], required=False)
    group = forms.ChoiceField(
        label="Nhóm đối tượng", choices=[NOT_KNOWN, *PersonGroup.choices], required=False
    )
    is_direct_worker = forms.BooleanField(
        label="Lao động trực tiếp",
        required=False,
        help_text="Trực tiếp sản xuất, phục vụ; không giữ chức vụ lãnh đạo, quản lý.",
    )

    def facts(self) -> PersonFacts:
        """Return what was written, as the services take it."""
        names = ("full_name", "birth_date", "sex", "group", "is_direct_worker")
        return PersonFacts(**{name: self.cleaned_data[name] for name in names})


class PersonEditForm(PersonForm):
    """Who somebody is, as its author read it."""

    version = forms.IntegerField(widget=forms.HiddenInput)


def person_initial(person: Person) -> dict[str, Any]:
    """Return what is known of a person, for the form."""
    return {name: getattr(person, name) for name in PersonEditForm.base_fields}


class PostForm(forms.Form):
    """A post somebody takes up."""

    title = forms.CharField(
        label="Chức vụ, công việc", max_length=100, required=False, help_text="Ví dụ: Trưởng thôn."
    )
    is_leader = forms.BooleanField(label="Giữ chức vụ lãnh đạo, quản lý", required=False)
    since = DayField(label="Từ ngày", required=False)
    field_order: tuple[str, ...] = ("unit", "title", "is_leader", "since")

    def __init__(self, *args: Any, units: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = UnitField(units=units, label="Đơn vị")
        self.order_fields(self.field_order)

    def post(self) -> Post:
        """Return what was written, as the services take it."""
        names = ("unit", "title", "is_leader", "since")
        return Post(**{name: self.cleaned_data[name] for name in names})


class NewPersonForm(PersonForm, PostForm):
    """Somebody new, with their first post."""

    field_order = (
        "full_name", "birth_date", "sex", "group", "is_direct_worker",
        "unit", "title", "is_leader", "since",
    )  # fmt: skip


class MoveForm(PostForm):
    """Where somebody goes, and when."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["since"].required = True
        self.fields["since"].label = "Chuyển từ ngày"


class EndForm(forms.Form):
    """From which day something no longer holds."""

    on = DayField(label="Từ ngày", help_text="Ngày đầu tiên không còn giữ, ví dụ 24/06/2024.")


class RetireForm(EndForm):
    """From which day somebody holds no post any more, and why."""

    reason = forms.CharField(
        label="Lý do",
        max_length=200,
        help_text="Ví dụ: nghỉ hưu, chuyển công tác, qua đời.",
        error_messages={"required": "Chưa ghi lý do, ví dụ: nghỉ hưu, chuyển công tác."},
    )


class HeadSexField(forms.ChoiceField):
    """Whether papers call the head of a household "ông" or "bà"; may be left open."""

    def __init__(self, order: str = "") -> None:
        super().__init__(
            label=f"Chủ hộ{order} là ông hay bà",
            choices=[(sex, called.capitalize()) for sex, called in CALLED.items()],
            required=False,
            widget=forms.RadioSelect,
        )


class MergeForm(forms.Form):
    """Which other record means the same."""

    other = forms.TypedChoiceField(
        label="Hồ sơ trùng",
        coerce=int,
        help_text="Mọi số liệu, đề nghị, khen thưởng của hồ sơ này chuyển sang hồ sơ đang mở.",
        error_messages={"required": "Chưa chọn hồ sơ trùng."},
    )
    is_sure = forms.BooleanField(
        label="Tôi đã kiểm tra: hai hồ sơ là của cùng một người hoặc một hộ",
        error_messages={"required": "Hãy đánh dấu sau khi đã kiểm tra; việc gộp không hoàn lại."},
    )

    def __init__(self, *args: Any, others: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["other"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [("", "Chọn hồ sơ"), *others]


class HouseholdForm(forms.Form):
    """A household of a village."""

    head_name = forms.CharField(
        label="Chủ hộ", max_length=100, error_messages={"required": "Chưa ghi tên chủ hộ."}
    )
    head_sex = forms.ChoiceField(
        label="Giới tính chủ hộ",
        choices=[NOT_KNOWN, *Sex.choices],
        required=False,
        help_text="Để giấy tờ ghi “Gia đình ông” hay “Gia đình bà”; chưa biết thì ghi “ông (bà)”.",
    )
    address = forms.CharField(
        label="Địa chỉ", max_length=200, required=False, help_text="Ví dụ: Xóm 2."
    )

    def __init__(self, *args: Any, units: QuerySet[Unit] | list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = UnitField(units=units, label="Thôn, tổ dân phố")
        self.order_fields(("unit", "head_name", "head_sex", "address"))

    def facts(self) -> HouseholdFacts:
        """Return what was written, as the services take it."""
        return HouseholdFacts(
            unit=self.cleaned_data["unit"],
            head_name=self.cleaned_data["head_name"],
            head_sex=self.cleaned_data["head_sex"],
            address=self.cleaned_data["address"],
        )


def household_initial(household: Household) -> dict[str, Any]:
    """Return what is known of a household, for the form."""
    return {
        "unit": str(household.unit_id),
        "head_name": household.head_name,
        "head_sex": household.head_sex,
        "address": household.address,
    }
