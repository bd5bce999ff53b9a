"""A stored answer of the law as a page tells it: sentences, sources, records, what is missing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from vinhdanh.accounts.enums import Act
from vinhdanh.lawbook import Citation, Level, Verdict, default_corpus
from vinhdanh.lawbook.findings import VERIFIER
from vinhdanh.nominations.policies import may_attest, may_keep_facts, may_settle
from vinhdanh.nominations.queries.assessments import findings_of, trace_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.nominations.models import Assessment, Nomination

PILLS = {Verdict.MET: "good", Verdict.NOT_MET: "stop", Verdict.UNDETERMINED: "care"}
YEAR, HONOURS, INITIATIVES, DISCIPLINE, HOLDS, WORD = (
    "nam",
    "danh-hieu",
    "sang-kien",
    "ky-luat",
    "viec-xem-xet",
    "xac-nhan",
)
"""Parts of the page of facts; each is an anchor there."""
PARTS = {
    "grade_at_least": (YEAR,),
    "grades_in_a_row": (YEAR, INITIATIVES),
    "absence_below": (YEAR,),
    "group_in": (YEAR,),
    "members_share": (YEAR,),
    "members_holding": (YEAR,),
    "members_all_complete": (YEAR,),
    "discipline_below": (YEAR,),
    "has_initiative": (INITIATIVES,),
    "honours_in_a_row": (HONOURS,),
    "after_honour": (HONOURS, YEAR),
    "never_held": (HONOURS,),
    "discipline_ended": (DISCIPLINE,),
    "no_hold": (HOLDS, WORD),
    "judged": (WORD,),
    "achieved": (WORD,),
    "no_violation": (WORD,),
    "recruited_at_least": (WORD,),
}
"""Where the records stand that a test reads, the nearest first."""
OF_THE_OFFICE = frozenset({HONOURS, DISCIPLINE, HOLDS})
GROUP = "/doi-tuong"
"""End of the id of a finding that waits for a person's group."""
_WORDS = {"Mức độ": YEAR, "Số tháng": YEAR, "Các danh hiệu": HONOURS, "Danh mục": INITIATIVES}
"""How a missing fact begins, where one test reads several records."""


@dataclass(frozen=True, slots=True)
class ToDo:
    """A fact that is missing, who has it, and where this person can write it."""

    sentence: str
    url: str
    """Empty where it is another's to write."""


@dataclass(frozen=True, slots=True)
class Line:
    """One condition in a sentence."""

    id: str
    verdict: Verdict
    text: str
    citation: str
    evidence: list[str]
    records_url: str
    """Where the records of the evidence stand; empty where there are none."""
    todos: list[ToDo]
    inside: list[Line] = field(default_factory=list)
    may_verify: bool = False

    @property
    def pill(self) -> str:
        """Return the kind of pill."""
        return PILLS[self.verdict]


@dataclass(frozen=True, slots=True)
class LawCheck:
    """The answer on one nomination, ready for a page."""

    assessment: Assessment
    verdict: Verdict
    reason: str
    lines: list[Line]
    law: str
    """Which day's law, and its regime."""
    authority: str
    notes: list[str]

    @property
    def pill(self) -> str:
        """Return the kind of pill."""
        return PILLS[self.verdict]

    @property
    def is_open(self) -> bool:
        """Tell whether something must still be verified."""
        return self.verdict is Verdict.UNDETERMINED

    @property
    def own_todos(self) -> list[ToDo]:
        """Return what this person can write down."""
        return [each for each in self.todos if each.url]

    @property
    def todos(self) -> list[ToDo]:
        """Return everything missing, each once."""
        found: dict[str, ToDo] = {}
        for line in _walk(self.lines):
            for todo in line.todos:
                found.setdefault(todo.sentence, todo)
        return list(found.values())


def law_check(
    assessment: Assessment | None, nomination: Nomination, actor: Actor
) -> LawCheck | None:
    """Return the last answer on a nomination as its page tells it, None where there is none."""
    if assessment is None:
        return None
    trace = trace_of(assessment)
    reader = _Reader(nomination, actor)
    return LawCheck(
        assessment=assessment,
        verdict=Verdict(assessment.verdict),
        reason=trace["reason"],
        lines=[reader.line(each, is_asked=True) for each in trace["conditions"]],
        law=_law(assessment, trace),
        authority=_authority(trace["authority"]),
        notes=trace["notes"],
    )


