"""Made-up plans in many shapes, built for the tests of the reader."""

# ruff: noqa: E501 - plans are quoted as they stand

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import typst
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Sequence

_FONTS = Path(__file__).resolve().parents[2] / "src/vinhdanh/documents/fonts"
Row = tuple[str, str, str, str, str]

ROWS: tuple[Row, ...] = (
    ("1", "Ban hành Kế hoạch công tác thi đua, khen thưởng năm 2026", "UBND xã", "Các ban, ngành, đoàn thể xã; các thôn", "Tháng 01/2026"),
    ("2", "Kiện toàn Hội đồng Thi đua - Khen thưởng xã", "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND xã", "Quý I/2026"),
    ("3", "Tổ chức ký kết giao ước thi đua giữa các thôn, cơ quan, trường học", "Hội đồng TĐKT xã", "Các trường học, các thôn", "Trước ngày 28/02/2026"),
    ("4", "Phát động phong trào thi đua “Cả nước chung sức xây dựng nông thôn mới”", "Phòng Kinh tế", "Hội Nông dân xã, các thôn", "Quý II/2026"),
    ("5", "Tuyên truyền gương người tốt, việc tốt trên hệ thống truyền thanh", "Trung tâm Dịch vụ tổng hợp xã", "Các cơ quan, đơn vị có liên quan", "Thường xuyên"),
    ("6", "Tập huấn nghiệp vụ thi đua, khen thưởng cho cán bộ làm công tác thi đua", "Phòng Văn hóa - Xã hội", "Các cơ quan, đơn vị có liên quan", "Quý III/2026"),
    ("7", "Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm và đề ra phương hướng 6 tháng cuối năm", "Phòng Văn hóa - Xã hội", "Các ban, ngành, đoàn thể xã; các thôn", "Tháng 6/2026"),
    ("8", "Kiểm tra công tác thi đua, khen thưởng tại các thôn", "Hội đồng TĐKT xã", "Ủy ban MTTQ Việt Nam xã", "Quý III/2026"),
    ("9", "Xét, đề nghị khen thưởng chuyên đề, đột xuất", "Hội đồng TĐKT xã", "Các cơ quan, đơn vị có liên quan", "Thường xuyên"),
    ("10", "Bình xét các danh hiệu thi đua, hình thức khen thưởng năm 2026", "Hội đồng TĐKT xã", "Các ban, ngành, đoàn thể xã; các thôn", "Tháng 12/2026"),
    ("11", "Tổng kết phong trào thi đua yêu nước năm 2026, phát động thi đua năm 2027", "UBND xã", "Các ban, ngành, đoàn thể xã; các thôn", "Quý IV/2026"),
    ("12", "Báo cáo kết quả công tác thi đua, khen thưởng về Sở Nội vụ", "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND xã", "Trước ngày 15/12/2026"),
)  # fmt: skip

HEAD = ("STT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian thực hiện")

FACTS = {
    "issuing_body": "Ủy ban nhân dân xã Hòa Bình",
    "number": "05/KH-UBND",
    "date": "2026-01-12",
    "title": "Công tác thi đua, khen thưởng năm 2026",
    "year": 2026,
    "signer": {
        "authority": "TM. ỦY BAN NHÂN DÂN",
        "position": "CHỦ TỊCH",
        "name": "Trần Thị Hồng Nhung",
    },
    "recipients": ["Sở Nội vụ", "TT Đảng ủy, HĐND xã", "Các thôn", "Lưu: VT, VHXH"],
    "legal_bases": [
        "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
        (
            "Kế hoạch số 01/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh Hưng Yên về công tác thi "
            "đua, khen thưởng năm 2026"
        ),
    ],
}
BASES = (
    "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
    (
        "Thực hiện Kế hoạch số 01/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh Hưng Yên về công "
        "tác thi đua, khen thưởng năm 2026, Ủy ban nhân dân xã Hòa Bình ban hành Kế hoạch công tác "
        "thi đua, khen thưởng năm 2026 như sau:"
    ),
)
BODY = (
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Mục đích",
    "Đẩy mạnh các phong trào thi đua yêu nước trên địa bàn xã.",
    "2. Yêu cầu",
    "a) Các thôn triển khai thiết thực, hiệu quả.",
    "b) Khen thưởng kịp thời người lao động trực tiếp.",
    "II. NỘI DUNG",
    "1. Tổ chức các phong trào thi đua trên địa bàn xã.",
    "2. Tập huấn nghiệp vụ thi đua, khen thưởng.",
    "III. TỔ CHỨC THỰC HIỆN",
    "1. Phòng Văn hóa - Xã hội",
    "a) Chủ trì tham mưu, theo dõi việc thực hiện Kế hoạch này.",
    "b) Tổng hợp, báo cáo Ủy ban nhân dân xã.",
    "2. Các thôn",
    "Tổ chức cho Nhân dân đăng ký thi đua.",
    "Trên đây là Kế hoạch công tác thi đua, khen thưởng năm 2026./.",
)
RECIPIENTS = (
    "Nơi nhận:",
    "- Sở Nội vụ;",
    "- TT Đảng ủy, HĐND xã;",
    "- Các thôn;",
    "- Lưu: VT, VHXH.",
)
SIGNED = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "", "Trần Thị Hồng Nhung")


