"""Everything between the command and a ready program: settings, tables, static files."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from vinhdanh.config.env import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SETTINGS = "vinhdanh.config.settings"
STAMP = ".made-from"


def set_up() -> None:
    """Load the settings and the applications.

    Raises:
        ConfigurationError: a setting is missing or malformed; one sentence says which.
    """
    import django  # noqa: PLC0415 - `plan read` and --help do without
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    _check_today(os.environ.get("VINHDANH_TODAY", ""))
    try:
        django.setup()
    except ImproperlyConfigured as problem:
        raise ConfigurationError(f"Cấu hình chưa đúng: {problem}") from problem
    except ValueError as problem:
        if type(problem).__module__.partition(".")[0] != "dj_database_url":
            raise
        raise ConfigurationError(
            "DATABASE_URL chưa đúng: hãy ghi như postgres://tên:mật-khẩu@máy/cơ-sở-dữ-liệu,"
            " hoặc bỏ trống để dùng tệp SQLite."
        ) from problem
    except OSError as problem:
        raise ConfigurationError(
            f"Không ghi được vào thư mục dữ liệu ({problem}): hãy đặt VINHDANH_DATA là một thư mục"
            " ghi được."
        ) from problem


def prepare_tables() -> None:
    """Bring the database up to the program's version; quick where it is there already.

    Raises:
        ConfigurationError: the database cannot be reached.
    """
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415
    from django.db.utils import OperationalError  # noqa: PLC0415

    try:
        connection.ensure_connection()
    except OperationalError as problem:
        why = " ".join(str(problem).split())
        raise ConfigurationError(
            f"Không kết nối được cơ sở dữ liệu ({why}): hãy kiểm tra DATABASE_URL và VINHDANH_DATA."
        ) from problem
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)


def prepare_static_files() -> None:
    """Collect and compress the static files where they changed since the last time."""
    from pathlib import Path  # noqa: PLC0415

    from django.conf import settings  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    root = Path(settings.STATIC_ROOT)
    stamp, state = root / STAMP, _state_of_static_files()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == state:
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(state, encoding="ascii")


@contextmanager
def alone(data: Path) -> Iterator[None]:
    """Hold the data folder, so that of two commands started together one prepares it first."""
    from django.core.files import locks  # noqa: PLC0415

    data.mkdir(parents=True, exist_ok=True)
    with (data / "preparing.lock").open("a", encoding="ascii") as file:
        locks.lock(file, locks.LOCK_EX)
        try:
            yield
        finally:
            locks.unlock(file)


def _state_of_static_files() -> str:
    """Return a digest of every source file's name, size and time; reading none of them."""
    from django.contrib.staticfiles.finders import get_finders  # noqa: PLC0415
    from django.core.files.storage import FileSystemStorage  # noqa: PLC0415

    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            assert isinstance(storage, FileSystemStorage)
            status = os.stat(storage.path(name))  # noqa: PTH116 - as quick as can be
            digest.update(f"{name}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _check_today(words: str) -> None:
    if not words:
        return
    try:
        dt.datetime.fromisoformat(words)
    except ValueError:
        raise ConfigurationError(
            f"VINHDANH_TODAY là “{words}”, không phải một ngày: hãy ghi như 2024-06-24."
        ) from None
