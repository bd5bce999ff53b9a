"""Eight writers who issue two hundred documents of one series at the same moment.

As a program it does so on a SQLite file of its own and prints the numbers it found:

    VINHDANH_DATA=… DJANGO_SETTINGS_MODULE=vinhdanh.config.settings python parallel_writers.py
"""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor

WRITERS = 8
EACH = 25
ISSUED_ON = dt.date(2024, 6, 24)
SYMBOL = "CV-UBND"


def issue_together(actor: Actor) -> list[int]:
    """Let all writers issue at once, each in a thread with its own connection.

    Returns:
        the numbers in the register, in order.
    """
    from django.db import connections  # noqa: PLC0415 - as a program, only after django.setup()

    from vinhdanh.records.enums import DocumentKind  # noqa: PLC0415
    from vinhdanh.records.models import OfficialDocument  # noqa: PLC0415
    from vinhdanh.records.services.documents import issue_document  # noqa: PLC0415

    together = Barrier(WRITERS)

    def write(writer: int) -> None:
        try:
            together.wait(timeout=30)
            for turn in range(EACH):
                issue_document(
                    actor=actor,
                    kind=DocumentKind.LETTER,
                    symbol=SYMBOL,
                    abstract=f"Văn bản {turn} của người viết {writer}",
                    issued_on=ISSUED_ON,
                )
        finally:
            connections.close_all()

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))
    numbers = OfficialDocument.objects.filter(symbol=SYMBOL).order_by("number")
    return [number or 0 for number in numbers.values_list("number", flat=True)]


def main() -> None:
    import django  # noqa: PLC0415

    django.setup()

    from django.apps import apps  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from tests.scenarios.commune import build_commune  # noqa: PLC0415

    with connection.schema_editor() as editor:  # ten times faster than every migration
        for model in apps.get_models():
            editor.create_model(model)
    print(*issue_together(build_commune().clerk))  # noqa: T201


if __name__ == "__main__":
    main()
