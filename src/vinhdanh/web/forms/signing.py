"""Signing a document here: a key file, its passphrase, a picture. Nothing is given back."""

from __future__ import annotations

from typing import Any

from django import forms

from vinhdanh.records.services.signing import Pen
from vinhdanh.records.signing import Hand
from vinhdanh.web.forms.fields import SizedFileField

KEY_LIMIT, IMAGE_LIMIT = 1, 4
UNSEEN = (
    "Ảnh PNG nền trong suốt, chữ ký màu xanh. Không có ảnh thì chữ ký số vẫn có trong tệp nhưng"
    " không hiện trên trang."
)
WORDS = {
    Hand.PERSON: ("Ảnh chữ ký", UNSEEN),
    Hand.BODY: ("Ảnh con dấu", "Ảnh PNG nền trong suốt, con dấu màu đỏ."),
}


class SigningForm(forms.Form):
    """What signs in one hand."""

    hand = forms.ChoiceField(choices=Hand.choices, widget=forms.HiddenInput)
    key_file = SizedFileField(
        limit=KEY_LIMIT,
        label="Tệp khóa",
        help_text="Tệp .p12 hoặc .pfx của chứng thư số. Chỉ dùng cho lần ký này, không lưu lại.",
        widget=forms.FileInput(attrs={"accept": ".p12,.pfx"}),
        error_messages={"required": "Chưa chọn tệp khóa: hãy chọn tệp .p12 hoặc .pfx."},
    )
    passphrase = forms.CharField(
        label="Mật khẩu của tệp khóa",
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Chưa nhập mật khẩu: hãy nhập mật khẩu của tệp khóa."},
    )
    image = SizedFileField(
        limit=IMAGE_LIMIT,
        label="Ảnh",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".png"}),
    )

    def __init__(self, data: Any = None, files: Any = None, *, hand: Hand) -> None:
        super().__init__(data, files, initial={"hand": hand.value}, auto_id="sign_%s")
        self.is_bodys = hand is Hand.BODY
        image = self.fields["image"]
        image.label, image.help_text = WORDS[hand]
        image.required = self.is_bodys
        image.error_messages["required"] = "Chưa chọn ảnh con dấu: hãy chọn ảnh PNG của con dấu."

    def pen(self) -> Pen:
        """Return what signs."""
        facts = self.cleaned_data
        return Pen(
            key_file=facts["key_file"].read(),
            passphrase=facts["passphrase"],
            image=facts["image"].read() if facts["image"] else b"",
        )
