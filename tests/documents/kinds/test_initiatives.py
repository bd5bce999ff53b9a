"""Papers on initiatives: authors and their shares, judging, recognition."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from docx.oxml.ns import qn
from tests.documents.geometry import read_pages
from tests.documents.reading import reads, word_document

from vinhdanh.documents import DocumentError, SignatureGrid, kinds, render_docx, render_pdf
from vinhdanh.documents.kinds.initiatives import (
    Initiative,
    InitiativeAuthor,
    author_names,
    check_shares,
)
from vinhdanh.documents.layout import DECREE_30

SLUGS = ("application", "description", "confirmation", "certificate")
APPLICATION, DESCRIPTION, CONFIRMATION, CERTIFICATE = (
    kinds()[f"initiative_{slug}"] for slug in SLUGS
)
MINUTES = kinds()["initiative_minutes"]
DECISION = kinds()["initiative_decision"]
LIST = kinds()["initiative_list"]


def authors(*shares: float) -> tuple[InitiativeAuthor, ...]:
    return tuple(InitiativeAuthor(name=f"Tác giả {at}", share=one) for at, one in enumerate(shares))


def made(*shares: float) -> Initiative:
    return Initiative(name="Sổ chung", authors=authors(*shares))


@pytest.mark.parametrize("kind", [APPLICATION, DESCRIPTION, CONFIRMATION, CERTIFICATE])
@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ((), "chưa có tác giả"),
        ((60, 30), "cộng lại là 90%"),
        ((60, 60), "cộng lại là 120%"),
        ((100, 0), "mỗi người có phần"),
        ((-10, 110), "mỗi người có phần"),
    ],
)
def test_shares_must_make_the_whole(kind: Any, given: tuple[float, ...], sentence: str) -> None:
    with pytest.raises(DocumentError, match=sentence):
        kind.build(replace(kind.example(), initiative=made(*given)))


def test_three_thirds_are_the_whole() -> None:
    check_shares(made(33.33, 33.33, 33.33))
    check_shares(made(33.3, 33.3, 33.4))


def test_only_several_authors_are_told_with_their_shares() -> None:
    assert author_names(authors(100)) == "Tác giả 0"
    assert author_names(authors(66.67, 33.33)) == "Tác giả 0 (66,67%), Tác giả 1 (33,33%)"


@pytest.mark.parametrize("recipient", [0, 3])
def test_a_certificate_is_for_one_of_the_authors(recipient: int) -> None:
    with pytest.raises(DocumentError, match=f"tác giả thứ {recipient}.* có 2 tác giả"):
        CERTIFICATE.build(replace(CERTIFICATE.example(), recipient=recipient))


def test_the_second_author_has_a_certificate_of_the_same_words() -> None:
    lines = reads(CERTIFICATE.build(replace(CERTIFICATE.example(), recipient=2, salutation="Ông")))
    assert "Ông NGÔ MINH TUẤN" in lines
    assert any(line.startswith("là đồng tác giả của sáng kiến") for line in lines)


def test_a_certificate_lies_across_in_its_border_on_one_page() -> None:
    document = CERTIFICATE.build(CERTIFICATE.example())
    assert (document.framed, document.landscape) == (True, True)
    (page,) = read_pages(render_pdf(document))
    layout = DECREE_30.within_frame()
    assert min(char.left for char in page.chars) >= layout.margin_left - 0.5
    assert max(char.right for char in page.chars) <= page.width - layout.margin_right + 0.5
    borders = word_document(render_docx(document)).element.body.find(".//" + qn("w:pgBorders"))
    assert len(borders) == 4


def test_one_author_speaks_as_one() -> None:
    lines = reads(APPLICATION.build(replace(APPLICATION.example(), initiative=made(100))))
    assert lines.count("Tôi ghi tên dưới đây:") == 1
    assert any(line.startswith("là tác giả đề nghị") for line in lines)


def test_every_author_signs_and_the_first_at_the_right() -> None:
    example = APPLICATION.example()
    document = APPLICATION.build(replace(example, initiative=made(50, 30, 20)))
    (grid,) = (block for block in document.blocks if isinstance(block, SignatureGrid))
    assert [one.name for one in grid.cells] == ["Tác giả 1", "Tác giả 0", "Tác giả 2"]


def test_more_present_than_members_is_refused() -> None:
    with pytest.raises(DocumentError, match="Có 4 thành viên dự họp, nhiều hơn 3 thành viên"):
        MINUTES.build(replace(MINUTES.example(), members=3))


def test_a_session_judges_something() -> None:
    with pytest.raises(DocumentError, match="chưa có sáng kiến nào được xét"):
        MINUTES.build(replace(MINUTES.example(), initiatives=()))


def test_more_votes_than_present_is_refused() -> None:
    example = MINUTES.example()
    bad = replace(example.initiatives[0], votes_for=5)
    with pytest.raises(DocumentError, match="có 5 phiếu đồng ý, trong khi 4 thành viên dự họp"):
        MINUTES.build(replace(example, initiatives=(bad,)))


def test_a_decision_recognises_something() -> None:
    with pytest.raises(DocumentError, match="chưa có sáng kiến nào"):
        DECISION.build(replace(DECISION.example(), initiatives=()))


def test_a_decision_rests_on_its_bases_and_on_the_council() -> None:
    bases = DECISION.build(DECISION.example()).bases
    assert any("13/2012/NĐ-CP" in line for line in bases)
    assert bases[-1].startswith("Xét đề nghị của Hội đồng Sáng kiến")
    assert DECISION.build(replace(DECISION.example(), bases=("Căn cứ A",))).bases[0] == "Căn cứ A"


def test_an_empty_list_counts_none() -> None:
    lines = reads(LIST.build(replace(LIST.example(), initiatives=())))
    assert "Tổng số: 00 sáng kiến./." in lines


def test_form_13_is_of_the_decree_of_2025() -> None:
    assert CONFIRMATION.form_on(dt.date(2025, 6, 30)) is None
    form = CONFIRMATION.form_on(dt.date(2025, 7, 1))
    assert form
    assert (form.number, form.confirmed) == ("Mẫu số 13", True)
