"""Plans as communes of 2026 write them: tabs, several tables, cells that hold two facts."""

# ruff: noqa: E501 - plans are quoted as they stand

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, TypeAlias

import docx
import pytest
from tests.intake import worlds
from tests.intake.worlds import HEAD, ROWS

from vinhdanh.intake import PlanDraft, read_plan_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

KEYS = ("no", "content", "lead", "partners_raw", "period")
Item: TypeAlias = "str | tuple[Sequence[str], Sequence[Sequence[str]]]"


def tasks_of(draft: PlanDraft, keys: Sequence[str] = KEYS) -> list[tuple[Any, ...]]:
    return [tuple(task.to_json().get(key) or "" for key in keys) for task in draft.tasks]


def codes_of(draft: PlanDraft) -> list[str]:
    return [finding.code for finding in draft.findings]


def read_text(table: str) -> PlanDraft:
    return read_plan_bytes(f"{worlds.front_text()}\n\n{table}\n".encode(), "ke-hoach.txt")


def tabbed(*rows: Sequence[str]) -> str:
    return "\n".join("\t".join(row) for row in rows)


def word_file(*items: Item, merged: Sequence[tuple[int, int, int]] = ()) -> PlanDraft:
    """Read a Word file of paragraphs and tables; `merged` are (column, first row, last row)."""
    document = docx.Document()
    for text in worlds.front_text().split("\n"):
        document.add_paragraph(text)
    for item in items:
        if isinstance(item, str):
            document.add_paragraph(item)
            continue
        table = document.add_table(0, len(item[0]))
        for row in (item[0], *item[1]):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        for column, first, last in merged:
            kept = table.cell(first, column).text
            table.cell(first, column).merge(table.cell(last, column)).text = kept
    stream = io.BytesIO()
    document.save(stream)
    return read_plan_bytes(stream.getvalue(), "ke-hoach.docx")


def test_cells_parted_by_tabs() -> None:
    draft = read_text(tabbed(HEAD, *ROWS) + "\n\nTrên đây là Kế hoạch./.")
    assert tasks_of(draft) == list(ROWS)
    assert codes_of(draft) == []


def test_tabs_with_wrapped_cells_and_wrapped_head() -> None:
    head = (
        "\t".join(HEAD).replace("Nội dung công", "Nội dung\ncông").replace("Đơn vị p", "Đơn vị\np")
    )
    rows = "\n".join("\t".join("\n".join(worlds.wrapped(cell, 22)) for cell in row) for row in ROWS)
    assert tasks_of(read_text(f"{head}\n{rows}\n")) == list(ROWS)


def test_tabs_with_groups_and_empty_cells() -> None:
    rows = [(*row[:3], "", "") if row[0] == "5" else row for row in ROWS]
    lines = [tabbed(row).rstrip("\t") for row in rows]
    lines.insert(6, "II\tCÔNG TÁC KHEN THƯỞNG")
    lines.insert(0, "I. CÔNG TÁC THI ĐUA")
    draft = read_text("\n".join([tabbed(HEAD), *lines]))
    assert tasks_of(draft) == rows
    assert [draft.tasks[0].group, draft.tasks[-1].group] == [
        "I. CÔNG TÁC THI ĐUA",
        "II. CÔNG TÁC KHEN THƯỞNG",
    ]


TARGETS = (
    ("TT", "Nội dung chỉ tiêu", "Đơn vị tính", "Chỉ tiêu năm 2026", "Đơn vị thực hiện"),
    [("1", "Tập thể Lao động tiên tiến", "Tập thể", "12", "UBND xã"), ("2", "Gia đình văn hóa", "%", "92", "Các thôn")],
)  # fmt: skip
FIGURES = (("TT", "Danh hiệu", "Năm 2025", "Năm 2026"), [("1", "Lao động tiên tiến", "30", "35"), ("2", "Chiến sĩ thi đua", "3", "4")])  # fmt: skip


@pytest.mark.parametrize("other", [TARGETS, FIGURES])
@pytest.mark.parametrize("is_first", [True, False])
def test_table_of_targets_is_told_and_not_taken_for_tasks(other: Any, *, is_first: bool) -> None:
    tables = [other, "", (HEAD, ROWS)] if is_first else [(HEAD, ROWS), "", other]
    text = "\n\n".join(
        item if isinstance(item, str) else worlds.markdown_table(*item) for item in tables
    )
    tabs = "\n\n".join(
        item if isinstance(item, str) else tabbed(item[0], *item[1]) for item in tables
    )
    for draft in (word_file(*tables), read_text(text), read_text(tabs)):
        assert tasks_of(draft) == list(ROWS)
        (finding,) = draft.findings
        assert (finding.code, finding.severity) == ("UNREAD_TABLE", "info")
        assert other[0][1] in finding.where


