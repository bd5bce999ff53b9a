"""Which of the people of one name is meant: asked only where it is not beyond doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms

from vinhdanh.intake.lists import person_name
from vinhdanh.kernel import clock
from vinhdanh.kernel.wording import day
from vinhdanh.organizations.imports import NEW_ONE
from vinhdanh.organizations.queries.candidates import asking, candidates, to_choose_from
from vinhdanh.web.forms.facts import day_or_none

if TYPE_CHECKING:
    from django.http import QueryDict

    from vinhdanh.organizations.models import Unit
    from vinhdanh.organizations.queries.candidates import Candidate

MOST = 12


class WhoField(forms.ChoiceField):
    """One of the people of a name, or somebody new."""

    def __init__(self, found: list[Candidate], name: str) -> None:
        super().__init__(
            label="Trùng tên: là ai trong những người này",
            choices=[
                *((str(each.pk), _told(each)) for each in found[:MOST]),
                (NEW_ONE, "Người khác, chưa có trong sổ"),
            ],
            widget=forms.RadioSelect,
            error_messages={
                "required": asking(found, name),
                "invalid_choice": "Người đã chọn không mang tên này: hãy chọn lại.",
            },
        )


def who_field(
    data: QueryDict,
    unit: Unit | None,
    name_field: str = "full_name",
    born_field: str = "birth_date",
    *,
    is_repeated: bool = False,
) -> WhoField | None:
    """Return the field where the name that was typed leaves open who is meant.

    Of several rows with one name, a birth date that the register does not know decides nothing.
    """
    name = person_name(data.get(name_field, ""))
    if not name or unit is None:
        return None
    born = day_or_none(data.get(born_field, ""))
    found = candidates(unit.office, name, born, unit, as_of=clock.today())
    rivals = to_choose_from(found, name)
    if is_repeated and born and not any(each.is_dated for each in found):
        rivals = [each for each in found if each.is_same_name and not each.is_excluded]
    return WhoField(rivals, name) if rivals else None


def _told(one: Candidate) -> str:
    born = f"sinh {day(one.person.birth_date)}" if one.person.birth_date else "chưa rõ ngày sinh"
    posts = "; ".join(one.posts) or "không giữ chức vụ"
    honours = f"đã được khen {one.honours} lượt" if one.honours else "chưa được khen lần nào"
    return f"{one.person.full_name}, {born}, {posts}, {honours}. {one.reason}"
