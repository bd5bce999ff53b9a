"""A paper that is written here, and the steps that are taken with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.models import ModelChoiceIterator

from vinhdanh.kernel.text import initial_capital
from vinhdanh.records.enums import DocumentState
from vinhdanh.records.models import OfficialDocument
from vinhdanh.records.queries.documents import documents_for
from vinhdanh.records.services.drafts import DraftText
from vinhdanh.web.forms.document_kinds import BY_SYMBOL, SERIES, KindFields
from vinhdanh.web.forms.signers import SignerFields, usual_signer

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor

OFFERED = 200
"""Documents to choose from in a list."""


class DraftForm(SignerFields, KindFields, forms.Form):
    """What a paper says."""

    other_recipients = forms.CharField(
        label="Kính gửi, nơi nhận",
        max_length=500,
        required=False,
        help_text="Cách nhau bằng dấu chấm phẩy. Công văn, tờ trình, giấy mời in sau “Kính gửi”.",
    )
    content = forms.CharField(
        label="Nội dung",
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=(
            "Mỗi đoạn một dòng. Dòng đầu bắt đầu bằng “Căn cứ” thành căn cứ; dòng “Điều 1.” thành"
            " điều. Để trống nếu văn bản soạn ở nơi khác."
        ),
        error_messages={"max_length": "Nội dung dài quá 20.000 ký tự: hãy đưa phần dài vào tệp."},
    )
    field_order = ("series", "symbol", "abstract", "other_recipients", "content")

    @classmethod
    def of(cls, draft: OfficialDocument | None, data: Any = None, *, actor: Actor) -> DraftForm:
        """Return the form with what a draft says so far."""
        if draft is None:
            return cls(data, initial=usual_signer(actor.body))
        known = draft.symbol in BY_SYMBOL and BY_SYMBOL[draft.symbol].kind == draft.kind
        same_kind = next(each for each in SERIES if each.kind == draft.kind)
        initial = {name: getattr(draft, name) for name in cls.base_fields if hasattr(draft, name)}
        initial |= {
            "series": draft.symbol if known else same_kind.symbol,
            "symbol": "" if known else draft.symbol,
            "signer_position": initial_capital(draft.signer_position.lower()),
        }
        return cls(data, initial=initial)

    def text(self) -> DraftText:
        """Return what was written."""
        facts = self.cleaned_data
        kind, symbol = self.number_under()
        return DraftText(
            kind=kind,
            symbol=symbol,
            abstract=facts["abstract"],
            content=facts["content"],
            delegation=facts["delegation"],
            other_recipients=facts["other_recipients"],
            **self.signer(),
        )


class NewestDocuments(ModelChoiceIterator):  # type: ignore[type-arg] # not at run time
    """Offers the newest of many; an older one that is sent is still found."""

    def __init__(self, field: forms.ModelChoiceField[OfficialDocument]) -> None:
        super().__init__(field)
        self.queryset = self.queryset[:OFFERED]


class SuccessorField(forms.ModelChoiceField):  # type: ignore[type-arg] # not at run time
    """Issued documents by number and abstract."""

    iterator = NewestDocuments

    def label_from_instance(self, obj: Any) -> str:
        """Return "12/KH-UBND: …"."""
        assert isinstance(obj, OfficialDocument)
        return f"{obj.code}: {obj.abstract[:80]}"


class StepForm(forms.Form):
    """A step of a document: which, and what goes with it."""

    step = forms.CharField()
    reason = forms.CharField(label="Lý do", max_length=500, required=False)
    successor = SuccessorField(
        label="Văn bản sửa đổi, thay thế",
        queryset=OfficialDocument.objects.none(),
        required=False,
        empty_label="Chọn văn bản đã ban hành",
        error_messages={"invalid_choice": "Văn bản được chọn chưa ban hành: hãy chọn lại."},
    )

    def __init__(self, *args: Any, actor: Actor, document: OfficialDocument, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["successor"]
        assert isinstance(field, SuccessorField)
        field.queryset = (
            documents_for(actor)
            .filter(kind=document.kind, state__in=(DocumentState.ISSUED, DocumentState.AMENDED))
            .exclude(pk=document.pk)
            .order_by("-issued_on", "-id")
        )
