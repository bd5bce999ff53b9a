"""A small year counted by hand, and the same year counted by the program."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from tests.factories.planning import make_document, make_plan, make_task
from tests.scenarios.commune import (
    PERIOD,
    YEAR,
    appraised,
    decided,
    drafted,
    opened,
    person_of,
    registered,
    sent,
    village_rows,
    voted,
)

from vinhdanh.decisions.services import issuing
from vinhdanh.emulation.enums import MovementKind
from vinhdanh.emulation.models import Registration
from vinhdanh.emulation.services.movements import launch_movement, sign_pledge
from vinhdanh.nominations.services.submissions import Proposal
from vinhdanh.organizations.services.recipients import recipient_for_person
from vinhdanh.planning.enums import FulfilmentKind
from vinhdanh.reports.papers import (
    commendation_sentences,
    leadership_sentences,
    movement_sentences,
)
from vinhdanh.reports.queries.figures import Figures, HonourCount, figures

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_django import Settings
    from tests.scenarios.commune import Commune

CUT_OFF = dt.date(2024, 6, 24)
PLAN = (
    "Kế hoạch năm 2024 có 3 nhiệm vụ; tính đến khi lập báo cáo đã hoàn thành 1 nhiệm vụ, 1 nhiệm vụ"
    " quá hạn."
)
WORK = (
    "Trong kỳ đã ban hành {documents} văn bản; Hội đồng Thi đua - Khen thưởng họp {meetings} phiên"
    " xét khen thưởng."
)
NOTHING = Figures(
    year=YEAR,
    until=CUT_OFF,
    units=4,
    units_registered=0,
    movements=(),
    pledges_signed=0,
    pledges_asked=0,
    documents=0,
    meetings=0,
    nominations=0,
    decisions=0,
    honours=(),
    women=0,
    direct_workers=0,
    prize_total=0,
    tasks=0,
    tasks_done=0,
    tasks_overdue=0,
)


def year_of(commune: Commune) -> None:
    """Let the half year happen.

    Registered: 4 of 4 units. One movement, one pledge signed of four.
    Proposed: Đức (man, direct worker), thôn Phạm Xá, the family Mến, Lụa (woman); all honoured
    on 24 June: 270,000 + 540,000 + nothing known + 540,000 (LĐTT, 0.3) = 1,350,000 đ.
    Plan: issued (done), one task overdue since March, one due in December.
    Documents: the plan, the decision, one letter of February; one of last year does not count.
    """
    registered(commune)
    movement = launch_movement(
        actor=commune.clerk,
        kind=MovementKind.REGULAR,
        title="Chung sức",
        launched_on=dt.date(2024, 2, 19),
    )
    sign_pledge(
        actor=commune.village_head,
        movement=movement,
        unit=commune.village,
        signed_on=dt.date(2024, 2, 20),
    )
    lua = Proposal(
        recipient_for_person(person_of(commune.women_head)),
        "Chủ tịch Hội",
        "lao-dong-tien-tien",
        "Hoàn thành tốt nhiệm vụ",
        PERIOD,
    )
    rows = [*village_rows(commune), lua]
    submission = appraised(commune, sent(commune, rows=rows))
    decided(commune, drafted(commune, voted(commune, opened(commune, submission))))
    plan = make_plan(commune.body)
    make_task(plan, FulfilmentKind.PLAN_ISSUED, due_on=dt.date(2024, 3, 31))
    make_task(plan, due_on=dt.date(2024, 3, 31))
    make_task(plan, due_on=dt.date(2024, 12, 31))
    make_document(commune.body, 1, issued_on=dt.date(2024, 2, 1))
    make_document(commune.body, 1, issued_on=dt.date(2023, 12, 31))


@pytest.fixture
def counted(commune: Commune, monkeypatch: pytest.MonkeyPatch) -> Commune:
    monkeypatch.setattr(issuing, "decision_files", lambda _: [])
    year_of(commune)
    return commune


def test_a_year_in_which_nothing_happened(commune: Commune) -> None:
    assert figures(commune.body, year=YEAR, until=CUT_OFF) == NOTHING
    assert figures(commune.outsider.body, year=YEAR, until=CUT_OFF).units == 1
    assert leadership_sentences(NOTHING) == (
        "Tính đến khi lập báo cáo chưa có kế hoạch năm 2024 trong hệ thống.",
        WORK.format(documents=0, meetings=0),
    )
    assert movement_sentences(NOTHING) == (
        "Có 0/4 đơn vị đăng ký thi đua năm 2024.",
        "Trong kỳ chưa phát động phong trào thi đua nào.",
    )
    assert commendation_sentences(NOTHING) == (
        "Đã tiếp nhận 0 đề nghị; chưa có quyết định khen thưởng.",
    )


def test_the_figures_are_those_counted_by_hand(counted: Commune) -> None:
    found = figures(counted.body, year=YEAR, until=CUT_OFF)
    assert found == Figures(
        year=YEAR,
        until=CUT_OFF,
        units=4,
        units_registered=4,
        movements=("Chung sức",),
        pledges_signed=1,
        pledges_asked=4,
        documents=3,
        meetings=1,
        nominations=4,
        decisions=1,
        honours=(
            HonourCount("Gia đình văn hóa", 0, 0, 1),
            HonourCount("Giấy khen", 1, 1, 0),
            HonourCount("Lao động tiên tiến", 1, 0, 0),
        ),
        women=1,
        direct_workers=1,
        prize_total=1_350_000,
        tasks=3,
        tasks_done=1,
        tasks_overdue=1,
    )
    assert found.honours_total == 4
    stored = found.to_json()
    assert (stored["until"], stored["prize_total"]) == ("2024-06-24", 1_350_000)


def test_the_sentences_say_the_figures(counted: Commune) -> None:
    found = figures(counted.body, year=YEAR, until=CUT_OFF)
    sentences = [
        *leadership_sentences(found),
        *movement_sentences(found),
        *commendation_sentences(found),
    ]
    assert sentences == [
        PLAN,
        WORK.format(documents=3, meetings=1),
        "Có 4/4 đơn vị đăng ký thi đua năm 2024.",
        "Đã phát động 1 phong trào: “Chung sức”; 1/4 giao ước đã được ký.",
        "Đã tiếp nhận 4 đề nghị khen thưởng; ban hành 1 quyết định, khen thưởng 4 trường hợp.",
        "Trong 2 cá nhân được khen thưởng có 1 nữ và 1 người lao động trực tiếp.",
        "Tổng tiền thưởng theo quyết định là 1.350.000 đ.",
    ]


def test_what_happens_on_the_cut_off_counts_and_after_it_not(counted: Commune) -> None:
    eve = figures(counted.body, year=YEAR, until=CUT_OFF - dt.timedelta(days=1))
    assert (eve.documents, eve.meetings, eve.nominations, eve.decisions, eve.honours) == (
        2,
        0,
        0,
        0,
        (),
    )
    before = figures(counted.body, year=YEAR, until=dt.date(2024, 2, 19))
    assert (before.movements, before.pledges_signed, before.pledges_asked) == (
        ("Chung sức",),
        0,
        4,
    )
    assert figures(counted.body, year=YEAR, until=dt.date(2024, 2, 18)).movements == ()


def test_a_registration_counts_from_the_day_it_is_accepted(
    commune: Commune, settings: Settings
) -> None:
    settings.TODAY = "2024-03-15T23:30"
    registered(commune)
    days = [dt.date(2024, 3, 14), dt.date(2024, 3, 15)]
    assert [figures(commune.body, year=YEAR, until=day).units_registered for day in days] == [
        0,
        4,
    ]
    Registration.objects.update(state="sent", accepted_at=None)
    assert figures(commune.body, year=YEAR, until=CUT_OFF).units_registered == 0


def test_another_year_and_another_commune_count_their_own(
    counted: Commune, set_today: Callable[[dt.date], None]
) -> None:
    next_year = figures(counted.body, year=2025, until=dt.date(2025, 6, 30))
    assert (next_year.documents, next_year.honours, next_year.tasks) == (0, (), 0)
    other = figures(counted.outsider.body, year=YEAR, until=CUT_OFF)
    assert (other.documents, other.honours, other.tasks, other.nominations) == (0, (), 0, 0)
