from __future__ import annotations

from typing import Any

from django import forms

from vinhdanh.decisions.services.later_decisions import OtherPaper
from vinhdanh.web.forms.fields import DayField, SizedFileField
from vinhdanh.web.uploads import kind_of


class OtherPaperForm(forms.Form):
    """The decision of another office: who, number, day, and its scan where it is at hand."""

    issuer = forms.CharField(
        label="Cơ quan ban hành",
        max_length=200,
        error_messages={"required": "Chưa ghi cơ quan ban hành: hãy ghi tên cơ quan."},
    )
    external_code = forms.CharField(
        label="Số, ký hiệu quyết định",
        max_length=60,
        help_text="Ví dụ: 1234/QĐ-UBND.",
        error_messages={"required": "Chưa ghi số, ký hiệu quyết định: hãy ghi, ví dụ 12/QĐ-UBND."},
    )
    decided_on = DayField(label="Ngày ký")
    scan = SizedFileField(
        label="Bản quét quyết định",
        limit=20,
        required=False,
        help_text="Tệp PDF; chưa có thì để trống.",
        widget=forms.FileInput(attrs={"accept": "application/pdf"}),
    )

    def clean_scan(self) -> Any:
        """Refuse what is no PDF."""
        file = self.cleaned_data.get("scan")
        if not file:
            return b""
        data = file.read()
        if kind_of(data) != "pdf":
            raise forms.ValidationError(
                f"Tệp {file.name} không phải PDF: hãy quét quyết định thành PDF rồi chọn lại."
            )
        return data

    def paper(self) -> OtherPaper:
        """Return the decision as its paper says."""
        said = self.cleaned_data
        return OtherPaper(
            issuer=said["issuer"],
            code=said["external_code"],
            decided_on=said["decided_on"],
            scan=said["scan"],
        )
