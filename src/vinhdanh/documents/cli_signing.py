"""`vinhdanh document sign …` and `vinhdanh document verify …`."""

from __future__ import annotations

import os
import sys
import warnings
from contextlib import contextmanager
from datetime import datetime
from getpass import GetPassWarning, getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from vinhdanh.documents.cli_files import read, required_ending, required_folder, write

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from vinhdanh.documents.signing.keys import SigningKey
    from vinhdanh.documents.signing.places import Box

    Action = Callable[[argparse.Namespace], None]
    Guard = Callable[[Action], Callable[[argparse.Namespace], int]]

_PASSPHRASE: Final = "VINHDANH_KEY_PASSPHRASE"  # noqa: S105 - the name of a variable
_PIN: Final = "VINHDANH_TOKEN_PIN"
_NOT_GENUINE: Final = 1


def add_signing_parsers(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], guarded: Guard
) -> None:
    """Add `sign` and `verify`; guarded turns refusals into a sentence and exit code 2."""
    sign = actions.add_parser(
        "sign",
        help="ký số một tệp PDF",
        description="Mật khẩu khóa hoặc mã PIN được hỏi khi ký, hoặc đọc từ biến môi trường "
        f"{_PASSPHRASE} hoặc {_PIN}.",
    )
    sign.add_argument("file", type=Path, help="tệp PDF cần ký")
    sign.add_argument(
        "--as",
        dest="role",
        choices=("person", "body"),
        required=True,
        help="chữ ký của người có thẩm quyền (person) hay của cơ quan (body)",
    )
    keys = sign.add_mutually_exclusive_group(required=True)
    keys.add_argument("--key", type=Path, help="tệp khóa .p12 hoặc .pfx")
    keys.add_argument("--pkcs11", type=Path, help="thư viện (.so, .dll) của thiết bị lưu khóa")
    sign.add_argument("--certificate", default="", help="tên chứng thư trong thiết bị lưu khóa")
    sign.add_argument("--slot", type=int, default=None, help="thiết bị thứ mấy, đếm từ 0")
    sign.add_argument("--image", required=True, type=Path, help="ảnh PNG chữ ký hoặc con dấu")
    sign.add_argument("--width", type=float, default=None, help="bề rộng thật của dấu, mm")
    sign.add_argument("--position", default="", help="chức vụ ghi trên chỗ ký, như “CHỦ TỊCH”")
    sign.add_argument("--name", default="", help="họ tên người ký ghi trong văn bản")
    sign.add_argument("--reason", default="", help="lý do ký")
    sign.add_argument("--timestamp", default="", help="địa chỉ máy chủ dấu thời gian")
    sign.add_argument(
        "--crls", type=Path, default=None, help="thư mục danh sách thu hồi (.crl) lưu kèm trong tệp"
    )
    sign.add_argument("--out", required=True, type=Path, help="tệp .pdf ghi ra")
    sign.set_defaults(run=guarded(_sign))
    verify = actions.add_parser("verify", help="kiểm tra chữ ký số của một tệp PDF")
    verify.add_argument("file", type=Path, help="tệp PDF cần kiểm tra")
    verify.add_argument("--roots", type=Path, default=Path(), help="thư mục chứng thư gốc (.pem)")
    verify.add_argument("--crls", type=Path, default=None, help="thư mục danh sách thu hồi (.crl)")
    verify.add_argument(
        "--ocsp", action="append", default=[], help="địa chỉ hỏi chứng thư có bị thu hồi (OCSP)"
    )
    verify.set_defaults(run=_verifying(guarded))


