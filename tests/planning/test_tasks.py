from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from tests.factories.planning import make_plan, make_task
from tests.scenarios.plans import imported
from tests.scenarios.refusal import content, refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.kernel.errors import StaleError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.planning.enums import FulfilmentKind
from vinhdanh.planning.models import Task
from vinhdanh.planning.services.plans import confirm_plan
from vinhdanh.planning.services.review import STALE
from vinhdanh.planning.services.tasks import (
    add_task,
    choose_fulfilment,
    correct_task,
    remove_task,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor

NOT_THE_CLERK = (
    "Anh/chị chưa có quyền nhập và sửa kế hoạch: việc này của Công chức phụ trách thi đua."
)
FROZEN = "Kế hoạch 11/KH-UBND đã xác nhận nên không sửa được nữa: hãy lập kế hoạch bổ sung."
ACTS: dict[str, Callable[[Actor, Task], object]] = {
    "correct": lambda actor, task: correct_task(
        actor=actor,
        task=task,
        changes={"content": "Việc khác"},
        expected_version=task.plan.version,
    ),
    "add": lambda actor, task: add_task(
        actor=actor,
        plan=task.plan,
        values={"content": "Việc thêm"},
        expected_version=task.plan.version,
    ),
    "remove": lambda actor, task: remove_task(
        actor=actor, task=task, expected_version=task.plan.version
    ),
}


@pytest.mark.parametrize("name", ACTS)
def test_rows_are_the_clerks_of_the_commune(commune: Commune, name: str) -> None:
    task = make_task(make_plan(commune.body, is_confirmed=False))
    with refused(NOT_THE_CLERK, error=NotAllowedError):
        ACTS[name](commune.chair, task)
    with refused("Việc này thuộc cơ quan khác.", error=NotAllowedError):
        ACTS[name](commune.outsider, task)


@pytest.mark.parametrize("name", ACTS)
def test_a_frozen_plan_keeps_its_rows(commune: Commune, name: str) -> None:
    task = make_task(make_plan(commune.body))
    with refused(FROZEN):
        ACTS[name](commune.clerk, task)


def test_a_row_has_content(commune: Commune) -> None:
    plan = imported(commune)
    empty = "Nhiệm vụ chưa có nội dung: hãy ghi việc phải làm."
    with refused(empty, field="content"):
        correct_task(
            actor=commune.clerk,
            task=plan.tasks.earliest("order"),
            changes={"content": " "},
            expected_version=1,
        )
    with refused(empty, field="content"):
        add_task(actor=commune.clerk, plan=plan, values={"content": " \n"}, expected_version=1)


def test_only_fields_of_a_row_are_corrected(commune: Commune) -> None:
    task = imported(commune).tasks.earliest("order")
    with pytest.raises(ValueError, match="plan"):
        correct_task(actor=commune.clerk, task=task, changes={"plan": None}, expected_version=1)


def test_a_correction_is_kept_and_told(commune: Commune) -> None:
    plan = imported(commune)
    task = plan.tasks.get(order=5)
    correct_task(
        actor=commune.clerk,
        task=task,
        changes={"content": " Kế hoạch  của Hội đồng xã ", "due_on": dt.date(2024, 3, 15)},
        expected_version=1,
    )
    task.refresh_from_db()
    assert (task.content, task.due_on, task.quarter) == (
        "Kế hoạch của Hội đồng xã",
        dt.date(2024, 3, 15),
        1,
    )
    event = history_of(plan)[0]
    assert event.sentence == "sửa nhiệm vụ 5"
    assert event.details["due_on"] == ["2024-03-31", "2024-03-15"]


def test_a_correction_that_changes_nothing_is_not_told(commune: Commune) -> None:
    plan = imported(commune)
    task = plan.tasks.get(order=5)
    told = history_of(plan).count()
    correct_task(
        actor=commune.clerk, task=task, changes={"content": task.content}, expected_version=1
    )
    assert history_of(plan).count() == told


def test_rows_are_added_at_the_end_and_taken_out(commune: Commune) -> None:
    plan = imported(commune)
    task = add_task(
        actor=commune.clerk,
        plan=plan,
        values={"content": " Bình xét  gia đình văn hóa ", "due_on": dt.date(2024, 11, 18)},
        expected_version=1,
    )
    assert (task.order, task.no, task.content) == (12, "12", "Bình xét gia đình văn hóa")
    assert history_of(plan)[0].sentence == "thêm nhiệm vụ 12"
    remove_task(actor=commune.clerk, task=plan.tasks.get(order=8), expected_version=2)
    assert [each.order for each in plan.tasks.all()] == [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12]
    assert history_of(plan)[0].sentence.startswith("bỏ nhiệm vụ 8: Báo cáo Sơ kết 6 tháng")


@pytest.mark.parametrize("name", ACTS)
def test_a_stale_change_of_a_row_is_refused(commune: Commune, name: str) -> None:
    plan = imported(commune)
    seen = plan.tasks.select_related("plan").get(order=5)
    correct_task(
        actor=commune.clerk, task=seen, changes={"content": "Việc mới"}, expected_version=1
    )
    with refused(STALE, error=StaleError):
        ACTS[name](commune.clerk, seen)


@pytest.mark.parametrize("name", ACTS)
def test_every_change_of_a_row_makes_an_older_confirmation_stale(
    commune: Commune, name: str
) -> None:
    plan = imported(commune)
    ACTS[name](commune.clerk, plan.tasks.select_related("plan").get(order=5))
    with refused(STALE, error=StaleError):
        confirm_plan(actor=commune.chair, plan=plan, expected_version=1)


def test_a_row_is_fetched_anew_so_that_other_corrections_stay(commune: Commune) -> None:
    plan = imported(commune)
    seen = plan.tasks.select_related("plan").get(order=5)
    correct_task(
        actor=commune.clerk, task=seen, changes={"content": "Việc mới"}, expected_version=1
    )
    old = Task(**{f.attname: getattr(seen, f.attname) for f in Task._meta.concrete_fields})
    correct_task(actor=commune.clerk, task=old, changes={"note": "Gấp"}, expected_version=2)
    seen.refresh_from_db()
    assert (seen.content, seen.note) == ("Việc mới", "Gấp")


def test_a_row_of_another_plan_is_not_found_in_this_one(commune: Commune) -> None:
    plan = imported(commune)
    task = plan.tasks.select_related("plan").get(order=5)
    Task.objects.filter(pk=task.pk).delete()
    with refused(STALE, error=StaleError):
        remove_task(actor=commune.clerk, task=task, expected_version=1)


def test_the_same_measure_again_changes_nothing(commune: Commune) -> None:
    task = make_task(make_plan(commune.body))
    before = content()
    choose_fulfilment(actor=commune.clerk, task=task, kind=FulfilmentKind.EVIDENCE)
    assert content() == before


def test_the_measure_of_a_task_is_chosen_in_a_frozen_plan_too(commune: Commune) -> None:
    task = make_task(make_plan(commune.body))
    before = content()
    for actor, sentence in (
        (commune.chair, NOT_THE_CLERK),
        (commune.outsider, "Việc này thuộc cơ quan khác."),
    ):
        with refused(sentence, error=NotAllowedError):
            choose_fulfilment(actor=actor, task=task, kind=FulfilmentKind.YEAR_REPORT)
    assert content() == before
    choose_fulfilment(actor=commune.clerk, task=task, kind=FulfilmentKind.YEAR_REPORT)
    assert Task.objects.get().fulfilment == "year_report"
    assert history_of(task)[0].sentence == (
        "đổi cách đo nhiệm vụ từ “Minh chứng được chấp nhận” sang “Báo cáo tổng kết năm được ban"
        " hành”"
    )
