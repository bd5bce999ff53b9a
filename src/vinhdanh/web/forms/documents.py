"""An outgoing document to be numbered and sent."""

from __future__ import annotations

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
from vinhdanh.records.details import Details
from vinhdanh.records.enums import FileFormat, FileRole, KeptState
from vinhdanh.records.models import KeptNumber
from vinhdanh.records.queries.documents import kept_numbers_for
from vinhdanh.web.forms.document_kinds import SERIES, KindFields
from vinhdanh.web.forms.fields import DayField, SizedFileField
from vinhdanh.web.forms.signers import SignerFields, usual_signer
from vinhdanh.web.uploads import kind_of

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from vinhdanh.accounts.actor import Actor

LIMIT = 20
LONGEST_NAME = 200
COUNTED = {
    "invalid": "Số lượng bản chưa đúng: hãy ghi một số.",
    "min_value": "Số lượng bản phải từ 1 đến 999.",
    "max_value": "Số lượng bản phải từ 1 đến 999.",
}


class TaskChoiceField(forms.ModelChoiceField):  # type: ignore[type-arg] # not at run time
    """The tasks of the year's plan, as the plan numbers them."""

    def label_from_instance(self, obj: Any) -> str:
        """Return "2. Ban hành công văn chỉ đạo"."""
        assert isinstance(obj, Task)
        return f"{obj.no}. {obj.content}" if obj.no else obj.content


class IssueForm(forms.Form):
    """What a document needs to get its number and be sent."""

    issued_on = DayField(label="Ngày ban hành")
    kept = forms.ModelChoiceField(
        label="Số",
        queryset=KeptNumber.objects.none(),
        required=False,
        empty_label="Lấy số tiếp theo của sổ",
        error_messages={"invalid_choice": "Số này không còn để dành: hãy chọn lại."},
    )
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

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choose_from("addressees", units_of(actor.body, as_of=clock.today()))
        self.choose_number_from(kept_numbers_for(actor).filter(state=KeptState.RESERVED))
        self.initial.setdefault("issued_on", clock.today())
        self.initial["addressees"] = [unit.pk for unit in self.units() if unit.takes_part]

    def choose_number_from(self, kept: QuerySet[KeptNumber]) -> None:
        """Offer reserved numbers."""
        self._choose_from("kept", kept)

    def units(self) -> Any:
        """Return the units it can be sent to."""
        field = self.fields["addressees"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        return field.queryset

    def clean_file(self) -> FileContent | None:
        """Return the file as the register keeps it, known by its content and not by its name."""
        file = self.cleaned_data["file"]
        return _signed(file.name or "", file.read()) if file else None

    def _choose_from(self, name: str, rows: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows


class DocumentForm(SignerFields, KindFields, IssueForm):
    """What the register needs of a document; its number is given at issue."""

    task = TaskChoiceField(
        label="Nhiệm vụ mà văn bản này thực hiện",
        queryset=Task.objects.none(),
        required=False,
        empty_label="Không thuộc nhiệm vụ nào của kế hoạch",
        help_text="Nếu chọn, tiến độ của nhiệm vụ tự tăng khi ban hành.",
        error_messages={
            "invalid_choice": "Nhiệm vụ này không có trong kế hoạch: hãy chọn lại.",
        },
    )
    other_recipients = forms.CharField(
        label="Nơi nhận khác",
        max_length=500,
        required=False,
        help_text="Nơi không có trong hệ thống, cách nhau bằng dấu chấm phẩy.",
    )
    archive_holder = forms.CharField(
        label="Đơn vị, người nhận bản lưu", max_length=100, required=False
    )
    copies = forms.IntegerField(
        label="Số lượng bản", required=False, min_value=1, max_value=999, error_messages=COUNTED
    )

    def __init__(self, *args: Any, actor: Actor, year: int, **kwargs: Any) -> None:
        super().__init__(*args, actor=actor, **kwargs)
        self._choose_from("task", open_tasks(actor, year=year))

    @classmethod
    def of(
        cls, task: Task | None, data: Any = None, files: Any = None, *, actor: Actor, year: int
    ) -> DocumentForm:
        """Return the form with what a task says of its document."""
        initial: dict[str, Any] = dict(usual_signer(actor.body))
        if task:
            initial |= {
                "task": task.pk,
                "series": suggested_series(task.content),
                "abstract": suggested_abstract(task.content),
            }
        return cls(data, files, initial=initial, actor=actor, year=year)

    def details(self) -> Details:
        """Return the other columns of the register."""
        facts = self.cleaned_data
        return Details(
            delegation=squeeze(facts["delegation"]),
            other_recipients=squeeze(facts["other_recipients"]),
            archive_holder=squeeze(facts["archive_holder"]),
            copies=facts["copies"],
        )


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
