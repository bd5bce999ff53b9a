"""Founding a council, its rules, its members, its plan of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.councils.enums import CouncilRole, CouncilTier
from vinhdanh.councils.queries.meetings import seatable
from vinhdanh.councils.services.own_rules import Rules
from vinhdanh.councils.services.plans import QUARTERS, Foreseen
from vinhdanh.councils.services.seats import Seat
from vinhdanh.organizations.models import Person
from vinhdanh.web.forms.fields import DayField, LinesField

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import Council

MOST_SEATS = 15


class DecisionField(forms.CharField):
    """Number and day of a decision."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            max_length=200,
            help_text="Ví dụ: Quyết định số 45/QĐ-UBND ngày 01/7/2024.",
            error_messages={"required": "Chưa ghi quyết định: hãy ghi số và ngày ban hành."},
            **kwargs,
        )


class RulesForm(forms.Form):
    """The council's own rules."""

    source = forms.CharField(
        label="Văn bản đặt ra quy chế",
        max_length=200,
        error_messages={"required": "Chưa ghi văn bản đặt ra quy chế: hãy ghi tên, số, ngày."},
    )
    quorum = forms.RegexField(
        label="Số người cần có mặt",
        regex=r"^\s*\d{1,3}\s*/\s*\d{1,3}\s*$",
        initial="2/3",
        help_text="Phần của tổng số thành viên, ví dụ 2/3. Luật quy định khác thì theo luật.",
        error_messages={"invalid": "Chưa đúng: hãy ghi một phần của tổng số, ví dụ 2/3."},
    )
    pass_percent = forms.IntegerField(
        label="Thông qua khi trên (%)",
        min_value=0,
        max_value=99,
        initial=50,
        help_text="Tính trên thành viên được biểu quyết, trừ danh hiệu mà luật đòi tỷ lệ cao hơn.",
        error_messages={"invalid": "Tỷ lệ chưa đúng: hãy ghi một số từ 0 đến 99."},
    )
    substitutes_vote = forms.BooleanField(label="Người dự thay được biểu quyết", required=False)
    decides_in_writing = forms.BooleanField(
        label="Được lấy ý kiến bằng văn bản thay họp", required=False
    )
    has_second_round = forms.BooleanField(
        label="Được bỏ phiếu lại khi chưa đạt tỷ lệ", required=False
    )

    def rules(self) -> Rules:
        """Return what was filled in."""
        data = self.cleaned_data
        left, _, right = data["quorum"].partition("/")
        return Rules(
            source=data["source"],
            quorum=(int(left), int(right)),
            pass_percent=data["pass_percent"],
            substitutes_vote=data["substitutes_vote"],
            decides_in_writing=data["decides_in_writing"],
            has_second_round=data["has_second_round"],
        )


def rules_of(council: Council) -> dict[str, object]:
    """Return a council's rules as the form shows them."""
    return {
        "source": council.rule_source,
        "quorum": f"{council.quorum_numerator}/{council.quorum_denominator}",
        "pass_percent": council.pass_percent,
        "substitutes_vote": council.substitutes_vote,
        "decides_in_writing": council.decides_in_writing,
        "has_second_round": council.has_second_round,
    }


class FoundForm(RulesForm):
    """A new council: decision, term, rules; its members are rows beside it."""

    name = forms.CharField(
        label="Tên Hội đồng",
        max_length=200,
        error_messages={"required": "Chưa ghi tên Hội đồng: hãy ghi tên đầy đủ."},
    )
    tier = forms.ChoiceField(label="Cấp", choices=CouncilTier.choices, initial=CouncilTier.COMMUNE)
    decision = DecisionField(label="Quyết định thành lập, kiện toàn")
    established_on = DayField(label="Thành lập từ ngày")
    term_ends_on = DayField(label="Nhiệm kỳ đến ngày", required=False)


class SeatForm(forms.Form):
    """One member."""

    person = forms.ModelChoiceField(
        label="Họ và tên", queryset=Person.objects.none(), required=False, empty_label="Chưa chọn"
    )
    role = forms.ChoiceField(
        label="Vai trò", choices=CouncilRole.choices, initial=CouncilRole.MEMBER, required=False
    )
    post = forms.CharField(label="Chức vụ", max_length=150, required=False)

    def __init__(
        self, *args: Any, actor: Actor, people: list[Person] | None = None, **kwargs: Any
    ) -> None:
        """Take the people once for all rows where there are several."""
        super().__init__(*args, **kwargs)
        person = self.fields["person"]
        assert isinstance(person, forms.ModelChoiceField)
        person.queryset = seatable(actor.body)
        if people is not None:
            person.choices = [("", "Chưa chọn"), *((each.pk, _told(each)) for each in people)]

    def seat(self) -> Seat | None:
        """Return the seat; None for an empty row."""
        data = self.cleaned_data
        if not data.get("person"):
            return None
        role = CouncilRole(data.get("role") or CouncilRole.MEMBER)
        return Seat(data["person"], role, data.get("post", ""))


def _told(person: Person) -> str:
    """Return the name, with the year of birth by which people of one name are told apart."""
    born = f" ({person.birth_date.year})" if person.birth_date else ""
    return f"{person.full_name}{born}"


class MemberForm(SeatForm):
    """A member who joins by a decision."""

    decision = DecisionField(label="Quyết định bổ sung")
    since = DayField(label="Tham gia từ ngày")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].required = True
        self.fields["person"].error_messages["required"] = "Chưa chọn ai: hãy chọn một người."


class LeaveForm(SeatForm):
    """A member who leaves by a decision, with or without somebody in their place."""

    decision = DecisionField(label="Quyết định cho thôi, thay thế")
    since = DayField(label="Từ ngày")


class YearPlanForm(forms.Form):
    """Meetings foreseen, a line each, by quarter."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, roman in enumerate(QUARTERS, start=1):
            self.fields[f"quarter_{number}"] = LinesField(
                label=f"Quý {roman}", help_text="Mỗi dòng một phiên họp."
            )

    def foreseen(self) -> list[Foreseen]:
        """Return the meetings."""
        return [
            Foreseen(number, line)
            for number in range(1, len(QUARTERS) + 1)
            for line in self.cleaned_data[f"quarter_{number}"]
        ]
