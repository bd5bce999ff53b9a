"""What the plan checker says, and where it keeps silent."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from vinhdanh.intake import Clause, PlanDraft, Signer, TaskDraft, check_plan, read_plan

SEED = Path(__file__).resolve().parent / "data" / "ke-hoach-11-KH-UBND-minh-tien-2024.txt"
GOOD = PlanDraft(
    issuing_body="Ủy ban nhân dân xã Hòa Bình",
    number="05/KH-UBND",
    date=dt.date(2026, 1, 12),
    title="Công tác thi đua, khen thưởng năm 2026",
    year=2026,
    tasks=tuple(
        TaskDraft(
            no=str(quarter),
            content=f"Tổ chức đợt thi đua số {quarter}",
            lead="UBND xã",
            partners=("Các thôn",),
            partners_raw="Các thôn",
            period=f"Quý {('I', 'II', 'III', 'IV')[quarter - 1]}/2026",
        )
        for quarter in (1, 2, 3, 4)
    ),
    recipients=("Sở Nội vụ",),
    signer=Signer("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn An"),
    task_source="table",
)


def codes_of(draft: PlanDraft) -> list[str]:
    return [finding.code for finding in check_plan(draft)]


def with_task(draft: PlanDraft, facts: dict[str, object]) -> PlanDraft:
    tasks = list(draft.tasks)
    tasks[0] = replace(tasks[0], **facts)  # type: ignore[arg-type]
    return replace(draft, tasks=tuple(tasks))


def test_a_good_plan_has_no_findings() -> None:
    assert check_plan(GOOD) == ()


def test_the_seed() -> None:
    found = [(finding.code, finding.where) for finding in read_plan(SEED).findings]
    assert found == [
        ("DUPLICATE_TASK", "dòng 7 và dòng 8"),
        ("LEVEL_MISMATCH", "dòng 5"),
        ("LEVEL_MISMATCH", "dòng 6"),
        ("UNCOVERED_CLAUSE", "mục II.1"),
        ("UNCOVERED_CLAUSE", "mục II.6"),
        ("UNCOVERED_CLAUSE", "mục II.9"),
        ("TYPO", "mục I.2.b"),
        ("TYPO", "mục III.3.b"),
        ("TYPO", "dòng 7"),
        ("TYPO", "dòng 8"),
        ("TYPO", "dòng 11"),
    ]


def test_messages_are_one_sentence_in_plain_words() -> None:
    broken = with_task(
        GOOD, {"content": "Rà soát các các danh sách", "lead": None, "period": "Quý I/2020"}
    )
    for finding in check_plan(replace(broken, number=None, gaps=("trước dòng 3",))):
        assert finding.message.endswith(".")
        assert finding.message[:1].isupper()
        assert finding.where
        assert finding.code not in finding.message


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"lead": None}, "MISSING_FIELD"),
        ({"period": None}, "MISSING_FIELD"),
        ({"content": ""}, "MISSING_FIELD"),
        ({"partners": ("UBND xã", "Các thôn")}, "LEAD_IS_PARTNER"),
        ({"period": "Quý I/2025"}, "PERIOD_OUTSIDE_YEAR"),
        ({"period": "Quý I/2028"}, "PERIOD_OUTSIDE_YEAR"),
        ({"content": "Kế hoạch phát động phong trào thi đua của tỉnh"}, "LEVEL_MISMATCH"),
        ({"content": "Họp Hội đồng Thi đua - Khen thưởng tỉnh"}, "LEVEL_MISMATCH"),
        ({"content": "Tổng kết công tác thi đua, khen thường"}, "TYPO"),
        ({"content": "Tổ chức hội hội nghị tổng kết"}, "TYPO"),
        ({"partners": ("Phòng Nội vụ huyện",)}, "DISTRICT_ABOLISHED"),
    ],
)
def test_one_fault_gives_its_finding(facts: dict[str, object], code: str) -> None:
    assert code in codes_of(with_task(GOOD, facts))


@pytest.mark.parametrize(
    "facts",
    [
        {"content": "Báo cáo kết quả thi đua với Hội đồng Thi đua - Khen thưởng tỉnh"},
        {"content": "Triển khai thực hiện Kế hoạch của Ủy ban nhân dân tỉnh"},
        {"content": "Trồng cây xanh xanh, ngày ngày làm theo Bác"},
        {"content": "Kiện toàn Ban Chỉ đạo cấp tỉnh, cấp xã"},
        {"period": "Năm 2026 và các năm tiếp theo"},
        {"period": "Thường xuyên"},
    ],
)
def test_silence_where_nothing_is_wrong(facts: dict[str, object]) -> None:
    assert codes_of(with_task(GOOD, facts)) == []


def test_duplicates_name_their_rows() -> None:
    twice = replace(GOOD, tasks=(*GOOD.tasks, replace(GOOD.tasks[1], no="5")))
    (finding,) = check_plan(twice)
    assert (finding.code, finding.where) == ("DUPLICATE_TASK", "dòng 2 và dòng 5")


def test_a_quarter_with_nothing() -> None:
    draft = replace(GOOD, tasks=(*GOOD.tasks[:3], replace(GOOD.tasks[0], content="Việc khác")))
    (finding,) = check_plan(draft)
    assert (finding.code, finding.where) == ("EMPTY_QUARTER", "Quý IV")


@pytest.mark.parametrize(
    "periods",
    [
        ("Tháng 3/2026", "T5/2026", "Tháng 7, 8", "Tháng 9"),
        ("Trước ngày 28/02/2026", "15-20/5/2026", "Ngày 1 tháng 7 năm 2026", "Trước 30/9"),
        ("Q1/2026", "Quý II", "03/2026", "Tháng 4 - 8/2026"),
    ],
)
def test_a_quarter_with_nothing_by_month_or_day(periods: tuple[str, ...]) -> None:
    tasks = tuple(
        replace(task, period=period) for task, period in zip(GOOD.tasks, periods, strict=True)
    )
    (finding,) = check_plan(replace(GOOD, tasks=tasks))
    assert (finding.code, finding.where) == ("EMPTY_QUARTER", "Quý IV")


def test_district_bodies_are_fine_before_they_ended() -> None:
    before = replace(GOOD, date=dt.date(2025, 6, 30), recipients=("Phòng Nội vụ huyện",))
    after = replace(before, date=dt.date(2025, 7, 1))
    assert "DISTRICT_ABOLISHED" not in codes_of(before)
    assert "DISTRICT_ABOLISHED" in codes_of(after)


def test_uncovered_clause() -> None:
    body = (
        Clause(1, "II", "II.", "NỘI DUNG", ""),
        Clause(2, "II.1", "1.", "", "Tổ chức các đợt thi đua theo từng quý."),
        Clause(2, "II.2", "2.", "", "Giải quyết khiếu nại, tố cáo của công dân."),
    )
    (finding,) = check_plan(replace(GOOD, body=body))
    assert (finding.code, finding.where) == ("UNCOVERED_CLAUSE", "mục II.2")


def test_no_tasks_is_an_error() -> None:
    (finding,) = check_plan(replace(GOOD, tasks=(), task_source="none"))
    assert (finding.code, finding.severity) == ("NO_TASKS", "error")