def front_text() -> str:
    """Return everything above the annex as plain text, one paragraph a line."""
    return "\n\n".join(
        (
            "ỦY BAN NHÂN DÂN\nXÃ HÒA BÌNH",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
            "Số: 05/KH-UBND",
            "Hòa Bình, ngày 12 tháng 01 năm 2026",
            "KẾ HOẠCH\nCông tác thi đua, khen thưởng năm 2026",
            *BASES,
            *BODY,
            "\n".join(RECIPIENTS),
            "\n".join(SIGNED),
            "PHỤ LỤC\nNHIỆM VỤ CÔNG TÁC THI ĐUA, KHEN THƯỞNG NĂM 2026",
        )
    )


def markdown_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def plain_cells(head: Sequence[str], rows: Sequence[Sequence[str]], width: int = 40) -> str:
    """Return a table as pdftotext gives it without layout: one wrapped cell after another."""
    cells = ["\n".join(wrapped(cell, width)) for row in (head, *rows) for cell in row]
    return "\n\n".join(cells)


def spaced_table(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[int],
    *,
    centred: bool = False,
    blank: bool = False,
) -> str:
    """Return a table as pdftotext -layout gives it: cells wrapped side by side."""
    out: list[str] = []
    for row in (head, *rows):
        columns = [
            wrapped(cell, width - 3) or [""] for cell, width in zip(row, widths, strict=True)
        ]
        height = max(map(len, columns))
        padded = []
        for column in columns:
            above = (height - len(column)) // 2 if centred else 0
            padded.append([""] * above + column + [""] * (height - above - len(column)))
        out.extend(
            "".join(
                column[at].ljust(width) for column, width in zip(padded, widths, strict=True)
            ).rstrip()
            for at in range(height)
        )
        if blank:
            out.append("")
    return "\n".join(out)


