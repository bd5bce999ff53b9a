"""A layout of certificates as a form: the page, and eight fields for each box of text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from django import forms

from vinhdanh.decisions.layout_rules import BOX_WORDS, CODE, CODE_WORDS, findings
from vinhdanh.web.forms.fields import SizedFileField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.forms import BoundField

    from vinhdanh.documents import CertificateLayout, CodeBox, TextBox

PAPERS: Final = {
    "297x210": "A4 ngang, 297 × 210 mm",
    "210x297": "A4 dọc, 210 × 297 mm",
    "210x148": "A5 ngang, 210 × 148 mm",
    "148x210": "A5 dọc, 148 × 210 mm",
    "420x297": "A3 ngang, 420 × 297 mm",
    "297x420": "A3 dọc, 297 × 420 mm",
}
OTHER: Final = "khac"
MODES: Final = [("full", "In cả khung, hoa văn"), ("overlay", "In lên phôi có sẵn")]
ALIGNS: Final = [("left", "Trái"), ("center", "Giữa"), ("right", "Phải")]
ALWAYS, FULL, NEVER = "luon", "khung", "khong"
PRINTING: Final = [
    (ALWAYS, "Luôn in"),
    (FULL, "Không in khi phôi có sẵn"),
    (NEVER, "Không bao giờ in"),
]
NUMBERS: Final = {
    "x": "Cách mép trái (mm)",
    "y": "Cách mép trên (mm)",
    "width": "Rộng (mm)",
    "height": "Cao (mm)",
    "size": "Cỡ chữ",
    "least": "Thu nhỏ tới cỡ",
}
CODE_NUMBERS: Final = {"x": NUMBERS["x"], "y": NUMBERS["y"], "side": "Cạnh (mm)"}
SCAN_LIMIT: Final = 15


class NumberField(forms.FloatField):
    """A number with a comma or a point, told of in the words of its box."""

    def __init__(self, label: str, *, where: str = "", **kwargs: Any) -> None:
        place = f"“{label}”" + (f" của ô “{where}”" if where else "")
        errors = {
            "required": f"Chưa ghi {place}: hãy ghi một số.",
            "invalid": f"{place} chưa phải là số: hãy ghi như 12 hoặc 12,5.",
        }
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(label=label, error_messages=errors, widget=widget, **kwargs)

    def to_python(self, value: Any) -> Any:
        """Read a number as it is written here."""
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)

    def prepare_value(self, value: Any) -> Any:
        """Write a number as it is written here."""
        if isinstance(value, float | int):
            return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
        return value


@dataclass(frozen=True, slots=True)
class BoxFields:
    """The fields of one box, and what it holds."""

    name: str
    words: str
    fields: list[BoundField]

    @property
    def has_errors(self) -> bool:
        """Whether something in the box is to be put right."""
        return any(field.errors for field in self.fields)


class LayoutForm(forms.Form):
    """Page, printer offset and boxes; what it does not ask stays as it was."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    name = forms.CharField(
        label="Tên mẫu",
        error_messages={"required": "Mẫu bằng chưa có tên: hãy đặt tên để còn chọn khi in."},
    )
    paper = forms.ChoiceField(
        label="Khổ giấy",
        choices=[*PAPERS.items(), (OTHER, "Khổ khác")],
        help_text="Đổi khổ giấy thì khi lưu, các ô co giãn theo khổ mới.",
    )
    width = NumberField("Chiều ngang (mm)", required=False)
    height = NumberField("Chiều dọc (mm)", required=False)
    mode = forms.ChoiceField(label="Cách in", choices=MODES)
    offset_x = NumberField("Dời tất cả sang phải (mm)")
    offset_y = NumberField("Dời tất cả xuống dưới (mm)")

    def __init__(self, *args: Any, layout: CertificateLayout, **kwargs: Any) -> None:
        self.stored = layout
        kwargs["initial"] = _head(layout) | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        for name, box in layout.boxes:
            self._ask_for(name, box)
        if layout.qr:
            for key, label in CODE_NUMBERS.items():
                value = getattr(layout.qr, key)
                field = NumberField(label, where=CODE_WORDS, initial=value)
                self.fields[f"{CODE}-{key}"] = field

    def clean(self) -> dict[str, Any]:
        """Refuse a box that leaves the page, and sizes no printer prints."""
        found: dict[str, Any] = super().clean() or {}
        if found.get("paper") == OTHER:
            for name in ("width", "height"):
                if name not in self.errors and found.get(name) is None:
                    self.add_error(name, "Chưa ghi kích thước khổ giấy: hãy ghi số mi-li-mét.")
        if not self.errors:
            for finding in findings(self.layout()):
                self.add_error(finding.field, finding.sentence)
        return found

    def layout(self) -> CertificateLayout:
        """Return the layout as it was filled in, on its page."""
        given = self.cleaned_data
        boxes = tuple((name, self._box(name, box)) for name, box in self.stored.boxes)
        placed = replace(
            self.stored,
            boxes=boxes,
            mode=given["mode"],
            offset_x=given["offset_x"],
            offset_y=given["offset_y"],
            qr=self._code(self.stored.qr),
        )
        width, height = self._page()
        if (width, height) == (self.stored.width, self.stored.height) or min(width, height) <= 0:
            return replace(placed, width=width, height=height)
        return placed.fitted_to(width, height)

    def boxes(self) -> Iterator[BoxFields]:
        """Yield each box with its fields, in the order of the page."""
        for name, _box in self.stored.boxes:
            keys = (*NUMBERS, "align", "printing")
            yield BoxFields(name, _words(name), [self[f"{name}-{key}"] for key in keys])
        if self.stored.qr:
            yield BoxFields(CODE, CODE_WORDS, [self[f"{CODE}-{key}"] for key in CODE_NUMBERS])

    def _ask_for(self, name: str, box: TextBox) -> None:
        for key, label in NUMBERS.items():
            field = NumberField(label, where=_words(name), initial=getattr(box, key))
            self.fields[f"{name}-{key}"] = field
        self.fields[f"{name}-align"] = forms.ChoiceField(
            label="Căn", choices=ALIGNS, initial=box.align
        )
        self.fields[f"{name}-printing"] = forms.ChoiceField(
            label="In", choices=PRINTING, initial=_printing(box)
        )

    def _box(self, name: str, box: TextBox) -> TextBox:
        given = {key: self.cleaned_data[f"{name}-{key}"] for key in (*NUMBERS, "align")}
        printing = self.cleaned_data[f"{name}-printing"]
        preprinted = box.preprinted if printing == NEVER else printing == FULL
        return replace(box, **given, shown=printing != NEVER, preprinted=preprinted)

    def _code(self, code: CodeBox | None) -> CodeBox | None:
        if code is None:
            return None
        given = {key: self.cleaned_data[f"{CODE}-{key}"] for key in CODE_NUMBERS}
        return replace(code, **given)

    def _page(self) -> tuple[float, float]:
        paper = self.cleaned_data["paper"]
        if paper == OTHER:
            return self.cleaned_data["width"], self.cleaned_data["height"]
        width, _, height = paper.partition("x")
        return float(width), float(height)


class ScanForm(forms.Form):
    """A picture of the blank."""

    scan = SizedFileField(
        limit=SCAN_LIMIT,
        label="Ảnh quét hoặc chụp phôi",
        help_text="Ảnh JPG hoặc PNG, cắt sát mép giấy; ảnh được kéo cho vừa khổ giấy của mẫu.",
        widget=forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png"}),
        error_messages={"required": "Chưa chọn ảnh phôi: hãy chọn một tệp JPG hoặc PNG."},
    )


def _head(layout: CertificateLayout) -> dict[str, Any]:
    paper = f"{layout.width:g}x{layout.height:g}"
    return {
        "paper": paper if paper in PAPERS else OTHER,
        "width": layout.width,
        "height": layout.height,
        "mode": layout.mode,
        "offset_x": layout.offset_x,
        "offset_y": layout.offset_y,
    }


def _printing(box: TextBox) -> str:
    if not box.shown:
        return NEVER
    return FULL if box.preprinted else ALWAYS


def _words(name: str) -> str:
    return BOX_WORDS.get(name, name)
