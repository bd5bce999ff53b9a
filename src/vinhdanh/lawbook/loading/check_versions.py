"""Versions of one rule never overlap, and a hole between or after them is declared."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from vinhdanh.lawbook.errors import CorpusError
from vinhdanh.lawbook.rules import Content, Gap, Rule

if TYPE_CHECKING:
    from collections.abc import Hashable

    from vinhdanh.lawbook.library import Corpus

_DAY = dt.timedelta(days=1)
Timelines = "defaultdict[tuple[str, str, Hashable], list[Rule[Content]]]"


def check_versions(corpus: Corpus) -> None:
    """Raise CorpusError where two versions overlap or a hole is not declared."""
    declared = _declared(corpus)
    ends = {each.folder: each for each in corpus.instruments}
    for (province, kind, key), rules in _timelines(corpus).items():
        rules.sort(key=lambda rule: rule.since)
        for before, after in pairwise(rules):
            _check_pair(before, after, key, declared)
        last = rules[-1]
        text = ends[last.article_id.rsplit("/", 1)[0]]
        if last.until is None or text.ends_because:
            continue
        if not _covered(declared, province, kind, key, last.until + _DAY):
            raise _error(
                last,
                f"{kind} {word(key)} ends on {last.until} and nothing follows.",
                "add the next version, a `rule: gap`, or `ends_because` to the instrument.",
            )


def word(key: Hashable) -> str:
    """Return a key as gaps write it: parts joined by strokes."""
    parts = key if isinstance(key, tuple) else (key,)
    return "/".join(str(getattr(part, "value", part)) for part in parts if part is not None)


def _timelines(
    corpus: Corpus,
) -> defaultdict[tuple[str, str, Hashable], list[Rule[Content]]]:
    found: defaultdict[tuple[str, str, Hashable], list[Rule[Content]]] = defaultdict(list)
    for rule in corpus.rules:
        if rule.tightens:
            continue
        for key in rule.content.settles():
            found[rule.province, rule.kind, key].append(rule)
    return found


def _check_pair(
    before: Rule[Content],
    after: Rule[Content],
    key: Hashable,
    declared: dict[tuple[str, str, str], list[Rule[Content]]],
) -> None:
    if before.until is None or before.until >= after.since:
        raise _error(
            after,
            f"{after.kind} {word(key)} begins on {after.since} while the version of"
            f" {before.file}, line {before.line}, still stands.",
            f"end that one with `to: {after.since - _DAY}`.",
        )
    hole = before.until + _DAY
    if hole != after.since and not _covered(declared, after.province, after.kind, key, hole):
        raise _error(
            after,
            f"{after.kind} {word(key)} has no version from {hole} to {after.since - _DAY}.",
            "close the hole or declare it with `rule: gap`.",
        )


def _declared(corpus: Corpus) -> dict[tuple[str, str, str], list[Rule[Content]]]:
    found: dict[tuple[str, str, str], list[Rule[Content]]] = {}
    for rule in corpus.rules:
        if isinstance(rule.content, Gap):
            for subject in rule.content.subjects:
                found.setdefault((rule.province, rule.content.of, subject), []).append(rule)
    return found


def _covered(
    declared: dict[tuple[str, str, str], list[Rule[Content]]],
    province: str,
    kind: str,
    key: Hashable,
    day: dt.date,
) -> bool:
    return any(rule.is_in_force(day) for rule in declared.get((province, kind, word(key)), ()))


def _error(rule: Rule[Content], message: str, fix: str) -> CorpusError:
    return CorpusError(message, file=rule.file, line=rule.line, key="from", fix=fix)
