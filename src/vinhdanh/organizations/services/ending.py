"""A unit that ends and goes on in no other; one ended by mistake is reopened the same day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import transaction

from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.organizations.checks import require_after, require_past
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models import Person, Position
from vinhdanh.organizations.queries.people import running_from
from vinhdanh.organizations.queries.successions import ended_today
from vinhdanh.organizations.services.taking_back import ANEW, require_name_free
from vinhdanh.organizations.services.units import hold_units

if TYPE_CHECKING:
    from vinhdanh.organizations.keeping import Keeper
    from vinhdanh.organizations.models import Unit


@transaction.atomic
def end_unit(*, keeper: Keeper, unit: Unit, on: dt.date, basis: str) -> Unit:
    """End a unit that goes on in no other; all posts in it end, and the log keeps which.

    Raises:
        DomainError: it is over, has units below it, or the day does not fit.
    """
    keeper.require_keeping(Kept.UNITS, unit)
    require_past(on, field="on")
    text = squeeze(basis)
    if not text:
        raise DomainError("Chưa ghi văn bản căn cứ.", field="basis")
    (unit,) = hold_units([unit])
    if unit.valid_to is not None:
        raise DomainError(
            f"{unit} đã thôi hoạt động từ ngày {unit.valid_to:%d/%m/%Y}: hãy tải lại trang."
        )
    if unit.body_id is None or unit.children.filter(valid_to__isnull=True).exists():
        raise DomainError(
            f"{unit} còn đơn vị trực thuộc: hãy chuyển hoặc cho thôi hoạt động các đơn vị đó trước."
        )
    require_after(on, unit.valid_from, field="on", what="lập đơn vị")
    unit.valid_to = on
    unit.save(update_fields=["valid_to"])
    record(
        scope=keeper.scope, actor=keeper.name, action="unit.ended", target=unit,
        sentence=f"ghi {unit.name} thôi hoạt động từ ngày {on:%d/%m/%Y}, căn cứ {text}",
        details={"posts": [_end(post, on) for post in unit.positions.filter(running_from(on))]},
    )  # fmt: skip
    return unit


@transaction.atomic
def reopen_unit(*, keeper: Keeper, unit: Unit) -> Unit:
    """Undo an ending that was written by mistake today; the posts that ended with it go on.

    Raises:
        DomainError: it is open, was not ended today or goes on in another unit, its name was
            given away, or what it belongs to is over.
    """
    keeper.require_keeping(Kept.UNITS, unit)
    unit, parent = hold_units([unit, unit.parent or unit])
    if unit.valid_to is None:
        raise DomainError(f"{unit} đang hoạt động: hãy tải lại trang.")
    ending = ended_today(unit)
    if ending is None:
        raise DomainError(f"Chỉ lấy lại được việc thôi hoạt động ghi trong ngày: {ANEW}.")
    if parent.valid_to is not None:
        raise DomainError(
            f"{parent}, đơn vị cấp trên, đã thôi hoạt động từ ngày {parent.valid_to:%d/%m/%Y}: hãy"
            " lấy lại thay đổi đó trước."
        )
    require_name_free(unit)
    for post in ending.details["posts"]:
        _go_on(unit, unit.valid_to, post)
    unit.valid_to = None
    unit.save(update_fields=["valid_to"])
    record(
        scope=keeper.scope, actor=keeper.name, action="unit.reopened", target=unit,
        sentence=f"lấy lại việc ghi {unit.name} thôi hoạt động: ghi nhầm",
    )  # fmt: skip
    return unit


def _end(post: Position, on: dt.date) -> dict[str, Any]:
    """End a post, or remove one that was to begin later; return it as it was."""
    kept = {
        "id": post.pk,
        "person": post.person_id,
        "title": post.title,
        "is_leader": post.is_leader,
        "valid_from": post.valid_from and post.valid_from.isoformat(),
        "valid_to": post.valid_to and post.valid_to.isoformat(),
    }
    if post.valid_from and post.valid_from >= on:
        post.delete()
    else:
        post.valid_to = on
        post.save(update_fields=["valid_to"])
    return kept


def _go_on(unit: Unit, ended_on: dt.date, kept: dict[str, Any]) -> None:
    """Let a post go on, unless it was changed or its person removed meanwhile."""
    days = {
        name: kept[name] and dt.date.fromisoformat(kept[name])
        for name in ("valid_from", "valid_to")
    }
    if days["valid_from"] and days["valid_from"] >= ended_on:
        if Person.objects.filter(pk=kept["person"]).exists():
            words = {name: kept[name] for name in ("title", "is_leader")}
            Position.objects.create(unit=unit, person_id=kept["person"], **words, **days)
        return
    ended = Position.objects.filter(pk=kept["id"], unit=unit, valid_to=ended_on)
    ended.update(valid_to=days["valid_to"])
