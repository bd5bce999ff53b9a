"""Lists of nominations from a file, into a list that is still being written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.batches import BATCH
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.text import fold, squeeze
from vinhdanh.nominations.achievement_words import as_printed, doubt
from vinhdanh.nominations.enums import MAY_BE_PROPOSED_ANEW, CommendationKind
from vinhdanh.nominations.honour_names import HonourNames
from vinhdanh.nominations.models import Nomination, Submission
from vinhdanh.nominations.offers import is_given_here, printed_name
from vinhdanh.nominations.procedures import first_choice
from vinhdanh.nominations.services.assessments import assess_nominations
from vinhdanh.organizations.enums import ImportKind, RecipientKind
from vinhdanh.organizations.importing.judging import (
    RowError,
    accept,
    refuse,
    require_fits,
    require_read,
)
from vinhdanh.organizations.importing.recipients import Recipients
from vinhdanh.organizations.imports import handles
from vinhdanh.organizations.row_values import unpacked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.lawbook import HonourOnDay
    from vinhdanh.organizations.importing.recipients import Meant
    from vinhdanh.organizations.imports import Importer
    from vinhdanh.organizations.models import ImportRow, ListImport, Recipient

ASSESSED = 500
"""A longer list is held against the law when it is sent, not while it is entered."""
LONGEST = {"achievement": (500, "Thành tích"), "period": (60, "Thời gian lập thành tích")}


@dataclass(frozen=True, slots=True)
class _Read:
    meant: Meant
    law: HonourOnDay
    detail: str
    achievement: str
    period: str
    warning: str
    """What to check; mostly empty."""


Rows: TypeAlias = tuple[Recipients, list[_Read]]


class NominationLists:
    """Reads nominations into a submission; the head of the proposing unit does."""

    kind = ImportKind.NOMINATIONS

    def require(self, importer: Importer, listing: ListImport) -> None:
        """Refuse where the list is another's or is sent already."""
        actor = cast("Actor", importer)
        actor.require(Act.NOMINATE)
        submission = _submission(actor, listing)
        if not actor.heads(submission.unit):
            raise DomainError(
                f"Anh/chị không phụ trách {submission.unit.name} nên không nhập vào danh sách này"
                " được."
            )
        if submission.sent_on is not None:
            raise DomainError(
                "Danh sách đã gửi nên không nhập thêm được: hãy lập danh sách mới cho đề nghị bổ"
                " sung."
            )

    def review(self, importer: Importer, listing: ListImport, rows: Sequence[ImportRow]) -> Rows:
        """Say whom each row means and what is proposed already."""
        return _read_all(importer, listing, rows)

    def enter(self, importer: Importer, listing: ListImport, read: Rows) -> None:
        """Add the nominations at the end of the list, with who is new."""
        recipients, rows = read
        submission = Submission.objects.select_for_update(of=("self",)).get(pk=listing.subject or 0)
        self.require(importer, listing)
        last = submission.nominations.order_by("-order").first()
        first = last.order + 1 if last else 1
        made = recipients.made([each.meant for each in rows])
        added = [
            _nomination(submission, one, recipient, order)
            for order, (one, recipient) in enumerate(zip(rows, made, strict=True), start=first)
        ]
        Nomination.objects.bulk_create(added, batch_size=BATCH)
        if len(added) <= ASSESSED:
            assess_nominations(
                Nomination.objects.filter(pk__in=[each.pk for each in added]),
                as_of=clock.today(),
            )
        listing.details = {**listing.details, "submission": submission.title}


def _submission(actor: Actor, listing: ListImport) -> Submission:
    found = (
        Submission.objects.filter(pk=listing.subject or 0, body=actor.body)
        .select_related("unit", "body")
        .first()
    )
    if found is None:
        raise DomainError("Danh sách đề nghị không còn: hãy lập lại rồi nhập từ tệp.")
    return found


