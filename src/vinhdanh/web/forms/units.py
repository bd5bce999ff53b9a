"""What is set for a body as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.organizations.enums import UnitKind
from vinhdanh.organizations.services.keeping_units import UnitFacts
from vinhdanh.web.forms.fields import DayField
from vinhdanh.web.forms.people import UnitField
from vinhdanh.web.forms.provinces import province_choices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.organizations.models import Unit


class ProvinceForm(forms.Form):
    """Which province's own rules count beside the national ones."""

    province = forms.ChoiceField(
        label="Quy định của tỉnh",
        required=False,
        help_text="Tiêu chuẩn riêng của tỉnh được xét cùng quy định chung; các đề nghị đang xử lý"
        " được kiểm tra lại ngay.",
        error_messages={
            "invalid_choice": "Chưa có quy định của tỉnh này: hãy chọn lại trong danh sách."
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["province"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Chỉ quy định chung"), *province_choices()]


class UnitForm(forms.Form):
    """What is written about a unit."""

    name = forms.CharField(
        label="Tên đơn vị", max_length=200, error_messages={"required": "Chưa ghi tên đơn vị."}
    )
    short_name = forms.CharField(label="Tên gọn", max_length=60, required=False)
    kind = forms.ChoiceField(label="Loại", choices=UnitKind.choices)
    takes_part = forms.BooleanField(
        label="Tham gia thi đua hằng năm",
        required=False,
        help_text="Phải đăng ký thi đua và ký giao ước.",
    )
    order = forms.IntegerField(
        label="Thứ tự trong danh sách", min_value=0, max_value=9999, required=False, initial=0
    )

    def __init__(self, *args: Any, parents: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"] = UnitField(units=parents, label="Thuộc")
        self.order_fields(("name", "short_name", "kind", "parent", "takes_part", "order"))

    def facts(self) -> UnitFacts:
        """Return what was written, as the services take it."""
        data = self.cleaned_data
        return UnitFacts(
            name=data["name"],
            short_name=data["short_name"],
            kind=UnitKind(data["kind"]),
            parent=data["parent"],
            takes_part=data["takes_part"],
            order=data["order"] or 0,
        )


def unit_initial(unit: Unit) -> dict[str, Any]:
    """Return what is known of a unit, for the form."""
    names = ("name", "short_name", "kind", "takes_part", "order")
    return {name: getattr(unit, name) for name in names} | {"parent": str(unit.parent_id)}


class SuperiorForm(forms.Form):
    """To which superior a body reports from a day on."""

    superior_name = forms.CharField(
        label="Cơ quan cấp trên",
        max_length=200,
        error_messages={"required": "Chưa ghi cơ quan cấp trên."},
    )
    office_name = forms.CharField(
        label="Nơi nhận báo cáo",
        max_length=200,
        help_text="Ví dụ: Sở Nội vụ.",
        error_messages={"required": "Chưa ghi nơi nhận báo cáo."},
    )
    since = DayField(label="Từ ngày")

    def __init__(self, *args: Any, bodies: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = list(bodies)
        field = UnitField(
            units=bodies,
            label="Cơ quan đó trong hệ thống này",
            required=False,
            help_text="Nếu cơ quan cấp trên cùng dùng hệ thống này, hồ sơ trình tới thẳng nơi nhận;"
            " nếu không, trình bằng tệp.",
        )
        field.choices = [
            ("", "Không dùng hệ thống này, chỉ ghi tên"),
            *((str(each.pk), each.name) for each in bodies),
        ]
        self.fields["superior"] = field
        self.order_fields(("superior_name", "superior", "office_name", "since"))
