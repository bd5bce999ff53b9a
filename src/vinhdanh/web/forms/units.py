"""What is set for a body as a whole."""

from __future__ import annotations

from typing import Any

from django import forms

from vinhdanh.web.forms.provinces import province_choices


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