def _read_all(importer: Importer, listing: ListImport, rows: Sequence[ImportRow]) -> Rows:
    submission = _submission(cast("Actor", importer), listing)
    values = [unpacked(row.values) for row in rows]
    recipients = Recipients(importer, values, default=submission.unit)
    names = HonourNames(as_of=clock.today(), province=submission.body.province)
    proposed = _proposed(recipients)
    seen: dict[tuple[object, ...], int] = {}
    read: list[_Read] = []
    for row, said in zip(rows, values, strict=True):
        try:
            one = _read(row, said, submission, recipients, names)
            _require_new(row, one, seen, proposed)
        except RowError as problem:
            refuse(row, problem)
            continue
        told = "Đề nghị mới" + (
            f"; thêm {one.meant.values['name']} vào sổ." if one.meant.is_new else "."
        )
        target = one.meant.known.pk if one.meant.known else None
        accept(row, f"{told} {one.warning}".strip(), target=target, is_warned=bool(one.warning))
        read.append(one)
    return recipients, read


def _read(
    row: ImportRow,
    said: dict[str, Any],
    submission: Submission,
    recipients: Recipients,
    names: HonourNames,
) -> _Read:
    require_read(row)
    meant = recipients.meant(row, said)
    law = names.meant(said, meant.kind)
    achievement = as_printed(said.get("achievement", ""))
    if not achievement:
        raise RowError("Chưa ghi thành tích: hãy sửa dòng này và viết một câu.")
    period = squeeze(str(said.get("period", ""))) or f"Năm {submission.year}"
    for key, text in (("achievement", achievement), ("period", period)):
        limit, label = LONGEST[key]
        require_fits(text, limit, label)
    doubts = (meant.warning, names.doubt(said, law), doubt(achievement))
    warning = " ".join(each for each in doubts if each)
    return _Read(meant, law, detail_of(meant), achievement, period, warning)


def detail_of(meant: Meant) -> str:
    """Return post and unit of a person, village and address of a household."""
    said = meant.values
    if said.get("detail"):
        return squeeze(said["detail"])[:300]
    unit = said.get("unit") or (meant.unit.name if meant.unit else "")
    if meant.kind == RecipientKind.COLLECTIVE:
        return ""
    parts = (said.get("position", ""), unit, said.get("address", ""))
    return ", ".join(part for part in parts if part)[:300]


def _proposed(recipients: Recipients) -> set[tuple[object, ...]]:
    """Return (kind of thing, its id, honour, period) of what is proposed and not over."""
    found = Nomination.objects.exclude(state__in=MAY_BE_PROPOSED_ANEW)
    fields = ("recipient__person", "recipient__unit", "recipient__household")
    return {
        (person or unit or household, kind, honour, period)
        for asked in recipients.conditions()
        for person, unit, household, kind, honour, period in found.filter(asked).values_list(
            *fields, "recipient__kind", "honour", "period_key"
        )
    }


def _require_new(
    row: ImportRow,
    one: _Read,
    seen: dict[tuple[object, ...], int],
    proposed: set[tuple[object, ...]],
) -> None:
    key = (one.meant.key, one.law.slug, fold(one.period))
    if (first := seen.setdefault(key, row.number)) != row.number:
        raise RowError(f"Trùng đề nghị với dòng {first}: hãy để lại một dòng.")
    known = one.meant.known
    if known and (known.pk, one.meant.kind.value, one.law.slug, key[2]) in proposed:
        raise RowError(
            f"{known} đã được đề nghị {printed_name(one.law)} cho {one.period}: không nhập lại."
        )


def _nomination(submission: Submission, one: _Read, recipient: Recipient, order: int) -> Nomination:
    choice = first_choice(
        CommendationKind(submission.kind),
        one.law,
        as_of=clock.today(),
        province=submission.body.province,
    )
    nomination = Nomination(
        submission=submission,
        body=submission.body,
        order=order,
        recipient=recipient,
        recipient_detail=one.detail,
        honour=one.law.slug,
        honour_name=printed_name(one.law),
        achievement=one.achievement,
        period=one.period,
        procedure=choice.procedure,
        procedure_since=choice.since,
        procedure_case=choice.case,
        is_decided_above=not is_given_here(one.law),
        state_since=clock.today(),
    )
    nomination.derive()
    return nomination


handles(NominationLists())
