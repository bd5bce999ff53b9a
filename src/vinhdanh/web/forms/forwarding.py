"""Sending upward, and writing down what was decided there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.decisions.bundle import BundleError, fingerprint, read_bundle
from vinhdanh.decisions.bundle.reading import MOST_BYTES
from vinhdanh.decisions.enums import CaseVerdict
from vinhdanh.decisions.models import ForwardedCase, Forwarding
from vinhdanh.nominations.models import Nomination
from vinhdanh.web.forms.fields import DayField, PdfField
from vinhdanh.web.forms.other_papers import SCAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.db.models import QuerySet


class ForwardForm(forms.Form):
    """Which nominations go with which papers, and what the letters say."""

    nominations = forms.ModelMultipleChoiceField(
        Nomination.objects.none(),
        label="Hồ sơ trình",
        error_messages={
            "required": "Chưa chọn hồ sơ nào: hãy chọn ít nhất một hồ sơ.",
            "invalid_choice": "Một hồ sơ không còn chờ trình: hãy tải lại trang rồi chọn lại.",
        },
    )
    papers = forms.MultipleChoiceField(
        label="Giấy tờ có trong hồ sơ",
        required=False,
        error_messages={
            "invalid_choice": "Danh sách giấy tờ đã thay đổi: hãy tải lại trang rồi đánh dấu lại."
        },
    )
    merit = forms.CharField(
        label="Lý do đề nghị",
        max_length=300,
        help_text="Câu này in trong Tờ trình, bắt đầu bằng “đã có thành tích…”.",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Chưa ghi lý do đề nghị: hãy viết một câu."},
    )
    signer_name = forms.CharField(
        label="Người ký Tờ trình",
        max_length=50,
        error_messages={"required": "Chưa ghi người ký Tờ trình."},
    )
    sent_on = DayField(label="Ngày Tờ trình")
    answer_by = DayField(
        label="Đề nghị trả lời trước ngày",
        required=False,
        help_text="In trong Tờ trình. Danh hiệu nào quy định có thời hạn thì tính theo quy định.",
    )
    sent_how = forms.CharField(
        label="Cách gửi",
        max_length=Forwarding._meta.get_field("sent_how").max_length,  # noqa: SLF001
        required=False,
        help_text="Ví dụ: thư điện tử, trục văn bản, nộp trực tiếp.",
    )

    def __init__(
        self,
        *args: Any,
        waiting: QuerySet[Nomination],
        papers: Iterable[str],
        in_system: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nominations"].queryset = waiting  # type: ignore[attr-defined]
        self.fields["papers"].choices = [(each, each) for each in papers]  # type: ignore[attr-defined]
        if in_system:
            del self.fields["sent_how"]

    @property
    def letter_fields(self) -> list[forms.BoundField]:
        """The fields below the rows."""
        return [field for field in self if field.name not in {"nominations", "papers"}]


class RemindForm(forms.Form):
    """How the superior was reminded."""

    how = forms.CharField(
        label="Đã nhắc bằng cách nào",
        max_length=200,
        help_text="Ví dụ: gọi điện cho Phòng Nội vụ, gửi thư điện tử.",
        error_messages={"required": "Chưa ghi đã nhắc bằng cách nào: hãy ghi một câu."},
    )


class BundleForm(forms.Form):
    """A bundle from another office, whose key is compared once."""

    file = forms.FileField(
        label="Tệp hồ sơ",
        help_text="Tệp đuôi .zip do phần mềm tạo; không cần giải nén.",
        widget=forms.ClearableFileInput(attrs={"accept": ".zip"}),
        error_messages={
            "required": "Chưa chọn tệp.",
            "empty": "Tệp rỗng: hãy xin nơi gửi gửi lại.",
        },
    )
    is_compared = forms.BooleanField(
        label="Đã đối chiếu mã khóa với nơi gửi",
        required=False,
        help_text="Chỉ cần một lần cho mỗi nơi gửi: gọi điện, đọc mã cho nhau, khớp thì đánh dấu.",
    )

    def clean_file(self) -> bytes:
        """Return the bytes, never more than a bundle may have."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                f"Tệp lớn quá {MOST_BYTES // 1024**2} MB nên không nhận: hãy chia danh sách thành"
                " nhiều lần gửi."
            )
        data: bytes = file.read()
        return data

    @property
    def key(self) -> str:
        """What is compared on the telephone; empty where no bundle came."""
        try:
            return fingerprint(read_bundle(self.cleaned_data["file"]).public_key)
        except (AttributeError, KeyError, BundleError):
            return ""


GRANT = {
    "decision_code": "Chưa ghi số, ký hiệu: hãy ghi theo quyết định tặng.",
    "decided_on": "Chưa ghi ngày: hãy ghi theo quyết định tặng.",
    "issuer": "Chưa ghi cơ quan: hãy ghi nơi ký quyết định tặng.",
}
"""What a granted case must say, and what is said where it is missing."""


class AnswerForm(forms.Form):
    """What was decided on one case."""

    verdict = forms.ChoiceField(
        label="Kết quả",
        choices=[each for each in CaseVerdict.choices if each[0]],
        widget=forms.RadioSelect,
        error_messages={"required": "Chưa chọn kết quả: hãy chọn."},
    )
    decision_code = forms.CharField(
        label="Số, ký hiệu quyết định",
        max_length=60,
        required=False,
        help_text="Phải ghi khi đã được tặng. Ví dụ 99/QĐ-UBND.",
    )
    decided_on = DayField(
        label="Ngày quyết định", required=False, help_text="Phải ghi khi đã được tặng."
    )
    issuer = forms.CharField(
        label="Cơ quan quyết định",
        max_length=ForwardedCase._meta.get_field("issuer").max_length,  # noqa: SLF001
        required=False,
        help_text="Phải ghi khi đã được tặng.",
    )
    reason = forms.CharField(
        label="Lý do, nếu không được tặng hoặc trả lại",
        max_length=500,
        required=False,
        help_text="Phải ghi khi không được tặng hoặc trả lại.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    others = forms.TypedMultipleChoiceField(
        label="Ghi kết quả này cho cả",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": "Một trường hợp đã có kết quả: hãy tải lại trang rồi chọn lại."
        },
    )

    def __init__(self, *args: Any, others: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["others"].choices = list(others.items())  # type: ignore[attr-defined]
        if not others:
            del self.fields["others"]
        for name in (*GRANT, "reason"):
            self.fields[name].needed_later = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for what a grant needs, each at its own field."""
        facts: dict[str, Any] = super().clean() or self.cleaned_data
        if facts.get("verdict") == CaseVerdict.GRANTED:
            for name, missing in GRANT.items():
                if name not in self.errors and not facts.get(name):
                    self.add_error(name, missing)
        return facts

    @property
    def verdict_value(self) -> CaseVerdict:
        """The chosen result."""
        return CaseVerdict(self.cleaned_data["verdict"])


class PaperAnswerForm(AnswerForm):
    """The same as it came on paper, perhaps with the scan of the decision."""

    scan = PdfField(
        label=SCAN,
        required=False,
        help_text="Tệp PDF của quyết định tặng; chưa có thì để trống, bổ sung sau ở trang của"
        " quyết định.",
    )
    field_order = ("verdict", "decision_code", "decided_on", "issuer", "scan", "reason", "others")
