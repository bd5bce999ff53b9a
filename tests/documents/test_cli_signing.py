from __future__ import annotations

import warnings
from getpass import GetPassWarning
from typing import TYPE_CHECKING

import pytest
from tests.documents.signing.softhsm import DRIVER, MISSING, PIN, put_key

from vinhdanh.cli import main
from vinhdanh.documents import kind_named, render_pdf
from vinhdanh.documents.signing.specimens import specimen_seal, specimen_signature
from vinhdanh.documents.signing.testing_ca import TESTING_PASSPHRASE, authority_in

if TYPE_CHECKING:
    from pathlib import Path

BODY = "Ủy ban nhân dân xã Minh Tiến"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    kind = kind_named("award_decision")
    (tmp_path / "paper.pdf").write_bytes(render_pdf(kind.build(kind.read(kind.example_json()))))
    (tmp_path / "person.png").write_bytes(specimen_signature())
    (tmp_path / "body.png").write_bytes(specimen_seal())
    authority_in(tmp_path / "ca", person="Hoàng Đức Thịnh", body=BODY)
    monkeypatch.setenv("VINHDANH_KEY_PASSPHRASE", TESTING_PASSPHRASE)
    return tmp_path


def sign(folder: Path, role: str, source: str, out: str, *more: str) -> int:
    return main(
        [
            "document", "sign", str(folder / source), "--as", role,
            "--key", str(folder / "ca" / f"{role}.p12"), "--image", str(folder / f"{role}.png"),
            "--out", str(folder / out), *more,
        ]
    )  # fmt: skip


def test_sign_twice_and_verify(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sign(folder, "person", "paper.pdf", "one.pdf") == 2
    assert "hãy thêm --position và --name" in capsys.readouterr().err
    assert sign(folder, "body", "paper.pdf", "one.pdf") == 2
    assert "chưa có chữ ký số của người có thẩm quyền" in capsys.readouterr().err
    place = ("--position", "CHỦ TỊCH", "--name", "Hoàng Đức Thịnh")
    assert sign(folder, "person", "paper.pdf", "one.pdf", *place) == 0
    assert sign(folder, "body", "one.pdf", "none/two.pdf") == 2
    assert "Không ghi được tệp" in capsys.readouterr().err
    assert sign(folder, "body", "one.pdf", "two.pdf") == 0
    capsys.readouterr()

    verify = ["document", "verify", str(folder / "two.pdf"), "--roots"]
    assert main([*verify, str(folder / "ca" / "roots")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Tệp còn nguyên vẹn và mọi chữ ký số đều hợp lệ")
    assert [line.split(" ký số")[0] for line in lines[1:]] == [
        f"- Hoàng Đức Thịnh ({BODY})", f"- {BODY}",
    ]  # fmt: skip
    (folder / "crls").mkdir()
    (folder / "crls" / "a.crl").write_bytes(b"no")
    assert main([*verify, str(folder / "ca" / "roots"), "--crls", str(folder / "crls")]) == 2
    assert "Danh sách thu hồi “a.crl” không đọc được" in capsys.readouterr().err
    assert main([*verify, str(folder)]) == 1
    assert "chưa được tin cậy" in capsys.readouterr().out
    assert main(["document", "verify", str(folder / "none.pdf")]) == 2
    assert "Không đọc được tệp" in capsys.readouterr().err


def test_a_wrong_passphrase(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VINHDANH_KEY_PASSPHRASE")
    monkeypatch.setattr("vinhdanh.documents.cli_signing.getpass", lambda *_words: "sai-bí-mật")
    assert sign(folder, "person", "paper.pdf", "one.pdf") == 2
    out = capsys.readouterr()
    assert "sai mật khẩu" in out.err
    assert "sai-bí-mật" not in out.err + out.out


@pytest.mark.parametrize("key", ["--key", "--pkcs11"])
def test_nobody_to_ask_for_the_secret(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    def without_terminal(*_words: object) -> str:
        warnings.warn("Can not control echo on the terminal.", GetPassWarning, stacklevel=1)
        raise EOFError

    monkeypatch.delenv("VINHDANH_KEY_PASSPHRASE")
    monkeypatch.delenv("VINHDANH_TOKEN_PIN", raising=False)
    monkeypatch.setattr("vinhdanh.documents.cli_signing.getpass", without_terminal)
    command = [
        "document", "sign", str(folder / "paper.pdf"), "--as", "person",
        key, str(folder / "ca" / "person.p12"), "--image", str(folder / "person.png"),
        "--position", "CHỦ TỊCH", "--name", "Hoàng Đức Thịnh", "--out", str(folder / "one.pdf"),
    ]  # fmt: skip
    assert main(command) == 2
    told = capsys.readouterr().err
    assert "hãy đặt biến môi trường VINHDANH_" in told
    assert told.count("\n") == 1


@pytest.mark.parametrize("option", ["--roots", "--crls"])
def test_a_folder_that_is_none(
    folder: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    for path in (folder / "none", folder / "paper.pdf"):
        assert main(["document", "verify", str(folder / "paper.pdf"), option, str(path)]) == 2
        assert f"{option}: “{path}” không phải thư mục" in capsys.readouterr().err


def test_a_signed_paper_is_a_pdf(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sign(folder, "body", "paper.pdf", "one.docx") == 2
    assert "phải có đuôi .pdf." in capsys.readouterr().err


@pytest.mark.skipif(bool(MISSING), reason=f"{MISSING} not installed")
def test_a_token_signs(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put_key((folder / "ca" / "person.p12").read_bytes(), label="cli")
    monkeypatch.setenv("VINHDANH_TOKEN_PIN", PIN)
    command = [
        "document", "sign", str(folder / "paper.pdf"), "--as", "person", "--pkcs11", str(DRIVER),
        "--image", str(folder / "person.png"), "--out", str(folder / "one.pdf"),
        "--position", "CHỦ TỊCH", "--name", "Hoàng Đức Thịnh",
    ]  # fmt: skip
    assert main([*command, "--certificate", "ai đó"]) == 2
    assert "Chưa rõ ký bằng chứng thư nào" in capsys.readouterr().err
    assert main([*command, "--certificate", "cli"]) == 0
    out = capsys.readouterr()
    assert "Đã ký bằng chứng thư của Hoàng Đức Thịnh" in out.out
    assert PIN not in out.out + out.err
    roots = str(folder / "ca" / "roots")
    assert main(["document", "verify", str(folder / "one.pdf"), "--roots", roots]) == 0
