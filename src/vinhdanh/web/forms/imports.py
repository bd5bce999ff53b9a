"""Forms of lists that come in from files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.intake.lists import NOT_USED, SCHEMAS, written_cells
from vinhdanh.organizations.row_values import unpacked
from vinhdanh.web.forms.fields import DayField, SizedFileField

if TYPE_CHECKING:
    from vinhdanh.organizations.models import ImportRow, ListImport

LONG = 40
"""Columns at least this wide are written in several lines."""


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


class DecisionForm(forms.Form):
    """The decision a list of honours was attached to."""

    number = forms.CharField(
        label="Số, ký hiệu quyết định",
        max_length=60,
        required=False,
        help_text="Ví dụ 15/QĐ-UBND. Dòng có số riêng thì theo số của dòng.",
    )
    issued_on = DayField(label="Ngày quyết định", required=False)
    issuer = forms.CharField(label="Cơ quan ban hành", max_length=200, required=False)
    signer = forms.CharField(label="Người ký", max_length=50, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def details(self) -> dict[str, str]:
        """Return what is said of the whole list."""
        day = self.cleaned_data["issued_on"]
        said = {name: self.cleaned_data[name] for name in ("number", "issuer", "signer")}
        return said | {"issued_on": day.isoformat() if day else ""}


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
    """The cells of one row."""

    def __init__(self, *args: Any, row: ImportRow, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        schema = SCHEMAS[row.list_import.kind]
        cells = written_cells(schema, unpacked(row.values))
        wrong = {key: sentence for severity, sentence, key in row.remarks if severity == "error"}
        for column in schema.valued:
            self.fields[column.key] = forms.CharField(
                label=column.label,
                required=column.is_required,
                max_length=1000,
                initial=cells[column.key],
                help_text=wrong.get(column.key, ""),
                widget=forms.Textarea(attrs={"rows": 2}) if column.width >= LONG else None,
            )
