"""A recognised initiative and its authors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.kernel.text import squeeze
from vinhdanh.organizations.enums import InitiativeKind, Reach
from vinhdanh.organizations.services.initiatives import InitiativeFacts, Share
from vinhdanh.web.forms.fields import DayField

if TYPE_CHECKING:
    from vinhdanh.organizations.models import Initiative, Person

AUTHORS = 6
"""So many authors have a row, or one more than there are."""


class RecognisedForm(forms.Form):
    """What an initiative is called, and the paper that recognised it."""

    title = forms.CharField(
        label="Tên sáng kiến, đề tài",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Chưa ghi tên sáng kiến."},
    )
    kind = forms.ChoiceField(label="Loại", choices=InitiativeKind.choices)
    scope = forms.ChoiceField(label="Phạm vi ảnh hưởng", choices=Reach.choices)
    recognised_by = forms.CharField(
        label="Số văn bản công nhận",
        max_length=100,
        help_text="Ví dụ: 12/QĐ-UBND.",
        error_messages={"required": "Chưa ghi số văn bản công nhận."},
    )
    recognised_on = DayField(label="Ngày công nhận")


class InitiativeForm(RecognisedForm):
    """The same, and one row for each author."""

    shares = forms.Field(required=False, label="Tác giả")

    def __init__(
        self, *args: Any, people: list[tuple[Person, str]], initiative: Initiative | None = None,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        self.people = {str(person.pk): person for person, _ in people}
        kwargs["initial"] = _initial(initiative) if initiative else {"author_1_share": 100}
        count = initiative.shares.count() if initiative else 0
        self.places = range(1, max(AUTHORS, count + 1) + 1)
        super().__init__(*args, **kwargs)
        choices = [("", "Chọn người"), *((str(person.pk), told) for person, told in people)]
        for at in self.places:
            self.fields[f"author_{at}"] = forms.ChoiceField(
                label=f"Tác giả {at}", choices=choices, required=False
            )
            self.fields[f"author_{at}_share"] = forms.IntegerField(
                label="Tỷ lệ (%)",
                required=False,
                min_value=1,
                max_value=100,
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            )

    def authors(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Return the rows of the page: who, and which part."""
        return [(self[f"author_{at}"], self[f"author_{at}_share"]) for at in self.places]

    def heads(self) -> list[forms.BoundField]:
        """Return the fields above the authors."""
        return [self[name] for name in ("title", "kind", "scope", "recognised_by", "recognised_on")]

    def clean(self) -> dict[str, Any]:
        """Ask for the part of each author who is named."""
        data = super().clean() or {}
        for at in self.places:
            name = f"author_{at}"
            if data.get(name) and data.get(f"{name}_share") is None and name not in self.errors:
                self.add_error(f"{name}_share", "Chưa ghi tỷ lệ đóng góp, ví dụ 50.")
        return data

    def facts(self) -> InitiativeFacts:
        """Return what was written, as the services take it."""
        data = self.cleaned_data
        shares = [
            Share(self.people[data[f"author_{at}"]], data[f"author_{at}_share"])
            for at in self.places
            if data.get(f"author_{at}")
        ]
        return InitiativeFacts(
            title=squeeze(data["title"]),
            kind=InitiativeKind(data["kind"]),
            scope=Reach(data["scope"]),
            recognised_by=data["recognised_by"],
            recognised_on=data["recognised_on"],
            shares=shares,
        )


def _initial(initiative: Initiative) -> dict[str, Any]:
    names = ("title", "kind", "scope", "recognised_by", "recognised_on")
    found: dict[str, Any] = {name: getattr(initiative, name) for name in names}
    for at, share in enumerate(initiative.shares.all(), start=1):
        found |= {f"author_{at}": str(share.person_id), f"author_{at}_share": share.share_percent}
    return found
