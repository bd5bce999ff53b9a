"""People, households, years and initiatives as rows of the lists that are read back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch

from vinhdanh.intake.lists import Author
from vinhdanh.organizations.enums import DisciplineForm
from vinhdanh.organizations.models import InitiativeAuthor, Person
from vinhdanh.organizations.models.year import NONE
from vinhdanh.organizations.queries.people import with_posts

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from django.db.models import QuerySet

    from vinhdanh.organizations.models import Household, Initiative, Recipient, YearRecord


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
        yield {
            "head_name": one.head_name,
            "unit": one.unit.name,
            "address": one.address,
            "sex": one.head_sex,
        }


def year_rows(years: QuerySet[YearRecord], *, as_of: dt.date) -> Iterator[dict[str, Any]]:
    """Return years with whose they are; people with the first post each holds on a day."""
    whose = with_posts(Person.objects.all(), as_of=as_of)
    for each in years.select_related("recipient__household__unit").prefetch_related(
        Prefetch("recipient__person", whose)
    ):
        collective = each.recipient.unit_id is not None
        absent, maternity = each.absent_months, each.maternity_months
        yield {
            **recipient_cells(each.recipient, ""),
            **(_post_cells(each.recipient.person) if each.recipient.person else {}),
            "year": each.year,
            "completion": each.completion,
            "absent_months": None if absent is None else absent.normalize(),
            "maternity_months": maternity.normalize() if maternity else None,
            "members": each.members,
            "members_completing": each.members_completing,
            "members_advanced": each.members_advanced,
            "members_exemplary": each.members_exemplary,
            "discipline": _discipline(each.worst_discipline) if collective else "",
        }


def initiative_rows(
    initiatives: QuerySet[Initiative], *, as_of: dt.date
) -> Iterator[dict[str, Any]]:
    """Return initiatives, a row for each author with the first post they hold on a day."""
    whose = with_posts(Person.objects.all(), as_of=as_of)
    shares = InitiativeAuthor.objects.prefetch_related(Prefetch("person", whose))
    for each in initiatives.prefetch_related(Prefetch("shares", shares)):
        for share in each.shares.all():
            yield {
                "title": each.title,
                "authors": (Author(share.person.full_name),),
                "share": f"{share.share_percent}%",
                "birth_date": share.person.birth_date,
                **_post_cells(share.person),
                "sort": each.kind,
                "scope": each.scope,
                "recognised_by": each.recognised_by,
                "recognised_on": each.recognised_on,
            }


def _post_cells(person: Person) -> dict[str, str]:
    post = next(iter(person.posts), None)  # type: ignore[attr-defined]
    return {"position": post.title, "unit": post.unit.name} if post else {}


def _discipline(value: str) -> str:
    if value in {"", NONE}:
        return "Không" if value else ""
    return DisciplineForm(value).label


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
