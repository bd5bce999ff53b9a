from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm

if TYPE_CHECKING:
    from django.http import HttpRequest


class SignInForm(AuthenticationForm):
    """Name and password."""

    error_messages = {
        "invalid_login": "Tên đăng nhập hoặc mật khẩu chưa đúng: hãy gõ lại, chú ý chữ hoa, chữ"
        " thường và bộ gõ tiếng Việt.",
        "inactive": "Tài khoản này đã khóa: hãy liên hệ công chức phụ trách thi đua, khen thưởng.",
    }

    def __init__(self, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(request, **kwargs)
        self.fields["username"].label = "Tên đăng nhập"
        self.fields["username"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}
        password = self.fields["password"]
        assert isinstance(password, forms.CharField)
        password.label = "Mật khẩu"
