from __future__ import annotations

import io
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.documents.reading import pdf_pages, squashed, word_text

from vinhdanh.cli import main
from vinhdanh.documents import kinds

if TYPE_CHECKING:
    from pathlib import Path


def refusal(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a refused command says; one line, exit code 2."""
    assert main(words) == 2
    out = capsys.readouterr()
    assert out.out == ""
    assert out.err.count("\n") == 1
    return out.err.strip()


def test_kinds_are_listed_with_their_forms(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["document", "kinds"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == sorted(kinds())
    (line,) = (line for line in lines if line.startswith("award_submission"))
    assert line.split(maxsplit=1)[1] == (
        "Tờ trình đề nghị khen thưởng (Mẫu số 01 Nghị định số 98/2023/NĐ-CP; "
        "Mẫu số 01 Nghị định số 152/2025/NĐ-CP)"
    )


def test_an_example_renders_from_the_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert main(["document", "example", "award-decision"]) == 0
    example = capsys.readouterr().out
    for ending in ("pdf", "docx"):
        monkeypatch.setattr("sys.stdin", io.StringIO(example))
        out = str(tmp_path / f"paper.{ending}")
        assert main(["document", "render", "award_decision", "--data", "-", "--out", out]) == 0
    printed = squashed("".join(pdf_pages((tmp_path / "paper.pdf").read_bytes())))
    assert "QUYẾTĐỊNH" in printed
    assert "QUYẾTĐỊNH" in word_text((tmp_path / "paper.docx").read_bytes())


def test_refusals_of_papers(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    data, out = tmp_path / "data.json", tmp_path / "paper.pdf"
    data.write_text("{}", encoding="utf-8")

    def render(kind: str, source: object, target: object) -> str:
        words = ("document", "render", kind, "--data", str(source), "--out", str(target))
        return refusal(capsys, *words)

    assert render("plans", data, out) == "Không có loại văn bản “plans”; có phải “plan” không?"
    assert "hãy xem “vinhdanh document kinds”." in render("xyz", data, out)
    assert "Thiếu trường “paper”" in render("plan", data, out)
    assert "phải có đuôi .pdf hoặc .docx" in render("plan", data, "paper.odt")
    assert "Không đọc được tệp" in render("plan", tmp_path / "none.json", out)
    data.write_bytes("Tiếng".encode("utf-16"))
    assert "không phải văn bản UTF-8" in render("plan", data, out)
    data.write_text(kinds()["plan"].example_json(), encoding="utf-8")
    assert "Không ghi được tệp" in render("plan", data, tmp_path / "none" / "paper.pdf")


def test_certificates_of_the_example_with_codes(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["certificates", "example"]) == 0
    data, out = tmp_path / "list.json", tmp_path / "certificates.pdf"
    data.write_text(capsys.readouterr().out, encoding="utf-8")
    address = "https://xa.example.vn/kiem-tra/{so}"
    words = ["certificates", "render", "--layout", "a5", "--data", str(data), "--out", str(out)]
    assert main([*words, "--check-address", address]) == 0
    pages = [squashed(page) for page in pdf_pages(out.read_bytes())]
    assert len(pages) == len(json.loads(data.read_text(encoding="utf-8")))
    assert "Sốsổvàng:0002" in pages[1]
    assert out.read_bytes().count(b"/Subtype /Image") + out.read_bytes().count(
        b"/Subtype/Image"
    ) >= len(pages)


def test_layouts_and_grid(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["certificates", "layouts"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [
        "a4", "a3", "a4_blank", "a5",
    ]  # fmt: skip
    out = tmp_path / "grid.pdf"
    assert main(["certificates", "grid", "--layout", "a4_blank", "--out", str(out)]) == 0
    (page,) = pdf_pages(out.read_bytes())
    assert "recipient" in page
    assert "honour" not in page


def test_refusals_of_certificates(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    data, out = tmp_path / "list.json", tmp_path / "x.pdf"
    data.write_text("[]", encoding="utf-8")
    words = ("certificates", "render", "--data", str(data), "--out", str(out))
    assert "Chưa có ai để in giấy khen" in refusal(capsys, *words)
    assert "các mẫu có sẵn: a4, a3, a4_blank, a5" in refusal(capsys, *words, "--layout", "a9")
    assert "Không đọc được tệp mẫu" in refusal(capsys, *words, "--layout", "none.toml")
    for name in ("x.docx", "x"):
        grid = ("certificates", "grid", "--out", str(tmp_path / name))
        assert "phải có đuôi .pdf." in refusal(capsys, *grid)
        assert "phải có đuôi .pdf." in refusal(capsys, *words, "--out", str(tmp_path / name))


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("https://xa.example.vn", "phải có {so}"),
        ("xa.example.vn/{so}", "không phải địa chỉ trang web"),
        ("javascript:alert({so})", "không phải địa chỉ trang web"),
        ("https:///{so}", "không phải địa chỉ trang web"),
        ("https://{so}", "không phải địa chỉ trang web"),
        ("http://[::/{so}", "không phải địa chỉ trang web"),
        ("https://xa.example.vn/a b/{so}", "không phải địa chỉ trang web"),
        ("https://xa.example.vn/{ma}/{so}", "không biết {ma}"),
        ("https://xa.example.vn/{so}}", "không biết }"),
    ],
)
def test_refused_addresses(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, address: str, sentence: str
) -> None:
    words = ("certificates", "render", "--data", "-", "--out", str(tmp_path / "x.pdf"))
    assert sentence in refusal(capsys, *words, "--check-address", address)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("9" * 5_000, "con số dài hàng nghìn chữ số"),
        ("[" * 100_000, "lồng quá nhiều tầng"),
    ],
)
def test_json_that_no_reader_can_hold(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str, sentence: str
) -> None:
    data, out = tmp_path / "data.json", str(tmp_path / "x.pdf")
    data.write_text(text, encoding="utf-8")
    assert sentence in refusal(
        capsys, "document", "render", "plan", "--data", str(data), "--out", out
    )
    assert sentence in refusal(capsys, "certificates", "render", "--data", str(data), "--out", out)


def test_half_a_character_is_named_at_a_strict_console(tmp_path: Path) -> None:
    data = tmp_path / "data.json"
    data.write_text('[{"honour": "A\\ud800B"}]', encoding="utf-8")
    unknown = tmp_path / "unknown.json"
    unknown.write_text('[{"\\ud800": 1}]', encoding="utf-8")
    for path, told in ((data, "Ký tự U+D800 ở phần mục 1 → honour"), (unknown, "Không có trường")):
        done = subprocess.run(
            [
                sys.executable, "-m", "vinhdanh", "certificates", "render",
                "--data", str(path), "--out", str(tmp_path / "x.pdf"),
            ],
            capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 2
        assert told in done.stderr.decode()
        assert done.stderr.count(b"\n") == 1
