"""Lists in Word files and PDFs, as they are appended to decisions and letters."""

from __future__ import annotations

import datetime as dt
import io

import docx
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.lists.files import codes, names, said, word

from vinhdanh.intake import UnreadableFileError
from vinhdanh.intake.lists import HONOURS, NOMINATIONS, PEOPLE, ListFacts, read_list

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nMinh Tiến, ngày 12 tháng 12 năm 2023"
HEAD = [["UBND XÃ MINH TIẾN\nSố: 125/QĐ-UBND", MOTTO]]
FOOT = [["Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.", "CHỦ TỊCH\n\nLê Văn Ký"]]
TABLE = [
    ["STT", "Họ và tên", "Chức vụ, đơn vị công tác", "Hình thức"],
    ["I", "Tập thể", "", ""],
    ["1", "Thôn Phạm Xá", "", "Giấy khen"],
    ["II", "Cá nhân", "", ""],
    ["1", "Ông Nguyễn Văn An", "Trưởng thôn, thôn Phạm Xá", "Giấy khen"],
]


def pdf(body: str) -> bytes:
    made = typst.compile(f'#set page(paper: "a4")\n#set text(size: 10pt)\n{body}'.encode())
    assert isinstance(made, bytes)
    return made


def typst_table(rows: list[list[str]], *, stroke: str = "0.5pt") -> str:
    cells = ", ".join(f"[{text}]" for row in rows for text in row)
    columns = ", ".join(["auto", *["1fr"] * (len(rows[0]) - 1)])
    return f"#table(columns: ({columns}), stroke: {stroke}, {cells})"


def test_a_letter_without_a_table_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="không có bảng nào"):
        read_list(word("Kính gửi UBND xã"), "thu.docx", schema=PEOPLE)


def test_messages_speak_of_lists() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_list(pdf(""), "a.pdf", schema=PEOPLE)
    assert "kế hoạch" not in str(caught.value)


def test_decision_with_its_list_in_one_file() -> None:
    data = word(HEAD, "QUYẾT ĐỊNH\nVề việc khen thưởng", "Căn cứ Luật Thi đua;", TABLE, FOOT)
    draft = read_list(data, "qd.docx", schema=HONOURS)
    assert draft.facts == ListFacts(
        "125/QĐ-UBND",
        dt.date(2023, 12, 12),
        "Ủy ban nhân dân xã Minh Tiến",
        "Lê Văn Ký",
        "CHỦ TỊCH",
    )
    first, second = draft.rows
    assert draft.place == "Bảng 1"
    assert said(first) == {"name": "Thôn Phạm Xá", "kind": "collective", "form": "Giấy khen"}
    assert second.number == 5
    assert second.values["position"] == "Trưởng thôn"


def test_appended_list_names_the_paper_it_belongs_to() -> None:
    data = word(
        "DANH SÁCH KHEN THƯỞNG",
        "(Kèm theo Quyết định số 07/QĐ-UBND ngày 02/01/2024 của Chủ tịch UBND xã)",
        TABLE,
    )
    facts = read_list(data, "ds.docx", schema=HONOURS).facts
    assert (facts.number, facts.issued_on) == ("07/QĐ-UBND", dt.date(2024, 1, 2))


def test_merged_cells_of_word() -> None:
    document = docx.Document()
    table = document.add_table(5, 4)
    for at, text in enumerate(["TT", "Họ và tên", "Năm sinh", "Thôn"]):
        table.cell(0, at).text = text
    table.cell(1, 0).merge(table.cell(1, 3)).text = "1. Thôn Đông"
    for at in (2, 3):
        table.cell(at, 0).text = str(at - 1)
        table.cell(at, 1).text = ["Lê Văn An", "Lê Thị Cúc"][at - 2]
    table.cell(2, 3).merge(table.cell(3, 3)).text = "Phạm Xá"
    table.cell(4, 0).text, table.cell(4, 1).text = "3", "Lê Văn Ba"
    buffer = io.BytesIO()
    document.save(buffer)
    draft = read_list(buffer.getvalue(), "a.docx", schema=PEOPLE)
    assert [row.values["unit"] for row in draft.rows] == ["Phạm Xá", "Phạm Xá", "Thôn Đông"]


def test_table_that_goes_on_without_headings() -> None:
    draft = read_list(
        word(TABLE, "", [["2", "Bà Lê Thị Cúc", "Hội Phụ nữ", "Giấy khen"]]),
        "a.docx",
        schema=NOMINATIONS,
    )
    assert draft.places == ("Bảng 1", "Bảng 2")
    assert names(draft)[-1] == "Lê Thị Cúc"


def test_row_broken_by_a_page_is_joined_and_told() -> None:
    draft = read_list(word(TABLE, [["", "", "xã Minh Tiến", ""]]), "a.docx", schema=NOMINATIONS)
    last = draft.rows[-1]
    assert last.values["detail"] == "Trưởng thôn, thôn Phạm Xá xã Minh Tiến"
    assert "joined_row" in codes(last)


@pytest.mark.parametrize("stroke", ["0.5pt", "none"])
def test_pdf_with_ruled_or_bare_table(stroke: str) -> None:
    body = (
        "DANH SÁCH KHEN THƯỞNG\n\n(Kèm theo Quyết định số 07/QĐ-UBND ngày 02/01/2024)\n\n"
        + typst_table(TABLE, stroke=stroke)
    )
    draft = read_list(pdf(body), "ds.pdf", schema=HONOURS)
    assert names(draft) == ["Thôn Phạm Xá", "Nguyễn Văn An"]
    assert draft.rows[1].values["form"] == "Giấy khen"
    assert draft.facts.number == "07/QĐ-UBND"


def test_pdf_over_several_pages() -> None:
    rows = [[str(at), f"Lê Văn An {'BCDEFGHIK'[at % 9]}", "Thôn A", "Giấy khen"]
            for at in range(1, 101)]  # fmt: skip
    draft = read_list(pdf(typst_table([TABLE[0], *rows])), "ds.pdf", schema=NOMINATIONS)
    assert len(draft.rows) == 100
    assert len(draft.places) > 1


def test_merged_cells_of_a_pdf() -> None:
    cells = (
        "[TT], [Họ và tên], [Năm sinh], [Đơn vị], table.cell(colspan: 4)[I. Cán bộ xã],"
        "[1], [Lê Văn An], [1980], table.cell(rowspan: 2)[Văn phòng], [2], [Lê Thị Cúc], [1981]"
    )
    draft = read_list(
        pdf(f"#table(columns: (auto, 1fr, 1fr, 1fr), {cells})"), "ds.pdf", schema=PEOPLE
    )
    assert [row.values["unit"] for row in draft.rows] == ["Văn phòng", "Văn phòng"]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 40_000), st.binary(min_size=1, max_size=8))
def test_damaged_word_files_are_read_or_refused(at: int, junk: bytes) -> None:
    data = word(TABLE)
    at %= len(data)
    try:
        read_list(data[:at] + junk + data[at + len(junk) :], "a.docx", schema=NOMINATIONS)
    except UnreadableFileError:
        return
