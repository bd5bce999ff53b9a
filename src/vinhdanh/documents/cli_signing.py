"""`vinhdanh document sign …` and `vinhdanh document verify …`."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from vinhdanh.documents.signing.places import Box

    Action = Callable[[argparse.Namespace], None]
    Guard = Callable[[Action], Callable[[argparse.Namespace], int]]

_PASSPHRASE: Final = "VINHDANH_KEY_PASSPHRASE"  # noqa: S105 - the name of a variable
_NOT_GENUINE: Final = 1


def add_signing_parsers(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], guarded: Guard
) -> None:
    """Add `sign` and `verify`; guarded turns refusals into a sentence and exit code 2."""
    sign = actions.add_parser(
        "sign",
        help="ký số một tệp PDF",
        description=f"Mật khẩu khóa được hỏi khi ký, hoặc đọc từ biến môi trường {_PASSPHRASE}.",
    )
    sign.add_argument("file", type=Path, help="tệp PDF cần ký")
    sign.add_argument(
        "--as",
        dest="role",
        choices=("person", "body"),
        required=True,
        help="chữ ký của người có thẩm quyền (person) hay của cơ quan (body)",
    )
    sign.add_argument("--key", required=True, type=Path, help="tệp khóa .p12 hoặc .pfx")
    sign.add_argument("--image", required=True, type=Path, help="ảnh PNG chữ ký hoặc con dấu")
    sign.add_argument("--width", type=float, default=None, help="bề rộng thật của dấu, mm")
    sign.add_argument("--position", default="", help="chức vụ ghi trên chỗ ký, như “CHỦ TỊCH”")
    sign.add_argument("--name", default="", help="họ tên người ký ghi trong văn bản")
    sign.add_argument("--reason", default="", help="lý do ký")
    sign.add_argument("--timestamp", default="", help="địa chỉ máy chủ dấu thời gian")
    sign.add_argument("--out", required=True, type=Path, help="tệp .pdf ghi ra")
    sign.set_defaults(run=guarded(_sign))
    verify = actions.add_parser("verify", help="kiểm tra chữ ký số của một tệp PDF")
    verify.add_argument("file", type=Path, help="tệp PDF cần kiểm tra")
    verify.add_argument("--roots", type=Path, default=Path(), help="thư mục chứng thư gốc (.pem)")
    verify.set_defaults(run=_verifying(guarded))


def _sign(arguments: argparse.Namespace) -> None:
    from vinhdanh.documents.signing.acts import (  # noqa: PLC0415 - keeps start-up light
        sign_body,
        sign_person,
    )
    from vinhdanh.documents.signing.keys import open_pkcs12  # noqa: PLC0415
    from vinhdanh.documents.signing.measures import SEAL_WIDTH  # noqa: PLC0415

    pdf, image = _read(arguments.file), _read(arguments.image)
    key = open_pkcs12(_read(arguments.key), _passphrase())
    at = datetime.now().astimezone()
    reason, stamps, place = arguments.reason, arguments.timestamp, _place(arguments, pdf)
    if arguments.role == "person":
        signed = sign_person(
            pdf, key=key, image=image, place=_required(place), at=at, reason=reason,
            timestamp_address=stamps,
        )  # fmt: skip
    else:
        signed = sign_body(
            pdf, key=key, image=image, place=place, at=at, reason=reason,
            width=arguments.width or SEAL_WIDTH, timestamp_address=stamps,
        )  # fmt: skip
    _write(arguments.out, signed)
    sys.stdout.write(f"Đã ký bằng chứng thư của {key.holder}: {arguments.out}\n")


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

    report = verify(_read(arguments.file), root_files(arguments.roots))
    sys.stdout.write(f"{report.sentence}\n")
    for one in report.signatures:
        sys.stdout.write(f"- {one.sentence}\n")
    return report.verdict is Verdict.GENUINE


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


def _passphrase() -> str:
    return os.environ.get(_PASSPHRASE) or getpass("Mật khẩu khóa: ", sys.stderr)


def _read(path: Path) -> bytes:
    from vinhdanh.documents import DocumentError  # noqa: PLC0415

    try:
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(f"Không đọc được tệp “{path}”; hãy kiểm tra đường dẫn.") from error


def _write(path: Path, data: bytes) -> None:
    from vinhdanh.documents import DocumentError  # noqa: PLC0415

    try:
        path.write_bytes(data)
    except OSError as error:
        raise DocumentError(f"Không ghi được tệp “{path}”; hãy chọn nơi khác.") from error
