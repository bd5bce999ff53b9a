from __future__ import annotations

from django import forms

MEBIBYTE = 1024 * 1024
LIMIT = 20


class CheckForm(forms.Form):
    """A code, or a file."""

    code = forms.CharField(
        label="Mã trên giấy khen",
        max_length=40,
        required=False,
        help_text="Ở cuối địa chỉ mở ra khi quét hình vuông trên giấy, ví dụ 1F-7KQ2M9X4TB.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"max_length": "Mã dài quá: hãy gõ lại đúng mã trên giấy."},
    )
    file = forms.FileField(
        label="Hoặc tệp PDF của văn bản",
        required=False,
        help_text=f"Nặng không quá {LIMIT} MB. Tệp chỉ được đọc để kiểm tra, không được lưu lại.",
        widget=forms.FileInput(attrs={"accept": ".pdf"}),
        error_messages={"empty": "Tệp trống: hãy chọn tệp khác."},
    )

    def clean(self) -> None:
        """Refuse a form without either, and a file that is too big or no PDF."""
        code, file = self.cleaned_data.get("code"), self.cleaned_data.get("file")
        if not code and not file and not self.errors:
            self.add_error("code", "Chưa có gì để kiểm tra: hãy gõ mã hoặc chọn tệp PDF.")
        if file and file.size > LIMIT * MEBIBYTE:
            self.add_error("file", f"Tệp nặng quá {LIMIT} MB: hãy chọn tệp nhỏ hơn.")
        elif file and file.read(5) != b"%PDF-":
            self.add_error("file", f"Tệp {file.name} không phải PDF: hãy chọn tệp PDF.")
