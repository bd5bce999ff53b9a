"""Kind, symbol and abstract of an outgoing document: the fields that every form of it has."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms

from vinhdanh.kernel.text import squeeze
from vinhdanh.records.enums import DocumentKind
from vinhdanh.records.services.kept_numbers import SYMBOL


@dataclass(frozen=True, slots=True)
class Series:
    """A kind of document with the symbol it is numbered under."""

    kind: DocumentKind
    symbol: str
    label: str
    words: tuple[str, ...]
    """Words of a task, folded, that ask for this kind."""


SERIES = (
    Series(DocumentKind.LETTER, "UBND-VP", "Công văn của Ủy ban nhân dân", ("cong van",)),
    Series(
        DocumentKind.PLAN,
        "KH-HĐTĐKT",
        "Kế hoạch của Hội đồng Thi đua – Khen thưởng",
        ("ke hoach", "hoi dong"),
    ),
    Series(DocumentKind.PLAN, "KH-UBND", "Kế hoạch của Ủy ban nhân dân", ("ke hoach",)),
    Series(
        DocumentKind.GUIDANCE,
        "HD-HĐTĐKT",
        "Hướng dẫn của Hội đồng Thi đua – Khen thưởng",
        ("huong dan",),
    ),
    Series(DocumentKind.SUBMISSION, "TTr-UBND", "Tờ trình của Ủy ban nhân dân", ("to trinh",)),
    Series(DocumentKind.REPORT, "BC-UBND", "Báo cáo của Ủy ban nhân dân", ("bao cao",)),
    Series(DocumentKind.INVITATION, "GM-UBND", "Giấy mời của Ủy ban nhân dân", ("giay moi",)),
    Series(DocumentKind.DECISION, "QĐ-UBND", "Quyết định của Chủ tịch", ("quyet dinh",)),
    Series(DocumentKind.NOTICE, "TB-UBND", "Thông báo của Ủy ban nhân dân", ("thong bao",)),
)
BY_SYMBOL = {series.symbol: series for series in SERIES}


class KindFields(forms.Form):
    """What kind of document, under which symbol, about what."""

    series = forms.ChoiceField(
        label="Loại văn bản",
        choices=[(each.symbol, f"{each.label}, ký hiệu {each.symbol}") for each in SERIES],
        widget=forms.RadioSelect,
        error_messages={"required": "Chưa chọn loại văn bản: hãy chọn một dòng."},
    )
    symbol = forms.CharField(
        label="Ký hiệu khác",
        max_length=30,
        required=False,
        help_text="Chỉ ghi khi ký hiệu khác dòng đã chọn, ví dụ UBND-VHXH.",
    )
    abstract = forms.CharField(
        label="Trích yếu",
        max_length=500,
        help_text="Nội dung chính của văn bản, không nhắc lại loại văn bản.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Văn bản chưa có trích yếu: hãy ghi nội dung chính của văn bản.",
            "max_length": "Trích yếu dài quá 500 chữ cái: hãy ghi gọn lại.",
        },
    )

    def clean_symbol(self) -> str:
        """Refuse what cannot stand after the stroke of a number."""
        symbol = squeeze(self.cleaned_data["symbol"]).replace(" ", "").upper()
        if symbol and not SYMBOL.fullmatch(symbol):
            raise forms.ValidationError(
                f"Ký hiệu “{symbol}” chưa đúng: hãy ghi như UBND-VHXH, không kèm số và dấu gạch"
                " chéo, hoặc để trống."
            )
        return symbol

    def number_under(self) -> tuple[DocumentKind, str]:
        """Return the kind and the symbol that were chosen."""
        series = BY_SYMBOL[self.cleaned_data["series"]]
        return series.kind, self.cleaned_data["symbol"] or series.symbol
