"""What the law of one day says of one honour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.lawbook.assessment import AuthorityAnswer
from vinhdanh.lawbook.enums import Group
from vinhdanh.lawbook.errors import LawbookError
from vinhdanh.lawbook.rules import Authority, Honour, OtherAuthority, Standard

if TYPE_CHECKING:
    from vinhdanh.lawbook.library import View
    from vinhdanh.lawbook.operators.base import Case
    from vinhdanh.lawbook.rules import Condition, Rule


def honour_rule(view: View, slug: str) -> Rule[Honour]:
    """Return the definition of an honour on the day of a view.

    Raises:
        LawbookError: no text in force on that day defines it.
    """
    rule = view.one(Honour, slug)
    if rule is None:
        raise LawbookError(
            f"Không có danh hiệu, hình thức “{slug}” trong quy định ngày {view.day:%d/%m/%Y};"
            " xem danh sách bằng lệnh: vinhdanh law honours."
        )
    return rule


def honour_name(slug: str, view: View) -> str:
    """Return the name of an honour on the day of the view, its slug where none is defined."""
    rule = view.one(Honour, slug)
    return rule.content.name if rule else slug


def authority_of(view: View, honour: str) -> AuthorityAnswer:
    """Return who decides an honour on the day of a view."""
    rule = view.one(Authority, honour)
    others = tuple(
        each.content.who for each in view.all(OtherAuthority) if honour in each.content.honours
    )
    if rule is None:
        reason = "Các văn bản đã đọc không nêu thẩm quyền quyết định."
        return AuthorityAnswer(None, None, reason, others)
    return AuthorityAnswer(rule.content.level, rule.citation, rule.unconfirmed, others)


def standards_of(slug: str, view: View) -> list[Rule[Standard]]:
    """Return every standard of an honour on the day of a view."""
    return [rule for rule in view.all(Standard) if rule.content.honour == slug]


def standards_for(slug: str, case: Case, view: View) -> list[Rule[Standard]]:
    """Return the standards of an honour that may speak of the recipient.

    Where the group of a person is unknown, every group's standard is returned.
    """
    groups = (None, case.group) if case.group else (None, *Group)
    found = (view.one(Standard, (slug, case.facts.recipient, group)) for group in groups)
    return list({id(rule): rule for rule in found if rule}.values())


def tightening(rule: Rule[Standard], case: Case, view: View) -> list[Condition]:
    """Return the conditions that a province adds to a standard."""
    own = rule.content
    return [
        condition
        for added in view.tightening
        if added.content.honour == own.honour
        and case.facts.recipient in added.content.recipients
        and _meet(added.content.groups, (case.group,) if case.group else own.groups)
        for condition in added.content.conditions
    ]


def _meet(some: tuple[Group, ...], others: tuple[Group, ...]) -> bool:
    """Tell whether somebody may be in both; no group means everyone."""
    return not some or not others or bool(set(some) & set(others))
