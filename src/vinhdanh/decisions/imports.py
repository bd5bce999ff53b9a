"""Decisions of former years and of other offices: their lists enter the register."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from django.db.models import Max

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.enums import DecisionKind, DecisionState, HonourSource
from vinhdanh.decisions.models import Decision, Honour
from vinhdanh.decisions.same_papers import is_same_office, number_key
from vinhdanh.kernel import clock
from vinhdanh.kernel.batches import BATCH, parted
from vinhdanh.kernel.text import fold, squeeze
from vinhdanh.nominations.enums import CommendationKind
from vinhdanh.nominations.honour_names import HonourNames
from vinhdanh.nominations.imports import detail_of
from vinhdanh.nominations.offers import printed_name
from vinhdanh.organizations.enums import ImportKind
from vinhdanh.organizations.hooks import facts_changed
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
    from collections.abc import Collection, Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.lawbook import HonourOnDay
    from vinhdanh.organizations.importing.recipients import Meant
    from vinhdanh.organizations.imports import Importer
    from vinhdanh.organizations.models import ImportRow, ListImport, Recipient

_YEAR = re.compile(r"(?:19|20)\d{2}")
_KINDS = {fold(label): value for value, label in CommendationKind.choices}
LONGEST = {"number": (60, "Số quyết định"), "issuer": (200, "Cơ quan ban hành")}


@dataclass(frozen=True, slots=True)
class Named:
    """A decision as a row names it."""

    number: str
    decided_on: dt.date
    issuer: str


@dataclass(frozen=True, slots=True)
class _Read:
    meant: Meant
    law: HonourOnDay
    decision: Named
    warning: str
    """What to check; mostly empty."""


Rows: TypeAlias = tuple[Recipients, list[_Read], dict[Named, Decision]]


class OldDecisions:
    """Reads the lists of decisions in; the clerk does."""

    kind = ImportKind.HONOURS

    def require(self, importer: Importer, listing: ListImport) -> None:  # noqa: ARG002
        """Refuse everybody but those who draft decisions."""
        cast("Actor", importer).require(Act.DRAFT_DECISION)

    def review(self, importer: Importer, listing: ListImport, rows: Sequence[ImportRow]) -> Rows:
        """Say whom each row means, by which decision, and what the register holds already."""
        return _read_all(importer, listing, rows)

    def enter(self, importer: Importer, listing: ListImport, read: Rows) -> None:  # noqa: ARG002
        """Write the decisions with their honours."""
        recipients, rows, known = read
        made = recipients.made([each.meant for each in rows])
        decisions: dict[Named, Decision] = {}
        for each in rows:
            named = each.decision
            if named not in decisions:
                decisions[named] = known.get(named) or _decision(listing, named, each)
        last = _last_orders(list(decisions.values()))
        added = []
        for each, recipient in zip(rows, made, strict=True):
            decision = decisions[each.decision]
            last[decision.pk] += 1
            added.append(_honour(decision, each, recipient, last[decision.pk]))
        Honour.objects.bulk_create(added, batch_size=BATCH)
        facts_changed([each.recipient_id for each in added])


def _read_all(importer: Importer, listing: ListImport, rows: Sequence[ImportRow]) -> Rows:
    values = [unpacked(row.values) for row in rows]
    recipients = Recipients(importer, values, is_unit_free=True, has_ended=True)
    names: dict[dt.date, HonourNames] = {}
    known = _known(importer, _asked(values, listing, importer))
    held = _held(recipients, known.values())
    seen: dict[tuple[object, ...], int] = {}
    read: list[_Read] = []
    for row, said in zip(rows, values, strict=True):
        try:
            require_read(row)
            named = named_in(said, listing, importer)
            _require_not_own(named, known)
            meant = recipients.meant(row, said)
            honours = _names_on(names, named.decided_on, importer)
            law = honours.meant(said, meant.kind)
            warning = f"{meant.warning} {honours.doubt(said, law)}".strip()
            one = _Read(meant, law, named, warning)
            _require_new(row, one, seen, known, held)
        except RowError as problem:
            refuse(row, problem)
            continue
        _tell(row, one)
        read.append(one)
    return recipients, read, known


def named_in(said: dict[str, Any], listing: ListImport, importer: Importer) -> Named:
    """Return the decision of a row: its own, or the one said of the whole list.

    Raises:
        RowError: number, day or office is missing, or cannot be.
    """
    whole = listing.details
    number = squeeze(str(said.get("decision_number") or whole.get("number", "")))
    day = said.get("decided_on")
    if day is None and whole.get("issued_on"):
        day = dt.date.fromisoformat(whole["issued_on"])
    issuer = squeeze(whole.get("issuer", "")) or importer.body.name
    if not number or day is None:
        raise RowError(
            "Chưa biết số, ngày quyết định: hãy ghi ở phần “Quyết định” của trang này, hoặc sửa"
            " dòng này."
        )
    if day > clock.today():
        raise RowError(f"Ngày quyết định {day:%d/%m/%Y} chưa tới: hãy kiểm tra lại.")
    for key, text in (("number", number), ("issuer", issuer)):
        limit, label = LONGEST[key]
        require_fits(text, limit, label)
    return Named(number, day, issuer)


def _names_on(names: dict[dt.date, HonourNames], day: dt.date, importer: Importer) -> HonourNames:
    if day not in names:
        names[day] = HonourNames(as_of=day, province=importer.body.province)
    return names[day]


def _asked(values: Sequence[dict[str, Any]], listing: ListImport, importer: Importer) -> set[Named]:
    """Return the decisions the rows name."""
    found = set()
    for said in values:
        with suppress(RowError):
            found.add(named_in(said, listing, importer))
    return found


def _known(importer: Importer, asked: set[Named]) -> dict[Named, Decision]:
    """Return those of the register, however many others it holds, their office written anyhow."""
    issued = Decision.objects.filter(body=importer.body, state=DecisionState.ISSUED)
    alike: dict[tuple[dt.date, str], list[Decision]] = defaultdict(list)
    for days in parted(sorted({each.decided_on for each in asked})):
        for row in issued.filter(decided_on__in=days).select_related("document"):
            if row.decided_on:
                alike[row.decided_on, number_key(row.code)].append(row)
    return {
        named: row
        for named in asked
        for row in alike.get((named.decided_on, number_key(named.number)), ())
        if is_same_office(named.issuer, row.issuer or importer.body.name)
    }


def _held(recipients: Recipients, decisions: Collection[Decision]) -> set[tuple[object, ...]]:
    """Return (decision, kind, id of person, unit or household, honour) of whom the rows name."""
    days = sorted(each.decided_on for each in decisions if each.decided_on)
    if not days:
        return set()
    rows = Honour.objects.filter(decided_on__range=(days[0], days[-1])).values_list(
        "decision", "recipient_kind", "recipient__person", "recipient__unit",
        "recipient__household", "honour",
    )  # fmt: skip
    return {
        (decision, kind, person or unit or household, honour)
        for asked in recipients.conditions()
        for decision, kind, person, unit, household, honour in rows.filter(asked)
    }


def _require_not_own(named: Named, known: dict[Named, Decision]) -> None:
    found = known.get(named)
    if found and found.kind != DecisionKind.EXTERNAL:
        raise RowError(
            f"Quyết định {named.number} ngày {named.decided_on:%d/%m/%Y} do hệ thống này ban hành,"
            " đã có trong sổ: không nhập lại.",
            target=found.pk,
        )


def _require_new(
    row: ImportRow,
    one: _Read,
    seen: dict[tuple[object, ...], int],
    known: dict[Named, Decision],
    held: set[tuple[object, ...]],
) -> None:
    key = (one.decision, one.meant.key, one.law.slug)
    if (first := seen.setdefault(key, row.number)) != row.number:
        raise RowError(f"Trùng với dòng {first}: hãy để lại một dòng.")
    decision, who = known.get(one.decision), one.meant.known
    if decision and who and (decision.pk, one.meant.kind.value, who.pk, one.law.slug) in held:
        raise RowError(
            f"{who} đã có trong sổ theo Quyết định {one.decision.number} ngày"
            f" {one.decision.decided_on:%d/%m/%Y}: không nhập lại.",
            target=decision.pk,
        )


def _tell(row: ImportRow, one: _Read) -> None:
    told = f"{printed_name(one.law)} theo Quyết định {one.decision.number}"
    told += f"; thêm {one.meant.values['name']} vào sổ người." if one.meant.is_new else "."
    target = one.meant.known.pk if one.meant.known else None
    accept(row, f"{told} {one.warning}".strip(), target=target, is_warned=bool(one.warning))


def _decision(listing: ListImport, named: Named, first: _Read) -> Decision:
    return Decision.objects.create(
        body=listing.body,
        kind=DecisionKind.EXTERNAL,
        state=DecisionState.ISSUED,
        issuer=named.issuer,
        external_code=named.number,
        decided_on=named.decided_on,
        signer_name=str(listing.details.get("signer", ""))[:50],
        merit=(first.meant.values.get("achievement") or "đã có thành tích")[:300],
        **_scan_of(listing, named),
    )


def _scan_of(listing: ListImport, named: Named) -> dict[str, str]:
    """Return the paper: the scan of the list's own decision, else a PDF that was read itself."""
    if listing.details.get("scan_path") and named.number == listing.details.get("number"):
        return {key: listing.details[key] for key in ("scan_path", "scan_sha256")}
    if listing.source_path.endswith(".pdf"):
        return {"scan_path": listing.source_path, "scan_sha256": listing.source_sha256}
    return {}


def _last_orders(decisions: Sequence[Decision]) -> dict[int, int]:
    last: dict[int, int] = defaultdict(int)
    rows = Honour.objects.filter(decision__in=[each.pk for each in decisions])
    last.update(rows.order_by().values_list("decision").annotate(Max("order")))
    return last


def _honour(decision: Decision, one: _Read, recipient: Recipient, order: int) -> Honour:
    said = one.meant.values
    day = one.decision.decided_on
    period = squeeze(str(said.get("period", "")))[:60] or f"Năm {day.year}"
    year = _YEAR.search(period)
    return Honour(
        body=decision.body,
        decision=decision,
        source=HonourSource.OLD,
        kind=_KINDS.get(fold(said.get("occasion", "")), ""),
        year=int(year[0]) if year else day.year,
        recipient=recipient,
        unit=one.meant.unit,
        recipient_kind=recipient.kind,
        recipient_name=recipient.name,
        recipient_detail=detail_of(one.meant),
        honour=one.law.slug,
        honour_name=printed_name(one.law),
        achievement=squeeze(said.get("achievement", ""))[:500],
        period=period,
        decided_on=day,
        order=order,
        prize_amount=said.get("prize"),
    )


handles(OldDecisions())
