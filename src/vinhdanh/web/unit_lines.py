"""A head of a unit on the page of today."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.urls import reverse

from vinhdanh.emulation.enums import RegistrationState
from vinhdanh.emulation.models import Pledge
from vinhdanh.emulation.queries.registrations import registrations_for
from vinhdanh.kernel.wording import count
from vinhdanh.nominations.enums import NominationState
from vinhdanh.nominations.queries.assessments import last_of, undetermined
from vinhdanh.nominations.queries.nominations import nominations_for
from vinhdanh.records.queries.documents import unread_by
from vinhdanh.web.law_lines import law_check
from vinhdanh.web.lines import Line, first_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.nominations.models import Nomination


def unit_lines(actor: Actor, year: int) -> Iterator[Line]:
    """Tell a head what the unit has not done, signed, read or mended."""
    if not actor.units:
        return
    registered = set(
        registrations_for(actor)
        .filter(year=year, unit__in=actor.units)
        .exclude(state=RegistrationState.DRAFT)
        .values_list("unit_id", flat=True)
    )
    for unit in actor.units:
        if unit.takes_part and unit.pk not in registered:
            yield Line(
                f"{unit.name} chưa đăng ký thi đua năm {year}",
                reverse("registration_form", args=[unit.pk]), "Đăng ký", "flag", "care",
            )  # fmt: skip
    pledges = Pledge.objects.filter(
        unit__in=actor.units, movement__year=year, signed_on=None
    ).select_related("movement")
    for pledge in pledges:
        yield Line(
            f"Phong trào “{pledge.movement.title}” chờ anh/chị ký giao ước",
            reverse("movement", args=[pledge.movement_id]), "Ký giao ước", "signature",
        )  # fmt: skip
    for receipt in unread_by(actor)[:5]:
        yield Line(
            f"{receipt.document} gửi tới {receipt.unit.called}, chưa xác nhận đã đọc",
            reverse("document", args=[receipt.document_id]), "Đọc", "file-text", "waiting",
            receipt.document.abstract,
        )  # fmt: skip
    yield from _facts_missing(actor)
    returned = nominations_for(actor).filter(
        state=NominationState.RETURNED, submission__unit__in=actor.units
    )
    for nomination in returned.prefetch_related("steps"):
        reason = nomination.steps.all()[len(nomination.steps.all()) - 1].reason
        yield Line(
            f"Hồ sơ của {nomination.recipient.name} bị trả lại",
            reverse("nomination", args=[nomination.pk]), "Bổ sung", "undo-2", "care",
            f"Lý do: {reason}",
        )  # fmt: skip


def _facts_missing(actor: Actor) -> Iterator[Line]:
    """Own nominations of which the law cannot say yet whether the conditions are met."""
    own = nominations_for(actor).filter(
        submission__unit__in=actor.units,
        state__in=[NominationState.DRAFT, NominationState.RETURNED],
    )
    rows = list(undetermined(own).order_by("submission_id", "order"))
    law = last_of(rows)
    by_list: dict[int, list[Nomination]] = defaultdict(list)
    for nomination in rows:
        check = law_check(law.get(nomination.pk), nomination, actor)
        if check and check.own_todos:
            by_list[nomination.submission_id].append(nomination)
    for pk, rows in by_list.items():
        yield Line(
            f"{count(len(rows)).capitalize()} đề nghị còn thiếu số liệu để kiểm tra điều kiện",
            reverse("submission", args=[pk]), "Bổ sung", "scale", detail=first_names(rows),
        )  # fmt: skip
