"""Councils and meetings a person may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, F, FilteredRelation, OuterRef, Prefetch, Q, QuerySet, Subquery

from vinhdanh.accounts.enums import Role
from vinhdanh.councils.enums import BoxState, MeetingState, Outcome, Presence, VoteForm, VoteWay
from vinhdanh.councils.models import (
    AgendaItem,
    Attendance,
    Council,
    Meeting,
    PaperTally,
    Participation,
    Recusal,
    Teller,
)
from vinhdanh.organizations.models import Person

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import Unit


SEE_MEETINGS = frozenset({Role.CLERK, Role.CHAIR, Role.COUNCIL_MEMBER})


def standing_council(body: Unit, *, as_of: dt.date) -> Council | None:
    """Return the council whose term covers a day."""
    return (
        Council.objects.filter(body=body, established_on__lte=as_of)
        .filter(Q(ended_on__isnull=True) | Q(ended_on__gt=as_of))
        .order_by("-established_on")
        .first()
    )


def councils_for(actor: Actor) -> QuerySet[Council]:
    """Return the councils the actor may see, the newest first: the one door to them."""
    if not actor.roles & SEE_MEETINGS:
        return Council.objects.none()
    return Council.objects.filter(body=actor.body).order_by("-established_on", "-id")


def seatable(body: Unit) -> QuerySet[Person]:
    """Return who may be given a seat: people of the body with an account, a post or a seat."""
    return (
        Person.objects.filter(body=body)
        .filter(
            Q(user__isnull=False)
            | Q(council_seats__isnull=False)
            | Q(positions__unit=body, positions__title__gt="")
        )
        .distinct()
    )


def meetings_for(actor: Actor) -> QuerySet[Meeting]:
    """Return the meetings the actor may see: the one door to them.

    Who voted what is the council's and the office's to know, nobody else's.
    """
    if not actor.roles & SEE_MEETINGS:
        return Meeting.objects.none()
    return Meeting.objects.filter(council__body=actor.body).select_related("council")


def with_results(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Add how many items a meeting has, and how many were approved."""
    return meetings.annotate(
        item_count=Count("items"),
        approved_count=Count("items", filter=Q(items__outcome=Outcome.APPROVED)),
    ).order_by("-held_on", "-id")


def open_meeting_of(council: Council) -> Meeting | None:
    """Return the meeting a council is in now: there is never a second one."""
    return council.meetings.filter(state=MeetingState.OPEN).first()


def attendance_of(meeting: Meeting) -> QuerySet[Attendance]:
    """Return who is expected, by their seats.

    Each row has `counts`: True for the head of the tellers, False for the others of them.
    """
    tellers = Teller.objects.filter(meeting=OuterRef("meeting"), member=OuterRef("member"))
    counts = Subquery(tellers.values("is_head")[:1])
    return meeting.attendance.select_related("member__person").annotate(counts=counts)


def items_of(meeting: Meeting) -> QuerySet[AgendaItem]:
    """Return a meeting's items with everything its page shows.

    The tellers' figures of an item's round, if there are any, are its `papers`.
    """
    papers = FilteredRelation("tallies", condition=Q(tallies__round=F("round")))
    return (
        meeting.items.annotate(papers=papers)
        .select_related(  # type: ignore[misc]  # it knows no filtered relation
            "box",
            "papers",
            "nomination__recipient",
            "nomination__submission__unit",
            "nomination__submission__body",
        )
        .prefetch_related(
            Prefetch("recusals", Recusal.objects.select_related("member__person")),
            Prefetch("participations", Participation.objects.select_related("member", "ballot")),
            "rounds",
        )
    )


def moved_meetings(actor: Actor) -> QuerySet[Meeting]:
    """Return the planned meetings that were moved without the actor's saying that they know."""
    person = actor.user.person_id
    if person is None:
        return Meeting.objects.none()
    return meetings_for(actor).filter(
        state=MeetingState.PLANNED,
        attendance__member__person_id=person,
        attendance__awaits_word=True,
    )


def items_to_tally(actor: Actor) -> QuerySet[AgendaItem]:
    """Return the items of open meetings whose papers the actor counts and has not entered."""
    person = actor.user.person_id
    if person is None:
        return AgendaItem.objects.none()
    entered = PaperTally.objects.filter(round=F("item__round")).values("item")
    return (
        AgendaItem.objects.filter(
            Q(form=VoteForm.PAPER)
            | Q(
                participations__way=VoteWay.PAPER,
                participations__round=F("round"),
                form=VoteForm.SECRET,
            ),
            meeting__council__body=actor.body,
            meeting__state=MeetingState.OPEN,
            outcome=Outcome.PENDING,
            meeting__tellers__member__person_id=person,
        )
        .exclude(pk__in=entered)
        .select_related("meeting", "nomination__recipient")
        .distinct()
    )


def items_awaiting(actor: Actor) -> QuerySet[AgendaItem]:
    """Return the items of open meetings on which the actor may vote on a screen and has not."""
    person = actor.user.person_id
    if person is None:
        return AgendaItem.objects.none()
    takes_part = Q(meeting__attendance__is_present=True) | Q(
        meeting__attendance__presence=Presence.WRITTEN
    )
    voted = Participation.objects.filter(
        member__person_id=person, round=F("item__round"), has_voted=True
    )
    may_now = (
        Q(form=VoteForm.OPEN)
        | Q(form=VoteForm.WRITTEN)
        | Q(form=VoteForm.SECRET, box__state=BoxState.OPEN)
    )
    return (
        AgendaItem.objects.filter(
            may_now,
            takes_part | Q(form=VoteForm.WRITTEN),
            meeting__council__body=actor.body,
            meeting__state=MeetingState.OPEN,
            outcome=Outcome.PENDING,
            meeting__attendance__member__person_id=person,
        )
        .exclude(recusals__member__person_id=person)
        .exclude(pk__in=voted.values("item"))
        .select_related("meeting", "nomination__recipient")
        .distinct()
    )
