"""How long 10,000 people take to come in from a file: `python benchmarks/imports.py`.

It runs on an empty database of its own: SQLite, or what DATABASE_URL names (PostgreSQL), and
prints reading, upload with preview, the preview page's query, and confirming.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT), str(ROOT / "benchmarks")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vinhdanh.config.settings")
os.environ.setdefault("VINHDANH_DEBUG", "1")

import django  # noqa: E402 - after the settings are named

django.setup()

from django.db import connection  # noqa: E402
from django.test.utils import setup_databases, teardown_databases  # noqa: E402
from lists import ROWS, people  # noqa: E402
from tests.scenarios.commune import TODAY, build_commune  # noqa: E402

from vinhdanh.intake.lists import PEOPLE, read_list, write_list  # noqa: E402
from vinhdanh.organizations.enums import ImportKind, UnitKind  # noqa: E402
from vinhdanh.organizations.models import Person, Unit  # noqa: E402
from vinhdanh.organizations.queries.imports import row_counts  # noqa: E402
from vinhdanh.organizations.services.imports import confirm_import, upload_list  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    Made = TypeVar("Made")


def timed(what: str, act: Callable[[], Made]) -> Made:
    """Do something and print how long it took, by the clock and by the processor."""
    began, used = time.perf_counter(), time.process_time()
    made = act()
    wall, cpu = time.perf_counter() - began, time.process_time() - used
    print(f"  {what}: {wall:.2f} s, {cpu:.2f} s of CPU")
    return made


def main() -> None:
    """Measure every phase once."""
    from django.conf import settings  # noqa: PLC0415 - set up above

    settings.TODAY = TODAY.isoformat()
    settings.MEDIA_ROOT = tempfile.mkdtemp()
    commune = build_commune()
    from tests.factories.organizations import make_unit  # noqa: PLC0415 - after the settings

    for at in range(40):
        make_unit(commune.body, f"Thôn {at}", UnitKind.VILLAGE)
    data = write_list(PEOPLE, people())
    print(f"{connection.vendor}, {ROWS} people, {Unit.objects.count()} units, {len(data)} bytes")
    timed("read alone", lambda: read_list(data, "ds.xlsx", schema=PEOPLE))
    listing = timed(
        "upload: read, look over, keep",
        lambda: upload_list(
            importer=commune.clerk, kind=ImportKind.PEOPLE, source_name="ds.xlsx", source=data
        ),
    )
    timed("counts and one page", lambda: (row_counts(listing), list(listing.rows.all()[:50])))
    timed(
        "confirm",
        lambda: confirm_import(
            importer=commune.clerk, listing=listing, expected_version=listing.version
        ),
    )
    print(f"  entered: {Person.objects.count()} people in the records")


if __name__ == "__main__":
    names = setup_databases(verbosity=0, interactive=False)
    try:
        main()
    finally:
        teardown_databases(names, verbosity=0)
