"""Sending approved nominations to the level that decides them."""

from __future__ import annotations

import secrets
import uuid
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.bundle import Case, Content, Office, Proposal, read_bundle, write_bundle
from vinhdanh.decisions.bundle_key import private_key
from vinhdanh.decisions.forwarding_papers import (
    SYMBOL,
    items_of,
    letter_files,
    pieces_of,
    votes_in_words,
)
from vinhdanh.decisions.models import ForwardedCase, Forwarding
from vinhdanh.decisions.queries.forwarding import nominations_to_forward
from vinhdanh.decisions.services.forwarding.receiving import enter_proposal
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.files import store
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.nominations.services.transitions import take_steps
from vinhdanh.organizations.queries.units import supervision_on
from vinhdanh.records.enums import DocumentKind
from vinhdanh.records.services.documents import issue_document

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import AgendaItem
    from vinhdanh.nominations.models import Nomination
    from vinhdanh.organizations.models import Supervision
    from vinhdanh.records.content import FileContent
    from vinhdanh.records.models import OfficialDocument

MOST_CASES = 500
"""In one bundle, so that it stays a file that can be sent."""


@transaction.atomic
def forward_nominations(
    *,
    actor: Actor,
    nominations: Sequence[Nomination],
    merit: str,
    signer_name: str,
    sent_on: dt.date,
    sent_how: str = "",
) -> Forwarding:
    """Issue the letter with its list, seal the bundle, and move every nomination on.

    Where the superior works with this system, the bundle is there at once; otherwise it is a file
    to be sent.

    Args:
        actor: a clerk or the chair.
        nominations: approved, or sent back for a supplement; others decide them.
        merit: why they are proposed, in the words of the letter ("đã có thành tích …").
        signer_name: who signs the letter.
        sent_on: the day of the letter.
        sent_how: how the file goes, where the superior is not in the system.

    Raises:
        DomainError: no superior is known on that day, nothing is chosen, a nomination is not to
            be forwarded, or the day is in the future.
    """
    actor.require(Act.FORWARD)
    merit, sent_how = squeeze(merit).rstrip("."), squeeze(sent_how)
    superior = _superior(actor, sent_on)
    require_fits(Forwarding, "sent_how", sent_how)
    rows = _held(actor, nominations)
    if not merit:
        raise DomainError("Chưa ghi lý do đề nghị: hãy viết một câu.", field="merit")
    earlier = _earlier(rows)
    items = items_of(rows)
    letter = _issue_letter(actor, rows, items, superior, merit, signer_name, sent_on)
    keys = {
        row.pk: earlier[row.pk].key if row.pk in earlier else secrets.token_hex(8) for row in rows
    }
    forwarding = Forwarding(
        body=actor.body,
        superior_name=superior.superior_name,
        superior=superior.superior,
        letter=letter,
        round=1 + max((each.forwarding.round for each in earlier.values()), default=0),
        bundle_id=uuid.uuid4(),
        sent_on=sent_on,
        sent_how=sent_how,
        sent_by_name=actor.name,
    )
    data = write_bundle(
        _content(forwarding, rows, keys, items),
        pieces_of(letter, rows, keys, items),
        private_key=private_key(),
    )
    kept = store(data, suffix=".zip")
    forwarding.path, forwarding.sha256, forwarding.size = kept.path, kept.sha256, kept.size
    forwarding.save()
    ForwardedCase.objects.bulk_create(
        ForwardedCase(forwarding=forwarding, nomination=row, key=keys[row.pk], order=order)
        for order, row in enumerate(rows, start=1)
    )
    take_steps(actor=actor, nominations=rows, name="forward", as_of=sent_on)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="forwarding.sent",
        target=forwarding,
        sentence=f"trình {superior.superior_name} {len(rows)} trường hợp bằng {letter}",
        details={"sha256": kept.sha256, "round": forwarding.round},
    )
    if superior.superior is not None:
        enter_proposal(
            body=superior.superior,
            bundle=read_bundle(data),
            data=data,
            by=actor.name,
            forwarding=forwarding,
        )
    return forwarding


