"""Sending approved nominations to the level that decides them."""

from __future__ import annotations

import secrets
import uuid
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.bundle import read_bundle, write_bundle
from vinhdanh.decisions.bundle_key import private_key
from vinhdanh.decisions.forwarding_content import content_of
from vinhdanh.decisions.forwarding_dossier import by_level, decider_above, missing_in, papers_of
from vinhdanh.decisions.forwarding_papers import SYMBOL, items_of, letter_files, pieces_of
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
    from collections.abc import Collection, Mapping, Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import AgendaItem
    from vinhdanh.lawbook import Level
    from vinhdanh.nominations.models import Nomination
    from vinhdanh.organizations.models import Supervision
    from vinhdanh.records.content import FileContent
    from vinhdanh.records.models import OfficialDocument

MOST_CASES = 500
"""In one bundle, so that it stays a file that can be sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a person says in the letters of one sending."""

    merit: str
    """Why they are proposed, in the words of the letter ("đã có thành tích …")."""
    signer_name: str
    sent_on: dt.date
    sent_how: str = ""
    """How the file goes, where the superior is not in the system."""
    answer_by: dt.date | None = None
    """Until when an answer is asked for; not needed where the law names the days."""


@transaction.atomic
def forward_nominations(
    *,
    actor: Actor,
    nominations: Sequence[Nomination],
    letter: Letter,
    papers: Mapping[int, Collection[str]] | None = None,
) -> list[Forwarding]:
    """Issue a letter with its list for each deciding level, seal the bundles, move every row on.

    Where the superior works with this system, the bundle is there at once; otherwise it is a file
    to be sent. What a case lacks does not stop it: letter and bundle name it.

    Args:
        actor: a clerk or the chair.
        nominations: approved, or sent back for a supplement; others decide them.
        letter: what the letters say.
        papers: the ids of the papers that go with each nomination (`papers_of`); None where the
            records are to tell.

    Raises:
        DomainError: no superior is known on that day, nothing is chosen, a nomination is not to
            be forwarded, or a day does not fit.
    """
    actor.require(Act.FORWARD)
    letter = _checked(letter)
    superior = _superior(actor, letter.sent_on)
    rows = _held(actor, nominations)
    return [
        _forward(actor, some, superior, letter, level, papers)
        for level, some in by_level(rows, as_of=letter.sent_on).items()
    ]


def _checked(letter: Letter) -> Letter:
    merit, sent_how = squeeze(letter.merit).rstrip("."), squeeze(letter.sent_how)
    require_fits(Forwarding, "sent_how", sent_how)
    if letter.sent_on > clock.today():
        raise DomainError(
            f"Ngày trình {letter.sent_on:%d/%m/%Y} chưa tới: hãy ghi ngày hôm nay hoặc trước đó.",
            field="sent_on",
        )
    if not merit:
        raise DomainError("Chưa ghi lý do đề nghị: hãy viết một câu.", field="merit")
    if letter.answer_by is not None and letter.answer_by <= letter.sent_on:
        raise DomainError(
            f"Ngày hẹn trả lời {letter.answer_by:%d/%m/%Y} không sau ngày Tờ trình"
            f" {letter.sent_on:%d/%m/%Y}: hãy ghi ngày sau đó hoặc để trống.",
            field="answer_by",
        )
    return replace(letter, merit=merit, sent_how=sent_how)


def _forward(  # noqa: PLR0917 - one act's facts, passed on once
    actor: Actor,
    rows: Sequence[Nomination],
    superior: Supervision,
    said: Letter,
    level: Level | None,
    papers: Mapping[int, Collection[str]] | None,
) -> Forwarding:
    earlier, items = _earlier(rows), items_of(rows)
    asked = {row.pk: papers_of(row, items.get(row.pk), as_of=said.sent_on) for row in rows}
    missing = missing_in(asked, papers)
    letter = _issue_letter(actor, rows, items, superior, said, level, missing)
    forwarding = Forwarding(
        body=actor.body,
        level=level.value if level else "",
        superior_name=superior.superior_name,
        superior=superior.superior,
        letter=letter,
        round=1 + max((each.forwarding.round for each in earlier.values()), default=0),
        bundle_id=uuid.uuid4(),
        sent_on=said.sent_on,
        sent_how=said.sent_how,
        sent_by_name=actor.name,
        answer_by=said.answer_by,
    )
    cases = [
        ForwardedCase(
            forwarding=forwarding,
            nomination=row,
            key=earlier[row.pk].key if row.pk in earlier else secrets.token_hex(8),
            order=order,
            missing=missing[row.pk],
        )
        for order, row in enumerate(rows, start=1)
    ]
    data = write_bundle(
        content_of(forwarding, cases, items),
        pieces_of(letter, rows, {each.nomination_id: each.key for each in cases}, items),
        private_key=private_key(),
    )
    kept = store(data, suffix=".zip")
    forwarding.path, forwarding.sha256, forwarding.size = kept.path, kept.sha256, kept.size
    forwarding.save()
    ForwardedCase.objects.bulk_create(cases)
    take_steps(actor=actor, nominations=rows, name="forward", as_of=said.sent_on)
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
        for each in waiting.select_for_update(of=("self",)).prefetch_related(
            "evidence", "initiatives"
        )
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
    said: Letter,
    level: Level | None,
    missing: Mapping[int, Sequence[str]],
) -> OfficialDocument:
    def render(document: OfficialDocument) -> list[FileContent]:
        return letter_files(
            document,
            superior=superior.superior_name,
            decider=decider_above(superior.superior_name, level, as_of=said.sent_on),
            merit=said.merit,
            signer=said.signer_name,
            rows=rows,
            items=items,
            missing=missing,
            as_of=said.sent_on,
            answer_by=said.answer_by,
        )

    return issue_document(
        actor=actor,
        kind=DocumentKind.SUBMISSION,
        symbol=SYMBOL,
        abstract=f"Về việc đề nghị {superior.superior_name} khen thưởng {len(rows)} trường hợp",
        issued_on=said.sent_on,
        signer_position="CHỦ TỊCH",
        signer_name=squeeze(said.signer_name),
        render=render,
    )
