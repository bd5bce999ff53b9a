"""The comparison of two days: pairs of rules, gathered and told."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.citations import Citation
from vinhdanh.lawbook.diff.change import GROUPS, Change, Diff, Happened
from vinhdanh.lawbook.diff.pairs import Pair, pairs
from vinhdanh.lawbook.diff.words import Speaker
from vinhdanh.lawbook.enums import Level
from vinhdanh.lawbook.loading.load import default_corpus
from vinhdanh.lawbook.rules import Authority, CouncilRule

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Iterable

    from vinhdanh.lawbook.library import Corpus, View
    from vinhdanh.lawbook.rules import Rule

GATHERED = (Happened.UNCONFIRMED, Happened.REBASED)
COMMUNE_COUNCILS = ("commune", "any")


def diff(
    before: dt.date, after: dt.date, province: str = "", *, corpus: Corpus | None = None
) -> Diff:
    """Return what the law says on the second day that it did not say on the first.

    Raises:
        LawbookError: a day lies before the corpus begins, or the province has no overlay.
    """
    law = corpus or default_corpus()
    old, new = law.on(before, province), law.on(after, province)
    commune = _decided_by_communes(old) | _decided_by_communes(new)
    speaker = Speaker(old, new)
    groups = _gathered(pairs(old, new), commune)
    changes = _alike(_change(group, commune, speaker) for group in groups)
    order = list(GROUPS)
    happened = list(Happened)
    changes.sort(
        key=lambda each: (
            not each.is_commune,
            order.index(each.group),
            happened.index(each.happened),
        )
    )
    regimes = (law.regime(before).id, law.regime(after).id)
    return Diff(before, after, regimes, tuple(changes))


def _gathered(found: Iterable[Pair], commune: set[str]) -> list[list[Pair]]:
    """Return pairs alone, but together what only changed its basis or must be verified."""
    groups: dict[Hashable, list[Pair]] = {}
    for pair in found:
        key: Hashable = id(pair)
        if pair.happened in GATHERED and pair.after and pair.before:
            cited = pair.after.citation
            told: tuple[Hashable, ...] = (pair.before.citation, cited)
            if pair.happened is Happened.UNCONFIRMED:
                told = (cited.instrument, pair.after.unconfirmed)
            key = (pair.kind, pair.happened, told, _touches_commune(pair, commune))
        groups.setdefault(key, []).append(pair)
    return list(groups.values())


def _change(group: list[Pair], commune: set[str], speaker: Speaker) -> Change:
    first = group[0]
    honours = tuple(dict.fromkeys(slug for pair in group for slug in _honours(pair)))
    gathered = first.happened in GATHERED
    return Change(
        group=first.kind,
        happened=first.happened,
        sentence=speaker.many(group, honours) if gathered else speaker.one(first),
        honours=honours,
        citation=_shared([pair.after for pair in group if pair.after]),
        before=_shared([pair.before for pair in group if pair.before]),
        is_commune=_touches_commune(first, commune),
    )


def _shared(rules: list[Rule[Any]]) -> Citation | None:
    """Return where rules stand: their article, or their instrument where articles differ."""
    cited = {rule.citation for rule in rules}
    if len(cited) <= 1:
        return next(iter(cited), None)
    first = rules[0].citation
    return Citation(first.instrument, name=first.name)


def _alike(changes: Iterable[Change]) -> list[Change]:
    """Return changes that read the same as one, such as those of one name for three recipients."""
    told: dict[Hashable, Change] = {}
    for each in changes:
        key = (each.group, each.sentence, each.citation, each.before)
        honours = (*told[key].honours, *each.honours) if key in told else each.honours
        told[key] = dataclasses.replace(each, honours=tuple(dict.fromkeys(honours)))
    return list(told.values())


def _honours(pair: Pair) -> tuple[str, ...]:
    """Return the honours one matter is about: those of its key where the key names one."""
    content: Any = pair.rule.content
    if pair.kind in ("authority", "vote", "vote_form", "certificate"):
        return (pair.key,)
    if pair.kind == "prize":
        return (pair.key[0],)
    if pair.kind == "honour":
        return (content.slug,)
    one = getattr(content, "honour", "")
    return (one,) if one else tuple(getattr(content, "honours", ()))


def _touches_commune(pair: Pair, commune: set[str]) -> bool:
    if isinstance(pair.rule.content, CouncilRule):
        return pair.rule.content.level in COMMUNE_COUNCILS
    honours = _honours(pair)
    return not honours or any(slug in commune for slug in honours)


def _decided_by_communes(view: View) -> set[str]:
    return {
        slug
        for rule in view.all(Authority)
        if rule.content.level is Level.COMMUNE_CHAIR
        for slug in rule.content.honours
    }
