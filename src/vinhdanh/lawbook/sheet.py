"""One honour as the law of a day has it: definition, standard, authority, prize, papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.loading.load import default_corpus
from vinhdanh.lawbook.lookups import authority_of, honour_rule, standards_of
from vinhdanh.lawbook.money import prize_answer
from vinhdanh.lawbook.rules import Bar, CertificateRule, Deadline, DossierItem, Vote, VoteForm
from vinhdanh.lawbook.words import content_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from vinhdanh.lawbook.assessment import AuthorityAnswer, PrizeAnswer
    from vinhdanh.lawbook.enums import RecipientKind
    from vinhdanh.lawbook.library import View
    from vinhdanh.lawbook.questions import HonourOnDay
    from vinhdanh.lawbook.rules import Condition, Honour, Rule, Standard


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on one day about one honour."""

    honour: Rule[Honour]
    authority: AuthorityAnswer
    standards: tuple[Rule[Standard], ...]
    tightening: tuple[Rule[Standard], ...]
    """What the province adds to every standard above."""
    bars: tuple[Rule[Bar], ...]
    prizes: tuple[tuple[RecipientKind, PrizeAnswer], ...]
    papers: dict[str, tuple[Rule[Any], ...]]
    """votes, dossier, deadlines, certificate: rules whose words say it all."""

    def as_json(self) -> dict[str, Any]:
        """Return plain values."""
        one = self.honour.content
        return {
            "honour": one.slug,
            "name": one.name,
            "short": one.short or None,
            "form": one.form.value,
            "recipients": [each.value for each in one.recipients],
            "period": one.period.value,
            "money_only": one.money_only,
            "citation": self.honour.citation.as_json(),
            "needs_confirmation": self.honour.unconfirmed,
            "authority": self.authority.as_json(),
            "standards": [_standard_json(each) for each in self.standards],
            "province_adds": [_standard_json(each) for each in self.tightening],
            "before_every_honour": [_rule_json(each) for each in self.bars],
            "prizes": [{"recipient": kind.value, **prize.as_json()} for kind, prize in self.prizes],
            **{name: [_rule_json(each) for each in rules] for name, rules in self.papers.items()},
        }


def honour_json(one: HonourOnDay) -> dict[str, Any]:
    """Return an honour of a list as plain values."""
    return {
        "honour": one.slug,
        "name": one.name,
        "short": one.short_name,
        "form": one.form.value,
        "recipients": [each.value for each in one.recipients],
        "period": one.period.value,
        "authority": one.authority.as_json(),
        "citation": one.citation.as_json(),
        "needs_confirmation": one.unconfirmed,
    }


def sheet(slug: str, *, as_of: dt.date, province: str = "") -> Sheet:
    """Return what stands on a day about an honour.

    Raises:
        LawbookError: the honour, the day or the province is not in the corpus.
    """
    view = default_corpus().on(as_of, province)
    rule = honour_rule(view, slug)
    one = rule.content
    return Sheet(
        honour=rule,
        authority=authority_of(view, slug),
        standards=tuple(standards_of(slug, view)),
        tightening=tuple(each for each in view.tightening if each.content.honour == slug),
        bars=tuple(
            each
            for each in view.all(Bar)
            if any(each.content.applies_to(slug, one.form, kind) for kind in one.recipients)
        ),
        prizes=tuple(
            (kind, prize_answer(slug, kind, law=view, salary_day=view)) for kind in one.recipients
        ),
        papers=_papers(view, one),
    )


def _papers(view: View, honour: Honour) -> dict[str, tuple[Rule[Any], ...]]:
    slug = honour.slug
    votes = (view.one(Vote, slug), view.one(VoteForm, slug))
    certificate = view.one(CertificateRule, slug)
    return {
        "votes": tuple(each for each in votes if each),
        "dossier": tuple(
            each
            for each in view.all(DossierItem)
            if each.content.belongs_to(slug, honour.form, simplified=False)
        ),
        "deadlines": tuple(each for each in view.all(Deadline) if slug in each.content.honours),
        "certificate": (certificate,) if certificate else (),
    }


def _rule_json(rule: Rule[Any]) -> dict[str, Any]:
    told = rule.content
    if isinstance(told, Bar):
        return {"conditions": _conditions_json(told.conditions), **_place_json(rule)}
    return {"text": content_words(told), **_place_json(rule)}


def _standard_json(rule: Rule[Standard]) -> dict[str, Any]:
    return {
        "recipients": [each.value for each in rule.content.recipients],
        "groups": [each.value for each in rule.content.groups],
        "conditions": _conditions_json(rule.content.conditions),
        "note": rule.content.note or None,
        **_place_json(rule),
    }


def _place_json(rule: Rule[Any]) -> dict[str, Any]:
    return {"citation": rule.citation.as_json(), "needs_confirmation": rule.unconfirmed}


def _conditions_json(found: Iterable[Condition]) -> list[dict[str, Any]]:
    return [
        {
            "id": each.id,
            "text": each.text,
            "citation": each.citation.as_json(),
            "operator": each.operator,
            "standard_of": list(each.refers_to),
            "needs_confirmation": each.unconfirmed,
            "conditions": _conditions_json(each.children),
        }
        for each in found
    ]
