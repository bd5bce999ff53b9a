"""The register of honours: its one door, what was found in it, what it can be narrowed by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from django.db import connection
from django.db.models import Max, Min

from vinhdanh.decisions.models import Honour
from vinhdanh.decisions.queries.search import Asked, Matches, matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet

    from vinhdanh.accounts.actor import Actor

NAMES = """
WITH RECURSIVE found(slug) AS (
    SELECT min(honour) FROM decisions_honour WHERE body_id = %s
    UNION ALL
    SELECT (SELECT min(honour) FROM decisions_honour WHERE body_id = %s AND honour > slug)
    FROM found WHERE slug IS NOT NULL)
SELECT slug, (SELECT honour_name FROM decisions_honour
              WHERE body_id = %s AND honour = slug LIMIT 1)
FROM found WHERE slug IS NOT NULL
"""
"""Steps through the index from one slug to the next, however many honours there are."""
CHUNK = 500


def honours_for(actor: Actor) -> QuerySet[Honour]:
    """Return the honours of the actor's body: the one door to them."""
    return Honour.objects.filter(body=actor.body).select_related(
        "decision__document", "revoked_by__document"
    )


class Found(Sequence[Honour]):
    """The honours somebody asked for, newest first; read a stretch at a time."""

    def __init__(self, actor: Actor, asked: Asked) -> None:
        self._actor, self._asked = actor, asked
        self._first: Matches | None = None

    def __len__(self) -> int:
        """Return how many there are, but never more than are counted."""
        return self._counted().count

    @property
    def is_more(self) -> bool:
        """Tell whether there are more than were counted."""
        return self._counted().is_more

    @overload
    def __getitem__(self, at: int) -> Honour: ...
    @overload
    def __getitem__(self, at: slice) -> list[Honour]: ...
    def __getitem__(self, at: int | slice) -> Honour | list[Honour]:
        """Return some of them."""
        if isinstance(at, int):
            return self._read(at, 1)[0]
        start = at.start or 0
        return self._read(start, (at.stop or start) - start)

    def every(self, *, most: int) -> Iterator[Honour]:
        """Return them all, but no more than asked for."""
        for start in range(0, most, CHUNK):
            rows = self._read(start, min(CHUNK, most - start))
            yield from rows
            if len(rows) < CHUNK:
                return

    def _counted(self) -> Matches:
        if self._first is None:
            self._first = matches(self._actor.body.pk, self._asked, rows=0)
        return self._first

    def _read(self, start: int, rows: int) -> list[Honour]:
        found = matches(self._actor.body.pk, self._asked, start=start, rows=rows, counted=False)
        by_id = honours_for(self._actor).in_bulk(found.ids)
        return [by_id[pk] for pk in found.ids if pk in by_id]


def found_for(actor: Actor, asked: Asked) -> Found:
    """Return the honours of the actor's body that somebody asks for."""
    return Found(actor, asked)


def names_in(actor: Actor) -> dict[str, tuple[str, ...]]:
    """Return the names of the register's honours, each with the slugs that bear it."""
    names: dict[str, tuple[str, ...]] = {}
    with connection.cursor() as cursor:
        cursor.execute(NAMES, [actor.body.pk] * 3)
        for slug, name in cursor.fetchall():
            names[name] = (*names.get(name, ()), slug)
    return dict(sorted(names.items()))


def years_in(actor: Actor) -> list[int]:
    """Return the years the register may have honours of, the newest first."""
    ends = Honour.objects.filter(body=actor.body).aggregate(first=Min("year"), last=Max("year"))
    return list(range(ends["last"], ends["first"] - 1, -1)) if ends["last"] else []