def parts_of(assessment: Assessment | None, *, is_person: bool) -> set[str]:
    """Return the parts of the records that an answer rests on; every part where there is none."""
    findings = list(findings_of(assessment))
    if not findings:
        return {YEAR, HONOURS, INITIATIVES, DISCIPLINE, HOLDS, WORD}
    found: set[str] = set()
    for each in findings:
        parts = PARTS.get(each["operator"], ())
        found |= set(parts[:1] if is_person and each["operator"] == "no_hold" else parts)
        if each["id"].endswith(GROUP):
            found.add(YEAR)
    return found


def citation_words(found: dict[str, Any] | None) -> str:
    """Return a citation of a receipt as papers write it."""
    if not found:
        return ""
    number = found["instrument"]
    article = found["article"]
    clause = found["clause"]
    return str(
        Citation(
            number,
            str(article) if article is not None else None,
            str(clause) if clause is not None else None,
            found["point"],
            _names().get(number, ""),
        )
    )


class _Reader:
    """Reads findings for one person on one nomination."""

    def __init__(self, nomination: Nomination, actor: Actor) -> None:
        self.pk = nomination.pk
        self.person = nomination.recipient.kind == "individual"
        self.keeps = bool(may_keep_facts(nomination, actor))
        self.settles = bool(may_settle(Act.KEEP_STANDING, nomination, actor))
        self.attests = bool(may_attest(nomination, actor))
        self.verifies = bool(may_settle(Act.VERIFY, nomination, actor))

    def line(self, found: dict[str, Any], *, is_asked: bool) -> Line:
        verdict = Verdict(found["verdict"])
        is_open = verdict is Verdict.UNDETERMINED
        inner = found["conditions"]
        joins = bool(inner) and (found["operator"] == "all" or len(inner) == 1)
        return Line(
            id=found["id"],
            verdict=verdict,
            text=found["text"],
            citation=citation_words(found["citation"]),
            evidence=found["evidence"],
            records_url=self._records(found) if found["evidence"] else "",
            todos=[self._todo(found, each) for each in found["missing"]]
            if is_open and not inner
            else [],
            inside=[self.line(each, is_asked=is_asked and joins) for each in inner],
            may_verify=is_open and is_asked and not joins and self.verifies,
        )

    def _records(self, found: dict[str, Any]) -> str:
        parts = PARTS.get(found["operator"], ())
        return self._url(parts[0]) if parts and (self.keeps or self.verifies) else ""

    def _todo(self, found: dict[str, Any], missing: dict[str, str]) -> ToDo:
        part = self._part(found, missing["fact"])
        fact = missing["fact"].rstrip(".")
        need = "Cần xác minh" if missing["from"] == VERIFIER else "Cần"
        url = self._url(part) if self._may(part) else ""
        return ToDo(f"{need}: {fact} — {missing['from']}", url)

    def _part(self, found: dict[str, Any], fact: str) -> str:
        if found["id"].endswith(GROUP):
            return YEAR
        parts = PARTS.get(found["operator"], ())
        named = next((part for words, part in _WORDS.items() if fact.startswith(words)), "")
        if named in parts:
            return named
        if found["operator"] == "no_hold" and not self.settles and not self.person:
            return WORD
        return parts[0] if parts else ""

    def _may(self, part: str) -> bool:
        if part in OF_THE_OFFICE:
            return self.settles
        return bool(part) and (self.attests if part == WORD else self.keeps)

    def _url(self, part: str) -> str:
        return f"{reverse('nomination_facts', args=[self.pk])}#{part}"


def _law(assessment: Assessment, trace: dict[str, Any]) -> str:
    regime = next((each for each in default_corpus().regimes if each.id == trace["regime"]), None)
    told = f"Xét theo quy định ngày {assessment.as_of:%d/%m/%Y}"
    if trace["received"]:
        received = dt.date.fromisoformat(trace["received"])
        told += f", hồ sơ tiếp nhận ngày {received:%d/%m/%Y}"
    return f"{told}: {regime.name}." if regime else f"{told}."


def _authority(found: dict[str, Any] | None) -> str:
    if found is None or found["level"] is None:
        return "cần xác minh"
    words = Level(found["level"]).words
    if found["needs_confirmation"]:
        return f"{words}, cần xác minh: {found['needs_confirmation']}"
    source = citation_words(found["citation"])
    return f"{words} ({source[:1].lower()}{source[1:]})" if source else words


@cache
def _names() -> dict[str, str]:
    """Return how instruments are called in a sentence, by number."""
    return {each.number: each.name for each in default_corpus().instruments}


def _walk(lines: Iterable[Line]) -> Iterator[Line]:
    for line in lines:
        yield line
        if line.verdict is Verdict.UNDETERMINED:
            yield from _walk(line.inside)
