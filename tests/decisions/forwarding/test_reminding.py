from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from tests.scenarios.forwarding import forwarded
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.decisions.enums import CaseVerdict
from vinhdanh.decisions.queries.forwarding import overdue_above
from vinhdanh.decisions.services.forwarding.answers import record_answer
from vinhdanh.decisions.services.forwarding.reminding import remind_superior
from vinhdanh.kernel import clock
from vinhdanh.kernel.queries.audit import history_of

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.decisions.models import Forwarding
    from vinhdanh.nominations.models import Nomination

BY = dt.date(2024, 7, 15)


def test_who_may_not_remind(commune: Commune, forwarding: Forwarding) -> None:
    for actor in (commune.village_head, commune.outsider):
        with pytest.raises(NotAllowedError):
            remind_superior(actor=actor, forwarding=forwarding, how="gọi điện")


def test_a_reminder_says_how_and_something_must_wait(
    commune: Commune, forwarding: Forwarding
) -> None:
    with refused(
        "Chưa ghi đã nhắc bằng cách nào: hãy ghi một câu, ví dụ gọi điện cho Phòng Nội vụ.",
        field="how",
    ):
        remind_superior(actor=commune.clerk, forwarding=forwarding, how=" ")
    record_answer(
        actor=commune.clerk,
        case=forwarding.cases.get(),
        verdict=CaseVerdict.REFUSED,
        reason="Chưa đủ",
    )
    with refused("Ủy ban nhân dân huyện Phù Cừ đã trả lời mọi trường hợp nên không cần nhắc nữa."):
        remind_superior(actor=commune.clerk, forwarding=forwarding, how="gọi điện")


def test_a_reminder_is_kept_and_told(commune: Commune, forwarding: Forwarding) -> None:
    found = remind_superior(actor=commune.clerk, forwarding=forwarding, how="gọi  điện")
    assert found.reminded_on == clock.today()
    assert history_of(found)[0].sentence == "nhắc Ủy ban nhân dân huyện Phù Cừ trả lời: gọi điện"


def test_the_day_of_the_letter_counts_where_the_law_names_none(
    commune: Commune, approved: list[Nomination]
) -> None:
    forwarding = forwarded(commune, approved, answer_by=BY)
    assert not overdue_above(commune.clerk, as_of=BY)
    (late,) = overdue_above(commune.clerk, as_of=BY + dt.timedelta(days=1))
    assert (late.forwarding, late.due_on) == (forwarding, BY)
    assert not overdue_above(commune.outsider, as_of=dt.date(2025, 1, 1))
    assert not overdue_above(commune.village_head, as_of=dt.date(2025, 1, 1))


def test_the_days_of_the_law_go_first(commune: Commune, approved: list[Nomination]) -> None:
    (row,) = approved
    forwarded(commune, approved, answer_by=BY)
    row.refresh_from_db()
    row.due_on = dt.date(2024, 7, 1)
    row.save()
    (late,) = overdue_above(commune.clerk, as_of=dt.date(2024, 7, 2))
    assert late.due_on == dt.date(2024, 7, 1)


def test_what_is_answered_is_not_overdue(commune: Commune, approved: list[Nomination]) -> None:
    forwarding = forwarded(commune, approved, answer_by=BY)
    record_answer(
        actor=commune.clerk,
        case=forwarding.cases.get(),
        verdict=CaseVerdict.RETURNED,
        reason="Bổ sung báo cáo",
    )
    assert not overdue_above(commune.clerk, as_of=dt.date(2025, 1, 1))
