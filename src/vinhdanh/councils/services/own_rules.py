"""The council's own rules: quorum, majority, substitutes, writing, second round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import MeetingState
from vinhdanh.councils.models import Council
from vinhdanh.councils.services.standing import held_council, require_said, tell
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The council's own rules; what the law says goes before them."""

    source: str
    quorum: tuple[int, int] = (2, 3)
    pass_percent: int = 50
    substitutes_vote: bool = False
    decides_in_writing: bool = False
    has_second_round: bool = False


@transaction.atomic
def change_rules(*, actor: Actor, council: Council, rules: Rules) -> Council:
    """Write the council's rules anew.

    Raises:
        DomainError: a meeting is open, or a figure cannot be.
    """
    actor.require(Act.FOUND_COUNCIL)
    council = held_council(actor, council)
    if council.meetings.filter(state=MeetingState.OPEN).exists():
        raise DomainError(
            "Hội đồng đang họp nên chưa đổi quy chế được: hãy chờ phiên họp kết thúc."
        )
    apply_rules(council, rules)
    council.save()
    tell(actor, council, "rules_changed", f"ghi quy chế của Hội đồng theo {council.rule_source}")
    return council


def apply_rules(council: Council, rules: Rules) -> None:
    """Put rules into a council that is about to be saved.

    Raises:
        DomainError: a figure cannot be, or the text they stand in is missing.
    """
    numerator, denominator = rules.quorum
    if not 0 < numerator <= denominator:
        raise DomainError(
            "Số người cần có mặt phải là một phần của tổng số, ví dụ 2/3: hãy ghi lại.",
            field="quorum",
        )
    if not 0 <= rules.pass_percent < 100:  # noqa: PLR2004 - of a hundred
        raise DomainError("Tỷ lệ phải vượt là từ 0 đến 99%: hãy ghi lại.", field="pass_percent")
    source = squeeze(rules.source)
    require_said(source, "source", "văn bản đặt ra quy chế")
    council.quorum_numerator, council.quorum_denominator = numerator, denominator
    council.pass_percent, council.rule_source = rules.pass_percent, source
    council.substitutes_vote = rules.substitutes_vote
    council.decides_in_writing = rules.decides_in_writing
    council.has_second_round = rules.has_second_round
    for field, name in (("name", "name"), ("establishing_decision", "decision"),
                        ("rule_source", "source")):  # fmt: skip
        require_fits(Council, field, getattr(council, field), form_field=name)
