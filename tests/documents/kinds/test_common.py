from __future__ import annotations

import pytest

from vinhdanh.documents import (
    Appendix,
    Header,
    ItemList,
    emulation_council,
    paragraph,
    peoples_committee,
)
from vinhdanh.documents.kinds.common import bare_name, closed, numbered
from vinhdanh.documents.model import Table


def test_a_committee_prints_no_parent_and_its_council_does() -> None:
    committee, council = peoples_committee("xã Minh Tiến"), emulation_council("xã Minh Tiến")
    assert committee.header == Header(issuer=("ỦY BAN NHÂN DÂN", "XÃ MINH TIẾN"))
    assert council.header == Header(
        parent=("ỦY BAN NHÂN DÂN", "XÃ MINH TIẾN"), issuer=("HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG")
    )


@pytest.mark.parametrize(
    ("locality", "place"),
    [
        ("xã Minh Tiến", "Minh Tiến"),
        ("phường Hồng Gai", "Hồng Gai"),
        ("thị trấn Trần Cao", "Trần Cao"),
        ("đặc khu Cô Tô", "Cô Tô"),
        ("phường 12", "Phường 12"),
        ("Minh Tiến", "Minh Tiến"),
    ],
)
def test_place_of_issue(locality: str, place: str) -> None:
    assert bare_name(locality) == place


def test_appendices_are_numbered_from_two_on() -> None:
    one = Appendix("", "A", "", ())
    assert [each.label for each in numbered((one,))] == ["Phụ lục"]
    assert [each.label for each in numbered((one, one))] == ["Phụ lục I", "Phụ lục II"]


def test_a_paper_ends_with_its_sign() -> None:
    assert closed((paragraph("Hết."),)) == (paragraph("Hết./."),)
    assert closed((ItemList(("Một;", "Hai.")),)) == (ItemList(("Một;", "Hai./.")),)
    assert len(closed((Table((), ()),))) == 2
