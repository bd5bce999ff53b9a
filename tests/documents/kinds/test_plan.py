from __future__ import annotations

from dataclasses import replace

from tests.documents.reading import golden, reads
from tests.documents.samples import PLAN

from vinhdanh.documents import Clause, GroupRow, Heading, Level, Row, Table, document_text, plan


def test_it_reads_like_a_plan() -> None:
    assert reads(plan(PLAN)) == golden("plan")


def test_tasks_of_a_group_stand_under_its_name() -> None:
    tasks = tuple(replace(PLAN.tasks[0], group=group) for group in ("Quý I", "Quý I", "Quý II"))
    (table,) = plan(replace(PLAN, tasks=tasks)).appendices[0].blocks
    assert isinstance(table, Table)
    assert [row.text if isinstance(row, GroupRow) else row.cells[0] for row in table.rows] == [
        "Quý I", "1", "2", "Quý II", "3",
    ]  # fmt: skip


def test_a_clause_that_points_to_the_annex_spares_the_note() -> None:
    clauses = (Clause(number="1.", text="Thực hiện nhiệm vụ tại Phụ lục kèm theo."),)
    assert PLAN.annex_note not in document_text(plan(replace(PLAN, clauses=clauses)))


def test_a_plan_without_tasks_has_no_annex() -> None:
    bare = plan(replace(PLAN, tasks=()))
    assert bare.appendices == ()
    assert PLAN.annex_note not in document_text(bare)


def test_a_titled_clause_with_text_is_a_heading_and_a_paragraph() -> None:
    clauses = (Clause(number="I.", title="Mục đích", text="Nâng cao chất lượng."),)
    document = plan(replace(PLAN, clauses=clauses))
    assert document.blocks[1] == Heading(Level.SECTION, "I.", "MỤC ĐÍCH")
    assert "Nâng cao chất lượng." in document_text(document)


def test_a_closing_of_ones_own_ends_the_paper() -> None:
    lines = document_text(plan(replace(PLAN, closing="Đề nghị các thôn thực hiện.")))
    assert "Đề nghị các thôn thực hiện./." in lines


def test_products_and_notes_are_printed_where_a_task_has_one() -> None:
    first, second = PLAN.tasks
    annex = plan(replace(PLAN, tasks=(first, replace(second, note="Gấp")))).appendices[0]
    (table,) = annex.blocks
    assert isinstance(table, Table)
    assert [column.title.replace("\u00a0", " ") for column in table.columns[5:]] == ["Ghi chú"]
    assert [row.cells[5:] for row in table.rows if isinstance(row, Row)] == [("",), ("Gấp",)]
    assert annex.landscape
    annex = plan(replace(PLAN, tasks=(replace(first, product="Kế hoạch", note="Gấp"),))).appendices[
        0
    ]
    (table,) = annex.blocks
    assert isinstance(table, Table)
    assert [column.title.replace("\u00a0", " ") for column in table.columns[5:]] == [
        "Sản phẩm",
        "Ghi chú",
    ]


def test_five_columns_stand_upright() -> None:
    annex = plan(PLAN).appendices[0]
    (table,) = annex.blocks
    assert isinstance(table, Table)
    assert (len(table.columns), annex.landscape) == (5, False)
