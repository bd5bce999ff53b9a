from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.scenarios.commune import CERTIFICATE, TODAY, sent, village_rows, written
from tests.scenarios.refusal import refused

from vinhdanh.kernel.errors import StaleError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.lawbook import honour
from vinhdanh.nominations.enums import CommendationKind, NominationState, Procedure
from vinhdanh.nominations.procedures import cases_for, first_choice
from vinhdanh.nominations.services.procedures import choose_procedure
from vinhdanh.nominations.services.submissions import add_nomination, open_submission
from vinhdanh.nominations.services.transitions import take_step
from vinhdanh.nominations.workflow import LAW_2022, LAW_2026

if TYPE_CHECKING:
    from pytest_django import Settings
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.nominations.models import Nomination

SUDDEN = "thanh-tich-dot-xuat"
FOUND = "nguoi-dung-dau-phat-hien"
TITLE = "lao-dong-tien-tien"


def choose(
    nomination: Nomination,
    actor: Actor,
    procedure: Procedure = Procedure.SIMPLIFIED,
    **given: str | int,
) -> Nomination:
    return choose_procedure(
        actor=actor,
        nomination=nomination,
        procedure=procedure,
        **{"case": FOUND, "reason": "Vừa phát hiện", **given},  # type: ignore[arg-type]
    )


# --- what the law offers -----------------------------------------------------------------------


def test_a_title_has_no_simplified_procedure() -> None:
    assert cases_for(honour(TITLE, as_of=TODAY), as_of=TODAY) == ()


def test_before_2024_no_case_was_read() -> None:
    day = dt.date(2023, 12, 31)
    law = honour(CERTIFICATE, as_of=TODAY)
    assert first_choice(CommendationKind.SUDDEN, law, as_of=day).procedure == Procedure.REGULAR


@pytest.mark.parametrize(
    ("kind", "case"),
    [
        (CommendationKind.MERIT, ""),
        (CommendationKind.THEMATIC, ""),
        (CommendationKind.SUDDEN, SUDDEN),
        (CommendationKind.DEDICATION, "cong-hien-nien-han-doi-ngoai"),
        (CommendationKind.LONG_SERVICE, "cong-hien-nien-han-doi-ngoai"),
        (CommendationKind.FOREIGN, "cong-hien-nien-han-doi-ngoai"),
    ],
)
def test_the_kind_and_the_law_choose(kind: CommendationKind, case: str) -> None:
    choice = first_choice(kind, honour(CERTIFICATE, as_of=TODAY), as_of=TODAY)
    assert (choice.procedure == Procedure.SIMPLIFIED, choice.case) == (bool(case), case)
    assert choice.since == LAW_2022


def test_a_new_nomination_keeps_the_table_of_its_day(commune: Commune) -> None:
    found = []
    for day in (TODAY, LAW_2026):
        submission = open_submission(
            actor=commune.village_head,
            unit=commune.village,
            year=day.year,
            kind=CommendationKind.SUDDEN,
            title="Cứu người",
        )
        row = replace(village_rows(commune)[0], period=f"ngày {day}")
        nomination = add_nomination(
            actor=commune.village_head, submission=submission, proposal=row, as_of=day
        )
        found.append((nomination.procedure, nomination.procedure_case, nomination.procedure_since))
    assert found == [("simplified", SUDDEN, LAW_2022), ("simplified", SUDDEN, LAW_2026)]


# --- choosing ----------------------------------------------------------------------------------


def test_others_do_not_choose(commune: Commune) -> None:
    nomination = sent(commune).nominations.all()[0]
    for actor in (commune.accountant, commune.chair):
        with refused(
            "Anh/chị chưa có quyền thẩm định đề nghị: việc này của Công chức phụ trách thi đua."
        ):
            choose(nomination, actor)
    with refused("Hồ sơ này thuộc cơ quan khác."):
        choose(nomination, commune.outsider)


def test_what_is_before_the_council_keeps_its_procedure(commune: Commune) -> None:
    nomination = sent(commune).nominations.all()[0]
    type(nomination).objects.update(state=NominationState.BEFORE_COUNCIL)
    with refused("Hồ sơ của Phạm Văn Đức đang trình hội đồng nên không đổi thủ tục được ở đây."):
        choose(nomination, commune.clerk)


def test_the_clerk_says_why(commune: Commune) -> None:
    nomination = sent(commune).nominations.all()[0]
    with refused(
        "Chưa ghi lý do đổi thủ tục: hãy ghi một câu, đơn vị sẽ đọc câu này.", field="reason"
    ):
        choose(nomination, commune.clerk, reason=" ")


def test_a_case_of_the_law_is_named(commune: Commune) -> None:
    nomination = sent(commune).nominations.all()[0]
    for case in ("", "khac"):
        with refused(
            "Chưa chọn trường hợp được áp dụng thủ tục đơn giản: hãy chọn một trường hợp trong"
            " danh sách.",
            field="case",
        ):
            choose(nomination, commune.clerk, case=case)


def test_a_title_goes_through_the_council(commune: Commune) -> None:
    row = replace(village_rows(commune)[0], honour=TITLE)
    nomination = written(commune, rows=[row]).nominations.get()
    with refused(
        "Quy định ngày 24/06/2024 không có thủ tục đơn giản cho Lao động tiên tiến: hãy để hồ sơ"
        " xét qua Hội đồng.",
        field="case",
    ):
        choose(nomination, commune.village_head)


def test_a_stale_choice_tells_what_changed(commune: Commune, settings: Settings) -> None:
    settings.TODAY = "2024-06-24T08:00"
    nomination = sent(commune).nominations.all()[0]
    version = nomination.version
    take_step(actor=commune.clerk, nomination=nomination, name="receive")
    with refused(
        "Nguyễn Thị Hạnh vừa tiếp nhận hồ sơ của Phạm Văn Đức lúc 08:00 ngày 24/06/2024: hãy xem"
        " bản mới rồi làm tiếp.",
        error=StaleError,
    ):
        choose(nomination, commune.clerk, expected_version=version)


def test_the_choice_is_told_and_the_chair_decides(commune: Commune) -> None:
    nomination = choose(sent(commune).nominations.all()[0], commune.clerk)
    assert (nomination.procedure, nomination.procedure_case) == ("simplified", FOUND)
    assert history_of(nomination)[0].sentence == (
        "chọn cách “thủ tục đơn giản” cho hồ sơ của Phạm Văn Đức vì: Vừa phát hiện"
    )
    take_step(actor=commune.clerk, nomination=nomination, name="appraise", reason="đã xem")
    nomination = take_step(actor=commune.chair, nomination=nomination, name="approve_directly")
    assert nomination.state == NominationState.APPROVED
    assert history_of(nomination)[0].sentence == ("đồng ý khen thưởng theo hồ sơ của Phạm Văn Đức")


def test_the_unit_chooses_while_it_writes_and_may_choose_back(commune: Commune) -> None:
    nomination = choose(written(commune).nominations.all()[0], commune.village_head, reason="")
    nomination = choose(nomination, commune.village_head, Procedure.REGULAR, reason="")
    assert (nomination.procedure, nomination.procedure_case) == ("regular", "")
