"""What goes into the pack of a submission, a meeting, a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vinhdanh.councils.enums import Outcome
from vinhdanh.decisions.enums import BatchState
from vinhdanh.decisions.papers import decision_context
from vinhdanh.decisions.queries.decisions import awards_of
from vinhdanh.documents import award_decision
from vinhdanh.kernel import clock
from vinhdanh.nominations.models import Submission
from vinhdanh.nominations.papers import report_paper
from vinhdanh.reports.packs.crosscheck import Entry, Stated, disagreements, strangers
from vinhdanh.reports.packs.pack import Pack, Piece, kept, rendered
from vinhdanh.reports.packs.papers import payment_context, payments, proposal, summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vinhdanh.councils.models import Meeting
    from vinhdanh.decisions.models import Decision
    from vinhdanh.nominations.models import Nomination

LETTER, SUMMARY, MINUTES = "Tờ trình", "Báo cáo tóm tắt thành tích", "Biên bản họp"
REPORT = "Báo cáo thành tích"
DECISION, BOOK, PAYMENTS = "Quyết định", "Sổ khen thưởng", "Danh sách nhận tiền thưởng"
GROUPS = ("individuals", "collectives", "households")


def submission_pack(submission: Submission) -> Pack:
    """Return the unit's proposal and the summary of achievements."""
    rows = _nominations(submission)
    return Pack(
        title=f"Hồ sơ {submission.title}",
        pieces=_letters([submission]) if rows else (),
    )


def meeting_pack(meeting: Meeting) -> Pack:
    """Return what the meeting had before it, and its minutes once it is closed."""
    submissions = _submissions_of(meeting)
    proposed = tuple(
        Entry(item.nomination.recipient.name, item.nomination.honour_name)
        for item in meeting.items.select_related("nomination__recipient")
        if item.outcome in (Outcome.APPROVED, Outcome.NOT_APPROVED)
    )
    minutes = _minutes_entries(meeting, passed_only=False)
    stated = [Stated("hồ sơ trình Hội đồng", proposed)]
    stated += [Stated(MINUTES, minutes)] if minutes else []
    return Pack(
        title=f"Giấy tờ phiên họp {meeting.held_on:%d-%m-%Y}",
        pieces=(*_letters(submissions), *_minutes(meeting)),
        findings=tuple(disagreements(stated)),
    )


def decision_pack(decision: Decision) -> Pack:
    """Return letters, minutes, decision, list of payments and certificates of a decision."""
    decided, granted = _decided(decision), _granted(decision)
    stated = [
        *_approved(decision, decided),
        Stated(DECISION, decided),
    ]
    stated += [Stated(BOOK, granted)] if granted else []
    submissions = _submissions_in(decision)
    paid = payment_context(decision, granted or decided)
    return Pack(
        title=f"Giấy tờ {decision}",
        pieces=(
            *_letters(submissions),
            *(_minutes(decision.meeting) if decision.meeting else ()),
            *_decision(decision),
            *rendered(PAYMENTS, lambda: payments(paid)),
            *_certificates(decision),
        ),
        findings=(
            *strangers(Stated(DECISION, decided), _proposed(submissions)),
            *disagreements(stated),
        ),
    )


def _proposed(submissions: Sequence[Submission]) -> Stated:
    rows = (row for each in submissions for row in _nominations(each))
    return Stated(LETTER, tuple(Entry(row.recipient.name, row.honour_name) for row in rows))


def _letters(submissions: Sequence[Submission]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for at, submission in enumerate(submissions, start=1):
        rows = _nominations(submission)
        mark = f" {at:02d} {submission.unit.name}" if len(submissions) > 1 else ""
        pieces += rendered(f"{LETTER}{mark}", lambda s=submission, r=rows: proposal(s, r))  # type: ignore[misc]
        pieces += rendered(f"{SUMMARY}{mark}", lambda s=submission, r=rows: summary(s, r))  # type: ignore[misc]
        pieces += _reports(rows, mark)
    return tuple(pieces)


def _reports(rows: Iterable[Nomination], mark: str) -> Iterator[Piece]:
    """Yield the report of achievement of each row that has one, under its number in the list."""
    for at, row in enumerate(rows, start=1):
        report = getattr(row, "achievement_report", None)
        if report is not None:
            title = f"{REPORT}{mark} {at:02d} {row.recipient.name}"
            yield from rendered(title, lambda n=row, r=report: report_paper(n, r)[0])  # type: ignore[misc]


def _nominations(submission: Submission) -> list[Nomination]:
    return list(
        submission.nominations.exclude(state="withdrawn").select_related(
            "recipient", "achievement_report"
        )
    )


def _submissions_of(meeting: Meeting) -> list[Submission]:
    found = Submission.objects.filter(nominations__agenda_items__meeting=meeting)
    return list(found.distinct().select_related("unit", "body").order_by("id"))


def _submissions_in(decision: Decision) -> list[Submission]:
    found = Submission.objects.filter(nominations__decision_line__decision=decision)
    return list(found.distinct().select_related("unit", "body").order_by("id"))


def _approved(decision: Decision, decided: tuple[Entry, ...]) -> list[Stated]:
    """Return what the minutes say of the rows of a decision; its meeting may have more of them."""
    if decision.meeting is None:
        return []
    entries = _minutes_entries(decision.meeting, passed_only=True)
    if decision.meeting.decisions.count() > 1:
        names = {(each.name, each.honour) for each in decided}
        entries = tuple(each for each in entries if (each.name, each.honour) in names)
    return [Stated(MINUTES, entries)]


def _minutes(meeting: Meeting) -> Iterator[Piece]:
    for file in meeting.minutes.all():
        yield kept(MINUTES, file.format, file.path)


def _minutes_entries(meeting: Meeting, *, passed_only: bool) -> tuple[Entry, ...]:
    """Return what the frozen minutes say, read from the facts they were made of."""
    file = meeting.minutes.first()
    results = file.manifest.get("context", {}).get("results", ()) if file else ()
    return tuple(
        Entry(each["name"], each["honour"]) for each in results if each["passed"] or not passed_only
    )


def _decision(decision: Decision) -> Iterable[Piece]:
    if decision.document:
        title = f"{DECISION} {decision.document.code}"
        return [kept(title, file.format, file.path) for file in decision.document.files.all()]
    today = clock.today()
    context = decision_context(
        decision, awards_of(decision, as_of=today), number=None, date=None, as_of=today
    )
    return rendered(f"{DECISION} (dự thảo)", lambda: award_decision(context))


def _decided(decision: Decision) -> tuple[Entry, ...]:
    """Return what the decision says: the issued one by the facts it was made of."""
    file = decision.document.files.first() if decision.document else None
    if file and (facts := file.manifest.get("context")):
        return tuple(_named(each) for group in GROUPS for each in facts.get(group, ()))
    awards = awards_of(decision, as_of=decision.decided_on or clock.today())
    return tuple(
        Entry(each.nomination.recipient.name, each.nomination.honour_name, each.prize_amount)
        for each in awards
    )


def _named(facts: dict[str, Any]) -> Entry:
    return Entry(facts["name"], facts["honour"], facts.get("prize"))


def _granted(decision: Decision) -> tuple[Entry, ...]:
    return tuple(
        Entry(each.recipient_name, each.honour_name, each.prize_amount)
        for each in decision.honours.order_by("order")
    )


def _certificates(decision: Decision) -> Iterator[Piece]:
    batch = getattr(decision, "certificates", None)
    if batch and batch.state == BatchState.DONE:
        yield kept("Giấy khen", "pdf", batch.path)
