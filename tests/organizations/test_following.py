"""What a unit has not finished goes on where the unit does, and comes back with it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from tests.factories.planning import make_document, make_plan, make_task

from vinhdanh.emulation.enums import MovementKind
from vinhdanh.emulation.models import Pledge
from vinhdanh.emulation.services.movements import launch_movement, sign_pledge
from vinhdanh.organizations.services.successions import Change, dissolve_into, rename_unit
from vinhdanh.organizations.services.taking_back import take_back
from vinhdanh.planning.models import Evidence
from vinhdanh.records.enums import IncomingState
from vinhdanh.records.models import IncomingDocument, Receipt

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.emulation.models import Movement
    from vinhdanh.organizations.models import Unit
    from vinhdanh.planning.models import Task
    from vinhdanh.records.models import OfficialDocument

TODAY = dt.date(2024, 6, 24)
CHANGE = Change(dt.date(2024, 6, 1), "Nghị quyết 12/NQ-HĐND")


@dataclass
class Work:
    """What the village has begun."""

    movement: Movement
    letter: OfficialDocument
    incoming: IncomingDocument
    task: Task
    done: Task


@pytest.fixture
def work(commune: Commune) -> Work:
    movement = launch_movement(
        actor=commune.clerk, kind=MovementKind.REGULAR, title="Cả xã chung sức", launched_on=TODAY
    )
    letter = make_document(commune.body, 1)
    for unit in (commune.village, commune.other_village):
        Receipt.objects.create(document=letter, unit=unit)
    incoming = IncomingDocument.objects.create(
        body=commune.body, year=2024, arrival_number=1, arrived_on=TODAY, author="Huyện",
        kind_name="Công văn", abstract="Báo cáo", state=IncomingState.HANDLING,
        handler=commune.village, forwarded_on=TODAY,
    )  # fmt: skip
    plan = make_plan(commune.body)
    task, done = make_task(plan), make_task(plan)
    Evidence.objects.create(
        task=done, note="xong", added_by=commune.clerk.user, accepted_by=commune.clerk.user,
        added_at="2024-06-20T08:00Z", accepted_at="2024-06-20T09:00Z",
    )  # fmt: skip
    plan.tasks.update(lead_unit=commune.village)
    return Work(movement, letter, incoming, task, done)


def held_by(unit: Unit) -> list[int]:
    """Return how much waits at a unit: pledges, letters, incoming papers, tasks."""
    return [
        Pledge.objects.filter(unit=unit, signed_on=None).count(),
        Receipt.objects.filter(unit=unit, read_at=None).count(),
        unit.incoming_to_handle.exclude(state=IncomingState.DONE).count(),
        unit.led_tasks.count(),
    ]


def test_what_is_done_stays_the_old_units(commune: Commune, work: Work) -> None:
    sign_pledge(
        actor=commune.village_head, movement=work.movement, unit=commune.village, signed_on=TODAY
    )
    Receipt.objects.filter(unit=commune.village).update(
        read_at="2024-06-24T08:00Z", read_by=commune.village_head.user
    )
    IncomingDocument.objects.update(state=IncomingState.DONE, finished_on=TODAY)
    new = rename_unit(keeper=commune.clerk, unit=commune.village, name="Thôn Xanh", change=CHANGE)
    assert held_by(new) == [0, 0, 0, 1]
    assert list(commune.village.led_tasks.all()) == [work.done]
    assert commune.village.pledges.count() == commune.village.receipts.count() == 1


def test_what_is_not_done_goes_on_in_the_new_unit_and_comes_back(
    commune: Commune, work: Work
) -> None:
    before = held_by(commune.village)
    new = rename_unit(keeper=commune.clerk, unit=commune.village, name="Thôn Xanh", change=CHANGE)
    assert held_by(new) == [1, 1, 1, 1]
    assert held_by(commune.village) == [0, 0, 0, 1]
    take_back(keeper=commune.clerk, succession=new.continues.get())
    assert held_by(commune.village) == before == [1, 1, 1, 2]


def test_what_both_were_asked_for_is_asked_once(commune: Commune, work: Work) -> None:
    before = [held_by(commune.village), held_by(commune.other_village)]
    dissolve_into(
        keeper=commune.clerk, unit=commune.village, successor=commune.other_village, change=CHANGE
    )
    assert held_by(commune.other_village) == [1, 1, 1, 1]
    assert held_by(commune.village) == [0, 0, 0, 1]
    take_back(keeper=commune.clerk, succession=commune.other_village.continues.get())
    assert [held_by(commune.village), held_by(commune.other_village)] == before
