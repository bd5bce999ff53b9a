"""The same plan in every shape a table can take comes out the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.intake import worlds
from tests.intake.worlds import FACTS, HEAD, ROWS

from vinhdanh.intake import PlanDraft, read_plan_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

KEYS = ("no", "content", "lead", "partners_raw", "period")
GROUPS = {0: "I. CÔNG TÁC CHỈ ĐẠO", 4: "II. CÔNG TÁC TUYÊN TRUYỀN", 8: "III. CÔNG TÁC KHEN THƯỞNG"}
GROUP_OF = [GROUPS[at // 4 * 4] for at in range(12)]
RESTARTED = [(str(at % 4 + 1), *row[1:]) for at, row in enumerate(ROWS)]
ADDRESSED = [
    (f"{('I', 'II', 'III')[at // 4]}.{at % 4 + 1}", *row[1:]) for at, row in enumerate(ROWS)
]
QUARTERS = {0: "QUÝ I", 4: "Quý II", 8: "QUÝ III/2026"}
BY_QUARTER = [
    (*row[:4], ("Quý I", "Quý II", "Quý III/2026")[at // 4]) for at, row in enumerate(ROWS)
]
PRODUCTS = (
    "Kế hoạch", "Quyết định", "Bản giao ước", "Kế hoạch", "Tin, bài phát thanh", "Lớp tập huấn",
    "Báo cáo", "Biên bản kiểm tra", "", "Hồ sơ đề nghị", "Báo cáo tổng kết", "Báo cáo",
)  # fmt: skip
WIDE_HEAD = (
    "TT", "Nội dung nhiệm vụ", "Thời gian hoàn thành", "Cơ quan chủ trì thực hiện",
    "Cơ quan phối hợp", "Sản phẩm", "Ghi chú",
)  # fmt: skip
WIDE_KEYS = ("no", "content", "period", "lead", "partners_raw", "product")
WIDE_ROWS = [
    (no, content, period, lead, partners, product, "")
    for (no, content, lead, partners, period), product in zip(ROWS, PRODUCTS, strict=True)
]
WIDTHS = (6, 40, 24, 30, 20)


def tasks_of(draft: PlanDraft, keys: Sequence[str] = KEYS) -> list[tuple[Any, ...]]:
    return [tuple(task.to_json().get(key) or "" for key in keys) for task in draft.tasks]


def read_text(table: str, name: str = "ke-hoach.txt") -> PlanDraft:
    return read_plan_bytes(f"{worlds.front_text()}\n\n{table}\n".encode(), name)


def facts_of(draft: PlanDraft) -> dict[str, Any]:
    data = draft.to_json()
    return {key: data[key] for key in FACTS}


def with_groups(groups: dict[int, str], parts: list[str], between: str) -> str:
    out: list[str] = []
    for at, part in enumerate(parts):
        out.extend([groups[at]] if at in groups else [])
        out.append(part)
    return between.join(out)


def plain_row(row: Sequence[str], width: int = 40) -> str:
    return "\n\n".join("\n".join(worlds.wrapped(cell, width)) for cell in row)


@pytest.mark.parametrize(
    "table",
    [
        worlds.markdown_table(HEAD, ROWS),
        worlds.plain_cells(HEAD, ROWS, 40),
        worlds.plain_cells(HEAD, ROWS, 25),
        worlds.plain_cells(HEAD, ROWS, 18),
        worlds.spaced_table(HEAD, ROWS, WIDTHS),
        worlds.spaced_table(HEAD, ROWS, WIDTHS, centred=True),
        worlds.spaced_table(HEAD, ROWS, WIDTHS, centred=True, blank=True),
    ],
    ids=["markdown", "cells 40", "cells 25", "cells 18", "spaced", "centred", "centred, blank"],
)
def test_text_extracts(table: str) -> None:
    draft = read_text(table)
    assert tasks_of(draft) == list(ROWS)
    assert facts_of(draft) == FACTS


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"merge_down": (2, 3, 4)},
        {"repeat_head_at": 5},
        {"auto_number": True},
        {"groups": GROUPS, "merge_down": (2, 4), "repeat_head_at": 6},
    ],
    ids=["bare", "merged down", "head repeated", "numbered by Word", "groups"],
)
def test_word_files(options: dict[str, Any]) -> None:
    draft = read_plan_bytes(worlds.word_file(**options), "ke-hoach.docx")
    assert tasks_of(draft) == list(ROWS)
    assert facts_of(draft) == FACTS


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "without rules"])
def test_pdf_over_a_page_break(*, ruled: bool) -> None:
    draft = read_plan_bytes(worlds.pdf_file(ruled=ruled), "ke-hoach.pdf")
    assert tasks_of(draft) == list(ROWS)
    assert facts_of(draft) == FACTS
    assert draft.findings == ()


def test_numbers_restarting_in_groups_are_addressed_by_group() -> None:
    plain = "\n\n".join(
        (plain_row(HEAD), with_groups(GROUPS, [plain_row(row) for row in RESTARTED], "\n\n"))
    )
    spaced = "\n".join(
        (
            worlds.spaced_table(HEAD, [], WIDTHS),
            with_groups(GROUPS, [worlds.spaced_table(row, [], WIDTHS) for row in RESTARTED], "\n"),
        )
    )
    drafts = (
        read_plan_bytes(worlds.word_file(rows=RESTARTED, groups=GROUPS), "a.docx"),
        read_plan_bytes(worlds.pdf_file(rows=RESTARTED, groups=GROUPS), "a.pdf"),
        read_text(plain),
        read_text(spaced),
    )
    for draft in drafts:
        assert tasks_of(draft) == ADDRESSED
        assert [task.group for task in draft.tasks] == GROUP_OF


def test_quarter_as_group_gives_the_period() -> None:
    head, rows = HEAD[:4], [row[:4] for row in ROWS]
    plain = "\n\n".join(
        (plain_row(head), with_groups(QUARTERS, [plain_row(row) for row in rows], "\n\n"))
    )
    spaced = "\n".join(
        (
            worlds.spaced_table(head, [], WIDTHS[:4]),
            with_groups(QUARTERS, [worlds.spaced_table(row, [], WIDTHS[:4]) for row in rows], "\n"),
        )
    )
    drafts = (
        read_plan_bytes(worlds.word_file(head, rows, groups=QUARTERS), "a.docx"),
        read_text(plain),
        read_text(spaced),
    )
    for draft in drafts:
        assert tasks_of(draft) == BY_QUARTER


def test_other_order_and_more_columns() -> None:
    wanted = [row[:6] for row in WIDE_ROWS]
    plain = worlds.plain_cells(WIDE_HEAD[:6], wanted, 30)
    drafts = (
        read_text(worlds.markdown_table(WIDE_HEAD, WIDE_ROWS)),
        read_text(plain),
        read_text(worlds.spaced_table(WIDE_HEAD, WIDE_ROWS, (6, 34, 18, 22, 26, 16, 10))),
        read_plan_bytes(worlds.word_file(WIDE_HEAD, WIDE_ROWS), "a.docx"),
    )
    for draft in drafts:
        assert tasks_of(draft, WIDE_KEYS) == wanted


def test_without_number_column() -> None:
    head, rows = HEAD[1:], [row[1:] for row in ROWS]
    drafts = (
        read_text(worlds.markdown_table(head, rows)),
        read_text(worlds.plain_cells(head, rows, 40)),
        read_text(worlds.spaced_table(head, rows, WIDTHS[1:])),
        read_text(worlds.spaced_table(head, rows, WIDTHS[1:], blank=True)),
        read_plan_bytes(worlds.word_file(head, rows), "a.docx"),
    )
    for draft in drafts:
        assert tasks_of(draft, KEYS[1:]) == rows
        assert [task.no for task in draft.tasks] == [row[0] for row in ROWS]


def test_quarter_columns_with_ticks() -> None:
    head = ("STT", "Nội dung công việc", "Đơn vị chủ trì", "Quý I", "Quý II", "Quý III", "Quý IV")
    rows = (
        ("1", "Ban hành kế hoạch năm", "UBND xã", "x", "", "", ""),
        ("2", "Tập huấn nghiệp vụ", "Phòng Văn hóa - Xã hội", "", "x", "x", ""),
    )
    draft = read_text(worlds.markdown_table(head, rows))
    assert [task.period for task in draft.tasks] == ["Quý I", "Quý II, Quý III"]


def test_two_row_head_with_a_merged_cell() -> None:
    head = ("STT", "Nội dung", "Phân công", "", "Thời gian")
    rows = (
        ("", "", "Chủ trì", "Phối hợp", ""),
        ("1", "Ban hành kế hoạch", "UBND xã", "Các thôn", "Quý I"),
        ("2", "Phát động thi đua", "UBND xã", "Các trường học", "Quý II"),
    )
    draft = read_text(worlds.markdown_table(head, rows))
    assert tasks_of(draft) == list(rows[1:])


def test_lost_rows_are_told_with_their_place() -> None:
    rows = [row for row in ROWS if row[0] not in {"4", "5"}]
    for draft in (
        read_text(worlds.markdown_table(HEAD, rows)),
        read_text(worlds.plain_cells(HEAD, rows)),
    ):
        found = [finding.where for finding in draft.findings if finding.code == "MISSING_ROWS"]
        assert found == ["trước dòng 6"]
        assert tasks_of(draft) == rows


def test_lost_group_head_leaves_the_group_open() -> None:
    rows = [("1", *ROWS[0][1:]), ("2", *ROWS[1][1:]), ("2", *ROWS[2][1:]), ("3", *ROWS[3][1:])]
    draft = read_plan_bytes(worlds.word_file(rows=rows, groups={0: "I. CHỈ ĐẠO"}), "a.docx")
    assert [task.no for task in draft.tasks] == ["I.1", "I.2", "?.2", "?.3"]
    assert [task.group for task in draft.tasks] == ["I. CHỈ ĐẠO", "I. CHỈ ĐẠO", None, None]
    assert [finding.code for finding in draft.findings if "ROWS" in finding.code] == [
        "MISSING_ROWS"
    ]
