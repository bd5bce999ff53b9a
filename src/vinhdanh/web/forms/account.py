from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm

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


class PasswordForm(PasswordChangeForm):
    """The old password, and twice the new one."""

    error_messages = {
        "password_incorrect": "Mật khẩu hiện nay chưa đúng: hãy gõ lại.",
        "password_mismatch": "Hai lần gõ mật khẩu mới chưa giống nhau: hãy gõ lại.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in (
            ("old_password", "Mật khẩu hiện nay"),
            ("new_password1", "Mật khẩu mới"),
            ("new_password2", "Gõ lại mật khẩu mới"),
        ):
            self.fields[name].label = label
            self.fields[name].help_text = ""
        self.fields["new_password1"].help_text = "Ít nhất 10 chữ, không chỉ toàn chữ số."
