"""Adding and correcting people, and the posts they hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from vinhdanh.intake.lists import person_name
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.kernel.wording import joined
from vinhdanh.organizations.checks import require_after, require_past, written
from vinhdanh.organizations.hooks import facts_changed
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models import Person, Position
from vinhdanh.organizations.services.rights import require_people

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.organizations.enums import PersonGroup, Sex
    from vinhdanh.organizations.keeping import Keeper
    from vinhdanh.organizations.models import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """What is written about a person; empty is not known."""

    full_name: str
    birth_date: dt.date | None = None
    sex: Sex | str = ""
    group: PersonGroup | str = ""
    is_direct_worker: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post somebody takes up."""

    unit: Unit
    title: str = ""
    is_leader: bool = False
    since: dt.date | None = None


@transaction.atomic
def add_person(*, keeper: Keeper, facts: PersonFacts, post: Post) -> Person:
    """Add somebody with a post.

    Raises:
        DomainError: the name is missing, or the body knows somebody it cannot tell apart from.
    """
    keeper.require_keeping(Kept.PEOPLE, post.unit)
    person = Person(body=keeper.body, **_values(keeper.body, facts))
    person.save()
    _begin(person, post)
    _tell(keeper, person, "person.added", f"thêm {person} vào {post.unit}")
    return person


@transaction.atomic
def correct_person(
    *, keeper: Keeper, person: Person, facts: PersonFacts, expected_version: int
) -> Person:
    """Correct what is written about a person; open nominations are judged anew.

    Raises:
        StaleError: somebody changed it since its author read it; the sentence says who and what.
        DomainError: as for `add_person`.
    """
    person = _locked(keeper, person)
    if person.version != expected_version:
        raise StaleError(_who_was_faster(person))
    values = _values(keeper.body, facts, own=person)
    changes = {
        name: [str(before), str(value)]
        for name, value in values.items()
        if (before := getattr(person, name)) != value
    }
    for name, value in values.items():
        setattr(person, name, value)
    person.version += 1
    person.save()
    if recipient := getattr(person, "recipient", None):
        recipient.name = person.full_name
        recipient.save(update_fields=["name"])
        facts_changed([recipient.pk])
    _tell(keeper, person, "person.corrected", f"sửa thông tin của {person}", **changes)
    return person


@transaction.atomic
def give_post(*, keeper: Keeper, person: Person, post: Post) -> Position:
    """Write that somebody holds a post beside the others."""
    person = _locked(keeper, person)
    keeper.require_keeping(Kept.PEOPLE, post.unit)
    kept = _begin(person, post)
    _tell(keeper, person, "person.post", f"ghi {person} giữ chức vụ {kept}")
    return kept


@transaction.atomic
def end_post(*, keeper: Keeper, position: Position, on: dt.date) -> Position:
    """Write from which day somebody no longer holds a post.

    Raises:
        DomainError: it ended before, or the day is to come or before it began.
    """
    keeper.require_keeping(Kept.PEOPLE, position.unit)
    position = Position.objects.select_for_update().get(pk=position.pk)
    if position.valid_to and position.valid_to <= on:
        raise DomainError(f"Chức vụ này đã thôi từ ngày {position.valid_to:%d/%m/%Y}.")
    require_past(on, field="on")
    require_after(on, position.valid_from, field="on", what="nhận chức vụ")
    position.valid_to = on
    position.save(update_fields=["valid_to"])
    person = position.person
    told = f"ghi {person} thôi chức vụ {position} từ ngày {on:%d/%m/%Y}"
    _tell(keeper, person, "person.post_ended", told)
    return position


@transaction.atomic
def move_person(*, keeper: Keeper, person: Person, post: Post, on: dt.date) -> Position:
    """End every post on a day and begin one elsewhere.

    Raises:
        DomainError: the day is to come, or before a post began.
    """
    person = _locked(keeper, person)
    keeper.require_keeping(Kept.UNITS, post.unit)
    _end_all(person, on)
    new = Post(unit=post.unit, title=post.title, is_leader=post.is_leader, since=on)
    kept = _begin(person, new)
    told = f"chuyển {person} đến {post.unit} từ ngày {on:%d/%m/%Y}"
    _tell(keeper, person, "person.moved", told)
    return kept


