"""What is said of a list from a file as a whole: its year, its paper, the scan of it."""

from __future__ import annotations

from typing import Any

from django import forms

from vinhdanh.organizations.enums import ImportKind
from vinhdanh.organizations.services.import_steps import Scan
from vinhdanh.web.forms.fields import DayField, SizedFileField
from vinhdanh.web.uploads import kind_of

SCANS = ("pdf", "jpg", "png")
KEPT = ("year", "number", "issuer", "signer")
"""Fields that are kept as they are."""


class ScanField(SizedFileField):
    """A scan of a paper: PDF or picture."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Return the scan, or None; refuse what is neither by its content."""
        file = super().clean(data, initial)
        if not file:
            return None
        content = file.read()
        kind = kind_of(content)
        if kind not in SCANS:
            raise forms.ValidationError(
                f"Tệp {file.name} không phải PDF, JPG hay PNG: hãy quét hoặc chụp quyết định rồi"
                " chọn lại."
            )
        return Scan(file.name, kind, content)


def scan_field() -> ScanField:
    """Return the field for the decision itself."""
    return ScanField(
        limit=20,
        label="Bản chụp quyết định",
        required=False,
        help_text="PDF, JPG hoặc PNG; giữ cùng quyết định trong sổ để đối chiếu.",
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
    )


def year_field() -> forms.IntegerField:
    """Return the field for the year of a list."""
    return forms.IntegerField(
        label="Năm",
        min_value=1945,
        max_value=2100,
        help_text="Năm được đánh giá. Dòng có năm riêng thì theo năm của dòng.",
        error_messages={"required": "Chưa ghi năm, ví dụ 2023."},
    )


class DetailsForm(forms.Form):
    """What is said of a whole list."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def details(self) -> dict[str, Any]:
        """Return what is said, as it is kept."""
        said = {name: self.cleaned_data[name] for name in self.fields if name in KEPT}
        if "issued_on" in self.fields:
            day = self.cleaned_data["issued_on"]
            said["issued_on"] = day.isoformat() if day else ""
        return said


class YearDetailsForm(DetailsForm):
    """Which year the gradings of a list are of."""

    year = year_field()


class PaperForm(DetailsForm):
    """The paper that recognised the initiatives of a list."""

    number = forms.CharField(
        label="Số, ký hiệu văn bản công nhận",
        max_length=100,
        required=False,
        help_text="Ví dụ 15/QĐ-UBND. Dòng có số riêng thì theo số của dòng.",
    )
    issued_on = DayField(label="Ngày công nhận", required=False)


class DecisionForm(DetailsForm):
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
    scan = scan_field()


DETAILS_FORMS: dict[str, tuple[str, type[DetailsForm]]] = {
    ImportKind.HONOURS: ("Quyết định", DecisionForm),
    ImportKind.YEAR_RECORDS: ("Năm", YearDetailsForm),
    ImportKind.INITIATIVES: ("Văn bản công nhận", PaperForm),
}
"""Kinds of list of which something is said as a whole: what it is called, and its form."""
