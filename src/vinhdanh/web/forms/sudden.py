"""The short form for a sudden deed: who, what, when, where, which honour; and a photo."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.intake.lists import person_name
from vinhdanh.kernel.text import one_spelling
from vinhdanh.nominations.offers import name_on_screen, offers
from vinhdanh.organizations.enums import RecipientKind, UnitKind
from vinhdanh.organizations.imports import NEW_ONE
from vinhdanh.web.forms.fields import DayField, SizedFileField
from vinhdanh.web.forms.nominations import KIND_SLUGS
from vinhdanh.web.forms.people import HeadSexField, UnitField
from vinhdanh.web.nominees import units_for, villages_for

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from django.forms import BoundField

    from vinhdanh.organizations.models import Unit
    from vinhdanh.web.forms.candidates import WhoField

MOST = 20
"""So many may have done one deed together; more come in as a list from a file."""
KINDS = (RecipientKind.INDIVIDUAL, RecipientKind.HOUSEHOLD, RecipientKind.COLLECTIVE)
SLUGS = {kind: slug for slug, kind in KIND_SLUGS.items()}
MISSING = {
    RecipientKind.INDIVIDUAL: "Chưa ghi họ và tên.",
    RecipientKind.HOUSEHOLD: "Chưa ghi họ và tên chủ hộ.",
    RecipientKind.COLLECTIVE: "Chưa chọn tập thể.",
}
APART, ONLY_NEW = "Để phân biệt người trùng tên.", "Chỉ cần khi là người khác trùng tên."
TWICE = (
    "{} được ghi nhiều lần: nếu là nhiều người thì ghi ngày sinh của từng người, nếu là một người"
    " thì để lại một dòng."
)


def same_names(names: Mapping[int, str | None]) -> list[int]:
    """Return the rows whose name stands in another row too."""
    spelt = {row: one_spelling(person_name(name or "")) for row, name in names.items()}
    often = Counter(spelt.values())
    return [row for row, name in spelt.items() if name and often[name] > 1]


@dataclass(frozen=True, slots=True)
class WhoRow:
    """The fields of one who did it."""

    number: int
    name: BoundField
    sex: BoundField
    """Of the head, where a household did it."""
    collective: BoundField
    asked: list[BoundField]
    """Who of that name is meant, and the birth date; empty where it is beyond doubt."""


class SuddenForm(forms.Form):
    """Five lines and a photo; one line for each who did it."""

    unit = forms.ChoiceField(label="Đơn vị đề nghị")
    kind = forms.ChoiceField(
        label="Ai",
        choices=[(kind.value, kind.label) for kind in KINDS],
        initial=RecipientKind.INDIVIDUAL,
        widget=forms.RadioSelect,
    )
    what = forms.CharField(
        label="Đã làm gì",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Một câu; câu này in trên quyết định và giấy khen.",
        error_messages={"required": "Chưa ghi việc đã làm: hãy viết một câu."},
    )
    happened_on = DayField(label="Ngày nào", help_text="")
    place = forms.CharField(
        label="Ở đâu",
        max_length=200,
        error_messages={"required": "Chưa ghi nơi xảy ra: hãy ghi thôn, đường hoặc khúc sông."},
    )
    photo = SizedFileField(
        limit=20,
        label="Ảnh chụp",
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )

    def __init__(
        self,
        *args: Any,
        units: tuple[Unit, ...],
        as_of: dt.date,
        rows: int = 1,
        asked: Mapping[int, WhoField | None] | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = {"happened_on": as_of} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.rows = range(1, rows + 1)
        self._choose("unit", [(unit.pk, unit.name) for unit in units])
        if len(units) == 1:
            self.fields["unit"].initial = units[0].pk
            self.fields["unit"].widget = forms.HiddenInput()
        self._ask_who(units[0], asked or {})
        self._ask_village(units)
        for kind in KINDS:
            found = offers(kind, as_of=as_of, province=units[0].office.province)
            laws = [law for law in (*found.given, *found.above) if not law.is_title]
            self.fields[f"honour_{kind}"] = forms.ChoiceField(
                label="Đề nghị",
                choices=[(law.slug, name_on_screen(law)) for law in laws],
                initial=f"giay-khen-{SLUGS[kind]}",
                required=False,
            )

        for name in ("name_1", "collective_1", "village", *(f"honour_{kind}" for kind in KINDS)):
            if name in self.fields:
                self.fields[name].needed_later = True  # type: ignore[attr-defined] # by one kind

    def _ask_who(self, own: Unit, asked: Mapping[int, WhoField | None]) -> None:
        """Add the rows; those asked about have a birth date, and whom to choose from if any."""
        units = units_for(own)
        for row in self.rows:
            order = f" {row}" if row > 1 else ""
            self.fields[f"name_{row}"] = forms.CharField(
                label=f"Họ và tên{order}",
                max_length=100,
                required=False,
                help_text="" if row > 1 else "Hộ gia đình thì ghi tên chủ hộ.",
                widget=forms.TextInput(attrs={"list": "known-names", "autocomplete": "off"}),
            )
            self.fields[f"sex_{row}"] = HeadSexField(order)
            self.fields[f"collective_{row}"] = UnitField(
                units=units, label=f"Tập thể{order}", required=False
            )
            if row in asked:
                birth = DayField(label=f"Ngày sinh{order}", required=False, help_text=APART)
                if who := asked[row]:
                    self.fields[f"person_{row}"], birth.help_text = who, ONLY_NEW
                else:
                    birth.needed_later = True  # type: ignore[attr-defined] # by people of one name
                self.fields[f"birth_{row}"] = birth

    def _ask_village(self, units: tuple[Unit, ...]) -> None:
        """A household lives in a village: asked where the proposing unit is none."""
        if any(unit.kind != UnitKind.VILLAGE for unit in units):
            self.fields["village"] = UnitField(
                units=villages_for(units[0]), label="Hộ ở thôn, tổ dân phố", required=False
            )

    @property
    def who_rows(self) -> list[WhoRow]:
        """Return the rows of who did it."""
        return [
            WhoRow(
                row,
                self[f"name_{row}"],
                self[f"sex_{row}"],
                self[f"collective_{row}"],
                [self[name] for name in (f"person_{row}", f"birth_{row}") if name in self.fields],
            )
            for row in self.rows
        ]

    @property
    def honours(self) -> list[tuple[str, BoundField]]:
        """Return for each kind of recipient what may be proposed."""
        return [(kind.value, self[f"honour_{kind}"]) for kind in KINDS]

    def clean(self) -> dict[str, Any]:
        """Ask for at least one who did it, and to tell new people of one name apart."""
        data = super().clean() or {}
        if not (kind := data.get("kind")):
            return data
        if not any(self.named()):
            self.add_error(self.who_at(1), MISSING[RecipientKind(kind)])
        if kind == RecipientKind.INDIVIDUAL:
            self._tell_apart()
        return data

    def _tell_apart(self) -> None:
        """Refuse people of one name, none of them chosen, without a birth date of their own."""
        seen: dict[str, set[dt.date]] = {}
        for row in same_names({row: self.cleaned_data.get(self.who_at(row)) for row in self.rows}):
            if self.cleaned_data.get(f"person_{row}", NEW_ONE) != NEW_ONE:
                continue
            name, at = person_name(self.cleaned_data[self.who_at(row)]), f"birth_{row}"
            born, others = self.cleaned_data.get(at), seen.setdefault(one_spelling(name), set())
            if at not in self.errors and (born is None or born in others):
                self.add_error(at, TWICE.format(name))
                return
            others |= {born} if born else set()

    def who_at(self, row: int) -> str:
        """Return the field that says who did it, for the kind that is chosen."""
        is_collective = self.cleaned_data.get("kind") == RecipientKind.COLLECTIVE
        return f"collective_{row}" if is_collective else f"name_{row}"

    def named(self) -> Iterator[int]:
        """Yield the rows in which somebody is named."""
        yield from (row for row in self.rows if self.cleaned_data.get(self.who_at(row)))

    def honour(self) -> str:
        """Return what is proposed for the kind that is chosen."""
        return str(self.cleaned_data[f"honour_{self.cleaned_data['kind']}"])

    def _choose(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
