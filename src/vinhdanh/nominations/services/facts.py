"""Recording what a nomination is judged by; after each act the law is asked anew."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.kernel.wording import joined
from vinhdanh.nominations.policies import may_keep_facts, may_settle
from vinhdanh.nominations.services.assessments import assess_recipient
from vinhdanh.organizations.models import (
    Discipline,
    Hold,
    Initiative,
    InitiativeAuthor,
    Person,
    YearRecord,
)

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.kernel.verdict import Verdict
    from vinhdanh.nominations.models import Nomination
    from vinhdanh.organizations.enums import (
        Completion,
        DisciplineForm,
        HoldKind,
        InitiativeKind,
        PersonGroup,
        Reach,
    )

MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFacts:
    """What somebody writes about a recipient's year; empty is not known."""

    completion: Completion | str = ""
    absent_months: Decimal | int | None = None
    maternity_months: Decimal | int = 0
    members: int | None = None
    members_completing: int | None = None
    members_advanced: int | None = None
    members_exemplary: int | None = None
    worst_discipline: DisciplineForm | str = ""


@transaction.atomic
def keep_year(
    *,
    actor: Actor,
    nomination: Nomination,
    year: int,
    found: YearFacts,
    group: PersonGroup | str | None = None,
) -> YearRecord:
    """Write what is known of a year of a nomination's recipient.

    Args:
        actor: head of the proposing unit, or a clerk.
        nomination: whose recipient it is.
        year: the year written about.
        found: what is known.
        group: which of the law's groups a person belongs to; None leaves it as it is.

    Raises:
        DomainError: the nomination is over, or the figures contradict each other.
    """
    _require(may_keep_facts(nomination, actor))
    _require_sense(found, year)
    recipient = nomination.recipient
    values = {field.name: getattr(found, field.name) for field in fields(found)}
    kept, _ = YearRecord.objects.update_or_create(recipient=recipient, year=year, defaults=values)
    if group is not None and recipient.person_id:
        Person.objects.filter(pk=recipient.person_id).update(group=group)
    told = {name: str(value) for name, value in values.items() if value not in ("", None)}
    if group:
        told["group"] = str(group)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="facts.year",
        target=nomination,
        sentence=f"ghi số liệu năm {year} của {recipient.name}",
        details=told,
    )
    assess_recipient(recipient, as_of=clock.today())
    return kept


@transaction.atomic
def add_initiative(
    *,
    actor: Actor,
    nomination: Nomination,
    title: str,
    kind: InitiativeKind,
    scope: Reach,
    recognised_by: str,
    recognised_on: dt.date,
    serves: bool = True,
) -> Initiative:
    """Write a recognised initiative of a person, by default one the nomination rests on.

    Raises:
        DomainError: the recipient is no person, the day is to come, or it is written already.
    """
    _require(may_keep_facts(nomination, actor))
    person = _person(nomination)
    title, recognised_by = squeeze(title), squeeze(recognised_by)
    if not title or not recognised_by:
        raise DomainError(
            "Chưa ghi tên sáng kiến hoặc văn bản công nhận: hãy ghi cả hai.", field="title"
        )
    require_fits(Initiative, "title", title)
    require_fits(Initiative, "recognised_by", recognised_by)
    _require_past(recognised_on, "recognised_on")
    same = {"body": person.body, "title": title, "recognised_on": recognised_on}
    _require_new(Initiative.objects.filter(**same).first(), person)
    kept = Initiative.objects.create(**same, kind=kind, scope=scope, recognised_by=recognised_by)
    InitiativeAuthor.objects.create(initiative=kept, person=person)
    if serves:
        nomination.initiatives.add(kept)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="facts.initiative",
        target=nomination,
        sentence=f"ghi sáng kiến “{title}” của {person}",
    )
    assess_recipient(nomination.recipient, as_of=clock.today())
    return kept


@transaction.atomic
def add_hold(
    *,
    actor: Actor,
    nomination: Nomination,
    kind: HoldKind,
    since: dt.date,
    until: dt.date | None = None,
    note: str = "",
) -> Hold:
    """Write that something about the recipient is being looked into, or was.

    Raises:
        DomainError: the days contradict each other.
    """
    _require(may_settle(Act.KEEP_STANDING, nomination, actor))
    _require_past(since, "since")
    _require_order(since, until)
    note = squeeze(note)
    require_fits(Hold, "note", note)
    kept = Hold.objects.create(
        recipient=nomination.recipient, kind=kind, since=since, until=until, note=note
    )
    record(
        scope=actor.scope,
        actor=actor.name,
        action="facts.hold",
        target=nomination,
        sentence=f"ghi {nomination.recipient.name} {kept.get_kind_display().lower()}",
    )
    assess_recipient(nomination.recipient, as_of=clock.today())
    return kept


