"""Registering recognised initiatives, with each author's part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record
from vinhdanh.organizations.checks import require_past, written
from vinhdanh.organizations.enums import InitiativeKind, Reach
from vinhdanh.organizations.hooks import facts_changed
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models import Initiative, InitiativeAuthor, Person, Recipient
from vinhdanh.organizations.models.initiative import WHOLE
from vinhdanh.organizations.services.removal import relations_of
from vinhdanh.organizations.services.rights import require_people

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.organizations.keeping import Keeper


@dataclass(frozen=True, slots=True)
class Share:
    """One author and their part in percent, 1 to 100."""

    person: Person
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeFacts:
    """What is written about an initiative."""

    title: str
    recognised_by: str
    recognised_on: dt.date
    shares: Sequence[Share]
    kind: InitiativeKind = InitiativeKind.INITIATIVE
    scope: Reach = Reach.GRASSROOTS


@transaction.atomic
def register_initiative(*, keeper: Keeper, facts: InitiativeFacts) -> Initiative:
    """Write a recognised initiative with its authors.

    Raises:
        DomainError: a word is missing, the day is to come, it is written already, nobody or
            somebody twice is an author, or the parts make more than the whole.
    """
    require_people(keeper, Kept.FACTS, [share.person for share in facts.shares])
    initiative = Initiative(body=keeper.body)
    _write(initiative, facts)
    _tell(keeper, initiative, "initiative.registered", f"ghi sáng kiến “{initiative}”")
    return initiative


@transaction.atomic
def correct_initiative(
    *, keeper: Keeper, initiative: Initiative, facts: InitiativeFacts
) -> Initiative:
    """Correct an initiative or its authors; open nominations are judged anew.

    Raises:
        DomainError: as for `register_initiative`.
    """
    initiative = Initiative.objects.select_for_update(of=("self",)).get(
        pk=initiative.pk, body=keeper.body
    )
    require_people(keeper, Kept.FACTS, initiative.authors.all())
    before = [str(share) for share in initiative.shares.select_related("person")]
    people = list(initiative.authors.values_list("pk", flat=True))
    _write(initiative, facts)
    _changed(people)
    told = f"sửa sáng kiến “{initiative}”"
    _tell(keeper, initiative, "initiative.corrected", told, authors_before=before)
    return initiative


@transaction.atomic
def remove_initiative(*, keeper: Keeper, initiative: Initiative) -> None:
    """Take an initiative written by mistake out of the list.

    Raises:
        DomainError: a nomination rests on it.
    """
    keeper.require_keeping(Kept.UNITS)
    initiative = Initiative.objects.select_for_update(of=("self",)).get(
        pk=initiative.pk, body=keeper.body
    )
    if _is_used(initiative):
        raise DomainError(
            f"Sáng kiến “{initiative}” đang được dùng trong hồ sơ khen thưởng, không bỏ được."
        )
    people = list(initiative.authors.values_list("pk", flat=True))
    _tell(keeper, initiative, "initiative.removed", f"bỏ sáng kiến “{initiative}”, ghi nhầm")
    initiative.delete()
    _changed(people)


def _write(initiative: Initiative, facts: InitiativeFacts) -> None:
    initiative.title = written(Initiative, "title", facts.title, what="tên sáng kiến")
    initiative.recognised_by = written(
        Initiative, "recognised_by", facts.recognised_by, what="số văn bản công nhận"
    )
    require_past(facts.recognised_on, field="recognised_on")
    initiative.recognised_on = facts.recognised_on
    initiative.kind, initiative.scope = facts.kind, facts.scope
    _require_new(initiative)
    _require_whole(initiative, facts.shares)
    initiative.save()
    initiative.shares.all().delete()
    InitiativeAuthor.objects.bulk_create(
        InitiativeAuthor(initiative=initiative, person=share.person, share_percent=share.percent)
        for share in facts.shares
    )
    _changed([share.person.pk for share in facts.shares])


def _require_new(initiative: Initiative) -> None:
    same = Initiative.objects.filter(
        body=initiative.body, title=initiative.title, recognised_on=initiative.recognised_on
    )
    if same.exclude(pk=initiative.pk or 0).exists():
        raise DomainError(
            f"Sáng kiến “{initiative}” công nhận ngày {initiative.recognised_on:%d/%m/%Y} đã có"
            " trong danh mục.",
            field="title",
        )


def _require_whole(initiative: Initiative, shares: Sequence[Share]) -> None:
    if not shares:
        raise DomainError("Chưa chọn tác giả nào.", field="shares")
    people = [share.person for share in shares]
    if twice := next((one for one in people if people.count(one) > 1), None):
        raise DomainError(f"{twice} đứng tên hai lần: hãy ghi một lần.", field="shares")
    if any(person.body_id != initiative.body_id for person in people):
        raise DomainError("Tác giả phải là người trong sổ của cơ quan.", field="shares")
    if wrong := next((one for one in shares if not 1 <= one.percent <= WHOLE), None):
        raise DomainError(f"Tỷ lệ của {wrong.person} phải từ 1 đến 100 phần trăm.", field="shares")
    total = sum(share.percent for share in shares)
    if total > WHOLE:
        raise DomainError(
            f"Tổng tỷ lệ đóng góp là {total}%, quá 100%: hãy ghi lại tỷ lệ của từng tác giả.",
            field="shares",
        )


def _is_used(initiative: Initiative) -> bool:
    return any(
        relation.related_model is not InitiativeAuthor
        and relation.related_model._base_manager.filter(  # noqa: SLF001
            **{relation.field.name: initiative}
        ).exists()
        for relation in relations_of(initiative)
    )


def _changed(people: Sequence[int]) -> None:
    facts_changed(list(Recipient.objects.filter(person__in=people).values_list("pk", flat=True)))


def _tell(
    keeper: Keeper, initiative: Initiative, action: str, sentence: str, **details: object
) -> None:
    record(
        scope=keeper.scope,
        actor=keeper.name,
        action=action,
        target=initiative,
        sentence=sentence,
        details=details or None,
    )
