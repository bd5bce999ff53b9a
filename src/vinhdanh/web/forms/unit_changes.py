"""What is asked before a unit becomes another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.organizations.services.successions import Change
from vinhdanh.web.forms.fields import DayField, LinesField
from vinhdanh.web.forms.people import UnitField

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vinhdanh.organizations.models import Unit

BASIS = "Ví dụ: Nghị quyết 12/NQ-HĐND ngày 20/05/2024."


class ChangeForm(forms.Form):
    """From which day a unit changes, and by which document."""

    on = DayField(label="Từ ngày", help_text="Ngày đầu tiên theo đơn vị mới, ví dụ 01/06/2024.")
    basis = forms.CharField(
        label="Văn bản căn cứ",
        max_length=200,
        help_text=BASIS,
        error_messages={"required": "Chưa ghi văn bản căn cứ."},
    )

    def change(self) -> Change:
        """Return day and document, as the services take them."""
        return Change(self.cleaned_data["on"], self.cleaned_data["basis"])


class RenameForm(ChangeForm):
    """A new name."""

    name = forms.CharField(
        label="Tên mới", max_length=200, error_messages={"required": "Chưa ghi tên đơn vị mới."}
    )
    field_order = ("name", "on", "basis")


class MergerForm(RenameForm):
    """With whom, under which name, and led by whom."""

    def __init__(
        self, *args: Any, unit: Unit, others: Iterable[Unit], heads: Mapping[int, str],
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.units = {str(each.pk): each for each in others}
        self.fields["others"] = forms.MultipleChoiceField(
            label="Hợp nhất với",
            choices=[(key, each.name) for key, each in self.units.items()],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": "Hợp nhất cần ít nhất hai đơn vị: hãy chọn thêm."},
        )
        headed = [each for each in (unit, *self.units.values()) if each.pk in heads]
        if headed:
            self.fields["led_by"] = _leader(unit, headed, heads)
        self.order_fields(("others", "name", "led_by", "on", "basis"))

    def others(self) -> list[Unit]:
        """Return the units chosen beside the first."""
        return [self.units[key] for key in self.cleaned_data["others"]]


def _leader(unit: Unit, headed: list[Unit], heads: Mapping[int, str]) -> UnitField:
    """Ask whose head goes on; who heads the unit itself is proposed."""
    field = UnitField(units=headed, label="Người phụ trách đơn vị mới", required=False)
    known = [(str(each.pk), f"{heads[each.pk]} ({each})") for each in headed]
    field.choices = known if unit in headed else [("", "Người phụ trách đơn vị được chọn"), *known]
    return field


class DissolveForm(ChangeForm):
    """Into which unit."""

    def __init__(self, *args: Any, others: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["successor"] = UnitField(units=others, label="Sáp nhập vào")
        self.order_fields(("successor", "on", "basis"))


class SplitForm(ChangeForm):
    """Into which new units."""

    names = LinesField(
        label="Các đơn vị mới",
        required=True,
        help_text="Mỗi dòng một tên, ít nhất hai tên. Bước sau chọn người, hộ về từng đơn vị.",
        error_messages={"required": "Chưa ghi tên các đơn vị mới."},
    )
    field_order = ("names", "on", "basis")
