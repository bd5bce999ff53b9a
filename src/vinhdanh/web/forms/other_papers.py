from __future__ import annotations

from django import forms

from vinhdanh.decisions.services.later_decisions import OtherPaper
from vinhdanh.web.forms.fields import DayField, PdfField

SCAN = "Bản quét quyết định"


class ScanForm(forms.Form):
    """The scan of a decision that was entered without it."""

    scan = PdfField(
        label=SCAN,
        help_text="Tệp PDF; đã bổ sung thì không thay.",
        error_messages={"required": "Chưa chọn tệp: hãy chọn bản quét trên máy."},
    )


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
        help_text="Ví dụ: 1234/QĐ-UBND. Quyết định đã ghi cho trường hợp khác thì trường hợp này"
        " được ghi thêm vào, lý do giữ như lần ghi đầu.",
        error_messages={"required": "Chưa ghi số, ký hiệu quyết định: hãy ghi, ví dụ 12/QĐ-UBND."},
    )
    decided_on = DayField(label="Ngày ký")
    scan = PdfField(label=SCAN, required=False, help_text="Tệp PDF; chưa có thì để trống.")

    def paper(self) -> OtherPaper:
        """Return the decision as its paper says."""
        said = self.cleaned_data
        return OtherPaper(
            issuer=said["issuer"],
            code=said["external_code"],
            decided_on=said["decided_on"],
            scan=said["scan"],
        )
