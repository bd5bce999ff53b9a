"""Short questions the rest of the program asks of the law; every answer takes the day."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from vinhdanh.lawbook.enums import HonourForm, Level, RecipientKind
from vinhdanh.lawbook.loading.load import default_corpus
from vinhdanh.lawbook.lookups import authority_of, honour_rule
from vinhdanh.lawbook.money import prize_answer
from vinhdanh.lawbook.rules import (
    Basis,
    CouncilRule,
    Deadline,
    DossierItem,
    Honour,
    SimplifiedCase,
    Vote,
    VoteForm,
)
from vinhdanh.lawbook.rules.procedure import Topic
from vinhdanh.lawbook.transitions import law_day

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.lawbook.assessment import AuthorityAnswer, PrizeAnswer
    from vinhdanh.lawbook.citations import Citation
    from vinhdanh.lawbook.library import Corpus, View
    from vinhdanh.lawbook.rules import Rule
    from vinhdanh.lawbook.rules.honours import Period

NOT_READ = "Văn bản đã đọc không nêu tỷ lệ phiếu; tỷ lệ này lấy theo văn bản khác."
QUORUMS = ("quorum-award", "quorum")
"""Topics of councils that name a quorum, the narrower first."""


@dataclass(frozen=True, slots=True)
class HonourOnDay:
    """An honour as the law in force on one day has it."""

    slug: str
    name: str
    short_name: str
    form: HonourForm
    recipients: tuple[RecipientKind, ...]
    period: Period
    is_area: bool
    money_only: bool
    citation: Citation
    unconfirmed: str | None
    authority: AuthorityAnswer

    @property
    def is_title(self) -> bool:
        """Tell whether it is an emulation title rather than a form of commendation."""
        return self.form is HonourForm.TITLE

    @property
    def deciding_level(self) -> Level | None:
        """Return who decides, None where a person must confirm it."""
        return None if self.authority.unconfirmed else self.authority.level


def honours(*, as_of: dt.date, province: str = "") -> list[HonourOnDay]:
    """Return every honour of a day, the highest first."""
    view = default_corpus().on(as_of, province)
    rules = sorted(view.all(Honour), key=lambda rule: rule.content.rank)
    return [_honour(rule, authority_of(view, rule.content.slug)) for rule in rules]


def honour(slug: str, *, as_of: dt.date, province: str = "") -> HonourOnDay:
    """Return one honour as of a day.

    Raises:
        LawbookError: no text of that day knows the slug.
    """
    view = default_corpus().on(as_of, province)
    return _honour(honour_rule(view, slug), authority_of(view, slug))


def _honour(rule: Rule[Honour], authority: AuthorityAnswer) -> HonourOnDay:
    one = rule.content
    return HonourOnDay(
        slug=one.slug,
        name=one.name,
        short_name=one.short or one.name,
        form=one.form,
        recipients=one.recipients,
        period=one.period,
        is_area=one.is_area,
        money_only=one.money_only,
        citation=rule.citation,
        unconfirmed=rule.unconfirmed,
        authority=authority,
    )


def _law(
    as_of: dt.date,
    received: dt.date | None,
    province: str,
    corpus: Corpus | None,
    *,
    honour: str = "",
    topic: Topic = Topic.PROCEDURE,
) -> View:
    """Return the text one topic follows for a file: that of the day, or of before a change.

    Every question below takes the same: `as_of`, the day of the act; `received`, the day the file
    was received for appraisal, None for a new file; `province`, whose own rules count as well;
    `corpus`, another than the one that ships.
    """
    law = corpus or default_corpus()
    day, _ = law_day(law, topic, honour=honour, as_of=as_of, received=received, province=province)
    return law.on(day, province)


def prize(
    slug: str,
    recipient: RecipientKind | str,
    *,
    as_of: dt.date,
    received: dt.date | None = None,
    province: str = "",
    corpus: Corpus | None = None,
) -> PrizeAnswer:
    """Return the prize for an honour decided on a day; its amount is None where unknown."""
    law = _law(as_of, received, province, corpus, honour=slug, topic=Topic.PRIZE)
    today = law.corpus.on(as_of, province)
    return prize_answer(slug, RecipientKind(recipient), law=law, salary_day=today)


@dataclass(frozen=True, slots=True)
class VoteRule:
    """At least this percentage of all members must agree."""

    percent: int
    denominator: str
    citation: Citation
    unconfirmed: str | None

    @property
    def is_confirmed(self) -> bool:
        """Tell whether the clause was read; otherwise the share is to be verified."""
        return self.unconfirmed is None


def vote_rule(
    slug: str,
    *,
    as_of: dt.date,
    received: dt.date | None = None,
    province: str = "",
    corpus: Corpus | None = None,
) -> VoteRule | None:
    """Return the law's threshold for an honour, or None where the law names none."""
    rule = _law(as_of, received, province, corpus, honour=slug).one(Vote, slug)
    if rule is None:
        return None
    percent, unconfirmed = rule.content.percent, rule.unconfirmed
    if percent is None:
        percent, unconfirmed = rule.content.candidate_percent, unconfirmed or NOT_READ
    if percent is None:
        return None
    return VoteRule(percent, rule.content.denominator.words, rule.citation, unconfirmed)


