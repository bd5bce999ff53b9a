"""Files of any kind, given to the process that reads them."""

from __future__ import annotations

import time
import zlib
from typing import TYPE_CHECKING

import pytest
from tests.documents.signing.conftest import CHECKED
from tests.documents.signing.flipping import locked

from vinhdanh.documents.signing.examining import examine
from vinhdanh.documents.signing.report import Verdict
from vinhdanh.documents.signing.verifying import MOST_BYTES, verify

if TYPE_CHECKING:
    from tests.documents.signing.conftest import World

CATALOG, NO_PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>"


def made(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, written by hand."""
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return b"%sxref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R%s>>\n" % (
        out, size, rows, size, trailer,
    ) + b"startxref\n%d\n%%%%EOF\n" % len(out)  # fmt: skip


def many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    pages = b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids)
    return made(CATALOG, pages, *[page] * count)


def xref_loop() -> bytes:
    start = made(CATALOG, NO_PAGES).rindex(b"xref\n0")
    return made(CATALOG, NO_PAGES, trailer=b"/Prev %d" % start)


def bomb() -> bytes:
    data = zlib.compress(zlib.compress(b"\0" * 100_000_000, 9), 9)
    head = b"<</Type/XRef/Filter[/FlateDecode/FlateDecode]/W[1 2 1]/Size 9/Root 2 0 R/Length %d>>"
    stream = head % len(data) + b"stream\n" + data + b"\nendstream"
    return b"%PDF-1.7\n1 0 obj\n" + stream + b"\nendobj\nstartxref\n9\n%%EOF\n"


FIELD_LOOP = made(
    b"<</Pages 2 0 R/AcroForm<</Fields[3 0 R]>>>>", NO_PAGES, b"<</T(a)/Kids[3 0 R]>>"
)
HOSTILE = {
    "deep arrays": made(b"<</Pages 2 0 R/A " + b"[" * 50_000 + b"]" * 50_000 + b">>", NO_PAGES),
    "bomb": bomb(),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_in_a_sentence(name: str) -> None:
    begin = time.monotonic()
    report = verify(HOSTILE[name], [], at=CHECKED)
    assert report.verdict is Verdict.UNREADABLE
    assert report.sentence.startswith("Không kiểm tra được: tệp ")
    assert report.sentence.count(".") <= 2
    assert time.monotonic() - begin < 30


@pytest.mark.parametrize(
    "data",
    [
        b"", b"PK\x03\x04 hello", b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", xref_loop(), FIELD_LOOP,
    ],
)  # fmt: skip
def test_files_that_are_no_whole_pdf(data: bytes) -> None:
    assert examine(data, [], at=CHECKED).verdict is Verdict.UNREADABLE


def test_size_time_and_locks(world: World) -> None:
    huge = verify(b"%PDF-1.7\n".ljust(MOST_BYTES + 1, b"0"), [])
    assert (huge.verdict, "lớn hơn 50 MB" in huge.sentence) == (Verdict.UNREADABLE, True)
    slow = verify(world.two, world.roots, time_limit=0.01)
    assert (slow.verdict, "quá nhiều thời gian" in slow.sentence) == (Verdict.UNREADABLE, True)
    assert "đang đặt mật khẩu" in verify(locked(world.pdf), []).sentence


def test_ten_thousand_pages_are_only_unsigned() -> None:
    assert verify(many_pages(10_000), []).verdict is Verdict.UNSIGNED


def test_the_process_says_what_was_found(world: World) -> None:
    report = verify(world.two, world.roots, at=CHECKED)
    assert report.verdict is Verdict.GENUINE
    assert report == examine(world.two, world.roots, at=CHECKED)
