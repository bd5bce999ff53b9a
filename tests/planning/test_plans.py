from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from tests.factories.planning import make_document, make_plan, make_task
from tests.scenarios.plans import SEED_ROWS, confirmed, imported, seed_draft
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.intake import PlanDraft, TaskDraft
from vinhdanh.kernel import files
from vinhdanh.kernel.errors import StaleError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.organizations.enums import UnitKind
from vinhdanh.organizations.models import Unit
from vinhdanh.organizations.services.units import found_unit
from vinhdanh.planning.models import Plan, PlanFinding
from vinhdanh.planning.office_checks import NO_YEAR
from vinhdanh.planning.services.plans import (
    confirm_plan,
    correct_plan,
    discard_plan,
    import_plan,
)
from vinhdanh.records.models import OfficialDocument

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor

NOT_THE_CLERK = (
    "Anh/chị chưa có quyền nhập và sửa kế hoạch: việc này của Công chức phụ trách thi đua."
)
FROZEN = "Kế hoạch 11/KH-UBND đã xác nhận nên không sửa được nữa: hãy lập kế hoạch bổ sung."
STALE = "Người khác vừa sửa kế hoạch này: hãy xem bản mới rồi làm lại thay đổi của anh/chị."
ELSEWHERE = "Việc này thuộc cơ quan khác."


def confirm(commune: Commune, plan: Plan, *, actor: Actor | None = None) -> Plan:
    return confirm_plan(actor=actor or commune.chair, plan=plan, expected_version=plan.version)


def correct(commune: Commune, plan: Plan, *, version: int = 1, **changes: Any) -> Plan:
    return correct_plan(actor=commune.clerk, plan=plan, changes=changes, expected_version=version)


# --- importing ---------------------------------------------------------------------------------


def test_only_the_clerk_imports(commune: Commune) -> None:
    with refused(NOT_THE_CLERK, error=NotAllowedError):
        import_plan(actor=commune.chair, draft=seed_draft(), source_name="a.txt", source=b"")


def test_an_imported_plan_is_the_draft(commune: Commune) -> None:
    council = found_unit(
        name="Hội đồng Thi đua – Khen thưởng xã",
        kind=UnitKind.COUNCIL,
        parent=commune.body,
        takes_part=False,
    )
    plan = imported(commune)
    assert (plan.state, plan.number, plan.issued_on, plan.year, plan.document) == (
        "draft",
        "11/KH-UBND",
        dt.date(2024, 1, 10),
        2024,
        None,
    )
    assert plan.recipients == ["Phòng Nội vụ huyện", "Các thôn", "Lưu: VT"]
    assert (plan.signer_position, plan.signer_name) == ("CHỦ TỊCH", "Ngô Văn Quyên")
    ends = {"Quý I/2024": (3, 31), "Quý II/2024": (6, 30), "Quý III/2024": (9, 30)}
    assert [
        (task.no, task.content, task.due_on, task.lead_unit, task.fulfilment)
        for task in plan.tasks.all()
    ] == [
        (
            str(number),
            content,
            dt.date(2024, *ends.get(period, (12, 31))),
            council if lead.startswith("Hội đồng") else commune.body,
            kind,
        )
        for number, (content, lead, period, kind) in enumerate(SEED_ROWS, start=1)
    ]
    assert [str(found) for found in plan.findings.all()] == ["Nhiệm vụ 7 và 8 trùng nhau."]
    assert (plan.source_name, files.load(plan.source_path)) == ("ke-hoach-11.TXT", b"11/KH-UBND")
    assert plan.source_path.endswith(".txt")
    assert [event.sentence for event in history_of(plan)] == [
        "nhập kế hoạch từ tệp ke-hoach-11.TXT, 11 nhiệm vụ"
    ]


def test_an_almost_empty_draft_is_taken_in_too(commune: Commune) -> None:
    plan = import_plan(actor=commune.clerk, draft=PlanDraft(), source_name="a.exe", source=b"x")
    assert (plan.year, plan.title, plan.number, plan.issued_on) == (None, "", "", None)
    assert plan.source_path.endswith(".bin")
    assert str(plan) == "Kế hoạch chưa có số chưa rõ năm"
    assert [(found.code, found.message) for found in plan.findings.all()] == [
        ("MISSING_FIELD", NO_YEAR)
    ]