@transaction.atomic
def retire_person(*, keeper: Keeper, person: Person, on: dt.date, reason: str) -> None:
    """End every post on a day; records and honours stay.

    Raises:
        DomainError: no reason is given, the person holds no post, or the day does not fit.
    """
    person = _locked(keeper, person)
    text = squeeze(reason)
    if not text:
        raise DomainError("Chưa ghi lý do, ví dụ: nghỉ hưu, chuyển công tác.", field="reason")
    if not _end_all(person, on):
        raise DomainError(f"{person} không còn giữ chức vụ nào.")
    told = f"ghi {person} thôi mọi chức vụ từ ngày {on:%d/%m/%Y}: {text}"
    _tell(keeper, person, "person.retired", told)


def _locked(keeper: Keeper, person: Person) -> Person:
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk, body=keeper.body)
    require_people(keeper, Kept.PEOPLE, [person])
    return person


def _who_was_faster(person: Person) -> str:
    event = history_of(person).first()
    if event is None:
        return "Người khác vừa sửa thông tin này: hãy tải lại trang rồi sửa tiếp."
    named = {field.name: str(field.verbose_name) for field in person._meta.fields}  # noqa: SLF001
    what = joined([named[name] for name in event.details if name in named])
    told = f"{event.actor} vừa {event.sentence}{f' ({what})' if what else ''}"
    return (
        f"{told} lúc {event.at.astimezone():%H:%M ngày %d/%m/%Y}: hãy tải lại trang, xem lại rồi"
        " sửa tiếp."
    )


def _begin(person: Person, post: Post) -> Position:
    title = squeeze(post.title)
    require_fits(Position, "title", title)
    if post.since and not post.unit.is_valid_on(post.since):
        raise DomainError(
            f"{post.unit} không hoạt động vào ngày {post.since:%d/%m/%Y}: hãy kiểm tra ngày hoặc"
            " chọn đơn vị khác.",
            field="since",
        )
    return Position.objects.create(
        person=person,
        unit=post.unit,
        title=title,
        is_leader=post.is_leader,
        valid_from=post.since,
    )


def _end_all(person: Person, on: dt.date) -> int:
    require_past(on, field="on")
    held = list(person.positions.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=on)))
    for position in held:
        require_after(on, position.valid_from, field="on", what="nhận chức vụ")
        position.valid_to = on
        position.save(update_fields=["valid_to"])
    return len(held)


def _values(body: Unit, facts: PersonFacts, own: Person | None = None) -> dict[str, object]:
    name = written(Person, "full_name", person_name(facts.full_name), what="họ và tên")
    if facts.birth_date:
        require_past(facts.birth_date, field="birth_date")
    same = Person.objects.filter(body=body, full_name=name, birth_date=facts.birth_date)
    if same.exclude(pk=own.pk if own else 0).exists():
        raise DomainError(
            f"Đã có {name} sinh ngày {facts.birth_date:%d/%m/%Y}: hãy mở hồ sơ đã có."
            if facts.birth_date
            else f"Đã có {name} chưa ghi ngày sinh: hãy ghi ngày sinh để phân biệt, hoặc mở hồ sơ"
            " đã có.",
            field="birth_date",
        )
    return {
        "full_name": name,
        "birth_date": facts.birth_date,
        "sex": facts.sex,
        "group": facts.group,
        "is_direct_worker": facts.is_direct_worker,
    }


def _tell(keeper: Keeper, person: Person, action: str, sentence: str, **details: object) -> None:
    record(
        scope=keeper.scope,
        actor=keeper.name,
        action=action,
        target=person,
        sentence=sentence,
        details=details or None,
    )
