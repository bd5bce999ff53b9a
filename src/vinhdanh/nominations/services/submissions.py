"""Writing a unit's list of nominations and sending it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import fold, squeeze
from vinhdanh.kernel.wording import joined
from vinhdanh.lawbook import honour
from vinhdanh.nominations.achievement_words import as_printed
from vinhdanh.nominations.enums import (
    MAY_BE_PROPOSED_ANEW,
    OPEN_TO_UNIT,
    CommendationKind,
    NominationState,
)
from vinhdanh.nominations.models import Nomination, Submission
from vinhdanh.nominations.offers import fits, is_given_here, printed_name
from vinhdanh.nominations.policies import may_rewrite
from vinhdanh.nominations.procedures import first_choice
from vinhdanh.nominations.services.assessments import assess_nominations
from vinhdanh.nominations.services.locking import locked
from vinhdanh.nominations.services.transitions import take_steps
from vinhdanh.organizations.enums import RecipientKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.lawbook import HonourOnDay
    from vinhdanh.organizations.models import Recipient, Unit


@dataclass(frozen=True, slots=True)
class Proposal:
    """One row of a list: who, what for, which honour."""

    recipient: Recipient
    detail: str
    honour: str
    achievement: str
    period: str
    happened_on: dt.date | None = None
    """Day of a sudden deed, and its place."""
    place: str = ""


@transaction.atomic
def open_submission(
    *, actor: Actor, unit: Unit, year: int, kind: CommendationKind, title: str
) -> Submission:
    """Begin a list of nominations of a unit."""
    actor.require(Act.NOMINATE)
    if not actor.heads(unit):
        raise NotAllowedError(f"Anh/chị không phụ trách {unit.name} nên không lập thay được.")
    title = squeeze(title)
    if not title:
        raise DomainError("Danh sách chưa ghi về việc gì: hãy ghi một câu.", field="title")
    submission = Submission.objects.create(
        body=actor.body,
        unit=unit,
        year=year,
        kind=kind,
        title=title,
        created_by=actor.user,
        created_at=clock.now(),
    )
    record(
        scope=actor.scope,
        actor=actor.name,
        action="submission.opened",
        target=submission,
        sentence=f"lập danh sách đề nghị “{title}”",
    )
    return submission


@transaction.atomic
def add_nomination(
    *, actor: Actor, submission: Submission, proposal: Proposal, as_of: dt.date
) -> Nomination:
    """Add one recipient to a list that is still being written.

    Args:
        actor: head of the proposing unit.
        submission: a list that is not sent yet.
        proposal: the row.
        as_of: the day whose law says what may be proposed.

    Raises:
        DomainError: the honour does not fit the recipient, the achievement is missing, or the
            recipient already has the same proposal for the period.
    """
    submission = _open(actor, submission)
    _require_own_recipient(submission, proposal.recipient)
    province = submission.body.province
    law = honour(proposal.honour, as_of=as_of, province=province)
    _require_fitting(proposal, law)
    choice = first_choice(CommendationKind(submission.kind), law, as_of=as_of, province=province)
    last = submission.nominations.order_by("-order").first()
    nomination = Nomination.objects.create(
        submission=submission,
        body=submission.body,
        order=last.order + 1 if last else 1,
        recipient=proposal.recipient,
        recipient_detail=squeeze(proposal.detail),
        honour=proposal.honour,
        honour_name=printed_name(law),
        achievement=as_printed(proposal.achievement),
        period=squeeze(proposal.period),
        happened_on=proposal.happened_on,
        place=squeeze(proposal.place),
        procedure=choice.procedure,
        procedure_since=choice.since,
        procedure_case=choice.case,
        is_decided_above=not is_given_here(law),
        state_since=clock.today(),
    )
    record(
        scope=actor.scope,
        actor=actor.name,
        action="nomination.added",
        target=nomination,
        sentence=f"thêm {nomination} vào danh sách",
    )
    assess_nominations([nomination], as_of=as_of)
    return nomination


@transaction.atomic
def correct_nomination(
    *, actor: Actor, nomination: Nomination, achievement: str, detail: str, expected_version: int
) -> Nomination:
    """Rewrite what a draft or returned nomination says.

    Raises:
        StaleError: the nomination changed since its author read it.
        DomainError: it is with the clerk or beyond, or the achievement is empty.
    """
    nomination = locked(nomination, expected_version)
    if not (verdict := may_rewrite(nomination, actor)):
        raise NotAllowedError(verdict.reason)
    if not squeeze(achievement):
        raise DomainError("Chưa ghi thành tích: hãy viết một câu.", field="achievement")
    changes = {
        name: [getattr(nomination, name), after]
        for name, after in (
            ("achievement", as_printed(achievement)),
            ("recipient_detail", squeeze(detail)),
        )
        if getattr(nomination, name) != after
    }
    for name, (_, after) in changes.items():
        setattr(nomination, name, after)
    nomination.version += 1
    nomination.save()
    record(
        scope=actor.scope,
        actor=actor.name,
        action="nomination.corrected",
        target=nomination,
        sentence=_corrected(changes),
        details={**changes, "version": nomination.version},
    )
    return nomination


@transaction.atomic
def remove_nomination(*, actor: Actor, nomination: Nomination) -> None:
    """Take a row out of a list that is still being written.

    Raises:
        DomainError: the list or the row is no longer a draft; what was sent stays in the history.
    """
    _open(actor, nomination.submission)
    nomination = locked(nomination)
    if nomination.state != NominationState.DRAFT:
        now = NominationState(nomination.state).label.lower()
        raise DomainError(
            f"Hồ sơ của {nomination.recipient.name} {now} nên không bỏ khỏi danh sách được: hãy tải"
            " lại trang."
        )
    record(
        scope=actor.scope,
        actor=actor.name,
        action="nomination.removed",
        target=nomination.submission,
        sentence=f"bỏ {nomination} khỏi danh sách",
    )
    nomination.delete()


@transaction.atomic
def send_submission(*, actor: Actor, submission: Submission) -> Submission:
    """Send every row of the list that is not sent yet.

    Raises:
        DomainError: the list has no row to send.
    """
    submission = Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)
    waiting = submission.nominations.filter(state__in=OPEN_TO_UNIT)
    rows = list(waiting.order_by("order"))
    if not rows:
        raise DomainError(
            "Danh sách chưa có đề nghị nào để gửi: hãy thêm cá nhân, tập thể hoặc hộ gia đình."
        )
    take_steps(actor=actor, nominations=rows, name="send", as_of=clock.today())
    submission.refresh_from_db(fields=["sent_on"])
    return submission


def _corrected(changes: Collection[str]) -> str:
    """Return "sửa thành tích và chức vụ, đơn vị, địa chỉ của hồ sơ"."""
    named = {"achievement": "thành tích", "recipient_detail": "chức vụ, đơn vị, địa chỉ"}
    names = [named[each] for each in changes]
    return f"sửa {joined(names)} của hồ sơ" if names else "xem lại và lưu hồ sơ"


def _open(actor: Actor, submission: Submission) -> Submission:
    """Lock a list that is still being written, so that sending and changing it take turns."""
    actor.require(Act.NOMINATE)
    submission = Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)
    if not actor.heads(submission.unit):
        raise NotAllowedError(
            f"Anh/chị không phụ trách {submission.unit.name} nên không sửa danh sách này được."
        )
    if submission.sent_on is not None:
        raise DomainError(
            "Danh sách đã gửi nên không thêm bớt được: hãy lập danh sách mới cho đề nghị bổ sung."
        )
    return submission


def _require_own_recipient(submission: Submission, recipient: Recipient) -> None:
    if recipient.body_id != submission.body_id:
        raise DomainError(
            f"{recipient.name} không thuộc {submission.body.name}: hãy chọn người, đơn vị hoặc hộ"
            " của xã mình.",
            field="recipient",
        )


def _require_fitting(proposal: Proposal, law: HonourOnDay) -> None:
    kind = RecipientKind(proposal.recipient.kind)
    name = proposal.recipient.name
    if not fits(law, kind):
        raise DomainError(
            f"{law.name} không dành cho {kind.label.lower()} nên không đề nghị cho {name} được:"
            " hãy chọn danh hiệu hoặc hình thức khác.",
            field="honour",
        )
    if not squeeze(proposal.achievement):
        raise DomainError(
            f"Chưa ghi thành tích của {name}: hãy viết một câu, câu này sẽ in trên quyết định và"
            " giấy khen.",
            field="achievement",
        )
    same = Nomination.objects.filter(
        recipient=proposal.recipient, honour=proposal.honour, period_key=fold(proposal.period)
    ).exclude(state__in=MAY_BE_PROPOSED_ANEW)
    if same.exists():
        raise DomainError(
            f"{name} đã được đề nghị {printed_name(law)} cho {squeeze(proposal.period)}: hãy xem"
            " lại danh sách trước.",
            field="recipient",
        )
