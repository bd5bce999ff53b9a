"""People and households of a body: found, filtered, sorted by given name."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.db.models import Exists, OuterRef, Prefetch, Q

from vinhdanh.kernel.text import fold, has_marks, squeeze
from vinhdanh.organizations.models import Household, Person, Position, Unit

if TYPE_CHECKING:
    import datetime as dt

    from django.db.models import QuerySet

    from vinhdanh.organizations.keeping import Keeper

    Named = TypeVar("Named", Person, Household)


def people_for(keeper: Keeper) -> QuerySet[Person]:
    """Return the people of the keeper's body: the one door to them."""
    return Person.objects.filter(body=keeper.body).order_by("name_order", "id")


def households_for(keeper: Keeper) -> QuerySet[Household]:
    """Return the households of the keeper's body: the one door to them."""
    return (
        Household.objects.filter(unit__body=keeper.body)
        .select_related("unit")
        .order_by("unit__order", "name_order", "id")
    )


def held_on(day: dt.date, prefix: str = "") -> Q:
    """Return the condition that a post is held on a day; `prefix` leads to it."""
    begun = Q(**{f"{prefix}valid_from__isnull": True}) | Q(**{f"{prefix}valid_from__lte": day})
    return begun & (Q(**{f"{prefix}valid_to__isnull": True}) | Q(**{f"{prefix}valid_to__gt": day}))


def running_from(day: dt.date) -> Q:
    """Return the condition that a post is held on a day or only begins later."""
    return Q(valid_to__isnull=True) | Q(valid_to__gt=day)


def units_now(person: Person, *, as_of: dt.date) -> list[Unit]:
    """Return the units in which a person holds a post on a day."""
    posts = person.positions.filter(held_on(as_of)).select_related("unit__body")
    return list({post.unit_id: post.unit for post in posts}.values())


def post_of(person: Person, *, as_of: dt.date) -> str:
    """Return the first post a person holds on a day, with its unit; empty where none."""
    held = person.positions.filter(held_on(as_of)).select_related("unit").first()
    return str(held) if held else ""


def with_posts(people: QuerySet[Person], *, as_of: dt.date) -> QuerySet[Person]:
    """Bring along the posts held on a day as `posts`, in one query for all."""
    held = Position.objects.filter(held_on(as_of)).select_related("unit")
    return people.prefetch_related(Prefetch("positions", held, to_attr="posts"))


def in_unit(people: QuerySet[Person], unit: int, *, as_of: dt.date) -> QuerySet[Person]:
    """Keep the people who hold a post in a unit on a day."""
    return people.filter(Exists(_posts(as_of).filter(unit=unit)))


def serving(people: QuerySet[Person], *, as_of: dt.date, is_serving: bool) -> QuerySet[Person]:
    """Keep who holds a post on a day, or who holds none."""
    held = Exists(_posts(as_of))
    return people.filter(held if is_serving else ~held)


def leading(people: QuerySet[Person], *, as_of: dt.date) -> QuerySet[Person]:
    """Keep who holds a leading post on a day."""
    return people.filter(Exists(_posts(as_of).filter(is_leader=True)))


def named(rows: QuerySet[Named], words: str, *, field: str = "full_name") -> QuerySet[Named]:
    """Keep whose name has every word; a word without marks finds all ways of writing it."""
    for word in squeeze(words).split():
        rows = rows.filter(folded_name__contains=fold(word))
        if has_marks(word):
            rows = rows.filter(Q(**{f"{field}__contains": word}) | _capital(field, word))
    return rows


def _capital(field: str, word: str) -> Q:
    """SQLite knows no capitals beyond ASCII, so the usual writing of a name is asked too."""
    return Q(**{f"{field}__contains": word.lower().capitalize()})


def _posts(as_of: dt.date) -> QuerySet[Position]:
    return Position.objects.filter(held_on(as_of), person=OuterRef("pk"))
