"""Fields that every form shares: a Vietnamese date and hour, a file with a limit."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from vinhdanh.web.uploads import kind_of

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

MEBIBYTE = 1024 * 1024
HOUR = re.compile(r"(\d{1,2})\s*(?:(?:[:.hg]|giờ)\s*(?:(\d{1,2})\s*(?:p|ph|phút)?)?)?")
"""An hour with its minutes, as people write them."""
LAST_HOUR, LAST_MINUTE = 23, 59


class DayField(forms.DateField):
    """A day as it is written here: 24/06/2024."""

    default_error_messages = {
        "invalid": "Ngày chưa đúng: hãy ghi ngày/tháng/năm, ví dụ 24/06/2024.",
        "required": "Chưa ghi ngày: hãy ghi ngày/tháng/năm, ví dụ 24/06/2024.",
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault(
            "widget",
            forms.DateInput(
                format="%d/%m/%Y",
                attrs={"autocomplete": "off"},
            ),
        )
        kwargs.setdefault(
            "input_formats", ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d%m%Y", "%Y-%m-%d"]
        )
        kwargs.setdefault("help_text", "Ngày/tháng/năm, ví dụ 24/06/2024.")
        super().__init__(**kwargs)


class HourField(forms.TimeField):
    """An hour as it is written here: 14:30, 14h30, 14 giờ 30, 8h."""

    default_error_messages = {
        "invalid": "Giờ chưa đúng: hãy ghi giờ:phút, ví dụ 08:00 hoặc 14h30.",
        "required": "Chưa ghi giờ: hãy ghi giờ:phút, ví dụ 08:00.",
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TimeInput(format="%H:%M", attrs={"autocomplete": "off"}))
        kwargs.setdefault("help_text", "Giờ:phút, ví dụ 08:00.")
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> dt.time | None:
        """Return the hour; none where nothing was written."""
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value)
        found = HOUR.fullmatch(normalize("NFC", value).strip().lower())
        hour, minute = (int(each or 0) for each in found.groups()) if found else (24, 0)
        if hour > LAST_HOUR or minute > LAST_MINUTE:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return dt.time(hour, minute)


class LongSelect(forms.Select):
    """A choice among hundreds, drawn without a template for each: those take their time."""

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: Any = None,  # noqa: ARG002 - Django's
    ) -> SafeString:
        """Return the same as Django's select."""
        chosen = {str(each) for each in self.format_value(value)}
        options = format_html_join(
            "\n",
            '<option value="{}"{}>{}</option>',
            (
                (key, mark_safe(" selected") if str(key) in chosen else "", label)
                for key, label in self.choices
            ),
        )
        shown = flatatt(self.build_attrs(self.attrs, {**(attrs or {}), "name": name}))
        return format_html("<select{}>\n{}\n</select>", shown, options)


class SizedFileField(forms.FileField):
    """A file of at most so many mebibytes."""

    def __init__(self, *, limit: int, **kwargs: Any) -> None:
        self.limit = limit
        kwargs.setdefault("allow_empty_file", True)  # the reader's own sentence names the file
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Refuse a file over the limit, naming it."""
        file = super().clean(data, initial)
        if file and file.size > self.limit * MEBIBYTE:
            size = file.size / MEBIBYTE
            raise forms.ValidationError(
                f"Tệp {file.name} nặng {size:.0f} MB, quá mức {self.limit} MB: hãy chọn tệp nhỏ"
                " hơn hoặc xuất lại với ảnh nhẹ hơn."
            )
        return file


class LinesField(forms.CharField):
    """A list typed one item a line."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 4}))
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Show a list as lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """Return the lines that say something."""
        text = super().to_python(value) or ""
        return [line.strip() for line in text.splitlines() if line.strip()]


class PdfField(SizedFileField):
    """A PDF of at most 20 mebibytes, by its content; its bytes, none where it is left out."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.FileInput(attrs={"accept": "application/pdf"}))
        super().__init__(limit=20, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> bytes:
        """Refuse what is no PDF, naming it."""
        file = super().clean(data, initial)
        content: bytes = file.read() if file else b""
        if file and kind_of(content) != "pdf":
            raise forms.ValidationError(
                f"Tệp {file.name} không phải PDF: hãy quét quyết định thành PDF rồi chọn lại."
            )
        return content
