"""Posting a list for opinions, writing down what came, answering it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.kernel.wording import day
from vinhdanh.nominations.enums import WITH_CLERK, NominationState
from vinhdanh.nominations.models import Opinion, Posting
from vinhdanh.nominations.postings import posting_rules
from vinhdanh.nominations.services.facts import add_hold

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.nominations.models import Nomination
    from vinhdanh.organizations.enums import HoldKind

MAY_BE_POSTED = (*WITH_CLERK, NominationState.APPRAISED, NominationState.DEFERRED)


@dataclass(frozen=True, slots=True)
class Notice:
    """What a posting says: about what, from when to when, where, and who takes opinions."""

    title: str
    posted_on: dt.date
    closes_on: dt.date
    places: tuple[str, ...]
    contact: str


@dataclass(frozen=True, slots=True)
class Said:
    """An opinion as somebody gave it; about everybody where no nomination is named."""

    given_by: str
    content: str
    received_on: dt.date
    nomination: Nomination | None = None
    address: str = ""
    is_withheld: bool = False


@transaction.atomic
def post_list(*, actor: Actor, nominations: Sequence[Nomination], notice: Notice) -> Posting:
    """Post nominees for opinions.

    Raises:
        DomainError: nobody is on the list, somebody is past judging, the notice lacks something,
            or the days are fewer than the law asks for.
    """
    actor.require(Act.POST_PUBLICLY)
    _require_postable(actor, nominations)
    _require_whole(notice)
    source = _required_by_law(actor, nominations, notice)
    posting = Posting.objects.create(
        body=actor.body,
        title=squeeze(notice.title),
        posted_on=notice.posted_on,
        closes_on=notice.closes_on,
        places=[squeeze(each) for each in notice.places],
        contact=squeeze(notice.contact),
        source=source,
        created_by=actor.user,
        created_by_name=actor.name,
        created_at=clock.now(),
    )
    posting.nominations.set(nominations)
    told = f"công khai danh sách từ ngày {day(notice.posted_on)} đến {day(notice.closes_on)}"
    for target in (posting, *nominations):
        record(
            scope=actor.scope,
            actor=actor.name,
            action="posting.opened",
            target=target,
            sentence=told,
        )
    return posting


@transaction.atomic
def record_opinion(*, actor: Actor, posting: Posting, said: Said) -> Opinion:
    """Write down an opinion.

    Raises:
        DomainError: it has no words or name, its day cannot be, or it is about somebody else.
    """
    actor.require(Act.POST_PUBLICLY)
    actor.require_own(posting.body_id)
    content, name = said.content.strip(), squeeze(said.given_by)
    if not content:
        raise DomainError("Chưa ghi nội dung ý kiến: hãy ghi tóm tắt.", field="content")
    if not name:
        raise DomainError(
            "Chưa ghi người có ý kiến: hãy ghi họ tên; có thể chọn không nêu tên.",
            field="given_by",
        )
    if not posting.posted_on <= said.received_on <= clock.today():
        raise DomainError(
            f"Ngày nhận {day(said.received_on)} không đúng: hãy ghi từ ngày công khai"
            f" {day(posting.posted_on)} đến hôm nay.",
            field="received_on",
        )
    if said.nomination and not posting.nominations.filter(pk=said.nomination.pk).exists():
        raise DomainError(
            f"{said.nomination.recipient.name} không có trong danh sách này: hãy chọn lại.",
            field="nomination",
        )
    for field, text in (("given_by", name), ("address", said.address), ("content", content)):
        require_fits(Opinion, field, text)
    opinion = Opinion.objects.create(
        posting=posting,
        nomination=said.nomination,
        given_by=name,
        address=squeeze(said.address),
        is_withheld=said.is_withheld,
        content=content,
        received_on=said.received_on,
        recorded_by_name=actor.name,
    )
    _tell(actor, opinion, "recorded", "ghi một ý kiến về danh sách công khai")
    return opinion


@transaction.atomic
def answer_opinion(*, actor: Actor, opinion: Opinion, answer: str) -> Opinion:
    """Answer an opinion with a reason, once.

    Raises:
        DomainError: the answer is empty, or somebody has answered already.
    """
    opinion = _held(actor, opinion)
    answer = answer.strip()
    if not answer:
        raise DomainError("Chưa ghi trả lời: hãy nêu kết quả xem xét và lý do.", field="answer")
    if opinion.answered_on:
        raise DomainError(
            f"{opinion.answered_by_name} đã trả lời ý kiến này ngày {day(opinion.answered_on)}:"
            " hãy tải lại trang."
        )
    require_fits(Opinion, "answer", answer)
    opinion.answer, opinion.answered_by_name = answer, actor.name
    opinion.answered_on = clock.today()
    opinion.save(update_fields=["answer", "answered_by_name", "answered_on"])
    _tell(actor, opinion, "answered", "trả lời một ý kiến về danh sách công khai")
    return opinion


@transaction.atomic
def hold_for_opinion(*, actor: Actor, opinion: Opinion, kind: HoldKind) -> Opinion:
    """Look into what an opinion says: the recipient's matter stands open until it is ended.

    Raises:
        DomainError: it is about nobody by name, or a matter was opened already.
    """
    opinion = _held(actor, opinion)
    if opinion.nomination is None:
        raise DomainError(
            "Ý kiến này không nêu trường hợp nào nên không mở việc xem xét được: hãy ghi lại ý"
            " kiến cho đúng người.",
        )
    if opinion.hold_id:
        raise DomainError("Việc xem xét theo ý kiến này đã được mở: hãy xem số liệu của hồ sơ.")
    opinion.hold = add_hold(
        actor=actor,
        nomination=opinion.nomination,
        kind=kind,
        since=opinion.received_on,
        note=f"Theo ý kiến nhận ngày {day(opinion.received_on)}",
    )
    opinion.save(update_fields=["hold"])
    return opinion


def _held(actor: Actor, opinion: Opinion) -> Opinion:
    actor.require(Act.POST_PUBLICLY)
    actor.require_own(opinion.posting.body_id)
    return (
        Opinion.objects.select_for_update(of=("self",))
        .select_related("posting", "nomination__recipient", "nomination__submission__unit")
        .get(pk=opinion.pk)
    )


def _require_postable(actor: Actor, nominations: Sequence[Nomination]) -> None:
    if not nominations:
        raise DomainError("Danh sách công khai chưa có ai: hãy chọn ít nhất một đề nghị.")
    for each in nominations:
        actor.require_own(each.body_id)
        if each.state not in MAY_BE_POSTED:
            now = NominationState(each.state).label.lower()
            raise DomainError(
                f"Hồ sơ của {each.recipient.name} đang ở bước “{now}” nên không công khai được:"
                " hãy bỏ ra khỏi danh sách."
            )


def _require_whole(notice: Notice) -> None:
    for field, text, what in (
        ("title", notice.title, "về việc gì"),
        ("contact", notice.contact, "nơi nhận ý kiến"),
        ("places", "".join(notice.places), "nơi niêm yết"),
    ):
        if not squeeze(text):
            raise DomainError(f"Thông báo chưa ghi {what}: hãy ghi thêm.", field=field)
    require_fits(Posting, "title", notice.title)
    require_fits(Posting, "contact", notice.contact)
    if notice.closes_on < notice.posted_on:
        raise DomainError(
            "Ngày kết thúc đứng trước ngày bắt đầu: hãy sửa một trong hai ngày.",
            field="closes_on",
        )


def _required_by_law(actor: Actor, nominations: Sequence[Nomination], notice: Notice) -> str:
    """Return the source of the longest posting asked for; refuse fewer days."""
    rules = posting_rules(
        {each.honour for each in nominations},
        as_of=notice.posted_on,
        province=actor.body.province,
    )
    known = [(end, rule) for rule in rules if (end := rule.first_end(notice.posted_on))]
    for end, rule in known:
        if notice.closes_on < end:
            unit = "ngày làm việc" if rule.counts_working_days else "ngày"
            raise DomainError(
                f"{rule.what}: ít nhất {rule.days} {unit} ({rule.source}), nên phải đến hết ngày"
                f" {day(end)}.",
                field="closes_on",
            )
    return max(known, key=lambda each: each[0])[1].source if known else ""


def _tell(actor: Actor, opinion: Opinion, act: str, sentence: str) -> None:
    for target in (opinion.posting, opinion.nomination):
        if target is not None:
            record(
                scope=actor.scope,
                actor=actor.name,
                action=f"opinion.{act}",
                target=target,
                sentence=sentence,
                details={"opinion": opinion.pk},
            )
