"""What a planned meeting decides on may change; an open one stays as it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.scenarios.commune import appraised, called, one_row, opened, sent, village_rows
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.councils.services.agendas import change_agenda
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.nominations.models import Nomination
from vinhdanh.organizations.services.recipients import recipient_for_unit

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.councils.models import Meeting
    from vinhdanh.nominations.services.submissions import Proposal


@pytest.fixture
def meeting(commune: Commune) -> Meeting:
    """A planned meeting over the usual three rows."""
    return called(commune)


def rows() -> list[Nomination]:
    return list(Nomination.objects.order_by("order"))


def test_only_the_office_changes_an_agenda(commune: Commune, meeting: Meeting) -> None:
    with refused(
        "Anh/chị chưa có quyền lập phiên họp Hội đồng: việc này của Công chức phụ trách thi đua và"
        " Chủ tịch.",
        error=NotAllowedError,
    ):
        change_agenda(actor=commune.women_head, meeting=meeting, nominations=rows()[:1])


def test_an_agenda_is_never_empty(commune: Commune, meeting: Meeting) -> None:
    with refused(
        "Phiên họp chưa có hồ sơ nào để xét: hãy chọn ít nhất một đề nghị đã thẩm định.",
        field="nominations",
    ):
        change_agenda(actor=commune.clerk, meeting=meeting, nominations=[])


def test_an_open_meeting_keeps_its_agenda(commune: Commune) -> None:
    meeting = opened(commune, one_row(commune))
    with refused(
        "Phiên họp đang họp nên không sửa danh sách hồ sơ được: chỉ sửa trước khi khai mạc.",
        error=StaleError,
    ):
        change_agenda(actor=commune.chair, meeting=meeting, nominations=rows())


def test_what_is_not_appraised_is_not_put_on(commune: Commune, meeting: Meeting) -> None:
    farther = sent(commune, head=commune.women_head, rows=_of_women(commune))
    wanted = [*rows()[:3], farther.nominations.get()]
    with pytest.raises(DomainError, match="Hội Liên hiệp Phụ nữ xã"):
        change_agenda(actor=commune.clerk, meeting=meeting, nominations=wanted)
    assert meeting.items.count() == 3


def test_one_is_taken_off_and_put_on_again(commune: Commune, meeting: Meeting) -> None:
    first, second, third = rows()
    change_agenda(actor=commune.clerk, meeting=meeting, nominations=[first, third])
    second.refresh_from_db()
    assert second.state == "appraised"
    orders = meeting.items.order_by("order").values_list("order", "nomination")
    assert list(orders) == [(1, first.pk), (2, third.pk)]
    assert history_of(meeting)[0].sentence == (
        "sửa danh sách hồ sơ của phiên họp: rút Thôn Phạm Xá"
    )
    change_agenda(actor=commune.clerk, meeting=meeting, nominations=[first, second, third])
    assert list(meeting.items.values_list("nomination", flat=True)) == [
        first.pk, third.pk, second.pk,
    ]  # fmt: skip


def test_what_is_put_on_later_recuses_whom_it_concerns(commune: Commune) -> None:
    meeting = called(commune, one_row(commune))
    unit = appraised(commune, sent(commune, head=commune.women_head, rows=_of_women(commune)))
    wanted = [*rows()[:1], unit.nominations.get()]
    change_agenda(actor=commune.clerk, meeting=meeting, nominations=wanted)
    recused = meeting.items.get(nomination=wanted[1]).recusals.get()
    assert recused.member == commune.seat(commune.women_head)


def _of_women(commune: Commune) -> list[Proposal]:
    row = village_rows(commune)[1]
    return [replace(row, recipient=recipient_for_unit(commune.women))]
