"""The `vinhdanh` command: hands each subcommand to the package that owns it."""

from __future__ import annotations

import sys
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from vinhdanh.kernel.command_line import CommandParser

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

COMMANDS = {
    "serve": ("chạy chương trình trên máy này", "vinhdanh.config.cli:fill_serve_parser"),
    "demo": (
        "nạp dữ liệu trình diễn: năm 2024 của xã Minh Tiến, người và hộ là hư cấu",
        "vinhdanh.config.cli:fill_demo_parser",
    ),
    "plan": ("đọc và kiểm tra tệp kế hoạch", "vinhdanh.intake.cli:fill_plan_parser"),
    "document": (
        "soạn văn bản từ tệp dữ liệu JSON",
        "vinhdanh.documents.cli:fill_document_parser",
    ),
    "law": ("hỏi kho quy định về thi đua, khen thưởng", "vinhdanh.lawbook.cli:fill_law_parser"),
    "certificates": (
        "in giấy khen hàng loạt",
        "vinhdanh.documents.cli_certificates:fill_certificates_parser",
    ),
    "worker": (
        "chạy riêng phần việc nền (serve đã tự chạy một phần việc nền)",
        "vinhdanh.config.cli:fill_worker_parser",
    ),
    "manage": (
        "các lệnh quản trị của Django, ví dụ: vinhdanh manage check",
        "vinhdanh.config.cli:run_manage",
    ),
}
"""Name → what it is for, and the function that knows more. Only the one asked for is imported."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand and return its exit code."""
    _speak_utf8()
    words = sys.argv[1:] if argv is None else list(argv)
    asked = words[0] if words else ""
    code: int
    if asked == "manage":
        code = resolve_name(COMMANDS[asked][1])(words[1:])  # its options are Django's, not ours
    else:
        arguments = _parser(asked).parse_args(words)
        code = arguments.run(arguments)
    return code


def _parser(asked: str) -> argparse.ArgumentParser:
    """Return the parser of the command, which knows the options of one subcommand."""
    parser = CommandParser(
        prog="vinhdanh",
        description="Công tác thi đua, khen thưởng của một cơ quan, từ kế hoạch đến sổ vàng.",
    )
    subparsers = parser.add_subparsers(dest="command", required=True)
    for name, (words, filler) in COMMANDS.items():
        subparser = subparsers.add_parser(name, help=words)
        if name == asked:
            resolve_name(filler)(subparser)
    return parser


def _speak_utf8() -> None:
    """Write Vietnamese whatever the console's code page (Windows), and never fail at a sign."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    raise SystemExit(main())
