"""`vinhdanh document …`: papers from JSON, without a database."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from vinhdanh.documents.cli_files import data_text, required_ending, write
from vinhdanh.documents.cli_signing import add_signing_parsers

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

_REFUSED: Final = 2
_ENDINGS: Final = (".pdf", ".docx")


def fill_document_parser(parser: argparse.ArgumentParser) -> None:
    """Add `document kinds`, `document example KIND` and `document render KIND`."""
    actions = parser.add_subparsers(dest="action", required=True)
    kinds = actions.add_parser("kinds", help="các loại văn bản soạn được")
    kinds.set_defaults(run=guarded(_kinds))
    example = actions.add_parser("example", help="dữ liệu ví dụ của một loại văn bản")
    example.add_argument("kind", help="loại văn bản, như award_decision")
    example.set_defaults(run=guarded(_example))
    render = actions.add_parser("render", help="soạn một văn bản thành PDF hoặc Word")
    render.add_argument("kind", help="loại văn bản, như award_decision")
    add_files(render, out="tệp ghi ra, .pdf hoặc .docx")
    render.set_defaults(run=guarded(_render))
    add_signing_parsers(actions, guarded)


def add_files(parser: argparse.ArgumentParser, *, out: str) -> None:
    """Add --data and --out."""
    parser.add_argument("--data", required=True, help="tệp JSON, hoặc - để đọc từ đầu vào")
    parser.add_argument("--out", required=True, type=Path, help=out)


def guarded(action: Callable[[argparse.Namespace], None]) -> Callable[[argparse.Namespace], int]:
    """Return an action that answers a refusal with its sentence and exit code 2."""

    def run(arguments: argparse.Namespace) -> int:
        from vinhdanh.documents import DocumentError  # noqa: PLC0415 - keeps start-up light

        try:
            action(arguments)
        except DocumentError as error:
            print(error.message, file=sys.stderr)
            return _REFUSED
        return 0

    return run


def _kinds(_arguments: argparse.Namespace) -> None:
    from vinhdanh.documents import kinds  # noqa: PLC0415

    width = max(len(slug) for slug in kinds())
    for slug, kind in kinds().items():
        forms = "; ".join(f"{one.number} {one.instrument}" for one in kind.forms)
        print(f"{slug:{width}}  {kind.name}{f' ({forms})' if forms else ''}")


def _example(arguments: argparse.Namespace) -> None:
    from vinhdanh.documents import kind_named  # noqa: PLC0415

    print(kind_named(arguments.kind).example_json(), end="")


def _render(arguments: argparse.Namespace) -> None:
    from vinhdanh.documents import kind_named, render_docx, render_pdf  # noqa: PLC0415

    ending = required_ending(arguments.out, *_ENDINGS)
    kind = kind_named(arguments.kind)
    paper = kind.build(kind.read(data_text(arguments.data)))
    write(arguments.out, render_pdf(paper) if ending == ".pdf" else render_docx(paper))
