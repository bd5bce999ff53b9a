"""Files that are broken, locked, enormous, or something else."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.lists.files import xlsx

from vinhdanh.intake import UnreadableFileError
from vinhdanh.intake.lists import PEOPLE, read_list

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ROWS = [["Họ và tên", "Đơn vị"], ["Lê Văn An", "Thôn A"]]


def changed(part: str, old: bytes, new: bytes) -> bytes:
    """Return a good workbook with something of one part replaced."""
    buffer = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(xlsx(ROWS)))
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            data = source.read(name)
            archive.writestr(name, data.replace(old, new) if name == part else data)
    return buffer.getvalue()


def refusal(data: bytes, name: str = "ds.xlsx") -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read_list(data, name, schema=PEOPLE)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "rỗng"),
        (b"x" * (21 * 1024 * 1024), "21 MB"),
        (b"xin chao", "không phải là danh sách đọc được"),
        (b"\x89PNG....", "ảnh chụp"),
        (_OLE + b"..." + "Workbook".encode("utf-16-le"), "đời cũ"),
        (_OLE + b"..." + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (b"PK\x03\x04xl/workbook.xml", "bị hỏng"),
        (b"PK\x03\x04xl/workbook.bin", ".xlsb"),
        (b"PK\x03\x04" + b"..", "không phải là danh sách"),
        (b"%PDF-1.4 hong", "bị hỏng"),
        (xlsx(ROWS)[:-200], "bị hỏng"),
        (xlsx([]), "không có bảng nào"),
        (changed("xl/workbook.xml", b"<sheets>", b"<shee"), "bị hỏng"),
    ],
    ids=lambda each: each if isinstance(each, str) else "data",
)
def test_one_sentence_says_what_and_what_to_do(data: bytes, words: str) -> None:
    message = refusal(data)
    assert words in message
    assert "ds.xlsx" in message
    assert message.endswith(".")
    assert "hãy" in message


def test_entities_are_refused() -> None:
    lol = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet'
    assert "bị hỏng" in refusal(changed("xl/worksheets/sheet1.xml", b"<worksheet", lol))


def test_bomb_is_refused_before_it_bursts() -> None:
    filler = b"<!--" + b" " * (40 * 1024 * 1024) + b"-->"
    assert "lớn bất thường" in refusal(
        changed("xl/worksheets/sheet1.xml", b"<sheetData>", filler + b"<sheetData>")
    )


def test_far_cell_costs_nothing() -> None:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c><c r="A1048576"><v>2</v></c></row>'
    began = time.process_time()
    draft = read_list(
        changed("xl/worksheets/sheet1.xml", b"</sheetData>", far + b"</sheetData>"),
        "a.xlsx",
        schema=PEOPLE,
    )
    assert draft.rows[0].values["name"] == "Lê Văn An"
    assert draft.rows[-1].number == 1_048_576
    assert time.process_time() - began < 2


def test_many_wide_merges_cost_little() -> None:
    merges = b"".join(b'<mergeCell ref="C1:XFD%d"/>' % at for at in range(2, 5000))
    data = changed("xl/worksheets/sheet1.xml", b"</sheetData>",
                   b"</sheetData><mergeCells>" + merges + b"</mergeCells>")  # fmt: skip
    began = time.process_time()
    assert len(read_list(data, "a.xlsx", schema=PEOPLE).rows) == 1
    assert time.process_time() - began < 5


def test_more_rows_than_any_list_are_refused() -> None:
    row = b"<row><c><v>1</v></c></row>"
    data = changed("xl/worksheets/sheet1.xml", b"</sheetData>", row * 60_000 + b"</sheetData>")
    assert "lớn bất thường" in refusal(data) or "50.000 dòng" in refusal(data)


@pytest.mark.parametrize(
    "piece",
    [b'<c r="??"><v>1</v></c>', b'<c r="A9" t="s"><v>999</v></c>', b'<c s="x"><v>1</v></c>',
     b'<c t="s"><v>x</v></c>', b"<c><v>1e999</v></c>", b'<c s="99"><v>-5</v></c>', b"<c><is/></c>"],
)  # fmt: skip
def test_odd_cells_are_read_or_refused(piece: bytes) -> None:
    data = changed("xl/worksheets/sheet1.xml", b"</sheetData>",
                   b"<row>" + piece + b"</row></sheetData>")  # fmt: skip
    try:
        read_list(data, "a.xlsx", schema=PEOPLE)
    except UnreadableFileError:
        return


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 5000), st.binary(min_size=1, max_size=8))
def test_damaged_bytes_are_read_or_refused(at: int, junk: bytes) -> None:
    data = xlsx(ROWS)
    at %= len(data)
    try:
        read_list(data[:at] + junk + data[at + len(junk) :], "a.xlsx", schema=PEOPLE)
    except UnreadableFileError:
        return
