"""What a recipient could be proposed for, and what next year: by judging facts carried on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from vinhdanh.lawbook.assess import assess
from vinhdanh.lawbook.enums import HonourForm, Verdict
from vinhdanh.lawbook.facts.model import HeldHonour
from vinhdanh.lawbook.findings import together
from vinhdanh.lawbook.hypotheses import carried_on, hypotheses, untroubled, with_honours
from vinhdanh.lawbook.judging import judge
from vinhdanh.lawbook.loading.load import default_corpus
from vinhdanh.lawbook.operators.base import Case, year_judged
from vinhdanh.lawbook.prospects import NextYear, Prospect
from vinhdanh.lawbook.reasons import all_missing
from vinhdanh.lawbook.rules import Honour
from vinhdanh.lawbook.rules.honours import Period

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.lawbook.assessment import Assessment
    from vinhdanh.lawbook.facts.model import Facts
    from vinhdanh.lawbook.hypotheses import Hypothesis
    from vinhdanh.lawbook.library import Corpus, View

ORDER = (Verdict.MET, Verdict.UNDETERMINED, Verdict.NOT_MET)


def outlook(
    facts: Facts, as_of: dt.date, province: str = "", *, corpus: Corpus | None = None
) -> list[Prospect]:
    """Return every honour the recipient may receive, the highest first.

    Next year is judged by today's text, supposing that the unit attests what people judge, that
    nothing is being looked into, and that titles within reach are given.

    Raises:
        LawbookError: the day or the province is not in the corpus.
    """
    law = corpus or default_corpus()
    view = law.on(as_of, province)
    rules = [
        rule.content
        for rule in sorted(view.all(Honour), key=lambda rule: rule.content.rank)
        if facts.recipient in rule.content.recipients
    ]
    future = _Future(facts, as_of, view, rules)
    return [
        _prospect(
            assess(each.slug, facts, as_of=as_of, province=province, corpus=law), each, future
        )
        for each in rules
    ]


def _prospect(now: Assessment, honour: Honour, future: _Future) -> Prospect:
    return Prospect(
        honour=honour.slug,
        name=honour.name,
        rank=honour.rank,
        authority=now.authority,
        verdict=now.verdict,
        reason=now.reason,
        missing=tuple(all_missing(now.conditions)),
        next_year=None if now.verdict is Verdict.MET else future.of(honour),
    )


class _Future:
    """The facts after each way the coming year may go, with the titles it would bring."""

    def __init__(self, facts: Facts, as_of: dt.date, view: View, honours: list[Honour]) -> None:
        self.view, self.as_of = view, as_of
        self.day = _a_year_later(as_of)
        self.year = year_judged(facts, as_of) + 1
        self.names = {each.slug: each.name for each in honours}
        self.base = Case(untroubled(facts), as_of, self.year - 1)
        titles = [
            each
            for each in honours
            if each.form is HonourForm.TITLE and each.period is Period.YEARLY and not each.is_area
        ]
        this_year = self._won(titles, self.base)
        self.ways: list[tuple[Hypothesis, Facts, list[HeldHonour]]] = []
        for each in hypotheses(facts):
            bare = carried_on(facts, each, year=self.year)
            after = with_honours(bare, this_year)
            given = [*this_year, *self._won(titles, self._case(after))]
            self.ways.append((each, bare, given))

    def of(self, honour: Honour) -> NextYear | None:
        """Return the easiest way that brings an honour nearer than it is now."""
        best = None
        reached = self._verdict(honour, self.base)
        for hypothesis, bare, given in self.ways:
            verdict = self._verdict(honour, self._case(with_honours(bare, given)))
            if ORDER.index(verdict) < ORDER.index(reached):
                best, reached = (hypothesis, bare, given), verdict
        return self._told(honour, *best, reached) if best else None

    def _told(
        self,
        honour: Honour,
        hypothesis: Hypothesis,
        bare: Facts,
        given: list[HeldHonour],
        verdict: Verdict,
    ) -> NextYear:
        needed = self._needed(honour, bare, given, verdict)
        findings = judge(honour, self._case(with_honours(bare, needed)), self.view)
        titles = [f"Được tặng “{self.names[each.honour]}” năm {each.year}" for each in needed]
        return NextYear(
            year=self.year,
            verdict=verdict,
            steps=(*titles, *hypothesis.words(self.year)),
            missing=tuple(all_missing(findings)),
            note=self._note(honour),
        )

    def _needed(
        self, honour: Honour, bare: Facts, given: list[HeldHonour], verdict: Verdict
    ) -> list[HeldHonour]:
        """Return the titles without which the honour would not be as near, the later ones first."""
        needed = list(given)
        for each in reversed(given):
            fewer = [one for one in needed if one != each]
            if self._verdict(honour, self._case(with_honours(bare, fewer))) is verdict:
                needed = fewer
        return needed

    def _note(self, honour: Honour) -> str:
        rule = self.view.corpus.on(self.day, self.view.province).one(Honour, honour.slug)
        if rule is None:
            return f"Đến ngày {self.day:%d/%m/%Y} không còn quy định về hình thức này."
        why = (rule.unconfirmed or "").rstrip(".")
        return f"Quy định áp dụng năm sau cần xác minh: {why}." if why else ""

    def _case(self, facts: Facts) -> Case:
        return Case(facts, self.day, self.year)

    def _verdict(self, honour: Honour, case: Case) -> Verdict:
        return together(judge(honour, case, self.view))

    def _won(self, titles: Iterable[Honour], case: Case) -> list[HeldHonour]:
        held = case.facts.honours or ()
        return [
            new
            for each in titles
            if (new := HeldHonour(each.slug, case.year)) not in held
            and self._verdict(each, case) is Verdict.MET
        ]


def _a_year_later(day: dt.date) -> dt.date:
    leap = (2, 29)
    if (day.month, day.day) == leap:
        return dt.date(day.year + 1, 2, 28)
    return day.replace(year=day.year + 1)
