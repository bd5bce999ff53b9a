"""`vinhdanh certificates …`: certificates of a list of recipients in one PDF."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from vinhdanh.documents.cli import add_files, guarded
from vinhdanh.documents.cli_files import data_text, required_ending, write

if TYPE_CHECKING:
    import argparse

_BOOK: Final = "{so}"
_BRACES: Final = re.compile(r"\{[^{}]*\}|[{}]")


def fill_certificates_parser(parser: argparse.ArgumentParser) -> None:
    """Add `certificates layouts`, `example`, `grid` and `render`."""
    actions = parser.add_subparsers(dest="action", required=True)
    layouts = actions.add_parser("layouts", help="các mẫu trình bày có sẵn")
    layouts.set_defaults(run=guarded(_layouts))
    example = actions.add_parser("example", help="danh sách ví dụ dạng JSON")
    example.set_defaults(run=guarded(_example))
    grid = actions.add_parser("grid", help="trang in thử: lưới 10 mm và vị trí các ô")
    _add_layout(grid)
    grid.add_argument("--out", required=True, type=Path, help="tệp .pdf ghi ra")
    grid.set_defaults(run=guarded(_grid))
    render = actions.add_parser("render", help="in một danh sách thành một tệp PDF")
    _add_layout(render)
    add_files(render, out="tệp .pdf ghi ra")
    render.add_argument(
        "--check-address",
        default="",
        help=f"địa chỉ tra cứu in thành mã QR; {_BOOK} được thay bằng số sổ vàng",
    )
    render.set_defaults(run=guarded(_render))


def _add_layout(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--layout", default="a4", help="tên mẫu có sẵn, hoặc tệp .toml của đơn vị")


def _layouts(_arguments: argparse.Namespace) -> None:
    from vinhdanh.documents import layout_named, layout_names  # noqa: PLC0415

    for name in layout_names():
        sys.stdout.write(f"{name:10} {layout_named(name).title}\n")


def _example(_arguments: argparse.Namespace) -> None:
    from vinhdanh.documents.certificate_example import EXAMPLE  # noqa: PLC0415

    sys.stdout.write(EXAMPLE.read_text(encoding="utf-8"))


def _grid(arguments: argparse.Namespace) -> None:
    from vinhdanh.documents import find_layout, render_grid  # noqa: PLC0415

    required_ending(arguments.out, ".pdf")
    write(arguments.out, render_grid(find_layout(arguments.layout)))


def _render(arguments: argparse.Namespace) -> None:
    from vinhdanh.documents import (  # noqa: PLC0415
        CertificateContext,
        find_layout,
        read_list,
        render_certificates,
    )

    required_ending(arguments.out, ".pdf")
    address = _address(arguments.check_address)
    layout = find_layout(arguments.layout)
    certificates = read_list(data_text(arguments.data), CertificateContext)
    if address:
        certificates = [
            replace(
                one,
                check_address=address.replace(_BOOK, one.book_number),
                check_code=one.book_number,
            )
            if one.book_number and not one.check_address
            else one
            for one in certificates
        ]
    write(arguments.out, render_certificates(certificates, layout))


def _address(given: str) -> str:
    """Return the address of the public check, empty where none is asked for.

    Raises:
        DocumentError: it is no address of a page, or its places for facts are not ours.
    """
    from vinhdanh.documents import DocumentError  # noqa: PLC0415

    like = f"https://xa.example.vn/kiem-tra/{_BOOK}"
    if given and not _is_page(given):
        raise DocumentError(
            f"--check-address “{given}” không phải địa chỉ trang web; hãy ghi như {like}."
        )
    unknown = next((found for found in _BRACES.findall(given) if found != _BOOK), None)
    if unknown:
        raise DocumentError(
            f"--check-address không biết {unknown}; chỉ dùng được {_BOOK}, như {like}."
        )
    if given and _BOOK not in given:
        raise DocumentError(f"--check-address phải có {_BOOK} ở chỗ của số sổ vàng, như {like}.")
    return given


def _is_page(given: str) -> bool:
    """Tell whether it is an address of http or https with a host, without blanks."""
    try:
        parts = urlsplit(given)
        host = parts.hostname or ""
    except ValueError:
        return False
    has_host = bool(host) and not _BRACES.search(host)
    return parts.scheme in ("http", "https") and has_host and given.split() == [given]
