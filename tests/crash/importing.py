"""Two lists come in, people and old decisions: each is read, mended, confirmed."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from tests.crash.world import CrashError, Step, World, acting, all_or_nothing, require_bytes
from tests.scenarios.commune import build_commune

from vinhdanh.decisions.enums import HonourSource
from vinhdanh.decisions.models import Decision, Honour
from vinhdanh.intake.lists import SCHEMAS, write_list
from vinhdanh.kernel.errors import StaleError
from vinhdanh.kernel.models import AuditEvent
from vinhdanh.organizations.enums import ImportKind, ImportState, RowStatus
from vinhdanh.organizations.models import ImportRow, ListImport, Person, Position
from vinhdanh.organizations.services.import_mending import correct_row
from vinhdanh.organizations.services.imports import confirm_import, upload_list

if TYPE_CHECKING:
    from collections.abc import Iterable

CLERK = "hanh"
ROWS = 40
VILLAGE = "Thôn Phạm Xá"
NOWHERE = {"name": "Lê Văn Lạc", "unit": "Thôn Không Có"}
"""The last row of people, refused until its unit is corrected."""
DECISION = {
    "kind": "individual",
    "unit": VILLAGE,
    "title": "Lao động tiên tiến",
    "period": "Năm 2022",
    "decision_number": "15/QĐ-UBND",
    "decided_on": dt.date(2023, 1, 10),
}


def _rows(kind: ImportKind) -> list[dict[str, object]]:
    names = [f"Lê Văn Số {at}" for at in range(1, ROWS)]
    if kind == ImportKind.PEOPLE:
        known: list[dict[str, object]] = [{"name": name, "unit": VILLAGE} for name in names]
        return [*known, {**NOWHERE}]
    return [DECISION | {"name": name} for name in (*names, NOWHERE["name"])]


def _upload(kind: ImportKind) -> None:
    data = write_list(SCHEMAS[kind], _rows(kind))
    upload_list(importer=acting(CLERK), kind=kind, source_name="ds.xlsx", source=data)


def _is_uploaded(kind: ImportKind, where: str) -> bool:
    found = list(ListImport.objects.filter(kind=kind))
    require_bytes(((each.source_path, each.source_sha256) for each in found), where)
    rows = ImportRow.objects.filter(list_import__in=found)
    facts = {"list": len(found) == 1, "rows": rows.count() == ROWS, "log": _told("read", found)}
    return all_or_nothing(facts, where)


def _mend() -> None:
    row = ImportRow.objects.get(list_import__kind=ImportKind.PEOPLE, order=ROWS)
    correct_row(importer=acting(CLERK), row=row, cells=NOWHERE | {"unit": VILLAGE})


def _is_mended(where: str) -> bool:
    row = ImportRow.objects.filter(list_import__kind=ImportKind.PEOPLE, order=ROWS).first()
    facts = {
        "values": row is not None and row.values["unit"] == VILLAGE,
        "status": row is not None and row.status == RowStatus.NEW,
    }
    return all_or_nothing(facts, where)


def _confirm(kind: ImportKind) -> None:
    listing = ListImport.objects.get(kind=kind)
    confirm_import(importer=acting(CLERK), listing=listing, expected_version=listing.version)


def _is_entered(kind: ImportKind, where: str) -> bool:
    """Tell whether every row is in the records; who confirms again must then be told so."""
    done = ListImport.objects.filter(kind=kind, state=ImportState.DONE)
    entered = ImportRow.objects.filter(list_import__kind=kind, is_entered=True).count()
    facts = {"state": done.count() == 1, "rows": entered == ROWS, "log": _told("entered", done)}
    people = Person.objects.filter(full_name__startswith="Lê Văn ")
    if kind == ImportKind.PEOPLE:
        posts = Position.objects.filter(person__in=people).count()
        facts |= {"people": people.count() == ROWS, "posts": posts == ROWS}
    else:
        honours = Honour.objects.filter(source=HonourSource.OLD)
        held = honours.filter(recipient__person__in=people)
        facts |= {"decision": Decision.objects.count() == 1, "honours": held.count() == ROWS}
    if not all_or_nothing(facts, where):
        _require_none(kind, where)
        return False
    _require_refusal(kind, where)
    return True


def _require_none(kind: ImportKind, where: str) -> None:
    of_people = Position.objects.filter(person__full_name__startswith="Lê Văn ")
    left = of_people if kind == ImportKind.PEOPLE else Honour.objects.all()
    if left.exists() or ImportRow.objects.filter(list_import__kind=kind, is_entered=True).exists():
        raise CrashError(f"{where}: some rows of {kind} were entered.")


def _require_refusal(kind: ImportKind, where: str) -> None:
    try:
        _confirm(kind)
    except StaleError:
        return
    raise CrashError(f"{where}: the list of {kind} was entered twice.")


def _told(what: str, lists: Iterable[ListImport]) -> bool:
    keys = [each.pk for each in lists]
    return AuditEvent.objects.filter(action=f"list.{what}", object_id__in=keys).count() == 1


def _list(kind: ImportKind, *between: Step) -> tuple[Step, ...]:
    return (
        Step(partial(_upload, kind), partial(_is_uploaded, kind)),
        *between,
        Step(partial(_confirm, kind), partial(_is_entered, kind)),
    )


def _prepare() -> None:
    build_commune()


IMPORTING = World(
    "importing",
    _prepare,
    (*_list(ImportKind.PEOPLE, Step(_mend, _is_mended)), *_list(ImportKind.HONOURS)),
)
