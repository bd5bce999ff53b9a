"""Launching movements and signing pledges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.enums import Act
from vinhdanh.emulation.models import Movement, Pledge
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.organizations.queries.units import units_taking_part
from vinhdanh.planning.enums import MOVEMENT_KINDS

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.emulation.enums import MovementKind
    from vinhdanh.organizations.models import Unit
    from vinhdanh.planning.models import Task


@transaction.atomic
def launch_movement(
    *,
    actor: Actor,
    kind: MovementKind,
    title: str,
    launched_on: dt.date,
    ends_on: dt.date | None = None,
    task: Task | None = None,
) -> Movement:
    """Launch a movement; every unit that takes part is asked for its pledge.

    Args:
        actor: a clerk or the chair.
        kind: how it is organised.
        title: its name as in the paper that launches it.
        launched_on: the day; it counts as launched from that day on.
        ends_on: the day it is summed up, if that is known.
        task: the task of the year's plan that it fulfils, and no other.

    Raises:
        DomainError: it has no name or one too long, ends before it begins, or does not fit its
            task.
    """
    actor.require(Act.LAUNCH_MOVEMENT)
    title = squeeze(title)
    if not title:
        raise DomainError("Phong trào chưa có tên: hãy ghi tên phong trào.", field="title")
    require_fits(Movement, "title", title)
    if ends_on and ends_on < launched_on:
        raise DomainError(
            "Ngày tổng kết đứng trước ngày phát động: hãy kiểm tra lại hai ngày.", field="ends_on"
        )
    if task:
        _require_task(actor, task, launched_on)
    movement = Movement.objects.create(
        body=actor.body,
        year=launched_on.year,
        kind=kind,
        title=title,
        launched_on=launched_on,
        ends_on=ends_on,
        task=task,
    )
    Pledge.objects.bulk_create(
        Pledge(movement=movement, unit=unit)
        for unit in units_taking_part(actor.body, as_of=launched_on)
    )
    record(
        scope=actor.scope,
        actor=actor.name,
        action="movement.launched",
        target=movement,
        sentence=f"phát động phong trào “{title}”",
    )
    return movement


@transaction.atomic
def sign_pledge(*, actor: Actor, movement: Movement, unit: Unit, signed_on: dt.date) -> Pledge:
    """Sign a unit's pledge to a movement.

    Raises:
        DomainError: the unit was not asked, has signed, or signs before the launch.
    """
    actor.require(Act.SIGN_PLEDGE)
    if not actor.heads(unit):
        raise NotAllowedError(f"Anh/chị không phụ trách {unit.name} nên không ký thay được.")
    pledge = Pledge.objects.select_for_update().filter(movement=movement, unit=unit).first()
    if pledge is None:
        raise DomainError(f"{unit.name} không thuộc diện ký giao ước của phong trào này.")
    if pledge.signed_on:
        raise DomainError(f"{unit.name} đã ký giao ước ngày {pledge.signed_on:%d/%m/%Y}.")
    if signed_on < movement.launched_on:
        raise DomainError(
            f"Ngày ký đứng trước ngày phát động {movement.launched_on:%d/%m/%Y}:"
            " hãy kiểm tra lại ngày.",
            field="signed_on",
        )
    pledge.signed_on = signed_on
    pledge.signed_by = actor.name
    pledge.save()
    record(
        scope=actor.scope,
        actor=actor.name,
        action="pledge.signed",
        target=movement,
        sentence=f"ký giao ước thi đua thay mặt {unit.name}",
    )
    return pledge


def _require_task(actor: Actor, task: Task, launched_on: dt.date) -> None:
    actor.require_own(task.plan.body_id)
    if not task.plan.is_frozen or task.fulfilment not in MOVEMENT_KINDS:
        raise DomainError(
            "Nhiệm vụ này không đo bằng phong trào thi đua: hãy chọn nhiệm vụ khác, hoặc để trống.",
            field="task",
        )
    if launched_on.year != task.plan.year:
        raise DomainError(
            f"Nhiệm vụ thuộc kế hoạch năm {task.plan.year}: hãy ghi ngày phát động trong năm đó,"
            " hoặc để trống nhiệm vụ.",
            field="launched_on",
        )
