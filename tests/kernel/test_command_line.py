from __future__ import annotations

import pytest

from vinhdanh.cli import main


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "Thiếu command; xem cách dùng: vinhdanh --help"),
        ("xyz", "command không nhận 'xyz'; hãy chọn một trong: "),
        ("document render plan", "Thiếu --data, --out; xem cách dùng: vinhdanh document render -"),
        ("law show", "Thiếu honour"),
        ("law honours --as-of", "--as-of còn thiếu giá trị"),
        ("law honours --nope", "Không có mục “--nope” trong lệnh này"),
        ("serve --port x", "--port phải là số, đang là 'x'"),
        ("plan read a.txt --json=1", "--json không đi kèm giá trị '1'"),
        ("document sign a.pdf --as person --image a.png --out a.pdf", "Cần một trong các mục: "),
        ("document sign a.pdf --key a --pkcs11 b", "--pkcs11 không đi cùng --key"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(
    capsys: pytest.CaptureFixture[str], words: str, sentence: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words.split())
    told = capsys.readouterr().err
    assert stopped.value.code == 2
    assert told.startswith(sentence)
    assert told.count("\n") == 1


def test_help_speaks_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["document", "sign", "--help"])
    told = capsys.readouterr().out
    assert told.startswith("cách dùng: vinhdanh document sign")
    assert not any(word in told for word in ("usage", "options:", "positional", "show this"))