def test_one_table_a_quarter_is_one_list() -> None:
    parts = (
        ("Quý I/2026", ROWS[:3]),
        ("II. Nhiệm vụ Quý II/2026", ROWS[3:6]),
        ("QUÝ III/2026:", ROWS[6:]),
    )
    items: list[Item] = []
    for heading, rows in parts:
        items.extend([heading, (HEAD[:4], [row[:4] for row in rows])])
    text = "\n\n".join(
        item if isinstance(item, str) else worlds.markdown_table(*item) for item in items
    )
    tabs = "\n".join(item if isinstance(item, str) else tabbed(item[0], *item[1]) for item in items)
    wanted = [
        (*row[:4], period)
        for period, (_, rows) in zip(
            ("Quý I/2026", "Quý II/2026", "Quý III/2026"), parts, strict=True
        )
        for row in rows
    ]
    for draft in (word_file(*items), read_text(text), read_text(tabs)):
        assert tasks_of(draft) == wanted


CHIEF = [(row[0], row[1], f"Chủ trì: {row[2]}; phối hợp: {row[3]}", row[4], "") for row in ROWS]


@pytest.mark.parametrize(
    "head", ["Đơn vị thực hiện", "Đơn vị chủ trì/phối hợp", "Cơ quan chủ trì, phối hợp"]
)
@pytest.mark.parametrize(
    "between", ["; phối hợp: ", "\nPhối hợp: ", ". Đơn vị phối hợp: ", ";\n- Phối hợp: "]
)
def test_lead_and_partners_in_one_cell(head: str, between: str) -> None:
    rows = [(row[0], row[1], row[2].replace("; phối hợp: ", between), *row[3:]) for row in CHIEF]
    draft = word_file((("TT", "Nhiệm vụ", head, "Thời gian hoàn thành", "Ghi chú"), rows))
    assert tasks_of(draft) == list(ROWS)


def test_time_before_lead_and_numbers_with_dots() -> None:
    head = ("TT", "Nội dung", "Thời gian", "Chủ trì", "Phối hợp")
    rows = [(f"1.{row[0]}", row[1], row[4], row[2], row[3]) for row in ROWS]
    wanted = [(row[0], row[1], row[3], row[4], row[2]) for row in rows]
    assert tasks_of(word_file((head, rows))) == wanted
    assert tasks_of(read_text(tabbed(head, *rows))) == wanted
    assert tasks_of(read_text(worlds.markdown_table(head, rows))) == wanted
    assert tasks_of(read_text(worlds.spaced_table(head, rows, (8, 40, 24, 34, 40)))) == wanted
    assert tasks_of(read_text(worlds.plain_cells(head, rows))) == wanted


def test_lead_merged_over_rows() -> None:
    rows = [
        (*row[:2], "Phòng Văn hóa - Xã hội" if at < 5 else "UBND xã", *row[3:])
        for at, row in enumerate(ROWS)
    ]
    assert tasks_of(word_file((HEAD, rows), merged=((2, 1, 5), (2, 6, 12)))) == rows


def test_plan_of_the_council() -> None:
    text = f"""UBND XÃ HÒA BÌNH                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG            Độc lập - Tự do - Hạnh phúc

Số: 02/KH-HĐTĐKT                     Hòa Bình, ngày 20 tháng 01 năm 2026

KẾ HOẠCH
Hoạt động của Hội đồng Thi đua - Khen thưởng xã năm 2026

Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
Hội đồng Thi đua - Khen thưởng xã ban hành Kế hoạch hoạt động năm 2026 như sau:

I. NỘI DUNG

{worlds.spaced_table(HEAD, ROWS, (6, 40, 24, 30, 20))}

Nơi nhận:                                TM. HỘI ĐỒNG
- Các thành viên Hội đồng;                 CHỦ TỊCH
- Lưu: VT.

                                      Nguyễn Văn Bình
"""
    draft = read_plan_bytes(text.encode(), "a.txt")
    assert tasks_of(draft) == list(ROWS)
    assert draft.number == "02/KH-HĐTĐKT"
    assert draft.issuing_body == "Hội đồng Thi đua - Khen thưởng"
    assert (draft.signer.position, draft.signer.name) == ("CHỦ TỊCH", "Nguyễn Văn Bình")


@pytest.mark.parametrize(
    "odd", ["9" * 20, "9" * 5000, "²", "1" * 400 + ".", "IIIIIIIIII", "٣", "ngày 99/99/9999"]
)
def test_odd_values_are_read(odd: str) -> None:
    rows = [(odd, ROWS[0][1], odd, odd, odd), ("2", odd, "", "", f"Quý {odd}")]
    front = worlds.front_text().replace("năm 2026", f"năm {odd}").replace("số 01", f"số {odd}")
    for table in (
        tabbed(HEAD, *rows),
        worlds.markdown_table(HEAD, rows),
        worlds.plain_cells(HEAD, rows),
    ):
        draft = read_plan_bytes(f"{front}\n\n{table}\n{odd} {'dài ' * 300}".encode(), "a.txt")
        assert isinstance(draft.to_json(), dict)


def test_long_title_is_read() -> None:
    text = worlds.front_text().replace(
        "KẾ HOẠCH\nCông tác", f"KẾ HOẠCH\n{'Công tác rất dài ' * 60}"
    )
    assert len(read_plan_bytes(text.encode(), "a.txt").title or "") > 500