def test_a_plan_without_year_and_date_waits_for_its_year(commune: Commune) -> None:
    rows = tuple(replace(row, period="Quý I") for row in seed_draft().tasks)
    plan = imported(commune, replace(seed_draft(), date=None, year=None, tasks=rows))
    assert plan.year is None
    assert not plan.tasks.exclude(due_on=None).exists()
    plan = correct(commune, plan, issued_on=dt.date(2024, 1, 10))
    assert plan.findings.filter(message=NO_YEAR).exists()
    with refused("Kế hoạch chưa ghi năm: hãy ghi năm rồi xác nhận.", field="year"):
        confirm(commune, plan)
    plan = correct(commune, plan, version=2, year=2024)
    assert not plan.findings.filter(message=NO_YEAR).exists()
    assert {task.due_on for task in plan.tasks.all()} == {dt.date(2024, 3, 31)}
    assert confirm(commune, plan).is_frozen


def test_a_long_plan_is_taken_in_whole_and_refused_where_the_register_has_no_room(
    commune: Commune,
) -> None:
    long = "Thi đua " * 100
    rows = (TaskDraft(no="1" * 30, content=long, lead=long, period=long, group=long, product=long),)
    draft = replace(seed_draft(), title=long, issuing_body=long, tasks=rows)
    plan = imported(commune, draft)
    assert (plan.title, plan.tasks.get().lead) == (long, long)
    with refused("Trích yếu dài 799 ký tự, quá mức 500 ký tự: hãy viết ngắn lại.", field="title"):
        confirm(commune, plan)
    plan = correct(commune, plan, title="Thi đua", signer_name="Quyên" * 11)
    with refused(
        "Người ký dài 55 ký tự, quá mức 50 ký tự: hãy viết ngắn lại.", field="signer_name"
    ):
        confirm(commune, plan)
    plan = correct(commune, plan, version=2, signer_name="", number="11/" + "K" * 31)
    with refused("Ký hiệu dài 31 ký tự, quá mức 30 ký tự: hãy viết ngắn lại.", field="number"):
        confirm(commune, plan)


def test_units_are_found_among_those_of_the_plans_day(commune: Commune) -> None:
    Unit.objects.filter(pk=commune.village.pk).update(valid_to=dt.date(2024, 1, 1))
    rows = seed_draft().tasks[:1]
    draft = replace(seed_draft(), tasks=(replace(rows[0], lead="Thôn Phạm Xá"),))
    assert imported(commune, draft).tasks.get().lead_unit is None
    undated = replace(draft, date=None)
    assert imported(commune, undated).tasks.get().lead_unit == commune.village


def test_leads_are_found_with_the_communes_name_behind(commune: Commune) -> None:
    leads = ("Hội LHPN xã Minh Tiến", "Thôn Phạm Xá, xã Minh Tiến", "Hội LHPN xã Tống Phan")
    rows = tuple(replace(seed_draft().tasks[0], lead=lead) for lead in leads)
    plan = imported(commune, replace(seed_draft(), tasks=rows))
    assert [task.lead_unit for task in plan.tasks.all()] == [commune.women, commune.village, None]


# --- correcting --------------------------------------------------------------------------------


def test_only_the_clerk_of_the_commune_corrects(commune: Commune) -> None:
    plan = imported(commune)
    with refused(NOT_THE_CLERK, error=NotAllowedError):
        correct_plan(actor=commune.chair, plan=plan, changes={"title": "Khác"}, expected_version=1)
    with refused(ELSEWHERE, error=NotAllowedError):
        correct_plan(
            actor=commune.outsider, plan=plan, changes={"title": "Khác"}, expected_version=1
        )


def test_a_stale_correction_is_refused(commune: Commune) -> None:
    plan = imported(commune)
    correct(commune, plan, title="Công tác khác")
    with refused(STALE, error=StaleError):
        correct(commune, plan, title="Công tác thứ ba")


