"""Who may be meant by a name: people of the body, the likeliest first, with the reasons."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.kernel import clock
from vinhdanh.kernel.text import fold, initial_capital, one_spelling, squeeze
from vinhdanh.kernel.wording import joined
from vinhdanh.organizations.honour_counts import honours_counted
from vinhdanh.organizations.models import Person, Recipient
from vinhdanh.organizations.queries.people import with_posts

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

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
    if one_spelling(person.full_name) == one_spelling(wanted.name):
        score, reasons = 2, ["trùng họ tên"]
    else:
        reasons = ["họ tên khác dấu"]
    if wanted.birth_date and person.birth_date:
        same = wanted.birth_date == person.birth_date
        score += 4 if same else -10
        reasons.append("trùng ngày sinh" if same else "khác ngày sinh")
    elif wanted.birth_date or not person.birth_date:
        reasons.append("sổ chưa ghi ngày sinh")
    if wanted.unit:
        here = any(post.unit_id == wanted.unit.pk for post in posts)
        score += 2 if here else 0
        reasons.append(f"{'đang' if here else 'không'} ở {wanted.unit.called}")
    told = tuple(str(post) for post in posts)
    return Candidate(person, told, honours, score, f"{initial_capital(joined(reasons))}.")
