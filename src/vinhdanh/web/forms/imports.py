"""Forms of lists that come in from files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.intake.lists import NOT_USED, SCHEMAS
from vinhdanh.organizations.enums import ImportKind, RecipientKind, RowStatus
from vinhdanh.organizations.near_names import near_names
from vinhdanh.organizations.row_values import cells_of
from vinhdanh.web.forms.fields import SizedFileField
from vinhdanh.web.forms.import_details import scan_field, year_field

if TYPE_CHECKING:
    from vinhdanh.intake.lists import Column
    from vinhdanh.organizations.models import ImportRow, ListImport

LONG = 40
"""Columns at least this wide are written in several lines."""
UNIT_FOR_ALL = "unit_for_all"
UNIT_NEAR = "unit_near"


class ListFileForm(forms.Form):
    """The list as the office has it."""

    file = SizedFileField(
        limit=20,
        label="Tệp danh sách",
        help_text="Excel (.xlsx), Word (.docx) hoặc PDF có chữ, nặng không quá 20 MB. Thứ tự cột,"
        " hai dòng tiêu đề, ô gộp, phông chữ cũ đều đọc được.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.docx,.pdf"}),
        error_messages={"required": "Chưa chọn tệp: hãy chọn tệp danh sách trên máy."},
    )

    def details(self) -> dict[str, Any]:
        """Return what is said of the whole list."""
        return {"year": self.cleaned_data["year"]} if "year" in self.fields else {}


class HonoursFileForm(ListFileForm):
    """Old decisions, with the paper itself where there is one."""

    scan = scan_field()


class YearsFileForm(ListFileForm):
    """A year's gradings."""

    year = year_field()


FILE_FORMS: dict[str, type[ListFileForm]] = {
    ImportKind.HONOURS: HonoursFileForm,
    ImportKind.YEAR_RECORDS: YearsFileForm,
}


class PlacesForm(forms.Form):
    """Which sheets or tables of a file are read."""

    places = forms.MultipleChoiceField(
        label="Trang tính, bảng cần đọc",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chưa chọn trang tính, bảng nào."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, listing: ListImport, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"places": listing.places, "version": listing.version}
        field = self.fields["places"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(each, each) for each in (*listing.places, *listing.other_places)]


class ColumnsForm(forms.Form):
    """Which column of the file is which."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, listing: ListImport, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.headings = list(listing.mapping)
        choices = [(NOT_USED, "Không dùng cột này")]
        choices += [(each.key, each.label) for each in SCHEMAS[listing.kind].columns]
        for at, heading in enumerate(self.headings):
            self.fields[f"column_{at}"] = forms.ChoiceField(
                label=heading, choices=choices, required=False, initial=listing.mapping[heading]
            )
        self.fields["version"].initial = listing.version

    def mapping(self) -> dict[str, str]:
        """Return heading -> key."""
        return {
            heading: self.cleaned_data[f"column_{at}"] for at, heading in enumerate(self.headings)
        }


class RowForm(forms.Form):
    """The cells of one row, and whether its unit is mended in the rows that wrote it alike."""

    def __init__(
        self, *args: Any, row: ImportRow, alike: int, units: list[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        schema = SCHEMAS[row.list_import.kind]
        cells = cells_of(schema, row)
        wrong = {
            key: sentence for severity, sentence, key, *_ in row.remarks if severity == "error"
        }
        for column in schema.valued:
            self.fields[column.key] = forms.CharField(
                label=column.label,
                required=column.is_required,
                max_length=1000,
                initial=cells[column.key],
                help_text=wrong.get(column.key, ""),
                widget=_widget(column, row.values.get("kind", "")),
            )
            if column.key == "unit" and row.status == RowStatus.ERROR:
                self._offer(cells["unit"], units)
            if column.key == "unit" and alike:
                self.fields[UNIT_FOR_ALL] = forms.BooleanField(
                    label=f"Sửa đơn vị ở cả {alike} dòng khác ghi “{cells['unit']}”", required=False
                )

    def _offer(self, written: str, units: list[str]) -> None:
        """Offer the units whose name is a letter or two off."""
        if written not in units and (near := near_names(written, units)):
            self.fields[UNIT_NEAR] = forms.ChoiceField(
                label=f"Có phải {' hay '.join(near)}?",
                choices=[(name, f"Đúng, ghi {name}") for name in near],
                required=False,
                widget=forms.RadioSelect,
            )

    def cells(self) -> dict[str, str]:
        """Return what is written, by column; a unit typed anew goes before the one offered."""
        own = {UNIT_FOR_ALL, UNIT_NEAR}
        said = {key: text for key, text in self.cleaned_data.items() if key not in own}
        if (near := self.cleaned_data.get(UNIT_NEAR)) and "unit" not in self.changed_data:
            said["unit"] = near
        return said


def _widget(column: Column, kind: str) -> forms.Widget | None:
    """Let the name of a unit be chosen; what no unit is called may still be typed."""
    if column.key == "unit" or (column.key == "name" and kind == RecipientKind.COLLECTIVE):
        return forms.TextInput(attrs={"list": "known-units", "autocomplete": "off"})
    return forms.Textarea(attrs={"rows": 2}) if column.width >= LONG else None
