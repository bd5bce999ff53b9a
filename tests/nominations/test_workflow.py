"""Every step from every state with every role, against the reviewed table of the docs."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from tests.nominations.reviewed import Row, diagram, printed_diagram, reviewed_table
from tests.scenarios.commune import written
from tests.scenarios.refusal import refused

from vinhdanh.accounts.enums import Role
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.nominations.enums import FINAL_STATES, NominationState
from vinhdanh.nominations.models import Nomination, NominationStep
from vinhdanh.nominations.policies import may_take
from vinhdanh.nominations.queries.nominations import offered_steps
from vinhdanh.nominations.services.transitions import take_step
from vinhdanh.nominations.workflow import TRANSITIONS, transition

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_django import Settings
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor

TABLE = {row.step: row for row in reviewed_table()}
STATES = [state.value for state in NominationState]


@pytest.fixture
def nomination(commune: Commune) -> Nomination:
    return written(commune).nominations.all()[0]


@pytest.fixture
def cast(commune: Commune) -> dict[str, Actor]:
    """One person for every role of the table, and everybody who has no business here."""
    return {
        "unit head": commune.village_head,
        "head of another unit": commune.other_head,
        "clerk": commune.clerk,
        "chair": commune.chair,
        "council member": commune.members[-1],
        "outreach officer": commune.outreach,
        "accountant": commune.accountant,
        "superior": commune.superior,
        "everything in another commune": commune.outsider,
    }


def put(nomination: Nomination, state: str) -> Nomination:
    Nomination.objects.filter(pk=nomination.pk).update(state=state, version=1)
    nomination.refresh_from_db()
    return nomination


def test_the_code_is_the_reviewed_table() -> None:
    roles = {Role.CLERK: "clerk", Role.CHAIR: "chair", Role.UNIT_HEAD: "unit head"}
    code = [
        Row(
            step=step.name,
            sources=frozenset(state.value for state in step.sources),
            target=step.target.value,
            who=frozenset(
                roles[role]
                for role in step.act.roles
                if not step.by_own_unit or role == Role.UNIT_HEAD
            ),
            needs_reason=step.needs_reason,
            by_system=step.by_system,
        )
        for step in TRANSITIONS
    ]
    assert code == reviewed_table()


def test_the_picture_is_made_from_the_table() -> None:
    assert printed_diagram() == diagram()


def test_every_state_is_reached_and_only_final_ones_lead_nowhere() -> None:
    reached = {row.target for row in TABLE.values()} | {"draft"}
    left = {state for row in TABLE.values() for state in row.sources}
    assert reached == set(STATES)
    assert set(STATES) - left == {state.value for state in FINAL_STATES}


@pytest.mark.parametrize("name", TABLE)
def test_a_step_may_be_taken_from_its_states_by_its_people_and_never_else(
    nomination: Nomination, cast: dict[str, Actor], name: str
) -> None:
    row, allowed = TABLE[name], set()
    for state in STATES:
        nomination.state = state
        for who, actor in cast.items():
            if may_take(transition(name), nomination, actor):
                allowed.add((state, who))
    assert allowed == {(state, who) for state in row.sources for who in row.who}


@pytest.mark.parametrize("name", TABLE)
def test_a_step_is_taken_by_those_who_may_and_refused_to_all_others(
    nomination: Nomination, cast: dict[str, Actor], name: str
) -> None:
    row, taken = TABLE[name], set()
    for state in row.sources:
        for who, actor in cast.items():
            put(nomination, state)
            with suppress(DomainError):
                take_step(actor=actor, nomination=nomination, name=name, reason="Vì vậy")
                taken.add((state, who))
            nomination.refresh_from_db()
            after = (row.target, 2) if (state, who) in taken else (state, 1)
            assert (nomination.state, nomination.version) == after
    assert taken == {(state, who) for state in row.sources for who in row.who}
    assert NominationStep.objects.count() == len(taken)


@pytest.mark.parametrize("name", TABLE)
def test_a_step_is_refused_from_every_other_state(
    nomination: Nomination, cast: dict[str, Actor], name: str
) -> None:
    row = TABLE[name]
    for state in set(STATES) - row.sources:
        put(nomination, state)
        with pytest.raises(DomainError, match="đang ở bước"):
            take_step(actor=cast[min(row.who)], nomination=nomination, name=name, reason="Vì")
    assert not NominationStep.objects.exists()


@pytest.mark.parametrize("state", STATES)
def test_the_steps_offered_are_those_that_would_be_taken(
    nomination: Nomination, cast: dict[str, Actor], state: str
) -> None:
    put(nomination, state)
    offered = {
        (each.step.name, who)
        for who, actor in cast.items()
        for each in offered_steps(nomination, actor)
    }
    assert offered == {
        (row.step, who)
        for row in TABLE.values()
        if not row.by_system and state in row.sources
        for who in row.who
    }


@pytest.mark.parametrize("name", [row.step for row in TABLE.values() if row.needs_reason])
@pytest.mark.parametrize("reason", ["", " \n "])
def test_a_step_that_owes_a_reason_is_refused_without(
    nomination: Nomination, cast: dict[str, Actor], name: str, reason: str
) -> None:
    row, step = TABLE[name], transition(name)
    put(nomination, min(row.sources))
    with refused(
        f"Cần ghi lý do trước khi {step.label.lower()}: đơn vị sẽ đọc câu này.", field="reason"
    ):
        take_step(actor=cast[min(row.who)], nomination=nomination, name=name, reason=reason)


def test_a_refusal_says_why(nomination: Nomination, cast: dict[str, Actor]) -> None:
    sentences = {
        "everything in another commune": "Hồ sơ này thuộc cơ quan khác.",
        "head of another unit": "Việc này của người phụ trách Thôn Phạm Xá.",
        "accountant": "Anh/chị chưa có quyền lập và gửi đề nghị khen thưởng: việc này của Công"
        " chức phụ trách thi đua và Phụ trách đơn vị.",
    }
    for who, sentence in sentences.items():
        with refused(sentence):
            take_step(actor=cast[who], nomination=nomination, name="send")
    put(nomination, "appraised")
    with refused("Hồ sơ của Phạm Văn Đức đang ở bước “đã thẩm định, chờ họp”."):
        take_step(actor=cast["unit head"], nomination=nomination, name="send")


def test_who_was_faster_is_told(
    commune: Commune, nomination: Nomination, settings: Settings
) -> None:
    settings.TODAY = "2024-06-24T08:30"
    put(nomination, "sent")
    take_step(actor=commune.clerk, nomination=nomination, name="appraise", expected_version=1)
    with refused(
        "Nguyễn Thị Hạnh vừa thẩm định xong hồ sơ này lúc 08:30 ngày 24/06/2024: hãy xem bản mới"
        " rồi làm tiếp.",
        error=StaleError,
    ):
        take_step(
            actor=commune.village_head,
            nomination=nomination,
            name="withdraw",
            reason="Nhầm",
            expected_version=1,
        )


def test_a_stale_step_without_history_still_says_what_to_do(
    commune: Commune, nomination: Nomination
) -> None:
    with refused("Người khác vừa sửa hồ sơ này: hãy tải lại trang rồi làm tiếp.", error=StaleError):
        take_step(
            actor=commune.village_head, nomination=nomination, name="send", expected_version=7
        )


def test_a_step_is_written_into_both_histories(
    commune: Commune, nomination: Nomination, set_today: Callable[[dt.date], None]
) -> None:
    put(nomination, "sent")
    set_today(dt.date(2024, 6, 25))
    take_step(
        actor=commune.clerk,
        nomination=nomination,
        name="return",
        reason=" Ghi rõ  diện tích ",
        expected_version=1,
    )
    step = nomination.steps.get()
    assert (step.name, step.source, step.target) == ("return", "sent", "returned")
    assert (step.actor, step.actor_name) == (commune.clerk.user, "Nguyễn Thị Hạnh")
    assert (step.reason, f"{step.at.astimezone():%d/%m}") == ("Ghi rõ diện tích", "25/06")
    event = history_of(nomination)[0]
    assert (event.action, event.sentence) == (
        "nomination.return",
        "trả lại hồ sơ của Phạm Văn Đức vì: Ghi rõ diện tích",
    )
    assert event.details == {"from": "sent", "to": "returned"}
