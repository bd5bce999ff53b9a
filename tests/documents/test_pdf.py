from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from tests.documents.reading import (
    MM,
    missing_in_order,
    pdf_pages,
    pdf_text,
    plumbed,
    squashed,
)
from tests.documents.samples import AWARD, PLAN, documents, person

from vinhdanh.documents import (
    Clause,
    Column,
    GroupRow,
    Header,
    OfficialDocument,
    Row,
    Table,
    award_decision,
    document_text,
    page_count,
    paragraph,
    plan,
    render_pdf,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG = (
    "Các ngành, đoàn thể, các thôn tổ chức phong trào thi đua đồng bộ, thiết thực, hiệu quả. " * 4
)


def long_plan(paragraphs: int = 20) -> OfficialDocument:
    clauses = tuple(Clause(number=f"{n}.", text=LONG) for n in range(1, paragraphs + 1))
    return plan(replace(PLAN, clauses=clauses, tasks=PLAN.tasks * 15))


@pytest.fixture(scope="module")
def pages() -> Iterator[list[Any]]:
    with plumbed(render_pdf(long_plan())) as pdf:
        yield list(pdf.pages)


def words(page: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.extract_words(keep_blank_chars=True, x_tolerance=2)
    return found


def centre(word: dict[str, Any]) -> float:
    return float(word["x0"] + word["x1"]) / 2


@pytest.mark.parametrize("name", documents())
def test_every_line_of_the_model_is_printed_in_order(name: str) -> None:
    document = documents()[name]
    with plumbed(render_pdf(document)) as pdf:
        text = squashed("".join(char["text"] for page in pdf.pages for char in page.chars))
    # Typst sets head cells over two rows after those beside them.
    out_of_order = missing_in_order(document_text(document), text)
    assert set(out_of_order) <= {"Số phiếu"}
    assert [line for line in out_of_order if squashed(line) not in text] == []


def test_text_stays_between_the_margins(pages: list[Any]) -> None:
    for page in pages:
        assert (page.width, page.height) == pytest.approx((210 * MM, 297 * MM), abs=0.1)
        body = [char for char in page.chars if char["top"] > 18 * MM and char["text"].strip()]
        assert min(char["x0"] for char in body) >= 30 * MM - 0.5
        assert max(char["x1"] for char in body) <= 195 * MM + 1
        assert min(char["top"] for char in body) >= 20 * MM - 1
        assert max(char["bottom"] for char in body) <= 277 * MM + 1


def test_page_number_is_centred_above_the_text_from_page_two(pages: list[Any]) -> None:
    above = [[word for word in words(page) if word["bottom"] < 20 * MM] for page in pages]
    printed = [[word["text"] for word in found] for found in above]
    assert printed == [[], ["2"], ["3"], [], ["2"]]
    numbers = [word for found in above for word in found]
    middle = (30 + 195) / 2 * MM
    assert [centre(word) for word in numbers] == pytest.approx([middle] * len(numbers), abs=1)


def test_header_columns_and_their_rules(pages: list[Any]) -> None:
    found = {word["text"]: word for word in words(pages[0])}
    left, right = 63 * MM, (96 + 99 / 2) * MM
    assert centre(found["ỦY BAN NHÂN DÂN"]) == pytest.approx(left, abs=1)
    assert centre(found["Số: 11/KH-UBND"]) == pytest.approx(left, abs=1)
    motto = found["Độc lập - Tự do - Hạnh phúc"]
    assert centre(motto) == pytest.approx(right, abs=1)
    assert centre(found["Minh Tiến, ngày 10 tháng 01 năm 2024"]) == pytest.approx(right, abs=1)
    rules = sorted(pages[0].lines, key=lambda line: line["x0"])
    under_motto = [r for r in rules if r["top"] < 40 * MM and r["x0"] > 96 * MM]
    assert [r["width"] for r in under_motto] == pytest.approx([motto["x1"] - motto["x0"]], abs=1.5)
    name = found["ỦY BAN NHÂN DÂN"]
    share = rules[0]["width"] / (name["x1"] - name["x0"])
    assert 1 / 3 <= share <= 1 / 2


def test_number_and_date_stand_on_one_line(pages: list[Any]) -> None:
    found = {word["text"]: word for word in words(pages[0])}
    number, day = found["Số: 11/KH-UBND"], found["Minh Tiến, ngày 10 tháng 01 năm 2024"]
    assert abs(number["bottom"] - day["bottom"]) < 2


def test_table_head_repeats_on_every_page_of_the_appendix() -> None:
    texts = [squashed(text) for text in pdf_pages(render_pdf(long_plan()))]
    with_table = [text for text in texts if "QuýI/2024" in text]
    assert len(with_table) >= 2
    assert all("SttNộidungĐơnvịchủtrì" in text for text in with_table)


@pytest.mark.parametrize("count", range(6, 14))
def test_signature_is_never_torn_from_recipients_or_left_alone(count: int) -> None:
    document = replace(long_plan(count), appendices=())
    texts = [squashed(text) for text in pdf_pages(render_pdf(document))]
    holding = [text for text in texts if "NgôVănQuyên" in text]
    assert len(holding) == 1
    assert all(part in holding[0] for part in ("Nơinhận:", "-Lưu:VT.", "CHỦTỊCH", "giảiquyết./."))


@pytest.mark.parametrize("count", range(1, 24))
def test_a_group_row_is_never_last_on_a_page(count: int) -> None:
    columns = (Column("Stt", 1), Column("Nội dung", 9))
    rows = [Row((str(n), "Nội dung " * 12)) for n in range(count)]
    table = Table(columns, (*rows, GroupRow("Nhóm sau"), Row(("99", "dòng cuối " * 12))))
    document = replace(long_plan(0), blocks=(table,), appendices=())
    texts = [squashed(text) for text in pdf_pages(render_pdf(document))]
    (holding,) = [text for text in texts if "Nhómsau" in text]
    assert "Nhómsau99dòng" in holding


def test_four_hundred_recipients() -> None:
    people = tuple(person(f"Nguyễn Thị Hoa {n:03d}") for n in range(400))
    pdf = render_pdf(award_decision(replace(AWARD, individuals=people)))
    text = pdf_text(pdf)
    assert [n for n in range(400) if f"NguyễnThịHoa{n:03d}" not in text] == []
    assert page_count(pdf) < 40


def test_an_empty_table_says_so() -> None:
    table = Table((Column("Stt", 1), Column("Nội dung", 9)), ())
    assert "(Khôngcó)" in pdf_text(render_pdf(replace(documents()["plan"], blocks=(table,))))


@pytest.mark.parametrize("name", ["#panic()", "$x^2$ *đậm* _nghiêng_", "\\ @a <b> `c` = d // e"])
def test_markup_in_a_name_prints_as_it_stands(name: str) -> None:
    pdf = render_pdf(award_decision(replace(AWARD, individuals=(person(name), person()))))
    assert squashed(name) in pdf_text(pdf)


def test_a_name_of_eighty_letters_stays_in_its_column() -> None:
    name = "Ban Chỉ đạo phong trào Toàn dân đoàn kết xây dựng đời sống văn hóa thôn Kim Phương"
    people = (person(name), person())
    with plumbed(render_pdf(award_decision(replace(AWARD, individuals=people)))) as pdf:
        page = pdf.pages[1]
        right = max(line["x1"] for line in page.lines + page.rects)
        assert max(char["x1"] for char in page.chars) <= right


def test_a_letter_has_its_subject_under_the_number_and_no_title() -> None:
    letter = replace(
        documents()["plan"],
        kind_name="",
        abstract="triển khai công tác thi đua",
        symbol="UBND-VHXH",
        addressees=("Các ngành, đoàn thể xã", "Các thôn"),
        blocks=(paragraph("Nội dung./."),),
        bases=(),
        appendices=(),
    )
    text = pdf_text(render_pdf(letter))
    assert "V/vtriểnkhaicôngtácthiđua" in text
    assert "Kínhgửi:-Cácngành,đoànthểxã;-Cácthôn." in text


def test_a_draft_has_no_number_and_no_day() -> None:
    draft = replace(documents()["award decision"], number=None, date=None, year=2024)
    text = pdf_text(render_pdf(draft))
    assert "Số:/QĐ-UBND" in text
    assert "MinhTiến,ngàythángnăm2024" in text


def test_a_parent_body_stands_above_the_issuer() -> None:
    document = replace(documents()["plan"], header=Header(("HỘI ĐỒNG",), ("XÃ MINH TIẾN",)))
    assert pdf_text(render_pdf(document)).startswith("XÃMINHTIẾNHỘIĐỒNG")


def test_only_liberation_serif_is_embedded_and_the_file_is_pdf_a() -> None:
    pdf = render_pdf(documents()["award decision"])
    with plumbed(pdf) as opened:
        fonts = {
            char["fontname"].split("+")[1].split("-")[0] for p in opened.pages for char in p.chars
        }
        assert opened.doc.catalog["Lang"] == b"vi-VN"
        assert "StructTreeRoot" in opened.doc.catalog
    assert fonts == {"LiberationSerif"}
    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf


def test_the_same_paper_gives_the_same_bytes() -> None:
    document = documents()["plan"]
    assert render_pdf(document) == render_pdf(document)
    assert io.BytesIO(render_pdf(document)).read(5) == b"%PDF-"