def _superior(actor: Actor, sent_on: dt.date) -> Supervision:
    if sent_on > clock.today():
        raise DomainError(
            f"Ngày trình {sent_on:%d/%m/%Y} chưa tới: hãy ghi ngày hôm nay hoặc trước đó.",
            field="sent_on",
        )
    if found := supervision_on(actor.body, as_of=sent_on):
        return found
    raise DomainError(
        f"Chưa ghi cơ quan cấp trên của {actor.body.name} vào ngày {sent_on:%d/%m/%Y}: hãy ghi ở"
        " trang Đơn vị rồi trình lại."
    )


def _held(actor: Actor, nominations: Sequence[Nomination]) -> list[Nomination]:
    """Hold the rows in the order given."""
    if not nominations:
        raise DomainError("Chưa chọn hồ sơ nào: hãy chọn ít nhất một hồ sơ.", field="nominations")
    if len(nominations) > MOST_CASES:
        raise DomainError(
            f"Danh sách có {len(nominations)} trường hợp, quá {MOST_CASES} của một lần trình: hãy"
            " chia thành nhiều tờ trình.",
            field="nominations",
        )
    waiting = nominations_to_forward(actor).filter(pk__in=[each.pk for each in nominations])
    found = {
        each.pk: each
        for each in waiting.select_for_update(of=("self",)).prefetch_related("evidence")
    }
    for each in nominations:
        if each.pk not in found:
            raise DomainError(
                f"Hồ sơ của {each.recipient.name} không ở bước trình cấp trên: hãy tải lại trang"
                " rồi chọn lại.",
                field="nominations",
            )
    return [found[each.pk] for each in nominations]


def _earlier(rows: Sequence[Nomination]) -> dict[int, ForwardedCase]:
    """Return the last case of each nomination that was sent before."""
    found = ForwardedCase.objects.filter(nomination__in=rows).select_related("forwarding")
    return {each.nomination_id: each for each in found.order_by("id")}


def _issue_letter(  # noqa: PLR0917 - one act's facts, passed on once
    actor: Actor,
    rows: Sequence[Nomination],
    items: Mapping[int, AgendaItem],
    superior: Supervision,
    merit: str,
    signer_name: str,
    sent_on: dt.date,
) -> OfficialDocument:
    def render(document: OfficialDocument) -> list[FileContent]:
        return letter_files(
            document,
            superior=superior.superior_name,
            merit=merit,
            signer=signer_name,
            rows=rows,
            items=items,
            as_of=sent_on,
        )

    return issue_document(
        actor=actor,
        kind=DocumentKind.SUBMISSION,
        symbol=SYMBOL,
        abstract=f"Về việc đề nghị {superior.superior_name} khen thưởng {len(rows)} trường hợp",
        issued_on=sent_on,
        signer_position="CHỦ TỊCH",
        signer_name=squeeze(signer_name),
        render=render,
    )


def _content(
    forwarding: Forwarding,
    rows: Sequence[Nomination],
    keys: Mapping[int, str],
    items: Mapping[int, AgendaItem],
) -> Content:
    body = forwarding.body
    return Content(
        id=str(forwarding.bundle_id),
        made_at=clock.now(),
        sender=Office(body.name, body.place, body.province),
        receiver=Office(forwarding.superior_name),
        proposal=Proposal(
            letter=forwarding.letter.code,
            letter_on=forwarding.sent_on,
            round=forwarding.round,
            cases=tuple(_case(row, keys[row.pk], items.get(row.pk)) for row in rows),
        ),
    )


def _case(row: Nomination, key: str, item: AgendaItem | None) -> Case:
    person = row.recipient.person
    return Case(
        key=key,
        recipient_kind=row.recipient.kind,
        recipient=row.recipient.name,
        detail=row.recipient_detail,
        honour=row.honour,
        honour_name=row.honour_name,
        achievement=row.achievement,
        period=row.period,
        year=row.submission.year,
        kind=row.submission.kind,
        birth_date=person.birth_date if person else None,
        votes=votes_in_words(item),
    )
