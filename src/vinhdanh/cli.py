"""The `vinhdanh` command: hands each subcommand to the package that owns it."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from vinhdanh.config.cli import (
    add_demo_parser,
    add_manage_parser,
    add_serve_parser,
    add_worker_parser,
    run_manage,
)
from vinhdanh.documents.cli import add_document_parser
from vinhdanh.documents.cli_certificates import add_certificates_parser
from vinhdanh.intake.cli import add_parser as add_plan_parser
from vinhdanh.lawbook.cli import add_law_parser

if TYPE_CHECKING:
    from collections.abc import Sequence

_ADDERS = (
    add_serve_parser,
    add_demo_parser,
    add_plan_parser,
    add_document_parser,
    add_law_parser,
    add_certificates_parser,
    add_worker_parser,
    add_manage_parser,
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand and return its exit code."""
    _speak_utf8()
    words = sys.argv[1:] if argv is None else list(argv)
    if words[:1] == ["manage"]:
        return run_manage(words[1:])  # its options are Django's, not ours
    parser = argparse.ArgumentParser(
        prog="vinhdanh",
        description="Công tác thi đua, khen thưởng của một cơ quan, từ kế hoạch đến sổ vàng.",
    )
    subparsers = parser.add_subparsers(dest="command", required=True)
    for add_parser in _ADDERS:
        add_parser(subparsers)
    arguments = parser.parse_args(words)
    code: int = arguments.run(arguments)
    return code


def _speak_utf8() -> None:
    """Write Vietnamese whatever the console's code page (Windows)."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
