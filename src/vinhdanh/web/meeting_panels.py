"""The panels of a meeting's page: ballots of one's own, boxes, papers, ranking, documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vinhdanh.councils.enums import (
    UNFINISHED,
    BoxState,
    MeetingPaperKind,
    MeetingState,
    Outcome,
    VoteForm,
)
from vinhdanh.councils.meeting_papers import supposed
from vinhdanh.councils.services.missing import are_letters_late, are_letters_over
from vinhdanh.councils.services.ranking import ranked
from vinhdanh.records.enums import IN_FORCE
from vinhdanh.web.meeting_items import MAY

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import (
        Attendance,
        BallotBox,
        Ceiling,
        CouncilMember,
        Meeting,
        MeetingPaper,
    )
    from vinhdanh.councils.services.ranking import Standings
    from vinhdanh.web.meeting_items import ItemView

SEVERAL = 2
"""From how many items on they may be voted on in one act."""


@dataclass(frozen=True, slots=True)
class BoxView:
    """An open ballot box, for the chair and for the member who still may vote."""

    box: BallotBox
    items: list[ItemView]
    own: list[ItemView]
    """Items on which this person has not voted yet."""
    voted: int
    """The smallest number of votes on any of its items: how far all have voted."""
    entitled: int


@dataclass(frozen=True, slots=True)
class CeilingView:
    """A ceiling with how things stand."""

    ceiling: Ceiling
    honour_name: str
    standings: Standings
    is_ready: bool
    """Whether somebody waits to be ranked and nothing of the honour is still voted on."""


def panels_of(
    actor: Actor, meeting: Meeting, items: list[ItemView], rows: list[Attendance]
) -> dict[str, Any]:
    """Return what stands beside the items."""
    papers = list(meeting.papers.select_related("document"))
    pending = [view for view in items if view.is_pending]
    by_paper = any(view.item.form in (VoteForm.SECRET, VoteForm.PAPER) for view in pending)
    tellers = _tellers(rows) if by_paper else []
    own, is_open = actor.user.person_id, meeting.state == MeetingState.OPEN
    changeable = meeting.state in UNFINISHED
    voted = [view for view in pending if _by_hand(view) and view.voters and not view.in_room]
    letters_over, waits = are_letters_over(meeting), meeting.letters_until is None
    return {
        "boxes": _boxes(meeting, items),
        "bulk": [view for view in pending if view.may_vote] if _several(pending) else [],
        "raised": [view for view in pending if _by_hand(view) and view.in_room],
        "hands": _hands(pending, rows),
        "ready": [view for view in voted if letters_over or not view.letters],
        "ready_but_letters": [view for view in voted if view.letters and waits],
        "letters_owed": _owed(voted, rows),
        "letters_over": letters_over,
        "letters_late": are_letters_late(meeting),
        "to_box": [
            view
            for view in pending
            if meeting.state == MeetingState.OPEN
            and view.item.form == VoteForm.SECRET
            and view.item.box_id is None
        ],
        "formable": [
            view
            for view in pending
            if changeable and not view.voted and view.item.box_id is None and view.tally is None
        ],
        "vote_forms": _forms(meeting),
        "tellers": tellers,
        "head_teller": tellers[0].member_id if tellers else 0,
        "teller_ids": {each.member_id for each in tellers},
        "may_count": [row for row in rows if row.is_present or row in tellers or not is_open],
        "may_tally": any(each.member.person_id == own for each in tellers),
        "by_paper": by_paper,
        "again": [view for view in items if view.item.outcome == Outcome.RUNOFF],
        "ceilings": _ceilings(meeting, items) if changeable else [],
        "limitable": _limitable(items) if changeable else [],
        "meeting_papers": papers,
        "has_invitation": _has(papers, MeetingPaperKind.INVITATION),
        "has_conclusion": _has(papers, MeetingPaperKind.CONCLUSION),
        "supposed": supposed(meeting),
        "may_invite": meeting.state == MeetingState.PLANNED,
        "may_conclude": meeting.state == MeetingState.CLOSED,
        "tally_files": list(meeting.tally_files.all())
        if meeting.state == MeetingState.CLOSED
        else [],
    }


def _has(papers: list[MeetingPaper], kind: MeetingPaperKind) -> bool:
    return any(
        each.kind == kind and each.is_in_force and each.document.state in IN_FORCE
        for each in papers
    )


def _several(pending: list[ItemView]) -> bool:
    return sum(view.may_vote for view in pending) >= SEVERAL


def _by_hand(view: ItemView) -> bool:
    """Whether hands are raised for it now."""
    return view.item.form == VoteForm.OPEN and view.item.meeting.state == MeetingState.OPEN


def _hands(pending: list[ItemView], rows: list[Attendance]) -> list[CouncilMember]:
    """Return whose hands may still be written down, by their seats."""
    awaited = {member.pk for view in pending if _by_hand(view) for member in view.in_room}
    return [row.member for row in rows if row.member_id in awaited]


def _owed(voted: list[ItemView], rows: list[Attendance]) -> list[CouncilMember]:
    """Return whose opinions in writing alone are missing, by their seats."""
    owed = {member.pk for view in voted for member in view.letters}
    return [row.member for row in rows if row.member_id in owed]


def _tellers(rows: list[Attendance]) -> list[Attendance]:
    """Return those who count papers, the head first."""
    named = [(row, getattr(row, "counts", None)) for row in rows]
    return [row for row, is_head in named if is_head] + [
        row for row, is_head in named if is_head is False
    ]


def _boxes(meeting: Meeting, items: list[ItemView]) -> list[BoxView]:
    if meeting.state != MeetingState.OPEN:
        return []
    by_box: dict[int, list[ItemView]] = {}
    for view in items:
        if view.item.box_id and view.is_pending:
            by_box.setdefault(view.item.box_id, []).append(view)
    boxes = [views[0].item.box for views in by_box.values()]
    return [
        BoxView(
            box=box,
            items=by_box[box.pk],
            own=[view for view in by_box[box.pk] if view.own_secret == MAY],
            voted=min(view.voted for view in by_box[box.pk]),
            entitled=max(view.entitled for view in by_box[box.pk]),
        )
        for box in boxes
        if box and box.state == BoxState.OPEN
    ]


def _forms(meeting: Meeting) -> list[tuple[str, str]]:
    in_writing = meeting.council.decides_in_writing and meeting.opinions_by
    return [(form.value, form.label) for form in VoteForm if form != VoteForm.WRITTEN or in_writing]


def _ceilings(meeting: Meeting, items: list[ItemView]) -> list[CeilingView]:
    found = []
    for ceiling in meeting.ceilings.all():
        of_honour = [view for view in items if view.item.nomination.honour == ceiling.honour]
        open_ones = [view for view in of_honour if view.item.outcome in ("pending", "runoff")]
        waiting = [view for view in of_honour if view.item.outcome == Outcome.RANKING]
        found.append(
            CeilingView(
                ceiling=ceiling,
                honour_name=of_honour[0].item.nomination.honour_name if of_honour else "",
                standings=ranked([view.item for view in waiting], places=ceiling.limit),
                is_ready=bool(waiting) and not open_ones,
            )
        )
    return found


def _limitable(items: list[ItemView]) -> list[tuple[str, str]]:
    """Honours of which nothing is counted yet and more than one recipient is proposed."""
    names: dict[str, list[ItemView]] = {}
    for view in items:
        names.setdefault(view.item.nomination.honour, []).append(view)
    return [
        (honour, views[0].item.nomination.honour_name)
        for honour, views in names.items()
        if len(views) >= SEVERAL and all(view.is_pending for view in views)
    ]
