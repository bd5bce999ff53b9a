"""An outgoing document to be numbered and sent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.kernel import clock
from vinhdanh.kernel.text import fold, initial_capital, squeeze
from vinhdanh.organizations.models import Unit
from vinhdanh.organizations.queries.units import units_of
from vinhdanh.planning.enums import PlanState
from vinhdanh.planning.models import Task
from vinhdanh.planning.queries.plans import tasks_for
from vinhdanh.records.content import FileContent
from vinhdanh.records.enums import DocumentKind, FileFormat, FileRole
from vinhdanh.web.forms.fields import DayField, SizedFileField
from vinhdanh.web.uploads import kind_of

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from vinhdanh.accounts.actor import Actor

LIMIT = 20
LONGEST_NAME = 200
SYMBOL = re.compile(r"[A-ZĐ]+(-[A-ZĐ0-9]+)+")


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
    Series(DocumentKind.NOTICE, "TB-UBND", "Thông báo của Ủy ban nhân dân", ("thong bao",)),
)
BY_SYMBOL = {series.symbol: series for series in SERIES}


class TaskChoiceField(forms.ModelChoiceField):  # type: ignore[type-arg] # not at run time
    """The tasks of the year's plan, as the plan numbers them."""

    def label_from_instance(self, obj: Any) -> str:
        """Return "2. Ban hành công văn chỉ đạo"."""
        assert isinstance(obj, Task)
        return f"{obj.no}. {obj.content}" if obj.no else obj.content


class DocumentForm(forms.Form):
    """What the register needs of a document; its number is given at issue."""

    task = TaskChoiceField(
        label="Nhiệm vụ mà văn bản này thực hiện",
        queryset=Task.objects.none(),
        empty_label="Chọn một nhiệm vụ trong kế hoạch",
        help_text="Ban hành xong, tiến độ của nhiệm vụ này tự tăng.",
        error_messages={
            "required": "Chưa chọn nhiệm vụ: hãy chọn một nhiệm vụ trong kế hoạch.",
            "invalid_choice": "Nhiệm vụ này không có trong kế hoạch: hãy chọn lại.",
        },
    )
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
    issued_on = DayField(label="Ngày ban hành")
    file = SizedFileField(
        limit=LIMIT,
        label="Bản đã ký",
        required=False,
        help_text=f"Tệp PDF hoặc Word (.docx), nặng không quá {LIMIT} MB.",
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx"}),
    )
    addressees = forms.ModelMultipleChoiceField(
        label="Nơi nhận",
        queryset=Unit.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"form": "issue"}),
        error_messages={"invalid_choice": "Có nơi nhận không còn hoạt động: hãy chọn lại."},
    )

    def __init__(self, *args: Any, actor: Actor, year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choose_from("task", open_tasks(actor, year=year))
        self._choose_from("addressees", units_of(actor.body, as_of=clock.today()))

    @classmethod
    def of(
        cls, task: Task | None, data: Any = None, files: Any = None, *, actor: Actor, year: int
    ) -> DocumentForm:
        """Return the form with what a task says of its document."""
        initial: dict[str, Any] = {"issued_on": clock.today()}
        if task:
            initial |= {
                "task": task.pk,
                "series": suggested_series(task.content),
                "abstract": suggested_abstract(task.content),
            }
        form = cls(data, files, initial=initial, actor=actor, year=year)
        form.initial["addressees"] = [unit.pk for unit in form.units() if unit.takes_part]
        return form

    def units(self) -> Any:
        """Return the units it can be sent to."""
        field = self.fields["addressees"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        return field.queryset

    def clean_symbol(self) -> str:
        """Refuse what cannot stand after the stroke of a number."""
        symbol = squeeze(self.cleaned_data["symbol"]).replace(" ", "").upper()
        if symbol and not SYMBOL.fullmatch(symbol):
            raise forms.ValidationError(
                f"Ký hiệu “{symbol}” chưa đúng: hãy ghi như UBND-VHXH, không kèm số và dấu gạch"
                " chéo, hoặc để trống."
            )
        return symbol

    def clean_file(self) -> FileContent | None:
        """Return the file as the register keeps it, known by its content and not by its name."""
        file = self.cleaned_data["file"]
        return _signed(file.name or "", file.read()) if file else None

    def number_under(self) -> tuple[DocumentKind, str]:
        """Return the kind and the symbol that were chosen."""
        series = BY_SYMBOL[self.cleaned_data["series"]]
        return series.kind, self.cleaned_data["symbol"] or series.symbol

    def _choose_from(self, name: str, rows: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows


class SignedFileForm(forms.Form):
    """The signed paper of a document that was numbered without a file."""

    file = SizedFileField(
        limit=LIMIT,
        label="Bản đã ký",
        help_text=f"Tệp PDF hoặc Word (.docx), nặng không quá {LIMIT} MB.",
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx"}),
        error_messages={"required": "Chưa chọn tệp: hãy chọn bản đã ký trên máy."},
    )

    def clean_file(self) -> FileContent:
        """Return the file as the register keeps it, known by its content."""
        file = self.cleaned_data["file"]
        return _signed(file.name or "", file.read())


def open_tasks(actor: Actor, *, year: int) -> QuerySet[Task]:
    """Return the tasks of the plan that is carried out in a year, in its order."""
    tasks = tasks_for(actor).filter(plan__year=year, plan__state=PlanState.CONFIRMED)
    return tasks.order_by("order")


def suggested_series(content: str) -> str:
    """Return the symbol whose words a task has; a notice where none fits."""
    text = fold(content)
    return next(
        (each.symbol for each in SERIES if all(word in text for word in each.words)),
        SERIES[-1].symbol,
    )


def suggested_abstract(content: str) -> str:
    """Return what a task is about, without the kind of document that it asks for first."""
    text = squeeze(content)
    for series in SERIES:
        kind = series.kind.label.lower()
        if text.lower().startswith(f"{kind} "):
            return initial_capital(text[len(kind) + 1 :])
    return initial_capital(text)


def _signed(name: str, data: bytes) -> FileContent:
    kind = kind_of(data)
    if kind not in (FileFormat.PDF, FileFormat.DOCX):
        raise forms.ValidationError(
            f"Tệp {name} không phải PDF hay Word (.docx): hãy chọn bản đã ký dạng PDF, hoặc mở tệp"
            " bằng Word rồi lưu thành .docx."
        )
    ending = FileFormat(kind)
    return FileContent(ending, _named(name, ending), data, role=FileRole.SIGNED)


def _named(name: str, ending: FileFormat) -> str:
    stem = squeeze(name.rpartition(".")[0] or name)
    return f"{stem[: LONGEST_NAME - 6]}.{ending}"
