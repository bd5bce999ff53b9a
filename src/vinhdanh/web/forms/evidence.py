from __future__ import annotations

from typing import Any

from django import forms

from vinhdanh.web.forms.fields import SizedFileField

ACCEPT = ".pdf,.docx,.xlsx,image/jpeg,image/png"


class EvidenceForm(forms.Form):
    """A file, or a photo straight from the camera, and what it proves."""

    file = SizedFileField(
        limit=20,
        label="Tệp hoặc ảnh chụp",
        help_text="Ảnh, bản quét, tệp Word, Excel; nhiều nhất 20 MB. Ảnh được thu nhỏ và bỏ vị trí"
        " chụp.",
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPT}),
        error_messages={"required": "Chưa chọn tệp: hãy chọn tệp hoặc chụp ảnh."},
    )
    note = forms.CharField(
        label="Chứng minh điều gì",
        max_length=300,
        required=False,
        help_text="Ví dụ: xác nhận của Ban công tác Mặt trận thôn.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("prefix", "minh-chung")
        super().__init__(*args, **kwargs)
