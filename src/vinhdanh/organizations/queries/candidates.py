"""Who may be meant by a name: people of the body, the likeliest first, with the reasons."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.kernel import clock
from vinhdanh.kernel.text import fold, has_marks, initial_capital, one_spelling, squeeze
from vinhdanh.kernel.wording import joined
from vinhdanh.organizations.honour_counts import honours_counted
from vinhdanh.organizations.models import Person, Recipient
from vinhdanh.organizations.queries.people import with_posts

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Sequence

    from vinhdanh.organizations.models import Unit


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be meant."""

    person: Person
    posts: tuple[str, ...]
    honours: int
    score: int
    """The higher, the likelier; below 0 it is somebody else."""
    reason: str
    is_same_name: bool = True
    """The same name, at most spelt by the older habit."""
    is_sure: bool = False
    """Name and birth date are the same, or the name is and the unit too."""
    is_dated: bool = False
    """The birth date is the same."""

    @property
    def pk(self) -> int:
        """The person's id."""
        return self.person.pk

    @property
    def is_excluded(self) -> bool:
        """Something written says that it is another person."""
        return self.score < 0


def candidates(
    body: Unit,
    name: str,
    birth_date: dt.date | None = None,
    unit: Unit | None = None,
    *,
    as_of: dt.date | None = None,
) -> list[Candidate]:
    """Return whom of a body a name may mean, the likeliest first; three queries.

    Args:
        body: whose people are asked.
        name: as written, with or without diacritics.
        birth_date: as written, if it is.
        unit: whose list the name stands in.
        as_of: the day whose posts count; today where left out.
    """
    wanted = Wanted(squeeze(name), birth_date, unit)
    return candidates_of_many(body, [wanted], as_of=as_of)[0]


def the_one(found: Sequence[Candidate]) -> Candidate | None:
    """Return whom a name means beyond doubt, or None: then a person chooses, or it is new."""
    dated = [each for each in found if each.is_sure and each.is_dated]
    sure = dated or [each for each in found if each.is_sure]
    return sure[0] if len(sure) == 1 else None


def to_choose_from(found: Sequence[Candidate], name: str) -> list[Candidate]:
    """Return who may be meant where nobody is beyond doubt; empty: it is somebody new.

    A name typed without any mark may be that of all who are spelt alike but for the marks.
    """
    if the_one(found):
        return []
    is_bare = not has_marks(name)
    return [each for each in found if not each.is_excluded and (each.is_same_name or is_bare)]


def asking(rivals: Sequence[Candidate], name: str) -> str:
    """Return the sentence that asks who of them is meant."""
    count = f"{len(rivals)} người" if len(rivals) > 1 else "người"
    return (
        f"Sổ đã có {count} cùng tên {name}: hãy chọn đúng người, hoặc chọn “Người khác, chưa có"
        " trong sổ”."
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name to be matched."""

    name: str
    birth_date: dt.date | None = None
    unit: Unit | None = None


def candidates_of_many(
    body: Unit, wanted: Collection[Wanted], *, as_of: dt.date | None = None
) -> list[list[Candidate]]:
    """Return the candidates of each of many names; the number of queries stays three."""
    folded = {fold(each.name) for each in wanted} - {""}
    rows = Person.objects.filter(body=body, folded_name__in=folded)
    people = list(with_posts(rows, as_of=as_of or clock.today()))
    recipients = dict(Recipient.objects.filter(person__in=people).values_list("person_id", "pk"))
    counted = honours_counted(set(recipients.values()))
    by_name: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        by_name[person.folded_name].append(person)
    return [
        sorted(
            (
                _judged(person, each, counted[recipients.get(person.pk, 0)])
                for person in by_name[fold(each.name)]
            ),
            key=lambda one: (-one.score, one.person.name_order, one.pk),
        )
        for each in wanted
    ]


def _judged(person: Person, wanted: Wanted, honours: int) -> Candidate:
    posts = person.posts  # type: ignore[attr-defined]
    reasons: list[str] = []
    score = 1
    is_same_name = one_spelling(person.full_name) == one_spelling(wanted.name)
    is_dated = is_here = False
    if is_same_name:
        score, reasons = 2, ["trùng họ tên"]
    else:
        reasons = ["họ tên khác dấu"]
    if wanted.birth_date and person.birth_date:
        is_dated = wanted.birth_date == person.birth_date
        score += 4 if is_dated else -10
        reasons.append("trùng ngày sinh" if is_dated else "khác ngày sinh")
    elif wanted.birth_date or not person.birth_date:
        reasons.append("sổ chưa ghi ngày sinh")
    if wanted.unit:
        is_here = any(post.unit_id == wanted.unit.pk for post in posts)
        score += 2 if is_here else 0
        reasons.append(f"{'đang' if is_here else 'không'} ở {wanted.unit.called}")
    return Candidate(
        person,
        tuple(str(post) for post in posts),
        honours,
        score,
        f"{initial_capital(joined(reasons))}.",
        is_same_name=is_same_name,
        is_sure=is_same_name and score > 0 and (is_dated or is_here),
        is_dated=is_dated,
    )