def _sign(arguments: argparse.Namespace) -> None:
    from vinhdanh.documents.signing.acts import (  # noqa: PLC0415 - keeps start-up light
        sign_body,
        sign_person,
    )
    from vinhdanh.documents.signing.measures import SEAL_WIDTH  # noqa: PLC0415

    required_ending(arguments.out, ".pdf")
    pdf, image = read(arguments.file), read(arguments.image)
    place, width = _place(arguments, pdf), arguments.width or SEAL_WIDTH
    facts: dict[str, Any] = {
        "image": image,
        "at": datetime.now().astimezone(),
        "reason": arguments.reason,
        "timestamp_address": arguments.timestamp,
        "evidence": _lists(arguments),
    }
    with _opened_key(arguments) as key:
        if arguments.role == "person":
            signed = sign_person(pdf, key=key, place=_required(place), seal_width=width, **facts)
        else:
            signed = sign_body(pdf, key=key, place=place, width=width, **facts)
        holder = key.holder
    write(arguments.out, signed)
    sys.stdout.write(f"Đã ký bằng chứng thư của {holder}: {arguments.out}\n")


@contextmanager
def _opened_key(arguments: argparse.Namespace) -> Iterator[SigningKey]:
    """Give the key of a file, or of a token for the block."""
    from vinhdanh.documents.signing.keys import open_pkcs12  # noqa: PLC0415
    from vinhdanh.documents.signing.tokens import open_token  # noqa: PLC0415

    if arguments.key:
        yield open_pkcs12(read(arguments.key), _asked(_PASSPHRASE, "Mật khẩu khóa: "))
        return
    pin = _asked(_PIN, "Mã PIN của thiết bị: ")
    chosen = {"certificate": arguments.certificate, "slot": arguments.slot}
    with open_token(arguments.pkcs11, pin=pin, **chosen) as key:
        yield key


def _verifying(guarded: Guard) -> Callable[[argparse.Namespace], int]:
    def run(arguments: argparse.Namespace) -> int:
        verdicts: list[bool] = []
        code = guarded(lambda given: verdicts.append(_verify(given)))(arguments)
        return code or (0 if verdicts == [True] else _NOT_GENUINE)

    return run


def _verify(arguments: argparse.Namespace) -> bool:
    """Print the report and tell whether the file is genuine."""
    from vinhdanh.documents.signing.report import Verdict  # noqa: PLC0415
    from vinhdanh.documents.signing.roots import root_files  # noqa: PLC0415
    from vinhdanh.documents.signing.verifying import verify  # noqa: PLC0415

    report = verify(
        read(arguments.file),
        root_files(required_folder(arguments.roots, "--roots")),
        lists=_lists(arguments),
        responders=arguments.ocsp,
    )
    sys.stdout.write(f"{report.sentence}\n")
    for one in report.signatures:
        sys.stdout.write(f"- {one.sentence}\n")
    return report.verdict is Verdict.GENUINE


def _lists(arguments: argparse.Namespace) -> tuple[bytes, ...]:
    from vinhdanh.documents.signing.roots import list_files  # noqa: PLC0415

    if arguments.crls is None:
        return ()
    return list_files(required_folder(arguments.crls, "--crls"))


def _place(arguments: argparse.Namespace, pdf: bytes) -> Box | None:
    from vinhdanh.documents.signing.places import find_signature_space  # noqa: PLC0415

    if not arguments.position or not arguments.name:
        return None
    return find_signature_space(pdf, position=arguments.position, name=arguments.name)


def _required(place: Box | None) -> Box:
    from vinhdanh.documents import DocumentError  # noqa: PLC0415

    if place is None:
        raise DocumentError("Thiếu chỗ ký; hãy thêm --position và --name như ghi trong văn bản.")
    return place


def _asked(variable: str, question: str) -> str:
    """Return a secret of the environment, or ask for it at a terminal.

    Raises:
        DocumentError: there is no terminal to ask at.
    """
    from vinhdanh.documents import DocumentError  # noqa: PLC0415

    given = os.environ.get(variable)
    if given:
        return given
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", GetPassWarning)  # it would show what is typed
            return getpass(question, sys.stderr)
    except (GetPassWarning, EOFError, OSError):
        raise DocumentError(
            f"Không có cửa sổ lệnh để hỏi “{question.strip(' :')}”; hãy đặt biến môi trường"
            f" {variable} rồi chạy lại."
        ) from None
