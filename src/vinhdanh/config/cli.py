"""`vinhdanh serve`, `demo`, `worker` and `manage`: running the program."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from vinhdanh.config.env import ConfigurationError
from vinhdanh.config.server import AddressError, listen, serve
from vinhdanh.config.starting import (
    alone,
    prepare_static_files,
    prepare_tables,
    set_up,
)
from vinhdanh.config.worker import run_worker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HOST, PORT = "127.0.0.1", 8000
FAILED, INTERRUPTED = 2, 130


def fill_serve_parser(parser: argparse.ArgumentParser) -> None:
    """Add the options of `serve`."""
    _add_address(parser)
    parser.set_defaults(run=_explained(run_serve))


def fill_demo_parser(parser: argparse.ArgumentParser) -> None:
    """Add the options of `demo`."""
    parser.add_argument("--serve", action="store_true", help="nạp xong thì chạy chương trình")
    _add_address(parser)
    parser.set_defaults(run=_explained(run_demo))


def fill_worker_parser(parser: argparse.ArgumentParser) -> None:
    """Add the options of `worker`."""
    parser.add_argument("--attached", action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(run=_explained(run_worker_alone))


def run_serve(arguments: argparse.Namespace) -> int:
    """Make everything ready and serve."""
    with closing(listen(arguments.host, arguments.port)) as listener:
        _make_ready()
        _greet(arguments.host, arguments.port)
        serve(listener, with_worker=arguments.worker)
    return 0


def run_demo(arguments: argparse.Namespace) -> int:
    """Load the demonstration, and serve it on its own day where that is asked for."""
    from vinhdanh.demo.moments import TODAY  # noqa: PLC0415 - needs Django, which is slow to load

    if not arguments.serve:
        _make_ready(with_demo=True)
        print("Xem dữ liệu này bằng: vinhdanh demo --serve")
        return 0
    with closing(listen(arguments.host, arguments.port)) as listener:
        os.environ["VINHDANH_TODAY"] = os.environ.get("VINHDANH_TODAY") or TODAY
        _make_ready(with_demo=True)
        _greet(arguments.host, arguments.port)
        _print_accounts()
        serve(listener, with_worker=arguments.worker)
    return 0


def run_worker_alone(arguments: argparse.Namespace) -> int:
    """Take background work from the database."""
    set_up()
    run_worker(attached=arguments.attached)
    return 0


def run_manage(arguments: Sequence[str]) -> int:
    """Run one of Django's commands."""
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    try:
        set_up()
    except ConfigurationError as problem:
        print(problem, file=sys.stderr)
        return FAILED
    execute_from_command_line(["vinhdanh manage", *arguments])
    return 0


def _add_address(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--host",
        default=HOST,
        help="địa chỉ để mở (mặc định %(default)s; máy khác vào được thì ghi 0.0.0.0 và đặt"
        " VINHDANH_HOSTS)",
    )
    parser.add_argument("--port", type=int, default=PORT, help="cổng để mở (mặc định %(default)s)")
    parser.add_argument(
        "--no-worker", dest="worker", action="store_false", help="không chạy phần việc nền"
    )


def _explained(
    run: Callable[[argparse.Namespace], int],
) -> Callable[[argparse.Namespace], int]:
    """Turn what the person at the keyboard can mend into one sentence and exit code 2."""

    def explained(arguments: argparse.Namespace) -> int:
        try:
            return run(arguments)
        except (AddressError, ConfigurationError) as problem:
            print(problem, file=sys.stderr)
            return FAILED
        except KeyboardInterrupt:
            return INTERRUPTED

    return explained


def _make_ready(*, with_demo: bool = False) -> None:
    set_up()
    from django.conf import settings  # noqa: PLC0415 - after the settings

    with alone(Path(settings.DATA)):
        prepare_tables()
        if with_demo:
            _load_demo()
        prepare_static_files()


def _load_demo() -> None:
    from vinhdanh.demo.year import load_demo  # noqa: PLC0415 - after the settings

    if load_demo():
        print("Đã nạp dữ liệu trình diễn: xã Minh Tiến, năm 2024.", flush=True)
    else:
        print("Dữ liệu trình diễn đã có.", flush=True)


def _greet(host: str, port: int) -> None:
    from django.conf import settings  # noqa: PLC0415 - after the settings

    from vinhdanh.kernel import clock  # noqa: PLC0415
    from vinhdanh.kernel.wording import day  # noqa: PLC0415

    shown = "127.0.0.1" if host in {"", "0.0.0.0", "::"} else host  # noqa: S104
    print(f"Vinh Danh đang chạy tại http://{shown}:{port} (bấm Ctrl+C để dừng).", flush=True)
    if settings.TODAY:
        print(f"“Hôm nay” được đặt là {day(clock.today())}.", flush=True)


def _print_accounts() -> None:
    from vinhdanh.demo.accounts import DEMO_ACCOUNTS, OTHER_ACCOUNTS, PASSWORD  # noqa: PLC0415

    rows = [("Vai trò", "Người", "Tên đăng nhập", "Mật khẩu")]
    rows += [(each.role, each.name, each.username, PASSWORD) for each in DEMO_ACCOUNTS]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    print()
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print("  " + "   ".join(cells).rstrip())
    print(f"\nCác tài khoản khác, cùng mật khẩu: {', '.join(OTHER_ACCOUNTS)}.", flush=True)
