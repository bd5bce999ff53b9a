"""Registering the year's titles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.enums import Act
from vinhdanh.emulation.enums import RegistrationState
from vinhdanh.emulation.models import Registration, RegistrationLine
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.enums import RecipientKind
    from vinhdanh.organizations.models import Unit


@dataclass(frozen=True, slots=True)
class Aim:
    """One honour a unit aims at, and how many times."""

    honour: str
    recipient_kind: RecipientKind
    quantity: int


@transaction.atomic
def send_registration(*, actor: Actor, unit: Unit, year: int, aims: Sequence[Aim]) -> Registration:
    """Send a unit's registration to the clerk; until it is accepted it can be sent anew.

    Raises:
        DomainError: nothing is aimed at, or the registration is accepted already.
    """
    actor.require(Act.REGISTER_TITLES)
    if not actor.heads(unit):
        raise NotAllowedError(f"Anh/chị không phụ trách {unit.name} nên không đăng ký thay được.")
    wanted = [aim for aim in aims if aim.quantity > 0]
    if not wanted:
        raise DomainError(
            "Bản đăng ký còn trống: hãy ghi số lượng cho ít nhất một danh hiệu hoặc hình thức."
        )
    registration, _ = Registration.objects.select_for_update().get_or_create(
        unit=unit, year=year, defaults={"body": unit.office}
    )
    if registration.state == RegistrationState.ACCEPTED:
        raise DomainError(
            f"Đăng ký năm {year} của {unit.name} đã được tiếp nhận: muốn đổi, hãy báo công chức"
            " phụ trách thi đua mở lại."
        )
    registration.lines.all().delete()
    RegistrationLine.objects.bulk_create(
        RegistrationLine(
            registration=registration,
            honour=aim.honour,
            recipient_kind=aim.recipient_kind,
            quantity=aim.quantity,
        )
        for aim in wanted
    )
    registration.state = RegistrationState.SENT
    registration.sent_at = clock.now()
    registration.save()
    record(
        scope=actor.scope,
        actor=actor.name,
        action="registration.sent",
        target=registration,
        sentence=f"gửi đăng ký thi đua năm {year} của {unit.name}",
        details={f"{aim.honour}, {aim.recipient_kind}": aim.quantity for aim in wanted},
    )
    return registration


@transaction.atomic
def accept_registration(*, actor: Actor, registration: Registration) -> Registration:
    """Accept a registration that a unit has sent.

    Raises:
        DomainError: it is not sent, or accepted already.
    """
    actor.require(Act.ACCEPT_REGISTRATION)
    actor.require_own(registration.body_id)
    registration = Registration.objects.select_for_update().get(pk=registration.pk)
    if registration.state != RegistrationState.SENT:
        raise DomainError(
            f"Đăng ký của {registration.unit.name} không ở trạng thái chờ tiếp nhận: hãy tải lại"
            " trang để xem tình trạng mới."
        )
    registration.state = RegistrationState.ACCEPTED
    registration.accepted_at = clock.now()
    registration.save()
    record(
        scope=actor.scope,
        actor=actor.name,
        action="registration.accepted",
        target=registration,
        sentence=f"tiếp nhận đăng ký thi đua năm {registration.year} của {registration.unit.name}",
    )
    return registration


@transaction.atomic
def reopen_registration(*, actor: Actor, registration: Registration) -> Registration:
    """Let a unit change a registration that was accepted.

    Raises:
        DomainError: it is not accepted.
    """
    actor.require(Act.ACCEPT_REGISTRATION)
    actor.require_own(registration.body_id)
    registration = Registration.objects.select_for_update().get(pk=registration.pk)
    if registration.state != RegistrationState.ACCEPTED:
        raise DomainError(
            f"Đăng ký của {registration.unit.name} chưa tiếp nhận nên không cần mở lại."
        )
    registration.state = RegistrationState.DRAFT
    registration.accepted_at = None
    registration.save()
    record(
        scope=actor.scope,
        actor=actor.name,
        action="registration.reopened",
        target=registration,
        sentence=f"mở lại đăng ký thi đua năm {registration.year} của {registration.unit.name}",
    )
    return registration
