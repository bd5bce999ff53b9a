"""The `vinhdanh` command: hands each subcommand to the package that owns it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from vinhdanh.intake.cli import add_parser as add_plan_parser

if TYPE_CHECKING:
    from collections.abc import Sequence

_ADDERS = (add_plan_parser,)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand and return its exit code."""
    parser = argparse.ArgumentParser(
        prog="vinhdanh",
        description="Công tác thi đua, khen thưởng của một cơ quan, từ kế hoạch đến sổ vàng.",
    )
    subparsers = parser.add_subparsers(dest="command", required=True)
    for add_parser in _ADDERS:
        add_parser(subparsers)
    arguments = parser.parse_args(argv)
    code: int = arguments.run(arguments)
    return code


if __name__ == "__main__":
    raise SystemExit(main())
