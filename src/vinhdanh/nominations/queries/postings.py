"""Lists posted for opinions: who may see them, which are open, where the law asks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet

from vinhdanh.nominations.models import Nomination, Posting
from vinhdanh.nominations.queries.nominations import SEE_ALL

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from vinhdanh.accounts.actor import Actor


def postings_for(actor: Actor) -> QuerySet[Posting]:
    """Return the postings the actor may see: the one door to them.

    Clerk, chair and council see all of the body; a unit's head those that name its nominees.
    """
    postings = Posting.objects.filter(body=actor.body)
    if actor.roles & SEE_ALL:
        return postings
    own = Nomination.objects.filter(submission__unit__in=actor.units)
    return postings.filter(pk__in=Posting.objects.filter(nominations__in=own).values("pk"))


def with_opinions(postings: QuerySet[Posting]) -> QuerySet[Posting]:
    """Add how many are named (rows), how many opinions came and how many wait for an answer."""
    waiting = Q(opinions__answered_on__isnull=True, opinions__isnull=False)
    return postings.annotate(
        rows=Count("nominations", distinct=True),
        given=Count("opinions", distinct=True),
        waiting=Count("opinions", filter=waiting, distinct=True),
    ).order_by("-posted_on", "-id")


def open_postings(nominations: Iterable[Nomination], *, as_of: dt.date) -> dict[int, Posting]:
    """Return the posting that is still open for each of some nominations, by nomination id.

    For whoever calls a meeting over them: the Council should wait until it is closed.
    """
    rows = Posting.nominations.through.objects.filter(
        nomination__in=[each.pk for each in nominations],
        posting__posted_on__lte=as_of,
        posting__closes_on__gte=as_of,
    ).select_related("posting")
    return {each.nomination_id: each.posting for each in rows}