def test_a_frozen_plan_is_not_corrected(commune: Commune) -> None:
    plan = make_plan(commune.body)
    with refused(FROZEN):
        correct(commune, plan, title="Khác")


def test_days_that_follow_from_the_period_follow_the_year(commune: Commune) -> None:
    rows = tuple(replace(seed_draft().tasks[0], period=words) for words in ("Quý I", "Quý I/2024"))
    plan = imported(commune, replace(seed_draft(), tasks=(*rows, rows[0])))
    plan.tasks.filter(order=3).update(due_on=dt.date(2024, 2, 20))
    correct(commune, plan, year=2025)
    assert [task.due_on for task in plan.tasks.all()] == [
        dt.date(2025, 3, 31),
        dt.date(2024, 3, 31),
        dt.date(2024, 2, 20),
    ]


def test_what_only_the_reader_saw_is_still_known_after_a_correction(commune: Commune) -> None:
    draft = replace(seed_draft(), gaps=("trước dòng 3",), task_source="duties")
    plan = imported(commune, draft)
    correct(commune, plan, title="Thi đua năm 2024")
    codes = list(plan.findings.values_list("code", flat=True))
    assert "MISSING_ROWS" in codes
    assert "NO_TABLE" in codes


def test_only_fields_of_the_head_are_corrected(commune: Commune) -> None:
    plan = imported(commune)
    with pytest.raises(ValueError, match="state"):
        correct(commune, plan, state="confirmed")


def test_a_correction_is_kept_told_and_checked_again(commune: Commune) -> None:
    plan = imported(commune)
    plan = correct(commune, plan, title="Thi đua năm 2024", signer_name="Ngô Văn Quyên")
    assert (plan.version, plan.title) == (2, "Thi đua năm 2024")
    event = history_of(plan)[0]
    assert event.details == {
        "title": ["Công tác thi đua, khen thưởng năm 2024", "Thi đua năm 2024"]
    }
    codes = set(PlanFinding.objects.filter(plan=plan).values_list("code", flat=True))
    assert codes
    assert not plan.findings.filter(message="Nhiệm vụ 7 và 8 trùng nhau.").exists()


# --- confirming --------------------------------------------------------------------------------


def test_only_the_office_confirms(commune: Commune) -> None:
    plan = imported(commune)
    with refused(
        "Anh/chị chưa có quyền xác nhận kế hoạch: việc này của Công chức phụ trách thi đua và"
        " Chủ tịch.",
        error=NotAllowedError,
    ):
        confirm(commune, plan, actor=commune.village_head)
    with refused(ELSEWHERE, error=NotAllowedError):
        confirm(commune, plan, actor=commune.outsider)


@pytest.mark.parametrize(
    ("lost", "sentence", "field"),
    [
        (
            {"issued_on": None},
            "Kế hoạch chưa có ngày ban hành: hãy ghi ngày rồi xác nhận.",
            "issued_on",
        ),
        ({"title": ""}, "Kế hoạch chưa có trích yếu: hãy ghi rồi xác nhận.", "title"),
        ({"year": None}, "Kế hoạch chưa ghi năm: hãy ghi năm rồi xác nhận.", "year"),
        (
            {"issued_on": dt.date(2024, 6, 25)},
            (
                "Ngày ban hành 25/06/2024 chưa tới: hãy kiểm tra lại ngày, hoặc đợi đến ngày đó rồi"
                " xác nhận."
            ),
            "issued_on",
        ),
        (
            {"number": "1234567/KH-UBND"},
            (
                "Số ký hiệu “1234567/KH-UBND” có số dài quá 6 chữ số: hãy đối chiếu với bản giấy"
                " rồi ghi lại, ví dụ 11/KH-UBND."
            ),
            "number",
        ),
        (
            {"number": "số 11"},
            "Số ký hiệu “số11” chưa đúng: hãy ghi như 11/KH-UBND, hoặc để trống để cấp số mới.",
            "number",
        ),
    ],
)
def test_a_plan_lacks_nothing_when_it_is_confirmed(
    commune: Commune, lost: dict[str, Any], sentence: str, field: str
) -> None:
    plan = imported(commune)
    Plan.objects.update(**lost)
    with refused(sentence, field=field):
        confirm(commune, plan)


