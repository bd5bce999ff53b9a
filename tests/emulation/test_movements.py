from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from tests.factories.organizations import make_unit
from tests.factories.planning import make_plan, make_task
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.emulation.enums import MovementKind
from vinhdanh.emulation.models import Movement, Pledge
from vinhdanh.emulation.queries.registrations import movements_for
from vinhdanh.emulation.services.movements import launch_movement, sign_pledge
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.planning.enums import FulfilmentKind

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.planning.models import Task

LAUNCH = dt.date(2024, 2, 19)


def launch(
    commune: Commune,
    *,
    actor: Actor | None = None,
    title: str = " Cả xã  chung sức ",
    ends_on: dt.date | None = None,
) -> Movement:
    return launch_movement(
        actor=actor or commune.clerk,
        kind=MovementKind.REGULAR,
        title=title,
        launched_on=LAUNCH,
        ends_on=ends_on,
    )


def sign(
    commune: Commune,
    movement: Movement,
    *,
    actor: Actor | None = None,
    on: dt.date = LAUNCH,
) -> Pledge:
    return sign_pledge(
        actor=actor or commune.village_head, movement=movement, unit=commune.village, signed_on=on
    )


def test_a_movement_has_a_name(commune: Commune) -> None:
    with refused("Phong trào chưa có tên: hãy ghi tên phong trào.", field="title"):
        launch(commune, title="  ")


def test_a_movement_does_not_end_before_it_begins(commune: Commune) -> None:
    with refused(
        "Ngày tổng kết đứng trước ngày phát động: hãy kiểm tra lại hai ngày.", field="ends_on"
    ):
        launch(commune, ends_on=dt.date(2024, 2, 18))
    assert launch(commune, ends_on=LAUNCH).ends_on == LAUNCH
    with pytest.raises(IntegrityError), transaction.atomic():
        Movement.objects.update(ends_on=dt.date(2024, 2, 18))


def test_a_head_does_not_launch(commune: Commune) -> None:
    with refused(
        "Anh/chị chưa có quyền phát động phong trào: việc này của Công chức phụ trách thi đua"
        " và Chủ tịch.",
        error=NotAllowedError,
    ):
        launch(commune, actor=commune.village_head)


def test_a_launch_asks_every_unit_that_takes_part_for_its_pledge(commune: Commune) -> None:
    make_unit(commune.body, "Hội đồng", takes_part=False)
    movement = launch(commune)
    assert (str(movement), movement.year, movement.kind) == ("Cả xã chung sức", 2024, "regular")
    assert [pledge.unit for pledge in movement.pledges.all()] == list(commune.units)
    assert [event.sentence for event in history_of(movement)] == [
        "phát động phong trào “Cả xã chung sức”"
    ]


def test_nobody_signs_for_another_unit(commune: Commune) -> None:
    movement = launch(commune)
    for actor in (commune.other_head, commune.outsider):
        with refused(
            "Anh/chị không phụ trách Thôn Phạm Xá nên không ký thay được.", error=NotAllowedError
        ):
            sign(commune, movement, actor=actor)
    with refused(
        "Anh/chị chưa có quyền ký giao ước thi đua: việc này của Phụ trách đơn vị.",
        error=NotAllowedError,
    ):
        sign(commune, movement, actor=commune.chair)


def test_a_unit_that_was_not_asked_does_not_sign(commune: Commune) -> None:
    movement = launch(commune)
    Pledge.objects.filter(unit=commune.village).delete()
    with refused("Thôn Phạm Xá không thuộc diện ký giao ước của phong trào này."):
        sign(commune, movement)


def test_a_pledge_is_signed_once(commune: Commune) -> None:
    movement = launch(commune)
    pledge = sign(commune, movement)
    assert (pledge.signed_on, pledge.signed_by) == (LAUNCH, "Phạm Văn Tín")
    with refused("Thôn Phạm Xá đã ký giao ước ngày 19/02/2024."):
        sign(commune, movement)


def test_a_pledge_is_not_signed_before_the_launch(commune: Commune) -> None:
    movement = launch(commune)
    with refused(
        "Ngày ký đứng trước ngày phát động 19/02/2024: hãy kiểm tra lại ngày.", field="signed_on"
    ):
        sign(commune, movement, on=dt.date(2024, 2, 18))


def test_pledges_are_counted_and_told(commune: Commune) -> None:
    movement = launch(commune)
    sign(commune, movement)
    counted: dict[str, Any] = {**movements_for(commune.clerk).values().get()}
    assert (counted["asked"], counted["signed"]) == (4, 1)
    newest, _ = history_of(movement)
    assert (newest.actor, newest.sentence) == (
        "Phạm Văn Tín",
        "ký giao ước thi đua thay mặt Thôn Phạm Xá",
    )


# --- the task it fulfils -----------------------------------------------------------------------


def test_a_movement_names_a_task_that_is_measured_by_movements(commune: Commune) -> None:
    plan = make_plan(commune.body)
    task = make_task(plan, FulfilmentKind.THEMATIC_LAUNCHED)
    assert launched_for(commune, task).task == task
    draft = make_task(make_plan(commune.body, is_confirmed=False), FulfilmentKind.MOVEMENT_LAUNCHED)
    for wrong in (make_task(plan, FulfilmentKind.EVIDENCE), draft):
        with refused(
            "Nhiệm vụ này không đo bằng phong trào thi đua: hãy chọn nhiệm vụ khác, hoặc để trống.",
            field="task",
        ):
            launched_for(commune, wrong)


def test_a_movement_is_launched_in_the_year_of_its_task(commune: Commune) -> None:
    task = make_task(make_plan(commune.body), FulfilmentKind.MOVEMENT_LAUNCHED)
    with refused(
        "Nhiệm vụ thuộc kế hoạch năm 2024: hãy ghi ngày phát động trong năm đó, hoặc để trống"
        " nhiệm vụ.",
        field="launched_on",
    ):
        launched_for(commune, task, on=dt.date(2023, 12, 30))


def test_the_task_of_another_commune_is_not_fulfilled(commune: Commune) -> None:
    task = make_task(make_plan(commune.outsider.body), FulfilmentKind.MOVEMENT_LAUNCHED)
    with refused("Việc này thuộc cơ quan khác.", error=NotAllowedError):
        launched_for(commune, task)


def test_a_name_has_its_limit(commune: Commune) -> None:
    with refused(
        "Tên phong trào dài 301 ký tự, quá mức 300 ký tự: hãy viết ngắn lại.", field="title"
    ):
        launch_movement(
            actor=commune.clerk,
            kind=MovementKind.REGULAR,
            title="a" * 301,
            launched_on=dt.date(2024, 2, 19),
        )


def launched_for(commune: Commune, task: Task, *, on: dt.date = dt.date(2024, 2, 19)) -> Movement:
    return launch_movement(
        actor=commune.clerk,
        kind=MovementKind.REGULAR,
        title="Chung sức",
        launched_on=on,
        task=task,
    )
