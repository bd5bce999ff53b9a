"""Files that cannot be read: one clear sentence that names the file and says what to do."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import unicodedata
import zipfile
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]
import pytest
from tests.intake import worlds

from vinhdanh.intake import UnreadableFileError, read_plan, read_plan_bytes
from vinhdanh.intake.sources.pdf import read_pdf

if TYPE_CHECKING:
    from pathlib import Path

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
DOCUMENT = "word/document.xml"
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
TCVN3 = (
    "KÕ ho¹ch c«ng t¸c thi ®ua, khen th­ëng n¨m 2024 cña ñy ban nh©n d©n x· Minh TiÕn, huyÖn Phï Cõ"
)
VNI = "Keá hoaïch coâng taùc thi ñua, khen thöôûng naêm 2024 cuûa UÛy ban nhaân daân xaõ Minh Tieán"


def archive(parts: dict[str, bytes | str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return stream.getvalue()


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read_plan_bytes(data, name)
    message = caught.value.message
    assert f"“{name}”" in message
    assert message.endswith(".")
    assert message.count(". ") == 0
    return message


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("rong.txt", b"", "rỗng"),
        ("trang.txt", b" \n\n \t ", "không có chữ nào"),
        ("cu.doc", OLE, "đời cũ (.doc)"),
        ("cu.xls", OLE + "Workbook".encode("utf-16-le"), "Excel"),
        ("khoa.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        ("anh.pdf", b"\xff\xd8\xff\xe0" + b"\0" * 50, "ảnh chụp"),
        ("anh.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "ảnh chụp"),
        ("trang.txt", b"\n<!DOCTYPE html><html><body>KE HOACH</body></html>", "HTML"),
        ("soan.docx", rb"{\rtf1\ansi Ke hoach}", "RTF"),
        ("bang.docx", archive({"xl/workbook.xml": "<x/>"}), "Excel"),
        ("nen.docx", archive({"a.txt": "a"}), "không phải là tệp Word"),
        ("nhi-phan.txt", bytes(range(256)) * 40, "không phải là văn bản"),
        ("nhi-phan.txt", b"\x01\x02\x03\x04" * 400, "không phải là văn bản"),
        ("doi-duoi.docx", "Kế hoạch".encode(), "đuôi .docx"),
        ("doi-duoi.pdf", "Kế hoạch".encode(), "đuôi .pdf"),
        ("hong.docx", archive({DOCUMENT: "<w:document"}), "hỏng"),
        ("hong.docx", archive({DOCUMENT: WORD.format("")})[:-30], "hỏng"),
        ("trong.docx", archive({DOCUMENT: WORD.format("<w:p/>")}), "không có chữ nào"),
        ("hong.pdf", b"%PDF-1.7\nnot really", "hỏng"),
        ("tcvn3.txt", TCVN3.encode("cp1252"), "TCVN3"),
        ("tcvn3.txt", TCVN3.encode(), "TCVN3"),
        ("vni.txt", VNI.encode("cp1252"), "VNI"),
        ("vni.txt", VNI.encode(), "VNI"),
    ],
)
def test_refused(name: str, data: bytes, says: str) -> None:
    assert says in refusal(data, name)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1258"]
)
def test_encodings_give_the_same_text(encoding: str) -> None:
    text = f"{worlds.front_text()}\n\n{worlds.markdown_table(worlds.HEAD, worlds.ROWS)}"
    data = _as_windows_1258(text) if encoding == "cp1258" else text.encode(encoding)
    assert read_plan_bytes(data, "a.txt") == read_plan_bytes(text.encode(), "a.txt")


def _as_windows_1258(text: str) -> bytes:
    out = b""
    for char in text:
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            base, *marks = list(unicodedata.normalize("NFD", char))
            tones = [mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"]
            letter = unicodedata.normalize(
                "NFC", base + "".join(m for m in marks if m not in tones)
            )
            out += "".join([letter, *tones]).encode("cp1258")
    return out


def test_decomposed_text_is_composed() -> None:
    text = f"{worlds.front_text()}\n\n{worlds.markdown_table(worlds.HEAD, worlds.ROWS)}"
    apart = unicodedata.normalize("NFD", text).encode()
    assert read_plan_bytes(apart, "a.txt") == read_plan_bytes(text.encode(), "a.txt")


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="Không tìm thấy tệp"):
        read_plan(tmp_path / "khong-co.docx")
    with pytest.raises(UnreadableFileError, match="thư mục"):
        read_plan(tmp_path)


def test_over_long_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "to.pdf"
    with path.open("wb") as stream:
        stream.seek(200 * 1024 * 1024)
        stream.write(b"\0")
    path.chmod(0)
    with pytest.raises(UnreadableFileError, match="200 MB"):
        read_plan(path)


def test_zip_bomb_is_refused() -> None:
    bomb = archive({DOCUMENT: b"0" * (40 * 1024 * 1024)})
    assert "lớn bất thường" in refusal(bomb, "bom.docx")


def test_zip_that_lies_about_its_size_is_bounded() -> None:
    data = bytearray(archive({DOCUMENT: b"0" * (3 * 1024 * 1024)}))
    entry = data.rfind(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (1000).to_bytes(4, "little")
    refusal(bytes(data), "bom.docx")


def test_a_damaged_stream_is_refused() -> None:
    data = bytearray(archive({DOCUMENT: WORD.format("<w:p/>" * 200)}))
    at = data.index(DOCUMENT.encode()) + len(DOCUMENT)
    data[at : at + 8] = b"\xff" * 8
    assert "bị hỏng" in refusal(bytes(data), "hong.docx")


def test_entities_are_not_expanded() -> None:
    laughs = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>" + WORD.format(
        "<w:p>&b;</w:p>"
    )
    assert "hỏng" in refusal(archive({DOCUMENT: laughs}), "cuoi.docx")
    padded = " " * 5000 + laughs
    refusal(archive({DOCUMENT: padded}), "cuoi.docx")


def test_deeply_nested_tables_do_not_overflow() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 80 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 80
    refusal(archive({DOCUMENT: WORD.format(deep)}), "sau.docx")


def test_scan_without_text_and_locked_pdf() -> None:
    blank = pypdfium2.PdfDocument.new()
    blank.new_page(200, 200)
    stream = io.BytesIO()
    blank.save(stream)
    blank.close()
    assert "ảnh chụp" in refusal(stream.getvalue(), "quet.pdf")
    locked = stream.getvalue().replace(
        b"trailer",
        b"9 0 obj\n<</Filter/Standard/V 1/R 2/P -4/O("
        + b"a" * 32
        + b")/U("
        + b"b" * 32
        + b")>>\nendobj\ntrailer",
    )
    locked = locked.replace(b"/Root", b"/Encrypt 9 0 R/ID[(a)(a)]/Root")
    refusal(locked, "khoa.pdf")


def test_pdf_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(UnreadableFileError, match="quá nhiều thời gian"):
        read_pdf(worlds.pdf_file(), "lau.pdf", time_limit=0.05)


def test_package_imports_neither_django_nor_pdf_reader() -> None:
    code = (
        "import sys, vinhdanh.intake, vinhdanh.intake.cli; "
        "sys.exit(any(name in sys.modules for name in ('django', 'pdfplumber')))"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    assert (
        subprocess.run([sys.executable, "-c", code], check=False, env=environment).returncode == 0
    )