def test_a_plan_without_tasks_is_not_confirmed(commune: Commune) -> None:
    plan = make_plan(commune.body, is_confirmed=False)
    with refused("Kế hoạch chưa có nhiệm vụ nào: hãy thêm nhiệm vụ rồi xác nhận."):
        confirm(commune, plan)


def test_a_year_has_one_plan(commune: Commune) -> None:
    first = make_plan(commune.body)
    plan = imported(commune)
    with refused(
        "Năm 2024 đã có kế hoạch 11/KH-UBND: hãy kiểm tra lại năm của kế hoạch này.", field="year"
    ):
        confirm(commune, plan)
    assert first.document is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        Plan.objects.filter(pk=plan.pk).update(
            state="confirmed", document=make_document(commune.body, 12)
        )


def test_a_number_that_is_taken_is_refused(commune: Commune) -> None:
    plan = imported(commune)
    OfficialDocument.objects.create(
        body=commune.body,
        kind="plan",
        number=11,
        symbol="KH-UBND",
        year=2024,
        issued_on=dt.date(2024, 1, 9),
    )
    with refused(
        "Sổ văn bản đi năm 2024 đã có số 11/KH-UBND: hãy kiểm tra lại số ký hiệu.", field="number"
    ):
        confirm(commune, plan)


def test_a_stale_or_second_confirmation_is_refused(commune: Commune) -> None:
    plan = imported(commune)
    with refused(STALE, error=StaleError):
        confirm_plan(actor=commune.chair, plan=plan, expected_version=2)
    frozen = make_plan(commune.body)
    with refused(FROZEN):
        confirm(commune, frozen)


def test_a_confirmed_plan_is_in_the_register_with_its_papers(commune: Commune) -> None:
    plan = confirmed(commune)
    document = plan.document
    assert document is not None
    assert (plan.state, plan.is_frozen, plan.version, document.code) == (
        "confirmed",
        True,
        2,
        "11/KH-UBND",
    )
    assert (document.numbered_outside, document.signer_name) == (True, "Ngô Văn Quyên")
    assert [each.title for each in document.files.all()] == [
        "Kế hoạch 11-KH-UBND.pdf",
        "Kế hoạch 11-KH-UBND.docx",
    ]
    assert [receipt.unit for receipt in document.receipts.order_by("unit__order")] == list(
        commune.units
    )
    assert history_of(plan)[0].sentence == "xác nhận Kế hoạch 11/KH-UBND năm 2024"


def test_a_plan_without_a_number_takes_the_next(commune: Commune) -> None:
    plan = make_plan(commune.body, is_confirmed=False)
    make_task(plan)
    assert confirm(commune, plan).number == "01/KH-UBND"


def test_a_plan_has_its_document_exactly_when_confirmed(commune: Commune) -> None:
    imported(commune)
    with pytest.raises(IntegrityError), transaction.atomic():
        Plan.objects.update(state="confirmed")


# --- throwing away -----------------------------------------------------------------------------


def test_a_plan_in_force_is_not_thrown_away_nor_by_others(commune: Commune) -> None:
    frozen = make_plan(commune.body)
    with refused(FROZEN):
        discard_plan(actor=commune.clerk, plan=frozen)
    plan = imported(commune)
    with refused(NOT_THE_CLERK, error=NotAllowedError):
        discard_plan(actor=commune.chair, plan=plan)
    with refused(ELSEWHERE, error=NotAllowedError):
        discard_plan(actor=commune.outsider, plan=plan)


def test_a_plan_thrown_away_leaves_its_trace(commune: Commune) -> None:
    plan = imported(commune)
    history = list(history_of(plan))
    discard_plan(actor=commune.clerk, plan=plan)
    assert not Plan.objects.exists()
    plan.pk = history[0].object_id
    told = history_of(plan)
    assert (told[0].sentence, told.count()) == ("bỏ bản đọc từ tệp ke-hoach-11.TXT", 2)
