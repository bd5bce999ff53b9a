"""Boxes 10 to 13 of the layout: secrecy, urgency, circulation, drafter, contact."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from docx.oxml.ns import qn
from tests.documents.geometry import read_pages
from tests.documents.reading import plumbed, reads, squashed, word_document, word_text
from tests.documents.samples import PAPER, documents

from vinhdanh.documents import (
    Circulation,
    Contact,
    DocumentError,
    Marks,
    OfficialDocument,
    Secrecy,
    Urgency,
    document_text,
    kinds,
    paragraph,
    read_facts,
    render_docx,
    render_pdf,
)
from vinhdanh.documents.kinds.common import closed
from vinhdanh.documents.kinds.frames import letter, unnumbered
from vinhdanh.documents.layout import DECREE_30
from vinhdanh.documents.marks import contact_line, drafter_mark, stamps

MM = 72 / 25.4
WITH_A_BODY = [
    slug
    for slug, kind in kinds().items()
    if "paper" in {field.name for field in fields(kind.context)}
]
CONTACT = Contact(
    address="Thôn Phù Oanh, xã Minh Tiến",
    telephone="(0221) 3 854 000",
    email="ubnd@minhtien.example.vn",
    website="https://minhtien.example.vn",
)
FULL = Marks(
    secrecy=Secrecy.TOP_SECRET,
    urgency=Urgency.VERY_URGENT,
    circulation=Circulation.INTERNAL,
    drafter="pl",
    copies=300,
    contact=CONTACT,
)
WIDTHS = {
    Secrecy.CONFIDENTIAL: ("MẬT", 20),
    Secrecy.SECRET: ("TỐI MẬT", 30),
    Secrecy.TOP_SECRET: ("TUYỆT MẬT", 40),
    Urgency.URGENT: ("KHẨN", 20),
    Urgency.VERY_URGENT: ("THƯỢNG KHẨN", 40),
    Urgency.IMMEDIATE: ("HỎA TỐC", 30),
}


def marked(marks: Marks, words: str = "Nội dung.", times: int = 1) -> OfficialDocument:
    return letter(
        replace(PAPER, marks=marks),
        unit="VHXH",
        subject="mời họp",
        addressees=("Các thôn",),
        blocks=closed(tuple(paragraph(words) for _ in range(times))),
    )


@pytest.mark.parametrize(
    ("marks", "sentence"),
    [
        (Marks(copies=300), "thiếu ký hiệu người soạn thảo"),
        (Marks(drafter="PL", copies=0), "Số lượng bản phát hành là 0"),
    ],
)
def test_copies_need_a_drafter_and_at_least_one(marks: Marks, sentence: str) -> None:
    with pytest.raises(DocumentError, match=sentence):
        document_text(marked(marks))


def test_a_paper_of_nobody_has_no_room_for_a_stamp() -> None:
    paper = unnumbered(None, kind_name="ĐƠN", abstract="", blocks=(paragraph("Tôi."),), marks=FULL)
    with pytest.raises(DocumentError, match="không có chỗ cho dấu “TUYỆT MẬT”"):
        render_pdf(paper)


def test_a_word_the_marks_do_not_know_is_refused() -> None:
    with pytest.raises(DocumentError, match="urgency"):
        read_facts('{"urgency": "gấp"}', Marks)


def test_marks_are_read_from_facts() -> None:
    text = '{"urgency": "immediate", "drafter": "PL", "copies": 30, "contact": {"fax": "1"}}'
    found = read_facts(text, Marks)
    assert found == Marks(
        urgency=Urgency.IMMEDIATE, drafter="PL", copies=30, contact=Contact(fax="1")
    )


def test_what_is_not_known_is_not_printed() -> None:
    assert (stamps(Marks()), drafter_mark(Marks()), contact_line(Contact())) == ((), "", "")
    assert drafter_mark(Marks(drafter="pl")) == "PL"
    line = contact_line(Contact(fax="1", address="Thôn A"))
    assert line.replace("\u00a0", " ") == "Địa chỉ: Thôn A; Fax: 1"


def test_the_paper_reads_as_a_clerk_expects() -> None:
    assert reads(marked(FULL))[4:] == [
        "Số: 11/UBND-VHXH",
        "V/v mời họp",
        "TUYỆT MẬT",
        "THƯỢNG KHẨN",
        "LƯU HÀNH NỘI BỘ",
        "Minh Tiến, ngày 10 tháng 01 năm 2024",
        "Kính gửi: Các thôn",
        "Nội dung./.",
        "Nơi nhận:",
        "- Phòng Nội vụ huyện;",
        "- Các ngành, đoàn thể xã;",
        "- Các thôn;",
        "- Lưu: VT.",
        "PL.(300)",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Ngô Văn Quyên",
        contact_line(CONTACT).replace("\u00a0", " "),
    ]


@pytest.mark.parametrize("mark", WIDTHS)
def test_a_stamp_has_its_size_its_ink_and_its_place(mark: Secrecy | Urgency) -> None:
    word, width = WIDTHS[mark]
    marks = Marks(secrecy=mark) if isinstance(mark, Secrecy) else Marks(urgency=mark)
    with plumbed(render_pdf(marked(marks))) as pdf:
        page = pdf.pages[0]
        frames = sorted(page.rects, key=lambda one: -one["width"])
        letters = [c for c in page.chars if c["non_stroking_color"] == frames[0]["stroking_color"]]
    assert [frames[0]["width"] / MM, frames[0]["height"] / MM] == pytest.approx([width, 8], abs=0.1)
    assert len(frames) == (2 if isinstance(mark, Secrecy) else 1)
    assert squashed("".join(c["text"] for c in letters)) == squashed(word)
    red, green, blue = frames[0]["stroking_color"]
    assert red > 0.7
    assert max(green, blue) < 0.2
    centre = (frames[0]["x0"] + frames[0]["x1"]) / 2 / MM
    assert centre == pytest.approx(DECREE_30.margin_left + DECREE_30.header_left / 2, abs=0.5)
    assert frames[0]["x0"] < letters[0]["x0"] < letters[-1]["x1"] < frames[0]["x1"]


def test_the_contact_stands_at_the_foot_of_the_first_page_only() -> None:
    pages = read_pages(render_pdf(marked(FULL, "Nội dung dài. " * 40, times=6)))
    assert [squashed("Thư điện tử") in page.text for page in pages] == [True, False]
    first = pages[0]
    lowest = max(char.bottom for char in first.chars)
    assert lowest <= first.height - DECREE_30.margin_bottom + 0.5
    line = [char for char in first.chars if char.bottom > lowest - 12]
    at = first.text.index(squashed("Địa chỉ: Thôn"))
    assert first.chars[at] in line
    with plumbed(render_pdf(marked(FULL))) as pdf:
        rule = max(pdf.pages[0].lines, key=lambda one: one["width"])
    assert rule["width"] / MM == pytest.approx(DECREE_30.text_width, abs=0.2)


def test_word_says_and_frames_the_same() -> None:
    document = marked(FULL)
    data = render_docx(document)
    assert word_text(data) == squashed("".join(document_text(document)))
    word = word_document(data)
    framed = {
        "".join(text.text for text in node.iter(qn("w:t"))): node.find(".//" + qn("w:left"))
        for node in word.element.body.iter(qn("w:p"))
        if node.find(".//" + qn("w:pBdr") + "/" + qn("w:left")) is not None
    }
    assert {name: side.get(qn("w:val")) for name, side in framed.items()} == {
        "TUYỆT MẬT": "double",
        "THƯỢNG KHẨN": "single",
        "LƯU HÀNH NỘI BỘ": "single",
    }
    assert framed["THƯỢNG KHẨN"].get(qn("w:color")) == "D0121B"
    assert framed["LƯU HÀNH NỘI BỘ"].get(qn("w:color")) == "000000"


def test_word_keeps_the_contact_off_appendices() -> None:
    document = replace(documents()["plan"], marks=FULL)
    first, second = word_document(render_docx(document)).sections
    assert "Phù Oanh" in first.first_page_footer.paragraphs[0].text
    assert second.first_page_footer.paragraphs[0].text == ""
    assert first.footer.is_linked_to_previous
    assert round(first.footer_distance.mm) == 20
    assert round(second.footer_distance.mm) == 10


@pytest.mark.parametrize("slug", WITH_A_BODY)
def test_every_kind_with_a_body_carries_them(slug: str) -> None:
    context = kinds()[slug].example()
    marks = Marks(urgency=Urgency.URGENT)
    document = kinds()[slug].build(replace(context, paper=replace(context.paper, marks=marks)))
    assert document.marks == marks
