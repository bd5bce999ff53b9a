"""What an ended unit leaves behind that nobody took over, with what to do about each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from vinhdanh.emulation.queries.registrations import movements_for, registrations_for
from vinhdanh.kernel.wording import count
from vinhdanh.nominations.queries.nominations import submissions_for, unfinished
from vinhdanh.planning.queries.plans import undone_of
from vinhdanh.records.queries.incoming import incoming_for, open_incoming

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
    """Yield what is still the ended unit's: lists, emulation, papers, tasks, accounts."""
    assert unit.valid_to is not None
    for each in unfinished(submissions_for(actor).filter(unit=unit)):
        yield Left(
            f"Danh sách “{each.title}” chưa xong",
            "thẩm định tiếp hoặc trả lại, rút; đơn vị không còn người bổ sung.",
            reverse("submission", args=[each.pk]),
        )
    yield from _emulation(actor, unit, unit.valid_to.year)
    yield from _papers(actor, unit)
    for task in undone_of(unit, since=unit.valid_to.year):
        yield Left(
            f"Nhiệm vụ “{task.content}” do đơn vị này chủ trì chưa xong",
            "giao nơi khác làm tiếp và gửi minh chứng.",
            reverse("task", args=[task.pk]),
        )
    for seat in unit.memberships.select_related("user__person"):
        yield Left(
            f"Tài khoản của {seat.user.get_full_name()} còn gắn với đơn vị này",
            "giao người đó phụ trách đơn vị khác, hoặc khóa tài khoản.",
        )


def _emulation(actor: Actor, unit: Unit, year: int) -> Iterator[Left]:
    for row in registrations_for(actor).filter(unit=unit, year__gte=year):
        yield Left(
            f"Đăng ký thi đua năm {row.year} còn ở đơn vị này",
            "báo đơn vị tiếp nối, nếu có, ghi thêm chỉ tiêu vào đăng ký của mình.",
        )
    awaited = {"pledges__unit": unit, "pledges__signed_on__isnull": True}
    for movement in movements_for(actor).filter(year__gte=year, **awaited):
        yield Left(
            f"Giao ước của phong trào “{movement.title}” chưa ký",
            "ghi khi tổng kết phong trào: đơn vị thôi hoạt động trước khi ký.",
            reverse("movement", args=[movement.pk]),
        )


def _papers(actor: Actor, unit: Unit) -> Iterator[Left]:
    if unread := unit.receipts.filter(read_at__isnull=True).count():
        yield Left(
            f"{count(unread).capitalize()} văn bản gửi đơn vị chưa được đọc",
            "gửi cho nơi làm tiếp việc của đơn vị, nếu có.",
        )
    for paper in open_incoming(incoming_for(actor)).filter(handler=unit):
        yield Left(
            f"{paper} “{paper.abstract}” chưa xử lý xong",
            "chuyển nơi khác xử lý.",
            reverse("incoming_document", args=[paper.pk]),
        )
