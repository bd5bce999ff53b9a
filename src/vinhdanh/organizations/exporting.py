"""People and households as rows of the lists that are read back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vinhdanh.organizations.queries.people import with_posts

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from django.db.models import QuerySet

    from vinhdanh.organizations.models import Household, Person, Recipient


def people_rows(people: QuerySet[Person], *, as_of: dt.date) -> Iterator[dict[str, Any]]:
    """Return people with the first post each holds on a day; two queries."""
    for person in with_posts(people, as_of=as_of):
        post = next(iter(person.posts), None)  # type: ignore[attr-defined]
        yield {
            "name": person.full_name,
            "birth_date": person.birth_date,
            "sex": person.sex,
            "group": person.group,
            "is_direct_worker": person.is_direct_worker or None,
            "position": post.title if post else "",
            "unit": post.unit.name if post else "",
        }


def household_rows(households: QuerySet[Household]) -> Iterator[dict[str, Any]]:
    """Return households with their village; one query."""
    for one in households.select_related("unit"):
        yield {"head_name": one.head_name, "unit": one.unit.name, "address": one.address}


def recipient_cells(recipient: Recipient, detail: str) -> dict[str, Any]:
    """Return name, kind and what tells a recipient apart; person and household come along."""
    cells: dict[str, Any] = {"name": recipient.name, "kind": recipient.kind}
    if recipient.person is not None:
        return cells | {"birth_date": recipient.person.birth_date, "detail": detail}
    if recipient.household is not None:
        home = recipient.household
        return cells | {
            "name": home.head_name,
            "unit": home.unit.name,
            "address": home.address,
        }
    return cells
