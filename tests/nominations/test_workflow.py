"""Every step from every state with every role, against the reviewed table of the docs."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from tests.nominations.reviewed import (
    Row,
    diagram,
    printed_diagram,
    reviewed_sources,
    reviewed_tables,
)
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
from vinhdanh.nominations.workflow import TABLES as TABLES_OF_CODE
from vinhdanh.nominations.workflow import TRANSITIONS, transition

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_django import Settings
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor

TABLES = {name: {row.step: row for row in rows} for name, rows in reviewed_tables().items()}
STATES = [state.value for state in NominationState]
ABOVE = {"forwarded", "returned_above", "refused_above"}
"""States of what others decide; the database holds nothing else in them."""
EVERY = [(name, step) for name, rows in TABLES.items() for step in rows]
OWED = [(name, step) for name, step in EVERY if TABLES[name][step].needs_reason]
HONOURS = {"any": (False, True), "own": (False,), "above": (True,)}
ROLES = {Role.CLERK: "clerk", Role.CHAIR: "chair", Role.UNIT_HEAD: "unit head"}


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


def put(
    nomination: Nomination, state: str, procedure: str = "regular", *, above: bool | None = None
) -> Nomination:
    """Put a nomination into a state, in one write; what only others decide is said to be so."""
    is_above = state in ABOVE if above is None else above
    Nomination.objects.filter(pk=nomination.pk).update(
        state=state, version=1, procedure=procedure, is_decided_above=is_above
    )
    nomination.refresh_from_db()
    return nomination


def allowed_by(row: Row) -> set[tuple[str, bool, str]]:
    """Return from which state, for whose honour and by whom a step may be taken."""
    return {
        (state, above, who)
        for state in row.sources
        for above in HONOURS[row.honour]
        for who in row.who
        if above or state not in ABOVE
    }


def test_the_code_is_the_reviewed_tables() -> None:
    for table in TABLES_OF_CODE:
        code = [
            Row(
                step=step.name,
                sources=frozenset(state.value for state in step.sources),
                target=step.target.value,
                who=frozenset(
                    ROLES[role]
                    for role in step.act.roles
                    if not step.by_own_unit or role == Role.UNIT_HEAD
                ),
                needs_reason=step.needs_reason,
                by_system=step.by_system,
                honour="own" if step.decided_here else "above" if step.decided_above else "any",
            )
            for step in table.steps
        ]
        assert code == reviewed_tables()[table.procedure]


def test_the_dates_and_sources_are_the_reviewed_ones() -> None:
    code = [
        (table.procedure.value, table.since.isoformat(), table.source, bool(table.unconfirmed))
        for table in TABLES_OF_CODE
    ]
    assert code == reviewed_sources()


@pytest.mark.parametrize("procedure", TABLES)
def test_the_picture_is_made_from_the_table(procedure: str) -> None:
    assert printed_diagram(procedure) == diagram(procedure)


@pytest.mark.parametrize("procedure", TABLES)
def test_every_state_is_reached_and_only_final_ones_lead_nowhere(procedure: str) -> None:
    rows = TABLES[procedure].values()
    reached = {row.target for row in rows} | {"draft"}
    left = {state for row in rows for state in row.sources}
    assert reached - left == {state.value for state in FINAL_STATES}
    assert left <= reached


def test_the_procedures_together_reach_every_state() -> None:
    reached = {row.target for rows in TABLES.values() for row in rows.values()}
    assert reached | {"draft"} == set(STATES)


@pytest.mark.parametrize(("procedure", "name"), EVERY)
def test_a_step_may_be_taken_from_its_states_by_its_people_and_never_else(
    nomination: Nomination, cast: dict[str, Actor], procedure: str, name: str
) -> None:
    allowed = set()
    nomination.procedure = procedure
    for state in STATES:
        for above in (False, True) if state not in ABOVE else (True,):
            nomination.state, nomination.is_decided_above = state, above
            allowed |= {
                (state, above, who)
                for who, actor in cast.items()
                if may_take(transition(name), nomination, actor)
            }
    assert allowed == allowed_by(TABLES[procedure][name])


@pytest.mark.parametrize("procedure", TABLES)
@pytest.mark.parametrize("name", [step.name for step in TRANSITIONS])
def test_a_step_of_another_procedure_is_nobodys(
    nomination: Nomination, cast: dict[str, Actor], procedure: str, name: str
) -> None:
    if name in TABLES[procedure]:
        return
    nomination.procedure = procedure
    for nomination.state in STATES:
        assert not any(may_take(transition(name), nomination, actor) for actor in cast.values())
    how = "thủ tục đơn giản" if procedure == "simplified" else "xét qua hội đồng"
    put(nomination, "appraised", procedure)
    with refused(f"Hồ sơ của Phạm Văn Đức theo cách “{how}” nên không có bước này."):
        take_step(actor=cast["chair"], nomination=nomination, name=name, reason="Vì")


@pytest.mark.parametrize(("procedure", "name"), EVERY)
def test_a_step_is_taken_by_those_who_may_and_refused_to_all_others(
    nomination: Nomination, cast: dict[str, Actor], procedure: str, name: str
) -> None:
    row, taken = TABLES[procedure][name], set()
    for state in row.sources:
        for above in (False, True) if state not in ABOVE else (True,):
            for who, actor in cast.items():
                put(nomination, state, procedure, above=above)
                with suppress(DomainError):
                    take_step(actor=actor, nomination=nomination, name=name, reason="Vì vậy")
                    taken.add((state, above, who))
                nomination.refresh_from_db()
                after = (row.target, 2) if (state, above, who) in taken else (state, 1)
                assert (nomination.state, nomination.version) == after
    assert taken == allowed_by(row)
    assert NominationStep.objects.count() == len(taken)


@pytest.mark.parametrize(("procedure", "name"), EVERY)
def test_a_step_is_refused_from_every_other_state(
    nomination: Nomination, cast: dict[str, Actor], procedure: str, name: str
) -> None:
    row = TABLES[procedure][name]
    for state in set(STATES) - row.sources:
        put(nomination, state, procedure)
        with pytest.raises(DomainError, match="đang ở bước"):
            take_step(actor=cast[min(row.who)], nomination=nomination, name=name, reason="Vì")
    assert not NominationStep.objects.exists()


@pytest.mark.parametrize("procedure", TABLES)
@pytest.mark.parametrize("state", STATES)
def test_the_steps_offered_are_those_that_would_be_taken(
    nomination: Nomination, cast: dict[str, Actor], state: str, procedure: str
) -> None:
    put(nomination, state, procedure)
    offered = {
        (each.step.name, who)
        for who, actor in cast.items()
        for each in offered_steps(nomination, actor)
    }
    assert offered == {
        (row.step, who)
        for row in TABLES[procedure].values()
        if not row.by_system and state in row.sources
        for who in row.who
    }


@pytest.mark.parametrize(("procedure", "name"), OWED)
@pytest.mark.parametrize("reason", ["", " \n "])
def test_a_step_that_owes_a_reason_is_refused_without(
    nomination: Nomination, cast: dict[str, Actor], procedure: str, name: str, reason: str
) -> None:
    row, step = TABLES[procedure][name], transition(name)
    put(nomination, min(row.sources), procedure)
    with refused(
        f"Cần ghi lý do trước khi {step.label.lower()}: đơn vị sẽ đọc câu này.", field="reason"
    ):
        take_step(actor=cast[min(row.who)], nomination=nomination, name=name, reason=reason)


def test_only_the_level_that_decides_an_honour_decides(
    nomination: Nomination, cast: dict[str, Actor]
) -> None:
    put(nomination, "approved", above=True)
    with refused("Giấy khen của Phạm Văn Đức do cấp trên quyết định: hãy trình cấp trên."):
        take_step(actor=cast["chair"], nomination=nomination, name="decide")
    put(nomination, "approved", above=False)
    with refused("Giấy khen của Phạm Văn Đức do cơ quan mình quyết định nên không trình cấp trên."):
        take_step(actor=cast["chair"], nomination=nomination, name="forward")


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
    with refused("Hồ sơ của Phạm Văn Đức đang ở bước “đã thẩm định”."):
        take_step(actor=cast["unit head"], nomination=nomination, name="send")


def test_who_was_faster_is_told(
    commune: Commune, nomination: Nomination, settings: Settings
) -> None:
    settings.TODAY = "2024-06-24T08:30"
    put(nomination, "sent")
    take_step(
        actor=commune.clerk,
        nomination=nomination,
        name="appraise",
        reason="đã xem",
        expected_version=1,
    )
    with refused(
        "Nguyễn Thị Hạnh vừa thẩm định xong hồ sơ của Phạm Văn Đức vì: đã xem lúc 08:30 ngày"
        " 24/06/2024: hãy xem bản mới rồi làm tiếp.",
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
    assert event.details == {"from": "sent", "to": "returned", "version": 2}
