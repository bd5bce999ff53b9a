"""What a unit registers, and what a movement is launched with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.emulation.enums import MovementKind
from vinhdanh.emulation.services.registrations import Aim
from vinhdanh.nominations.offers import name_on_screen, offers
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.planning.enums import MOVEMENT_KINDS, FulfilmentKind, PlanState
from vinhdanh.planning.queries.plans import tasks_for
from vinhdanh.web.forms.fields import DayField

if TYPE_CHECKING:
    import datetime as dt

    from django.forms import BoundField

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.emulation.models import Registration
    from vinhdanh.lawbook import HonourOnDay
    from vinhdanh.planning.models import Task

MOST = 9999


class QuantityField(forms.IntegerField):
    """A number of times; left empty it is none."""

    def clean(self, value: Any) -> Any:
        """Read an empty field as zero."""
        return super().clean(value or 0)


@dataclass(frozen=True, slots=True)
class AimGroup:
    """The quantities asked for one kind of recipient."""

    kind: RecipientKind
    given: list[BoundField] = field(default_factory=list)
    above: list[BoundField] = field(default_factory=list)
    """Of honours that others decide."""


class RegistrationForm(forms.Form):
    """How many of the unit aim at each honour in a year."""

    year = forms.IntegerField(min_value=2000, max_value=2100, widget=forms.HiddenInput)

    def __init__(self, *args: Any, as_of: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._asked: dict[str, tuple[HonourOnDay, RecipientKind]] = {}
        self.groups: list[AimGroup] = []
        """The fields under what they are for: people, collectives, households."""
        for kind in RecipientKind:
            found = offers(kind, as_of=as_of)
            self.groups.append(
                AimGroup(
                    kind,
                    given=[self._ask(honour, kind) for honour in found.given],
                    above=[self._ask(honour, kind) for honour in found.above],
                )
            )

    def _ask(self, honour: HonourOnDay, kind: RecipientKind) -> BoundField:
        name = _field_name(honour.slug, kind)
        self._asked[name] = (honour, kind)
        self.fields[name] = _quantity(honour)
        return self[name]

    @classmethod
    def of(
        cls,
        registration: Registration | None,
        data: Any = None,
        *,
        year: int,
        as_of: dt.date,
    ) -> RegistrationForm:
        """Return the form with what the unit has sent for the year, if anything."""
        lines = registration.lines.all() if registration else []
        sent = {_field_name(line.honour, line.recipient_kind): line.quantity for line in lines}
        return cls(data, initial={"year": year, **sent}, as_of=as_of)

    def aims(self) -> list[Aim]:
        """Return what was written, as the service takes it."""
        return [
            Aim(honour.slug, kind, self.cleaned_data[name])
            for name, (honour, kind) in self._asked.items()
            if self.cleaned_data[name]
        ]


class MovementTaskField(forms.ModelChoiceField["Task"]):
    """The tasks that a movement can fulfil, as the plan numbers them."""

    def label_from_instance(self, obj: Task) -> str:
        """Return the row as it stands in the plan."""
        return f"{obj.no or obj.order}. {obj.content}"


class MovementForm(forms.Form):
    """A movement to be launched."""

    title = forms.CharField(
        label="Tên phong trào",
        max_length=300,
        help_text="Ghi đúng như trong văn bản phát động.",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Phong trào chưa có tên: hãy ghi tên phong trào."},
    )
    kind = forms.ChoiceField(
        label="Hình thức tổ chức",
        choices=MovementKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Chưa chọn hình thức: hãy chọn một trong hai dòng."},
    )
    launched_on = DayField(label="Ngày phát động")
    ends_on = DayField(label="Ngày tổng kết", required=False)
    task = MovementTaskField(
        label="Nhiệm vụ trong kế hoạch",
        queryset=None,
        required=False,
        empty_label="Không gắn với nhiệm vụ nào",
        help_text="Gắn thì phong trào chỉ tính cho nhiệm vụ ấy; để trống thì tính cho mọi nhiệm vụ"
        " cùng hình thức trong năm.",
    )

    def __init__(self, *args: Any, actor: Actor, year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["task"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = (
            tasks_for(actor)
            .filter(plan__year=year, plan__state=PlanState.CONFIRMED, fulfilment__in=MOVEMENT_KINDS)
            .order_by("order")
        )

    @classmethod
    def of(
        cls, task: Task | None, data: Any = None, *, actor: Actor, year: int, day: dt.date
    ) -> MovementForm:
        """Return the form with what a task says of its movement."""
        initial: dict[str, Any] = {"launched_on": day}
        if task:
            is_thematic = task.fulfilment == FulfilmentKind.THEMATIC_LAUNCHED
            kind = MovementKind.THEMATIC if is_thematic else MovementKind.REGULAR
            initial |= {"task": task.pk, "kind": kind}
        return cls(data, initial=initial, actor=actor, year=year)


class PledgeForm(forms.Form):
    """The day a unit signs its pledge."""

    signed_on = DayField(label="Ngày ký")


def _quantity(honour: HonourOnDay) -> forms.IntegerField:
    level, citation = honour.deciding_level, honour.authority.citation
    decides = f"{level.words} quyết định" if level else "Cấp quyết định cần xác minh"
    source = f" ({_inside(str(citation))})" if level and citation else ""
    amount = f"Hãy ghi một số từ 0 đến {MOST}."
    return QuantityField(
        label=name_on_screen(honour),
        help_text=f"{decides}{source}.",
        min_value=0,
        max_value=MOST,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "placeholder": "0"}),
        error_messages={"invalid": amount, "min_value": amount, "max_value": amount},
    )


def _inside(sentence: str) -> str:
    """Return words as they stand inside another sentence."""
    return sentence[:1].lower() + sentence[1:]


def _field_name(slug: str, kind: str) -> str:
    return f"{slug}__{kind}"
