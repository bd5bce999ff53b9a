"""Progress is measured: for every kind from nothing to whole, at a constant price."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.planning import make_document, make_plan, make_task
from tests.scenarios.commune import YEAR, registered

from vinhdanh.emulation.enums import MovementKind
from vinhdanh.emulation.models import Registration
from vinhdanh.emulation.services.movements import launch_movement, sign_pledge
from vinhdanh.organizations.enums import UnitKind
from vinhdanh.organizations.services.units import found_unit
from vinhdanh.planning.enums import FulfilmentKind, PlanState
from vinhdanh.planning.models import Plan, Task
from vinhdanh.planning.progress import Progress, measure, measured_kinds, measures
from vinhdanh.planning.queries.plans import board, confirmed_plan, statuses, tasks_for
from vinhdanh.planning.services.evidence import (
    accept_evidence,
    add_evidence,
    issue_for_task,
    link_document,
    refuse_evidence,
)
from vinhdanh.records.enums import DocumentKind
from vinhdanh.records.services.documents import mark_read

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.scenarios.commune import Commune

TODAY = dt.date(2024, 6, 24)


@pytest.fixture
def plan(commune: Commune) -> Plan:
    return make_plan(commune.body)


def progress(task: Task) -> Progress:
    return measure(Task.objects.filter(pk=task.pk).select_related("plan__body"))[task.pk]


def test_every_kind_has_a_measure() -> None:
    assert measured_kinds() == {kind.value for kind in FulfilmentKind}


def test_a_kind_has_one_measure() -> None:
    with pytest.raises(RuntimeError, match="two measures"):
        measures(FulfilmentKind.EVIDENCE)(lambda _: {})


@pytest.mark.parametrize(
    ("done", "total", "complete", "begun"),
    [
        (0, 1, False, False),
        (0, 0, False, False),
        (1, 2, False, True),
        (2, 2, True, True),
        (3, 2, True, True),
    ],
)
def test_complete_is_all_of_something(
    done: int, total: int, *, complete: bool, begun: bool
) -> None:
    made = Progress(done, total, "")
    assert (made.is_complete, made.has_begun) == (complete, begun)


def test_a_plan_is_issued(commune: Commune, plan: Plan) -> None:
    task = make_task(plan, FulfilmentKind.PLAN_ISSUED)
    assert progress(task) == Progress(1, 1, "Đã ban hành 11/KH-UBND.")
    draft = make_plan(commune.body, is_confirmed=False)
    assert progress(make_task(draft, FulfilmentKind.PLAN_ISSUED)) == Progress(
        0, 1, "Kế hoạch chưa ban hành."
    )


def test_a_document_is_issued_and_read_by_each(commune: Commune, plan: Plan) -> None:
    task = make_task(plan, FulfilmentKind.DOCUMENT_ISSUED)
    assert progress(task) == Progress(0, 1, "Chưa có văn bản nào được ban hành.")
    document = issue_for_task(
        actor=commune.clerk,
        task=task,
        kind=DocumentKind.LETTER,
        symbol="CV-UBND",
        abstract="Đẩy mạnh thi đua",
        issued_on=TODAY,
        addressees=[commune.village, commune.women],
    )
    mark_read(actor=commune.village_head, document=document)
    assert progress(task) == Progress(2, 3, "Đã ban hành 01/CV-UBND, 1/2 nơi nhận đã đọc.")
    mark_read(actor=commune.women_head, document=document)
    assert progress(task).is_complete
    link_document(task=task, document=make_document(commune.body, 2))
    assert progress(task) == Progress(
        3, 3, "Đã ban hành 01/CV-UBND, 02/CV-UBND, 2/2 nơi nhận đã đọc."
    )


def test_a_document_for_nobody_is_done_when_issued(commune: Commune, plan: Plan) -> None:
    task = make_task(plan, FulfilmentKind.DOCUMENT_ISSUED)
    link_document(task=task, document=make_document(commune.body, 5))
    assert progress(task) == Progress(1, 1, "Đã ban hành 05/CV-UBND.")


def test_registrations_are_complete_when_all_are_accepted(commune: Commune, plan: Plan) -> None:
    task = make_task(plan, FulfilmentKind.REGISTRATIONS_COMPLETE)
    assert progress(task) == Progress(0, 4, "0/4 đơn vị đã đăng ký.")
    last = registered(commune)[-1]
    assert progress(task) == Progress(4, 4, "4/4 đơn vị đã đăng ký.")
    Registration.objects.filter(pk=last.pk).update(state="sent", accepted_at=None)
    assert progress(task) == Progress(3, 4, "3/4 đơn vị đã đăng ký, 1 chờ tiếp nhận.")


@pytest.mark.parametrize(
    ("kind", "fulfilment", "other"),
    [
        (
            MovementKind.REGULAR,
            FulfilmentKind.MOVEMENT_LAUNCHED,
            FulfilmentKind.THEMATIC_LAUNCHED,
        ),
        (
            MovementKind.THEMATIC,
            FulfilmentKind.THEMATIC_LAUNCHED,
            FulfilmentKind.MOVEMENT_LAUNCHED,
        ),
    ],
)
def test_a_movement_is_launched_and_every_pledge_signed(
    commune: Commune,
    plan: Plan,
    *,
    kind: MovementKind,
    fulfilment: FulfilmentKind,
    other: FulfilmentKind,
) -> None:
    task, not_this = make_task(plan, fulfilment), make_task(plan, other)
    nothing = Progress(0, 1, "Chưa phát động phong trào nào.")
    assert progress(task) == nothing
    movement = launch_movement(
        actor=commune.clerk, kind=kind, title="Chung sức", launched_on=dt.date(2024, 2, 19)
    )
    assert progress(task) == Progress(1, 5, "Đã phát động 1 phong trào, 0/4 giao ước đã ký.")
    for head, unit in zip(commune.heads, commune.units, strict=True):
        sign_pledge(actor=head, movement=movement, unit=unit, signed_on=TODAY)
    assert progress(task) == Progress(5, 5, "Đã phát động 1 phong trào, 4/4 giao ước đã ký.")
    assert progress(not_this) == nothing


def test_a_movement_that_names_its_task_counts_for_it_alone(commune: Commune, plan: Plan) -> None:
    named, other = (make_task(plan, FulfilmentKind.THEMATIC_LAUNCHED) for _ in range(2))
    launch_movement(
        actor=commune.clerk,
        kind=MovementKind.THEMATIC,
        title="Giúp nhau làm kinh tế",
        launched_on=TODAY,
        task=named,
    )
    assert progress(named).done == 1
    assert progress(other) == Progress(0, 1, "Chưa phát động phong trào nào.")


def test_a_movement_counts_from_its_day_on(
    commune: Commune, plan: Plan, set_today: Callable[[dt.date], None]
) -> None:
    task = make_task(plan, FulfilmentKind.MOVEMENT_LAUNCHED)
    launch_movement(
        actor=commune.clerk,
        kind=MovementKind.REGULAR,
        title="Chung sức",
        launched_on=dt.date(2024, 6, 25),
    )
    assert progress(task) == Progress(0, 1, "Phong trào sẽ phát động ngày 25/06/2024.")
    set_today(dt.date(2024, 6, 25))
    assert progress(task) == Progress(1, 5, "Đã phát động 1 phong trào, 0/4 giao ước đã ký.")


def test_units_founded_after_the_year_need_not_have_registered(
    commune: Commune, plan: Plan, set_today: Callable[[dt.date], None]
) -> None:
    task = make_task(plan, FulfilmentKind.REGISTRATIONS_COMPLETE)
    registered(commune)
    unit = found_unit(name="Thôn Mới", kind=UnitKind.VILLAGE, parent=commune.body)
    type(unit).objects.filter(pk=unit.pk).update(valid_from=dt.date(2025, 1, 1))
    set_today(dt.date(2025, 2, 1))
    assert progress(task) == Progress(4, 4, "4/4 đơn vị đã đăng ký.")


def test_a_plan_without_a_year_is_measured_too(commune: Commune) -> None:
    draft = make_plan(commune.body, is_confirmed=False)
    for kind in FulfilmentKind:
        make_task(draft, kind)
    Plan.objects.filter(pk=draft.pk).update(year=None)
    rows = statuses(draft.tasks.all(), as_of=TODAY)
    assert [row.progress.done for row in rows] == [0] * len(FulfilmentKind)


def test_one_accepted_piece_of_evidence_is_enough(commune: Commune, plan: Plan) -> None:
    task = make_task(plan, FulfilmentKind.EVIDENCE)
    assert progress(task) == Progress(0, 1, "Chưa có minh chứng.")
    first, second, third = (
        add_evidence(actor=commune.village_head, task=task, note=note)
        for note in ("Ảnh", "Tệp", "Biên bản")
    )
    assert progress(task) == Progress(0, 1, "Có 3 minh chứng chờ chấp nhận.")
    refuse_evidence(actor=commune.clerk, evidence=first, reason="Ảnh mờ")
    assert progress(task) == Progress(0, 1, "Có 2 minh chứng chờ chấp nhận.")
    accept_evidence(actor=commune.clerk, evidence=second)
    assert progress(task) == Progress(
        1, 1, "Đã chấp nhận 1 minh chứng, 1 minh chứng chờ chấp nhận."
    )
    accept_evidence(actor=commune.clerk, evidence=third)
    assert progress(task) == Progress(2, 2, "Đã chấp nhận 2 minh chứng.")


def test_refused_evidence_does_not_count(commune: Commune, plan: Plan) -> None:
    task = make_task(plan, FulfilmentKind.EVIDENCE)
    piece = add_evidence(actor=commune.village_head, task=task, note="Ảnh")
    refuse_evidence(actor=commune.clerk, evidence=piece, reason="Ảnh mờ")
    assert progress(task) == Progress(
        0, 1, "Minh chứng đã gửi không được chấp nhận: cần minh chứng khác."
    )


@pytest.mark.parametrize("kind", FulfilmentKind)
def test_fifty_tasks_cost_as_many_queries_as_three(
    commune: Commune, plan: Plan, kind: FulfilmentKind
) -> None:
    def cost(number: int) -> int:
        while plan.tasks.count() < number:
            task = make_task(plan, kind)
            link_document(task=task, document=make_document(commune.body, task.order))
        with CaptureQueriesContext(connection) as queries:
            assert len(statuses(plan.tasks.all(), as_of=TODAY)) == number
        return len(queries)

    assert cost(3) == cost(50) <= 4


# --- the board ---------------------------------------------------------------------------------


def test_the_board_has_a_column_for_each_quarter_and_one_for_the_year(plan: Plan) -> None:
    done = make_task(plan, FulfilmentKind.PLAN_ISSUED, due_on=dt.date(2024, 3, 31))
    late = make_task(plan, due_on=dt.date(2024, 3, 31))
    today = make_task(plan, due_on=TODAY)
    later = make_task(plan, due_on=dt.date(2024, 12, 31))
    columns = board(plan, as_of=TODAY)
    assert [column.label for column in columns] == ["Quý I", "Quý II", "Quý III", "Quý IV"]
    assert [[each.task for each in column.statuses] for column in columns] == [
        [done, late],
        [today],
        [],
        [later],
    ]
    assert [column.done for column in columns] == [1, 0, 0, 0]
    always = make_task(plan)
    whole_year = board(plan, as_of=TODAY)[-1]
    assert (whole_year.label, [each.task for each in whole_year.statuses]) == (
        "Cả năm",
        [always],
    )


def test_deadlines_are_told_until_a_task_is_done(plan: Plan) -> None:
    make_task(plan, FulfilmentKind.PLAN_ISSUED, due_on=dt.date(2024, 3, 31))
    for due_on in (dt.date(2024, 6, 21), TODAY, dt.date(2024, 6, 30), None):
        make_task(plan, due_on=due_on)
    rows = statuses(plan.tasks.all(), as_of=TODAY)
    assert [(row.is_done, row.is_overdue, row.due) for row in rows] == [
        (True, False, ""),
        (False, True, "quá hạn 3 ngày"),
        (False, False, "hạn hôm nay"),
        (False, False, "còn 6 ngày"),
        (False, False, ""),
    ]


def test_the_plan_in_force_is_the_confirmed_one_of_the_year(commune: Commune) -> None:
    make_plan(commune.body, is_confirmed=False)
    assert confirmed_plan(commune.body, year=YEAR) is None
    plan = make_plan(commune.body)
    assert confirmed_plan(commune.body, year=YEAR) == plan
    assert confirmed_plan(commune.body, year=2025) is None
    assert confirmed_plan(commune.outsider.body, year=YEAR) is None


def test_drafts_are_the_offices(commune: Commune) -> None:
    draft = make_task(make_plan(commune.body, is_confirmed=False))
    task = make_task(make_plan(commune.body))
    assert set(tasks_for(commune.clerk)) == set(tasks_for(commune.chair)) == {draft, task}
    for actor in (commune.village_head, commune.accountant, commune.members[-1]):
        assert set(tasks_for(actor)) == {task}
    assert task.plan.state == PlanState.CONFIRMED