@transaction.atomic
def end_hold(*, actor: Actor, nomination: Nomination, hold: Hold, until: dt.date) -> Hold:
    """Write that a matter is over.

    Raises:
        DomainError: it is another recipient's, or over before it began.
    """
    _require(may_settle(Act.KEEP_STANDING, nomination, actor))
    hold = Hold.objects.select_for_update().get(pk=hold.pk, recipient=nomination.recipient)
    _require_past(until, "until")
    _require_order(hold.since, until)
    hold.until = until
    hold.save(update_fields=["until"])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="facts.hold_ended",
        target=nomination,
        sentence=f"ghi việc “{hold.get_kind_display()}” của {nomination.recipient.name} kết thúc"
        f" ngày {until:%d/%m/%Y}",
    )
    assess_recipient(nomination.recipient, as_of=clock.today())
    return hold


@transaction.atomic
def add_discipline(
    *,
    actor: Actor,
    nomination: Nomination,
    level: DisciplineForm,
    since: dt.date,
    until: dt.date | None = None,
) -> Discipline:
    """Write a disciplinary measure against a person.

    Raises:
        DomainError: the recipient is no person, or the days contradict each other.
    """
    _require(may_settle(Act.KEEP_STANDING, nomination, actor))
    person = _person(nomination)
    _require_past(since, "since")
    _require_order(since, until)
    kept = Discipline.objects.create(person=person, level=level, since=since, until=until)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="facts.discipline",
        target=nomination,
        sentence=f"ghi {person} bị {kept.get_level_display().lower()}",
    )
    assess_recipient(nomination.recipient, as_of=clock.today())
    return kept


def _require(verdict: Verdict) -> None:
    if not verdict:
        raise NotAllowedError(verdict.reason)


def _person(nomination: Nomination) -> Person:
    person = nomination.recipient.person
    if person is None:
        raise DomainError("Mục này chỉ ghi cho cá nhân, không ghi cho tập thể, hộ gia đình.")
    return person


def _require_new(known: Initiative | None, person: Person) -> None:
    if known is None:
        return
    if known.authors.contains(person):
        raise DomainError(f"Sáng kiến “{known}” đã có trong danh mục.", field="title")
    authors = joined([each.full_name for each in known.authors.all()])
    raise DomainError(
        f"Sáng kiến “{known}” đã có trong danh mục, tác giả {authors}: nếu {person} là đồng tác"
        " giả, hãy thêm ở trang Sáng kiến.",
        field="title",
    )


def _require_past(day: dt.date, field: str) -> None:
    if day > clock.today():
        raise DomainError(
            f"Ngày {day:%d/%m/%Y} chưa tới: hãy ghi ngày hôm nay hoặc trước đó.", field=field
        )


def _require_order(since: dt.date, until: dt.date | None) -> None:
    if until is not None and until < since:
        raise DomainError(
            f"Ngày kết thúc đứng trước ngày bắt đầu {since:%d/%m/%Y}: hãy kiểm tra lại.",
            field="until",
        )


def _require_sense(found: YearFacts, year: int) -> None:
    if year > clock.today().year:
        raise DomainError(f"Năm {year} chưa tới: hãy ghi năm nay hoặc năm trước.", field="year")
    absent = found.absent_months
    if absent is not None and not 0 <= absent <= MONTHS:
        raise DomainError("Số tháng nghỉ phải từ 0 đến 12.", field="absent_months")
    if found.maternity_months and found.maternity_months > (absent or 0):
        raise DomainError(
            "Số tháng nghỉ thai sản nhiều hơn tổng số tháng nghỉ: hãy ghi cả thai sản vào số tháng"
            " nghỉ.",
            field="maternity_months",
        )
    counts = {
        name: getattr(found, name)
        for name in ("members_completing", "members_advanced", "members_exemplary")
    }
    for name, count in counts.items():
        if count is not None and found.members is not None and count > found.members:
            raise DomainError(
                f"Ghi {count} người, nhiều hơn tổng số {found.members} thành viên: hãy kiểm tra"
                " lại.",
                field=name,
            )
