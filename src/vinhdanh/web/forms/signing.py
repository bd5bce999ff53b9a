"""Signing a document here: a key file or a token, a picture. Nothing is given back."""

from __future__ import annotations

from typing import Any

from django import forms

from vinhdanh.records.enums import Hand
from vinhdanh.records.pens import FilePen, Pen, TokenPen, token_library
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
    """What signs in one hand; the kinds of key are forms of their own."""

    key = ""
    """The word in the form that tells which key it asks for."""
    hand = forms.ChoiceField(choices=Hand.choices, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, files: Any = None, *, hand: Hand) -> None:
        super().__init__(data, files, initial={"hand": hand.value}, auto_id=f"{self.key}_%s")
        self.is_bodys = hand is Hand.BODY
        label, help_text = WORDS[hand]
        self.fields["image"] = SizedFileField(
            limit=IMAGE_LIMIT,
            label=label,
            help_text=help_text,
            required=self.is_bodys,
            widget=forms.FileInput(attrs={"accept": ".png"}),
            error_messages={"required": "Chưa chọn ảnh con dấu: hãy chọn ảnh PNG của con dấu."},
        )

    def image(self) -> bytes:
        """Return the picture, empty where none was given."""
        file = self.cleaned_data["image"]
        return file.read() if file else b""

    def pen(self) -> Pen:
        """Return what signs."""
        raise NotImplementedError


class KeyFileForm(SigningForm):
    """A key file of the person who signs."""

    key = "file"
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

    def pen(self) -> Pen:
        """Return the key file with its passphrase."""
        facts = self.cleaned_data
        return FilePen(
            key_file=facts["key_file"].read(), passphrase=facts["passphrase"], image=self.image()
        )


class TokenForm(SigningForm):
    """A token that is plugged into the machine of the program."""

    key = "token"
    pin = forms.CharField(
        label="Mã PIN của thiết bị",
        strip=False,
        max_length=64,
        help_text="Chỉ dùng cho lần ký này, không lưu lại. Nhập sai nhiều lần, thiết bị tự khóa.",
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Chưa nhập mã PIN: hãy nhập mã PIN của thiết bị lưu khóa."},
    )
    certificate = forms.CharField(
        label="Tên chứng thư trong thiết bị",
        max_length=100,
        required=False,
        help_text="Chỉ cần ghi khi thiết bị có nhiều chứng thư.",
    )

    def pen(self) -> Pen:
        """Return the token with its PIN."""
        facts = self.cleaned_data
        return TokenPen(pin=facts["pin"], certificate=facts["certificate"], image=self.image())


def signing_forms(hand: Hand) -> list[SigningForm]:
    """Return the ways to sign here: by a key file, and by a token where there is a driver."""
    ways: list[SigningForm] = [KeyFileForm(hand=hand)]
    return [*ways, TokenForm(hand=hand)] if token_library() else ways