def wrapped(text: str, width: int) -> list[str]:
    """Return text broken at spaces."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def word_file(
    head: Sequence[str] = HEAD,
    rows: Sequence[Sequence[str]] = ROWS,
    *,
    groups: dict[int, str] | None = None,
    merge_down: Sequence[int] = (),
    repeat_head_at: int | None = None,
    auto_number: bool = False,
) -> bytes:
    """Return a Word file with a borderless letterhead, the annex table and a signature table."""
    document = docx.Document()
    letterhead = document.add_table(1, 2)
    letterhead.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nXÃ HÒA BÌNH\n\nSố: 05/KH-UBND"
    letterhead.cell(
        0, 1
    ).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nHòa Bình, ngày 12 tháng 01 năm 2026"
    for text in ("KẾ HOẠCH", "Công tác thi đua, khen thưởng năm 2026", *BASES, *BODY):
        document.add_paragraph(text)
    signature = document.add_table(1, 2)
    signature.cell(0, 0).text = "\n".join(RECIPIENTS)
    signature.cell(0, 1).text = "\n".join(SIGNED)
    document.add_paragraph("PHỤ LỤC")
    document.add_paragraph("NHIỆM VỤ CÔNG TÁC THI ĐUA, KHEN THƯỞNG NĂM 2026")
    _add_tasks(
        document, head, rows, groups or {}, merge_down, repeat_head_at, auto_number=auto_number
    )
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _add_tasks(  # noqa: PLR0917 - a builder of the tests
    document: Any,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    groups: dict[int, str],
    merge_down: Sequence[int],
    repeat_head_at: int | None,
    *,
    auto_number: bool,
) -> None:
    table = document.add_table(0, len(head))
    _fill(table.add_row(), head)
    above = None
    for at, row in enumerate(rows):
        if at in groups:
            group = table.add_row()
            group.cells[0].merge(group.cells[-1]).text = groups[at]
            above = None
        if at == repeat_head_at:
            _fill(table.add_row(), head)
            above = None
        new = table.add_row()
        _fill(new, row)
        if auto_number:
            _number(new.cells[0].paragraphs[0])
        for column in merge_down:
            if above is not None and above[1][column] == row[column]:
                new.cells[column].text = ""
                above[0].cells[column].merge(new.cells[column])
                above[0].cells[column].text = row[column]
        above = (new, row)


def _fill(row: Any, texts: Sequence[str]) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        cell.text = text


def _number(paragraph: Any) -> None:
    for run in list(paragraph.runs):
        run.text = ""
    numbering = OxmlElement("w:numPr")
    for tag, value in (("w:ilvl", "0"), ("w:numId", "77")):
        child = OxmlElement(tag)
        child.set(qn("w:val"), value)
        numbering.append(child)
    paragraph._p.get_or_add_pPr().append(numbering)


def pdf_file(
    head: Sequence[str] = HEAD,
    rows: Sequence[Sequence[str]] = ROWS,
    *,
    ruled: bool = True,
    groups: dict[int, str] | None = None,
) -> bytes:
    """Return a PDF made by Typst; the ruled table breaks over pages and repeats its head."""
    cells: list[str] = []
    for at, row in enumerate(rows):
        if groups and at in groups:
            cells.append(f"table.cell(colspan: {len(head)})[{_typst(groups[at])}]")
        cells.extend(f"[{_typst(cell)}]" for cell in row)
    header = ", ".join(f"[*{_typst(cell)}*]" for cell in head)
    stroke = "0.5pt" if ruled else "none"
    widths = "(1cm, 5.4cm, 3cm, 4cm, 2.6cm)" if len(head) == 5 else str(len(head))
    source = f"""
#set page(paper: "a4", margin: 2cm)
#set text(font: "Liberation Serif", size: 12pt)
#grid(columns: (1fr, 1.4fr), align: center,
  [ỦY BAN NHÂN DÂN\\ *XÃ HÒA BÌNH*\\ Số: 05/KH-UBND],
  [*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM*\\ *Độc lập - Tự do - Hạnh phúc*\\ _Hòa Bình, ngày 12 tháng 01 năm 2026_])
#align(center)[*KẾ HOẠCH*\\ *Công tác thi đua, khen thưởng năm 2026*]
#set par(justify: true)
{chr(10).join(_typst(text) + chr(10) for text in (*BASES, *BODY))}
#grid(columns: (1fr, 1fr), [{(chr(92) + chr(10)).join(_typst(text) for text in RECIPIENTS)}],
  align(center)[TM. ỦY BAN NHÂN DÂN\\ CHỦ TỊCH\\ \\ \\ Trần Thị Hồng Nhung])
#pagebreak()
#align(center)[*PHỤ LỤC*\\ NHIỆM VỤ CÔNG TÁC THI ĐUA, KHEN THƯỞNG NĂM 2026]
#v(11cm)
#table(columns: {widths}, stroke: {stroke}, inset: 4pt, align: left,
  table.header({header}), {", ".join(cells)})
"""
    compile_pdf: Any = typst.compile
    return bytes(compile_pdf(source.encode(), font_paths=[str(_FONTS)]))


def _typst(text: str) -> str:
    return "".join(f"\\{char}" if char in "#*_$[]@<>`~=-+/\\" else char for char in text)