def ballot_required(
    slug: str,
    *,
    as_of: dt.date,
    received: dt.date | None = None,
    province: str = "",
    corpus: Corpus | None = None,
) -> Citation | None:
    """Return where the law asks for a ballot on an honour, or None where it does not."""
    rule = _law(as_of, received, province, corpus, honour=slug).one(VoteForm, slug)
    return rule.citation if rule else None


def quorum(
    level: str,
    *,
    as_of: dt.date,
    received: dt.date | None = None,
    province: str = "",
    corpus: Corpus | None = None,
) -> tuple[Fraction, Citation] | None:
    """Return the share of members a session on awards needs, where a text names one.

    What is said of such sessions goes before what is said of every meeting, and the council of
    the level before any council.
    """
    view = _law(as_of, received, province, corpus)
    keys = [(topic, whose) for topic in QUORUMS for whose in (level, "any")]
    rule = next((found for key in keys if (found := view.one(CouncilRule, key))), None)
    if rule is None or rule.content.share is None:
        return None
    return Fraction(rule.content.share), rule.citation


def deadline(
    id: str,  # noqa: A002 - the word for it
    *,
    as_of: dt.date,
    received: dt.date | None = None,
    province: str = "",
    corpus: Corpus | None = None,
) -> Rule[Deadline] | None:
    """Return a time limit by its id, or None where none stands on the day."""
    return _law(as_of, received, province, corpus).one(Deadline, id)


def deadlines(
    *,
    as_of: dt.date,
    received: dt.date | None = None,
    province: str = "",
    corpus: Corpus | None = None,
) -> list[Rule[Deadline]]:
    """Return every time limit of a day."""
    return list(_law(as_of, received, province, corpus).all(Deadline))


def dossier(
    slug: str,
    *,
    as_of: dt.date,
    received: dt.date | None = None,
    simplified: bool = False,
    province: str = "",
    corpus: Corpus | None = None,
) -> list[Rule[DossierItem]]:
    """Return the papers a file for an honour must hold."""
    view = _law(as_of, received, province, corpus, honour=slug)
    form = honour_rule(view, slug).content.form
    return [
        rule
        for rule in view.all(DossierItem)
        if rule.content.belongs_to(slug, form, simplified=simplified)
    ]


def simplified_cases(
    *,
    as_of: dt.date,
    received: dt.date | None = None,
    province: str = "",
    corpus: Corpus | None = None,
) -> list[Rule[SimplifiedCase]]:
    """Return the cases in which the simplified procedure applies."""
    return list(_law(as_of, received, province, corpus).all(SimplifiedCase))


def decision_bases(*, as_of: dt.date, province: str = "") -> list[str]:
    """Return the texts a commune chair's award decision rests on, by the day it is signed."""
    rules = default_corpus().on(as_of, province).all(Basis)
    return [rule.content.text for rule in sorted(rules, key=lambda rule: rule.content.order)]
