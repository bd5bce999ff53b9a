"""The comparison of two days: pairs of rules, gathered and told."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.citations import Citation
from vinhdanh.lawbook.diff.change import HEADINGS, TEXT, Change, Diff, Happened
from vinhdanh.lawbook.diff.pairs import Pair, pairs
from vinhdanh.lawbook.diff.words import Speaker
from vinhdanh.lawbook.enums import Level
from vinhdanh.lawbook.loading.load import default_corpus
from vinhdanh.lawbook.rules import Authority, CouncilRule

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Iterable, Iterator

    from vinhdanh.lawbook.library import Corpus, View
    from vinhdanh.lawbook.loading.instruments import Instrument
    from vinhdanh.lawbook.rules import Rule

GATHERED = (Happened.UNREAD, Happened.UNCONFIRMED, Happened.READ, Happened.REBASED)
DECIDED = (Level.COMMUNE_CHAIR,)
PROPOSED = (
    *DECIDED,
    Level.DISTRICT_CHAIR,
    Level.PROVINCE_CHAIR,
    Level.PRIME_MINISTER,
    Level.GOVERNMENT,
)
"""Who decides what a commune proposes; of the President's honours it proposes a few only."""
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
    found = list(pairs(old, new))
    commune, own = (_decided_at(levels, old, new) for levels in (PROPOSED, DECIDED))
    speaker = Speaker(old, new)
    told = [_change(group, commune, speaker) for group in _gathered(found, commune)]
    changes = [*_alike(told), *_whole_texts(found, commune, speaker)]
    order, happened = list(HEADINGS), list(Happened)
    changes.sort(
        key=lambda each: (
            not each.is_commune,
            order.index(each.group),
            happened.index(each.happened),
            bool(each.honours) and not own.intersection(each.honours),
        )
    )
    regimes = (law.regime(before).id, law.regime(after).id)
    return Diff(before, after, regimes, tuple(changes))


def _gathered(found: Iterable[Pair], commune: set[str]) -> list[list[Pair]]:
    """Return pairs alone, but together what only changed its basis or must be verified."""
    groups: dict[Hashable, list[Pair]] = {}
    for pair in found:
        key: Hashable = id(pair)
        if pair.happened in GATHERED:
            key = (pair.kind, pair.happened, _told(pair), _touches_commune(pair, commune))
        groups.setdefault(key, []).append(pair)
    return list(groups.values())


def _told(pair: Pair) -> Hashable:
    """Return what pairs told together have in common."""
    assert pair.before is not None
    assert pair.after is not None
    cited = pair.after.citation
    match pair.happened:
        case Happened.UNREAD:
            return (cited, pair.after.unconfirmed, _honours(pair))
        case Happened.UNCONFIRMED:
            return (cited.instrument, pair.after.unconfirmed)
        case Happened.READ:
            return cited
        case _:
            return (pair.before.citation, cited)


def _whole_texts(found: list[Pair], commune: set[str], speaker: Speaker) -> Iterator[Change]:
    """Yield one warning for each text of which nothing is certain any more."""
    texts: dict[Instrument, list[Pair]] = {}
    for pair in found:
        if pair.happened is Happened.UNCONFIRMED and (text := speaker.whole_text(pair)):
            texts.setdefault(text, []).append(pair)
    for text, group in texts.items():
        yield Change(
            group=TEXT,
            happened=Happened.WHOLE,
            sentence=speaker.whole(text),
            honours=(),
            citation=text.citation,
            before=None,
            is_commune=any(_touches_commune(pair, commune) for pair in group),
        )


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


def _decided_at(levels: tuple[Level, ...], *views: View) -> set[str]:
    return {
        slug
        for view in views
        for rule in view.all(Authority)
        if rule.content.level in levels
        for slug in rule.content.honours
    }
