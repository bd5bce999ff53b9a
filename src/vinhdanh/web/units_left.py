"""What an ended unit leaves behind that nobody took over, with what to do about each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from vinhdanh.emulation.queries.registrations import registrations_for
from vinhdanh.nominations.queries.nominations import submissions_for, unfinished

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import Unit


@dataclass(frozen=True, slots=True)
class Left:
    """One thing that is still open."""

    what: str
    to_do: str
    url: str = ""


def left_by(actor: Actor, unit: Unit) -> Iterator[Left]:
    """Yield lists, registrations and accounts that are still the ended unit's."""
    assert unit.valid_to is not None
    for each in unfinished(submissions_for(actor).filter(unit=unit)):
        yield Left(
            f"Danh sách “{each.title}” chưa xong",
            "thẩm định tiếp hoặc trả lại, rút; đơn vị không còn người bổ sung.",
            reverse("submission", args=[each.pk]),
        )
    for row in registrations_for(actor).filter(unit=unit, year__gte=unit.valid_to.year):
        yield Left(
            f"Đăng ký thi đua năm {row.year} còn ở đơn vị này",
            "báo đơn vị tiếp nối, nếu có, ghi thêm chỉ tiêu vào đăng ký của mình.",
        )
    for seat in unit.memberships.select_related("user__person"):
        yield Left(
            f"Tài khoản của {seat.user.get_full_name()} còn gắn với đơn vị này",
            "giao người đó phụ trách đơn vị khác, hoặc khóa tài khoản.",
        )
