from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms

from vinhdanh.decisions.services.later_decisions import OtherPaper
from vinhdanh.decisions.services.scans import NO_REASON
from vinhdanh.web.forms.fields import DayField, PdfField

if TYPE_CHECKING:
    from vinhdanh.decisions.models import Decision

SCAN = "Bản quét quyết định"


class ScanForm(forms.Form):
    """The scan of a decision that was entered without it."""

    scan = PdfField(
        label=SCAN,
        help_text="Tệp PDF.",
        error_messages={"required": "Chưa chọn tệp: hãy chọn bản quét trên máy."},
    )


class RightScanForm(ScanForm):
    """The right scan in the place of a wrong one."""

    reason = forms.CharField(
        label="Lý do thay",
        max_length=200,
        help_text="Ví dụ: quét nhầm văn bản khác. Lần thay được ghi vào lịch sử.",
        error_messages={"required": NO_REASON},
    )
    replaced = forms.CharField(widget=forms.HiddenInput)


def scan_form(decision: Decision) -> ScanForm:
    """Return the form that asks for the scan of a decision, or for a right one."""
    if decision.scan_path:
        return RightScanForm(initial={"replaced": decision.scan_sha256})
    return ScanForm()


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
