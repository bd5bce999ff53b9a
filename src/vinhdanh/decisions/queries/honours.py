"""The register of honours: its one door, what was found in it, what it can be narrowed by."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, overload

from django.db import connection

from vinhdanh.decisions.models import Honour, Reissue
from vinhdanh.decisions.queries import search
from vinhdanh.decisions.queries.search import Asked, matches

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


def reissues_for(actor: Actor) -> QuerySet[Reissue]:
    """Return the requests for another certificate at the actor's body: the one door to them."""
    return Reissue.objects.filter(honour__body=actor.body).select_related("honour")


class Found(Sequence[Honour]):
    """The honours somebody asked for, newest first; no more than are counted.

    Their numbers are found once, as far as they are needed; the rows are read a stretch at a time.
    """

    def __init__(self, actor: Actor, asked: Asked) -> None:
        self._actor, self._asked = actor, asked

    @cached_property
    def _first(self) -> search.Hits:
        return search.first_hits(self._actor.body.pk, self._asked)

    @cached_property
    def _ids(self) -> list[int]:
        """All that are counted."""
        if self._first.is_whole:
            return self._first.newest
        return matches(self._actor.body.pk, self._asked)

    @cached_property
    def _count(self) -> int:
        if self._first.is_whole:
            return len(self._first.newest)
        return search.counted(self._actor.body.pk, self._asked)

    def __len__(self) -> int:
        """Return how many there are, but never more than are counted."""
        return min(self._count, search.MOST_COUNTED)

    @property
    def is_more(self) -> bool:
        """Tell whether there are more than were counted."""
        return self._count > search.MOST_COUNTED

    @overload
    def __getitem__(self, at: int) -> Honour: ...
    @overload
    def __getitem__(self, at: slice) -> list[Honour]: ...
    def __getitem__(self, at: int | slice) -> Honour | list[Honour]:
        """Return some of them."""
        if isinstance(at, int):
            return self._read([self._ids[: search.MOST_COUNTED][at]])[0]
        _, end, _ = at.indices(len(self))
        known = self._first.newest
        return self._read((known if end <= len(known) else self._ids)[: len(self)][at])

    def every(self, *, most: int) -> Iterator[Honour]:
        """Return them all, not only those that are counted, but no more than asked for."""
        ids = matches(self._actor.body.pk, self._asked, most=most)
        for start in range(0, len(ids), CHUNK):
            yield from self._read(ids[start : start + CHUNK])

    def _read(self, ids: list[int]) -> list[Honour]:
        by_id = honours_for(self._actor).in_bulk(ids)
        return [by_id[pk] for pk in ids if pk in by_id]


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
    years = Honour.objects.filter(body=actor.body).order_by("year").values_list("year", flat=True)
    first, last = years.first(), years.last()  # one query for both would read the whole index
    return list(range(last, first - 1, -1)) if first and last else []
