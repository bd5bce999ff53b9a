"""Versions of one rule never overlap, and a hole between or after them is declared."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable
from itertools import pairwise
from typing import TYPE_CHECKING

from vinhdanh.lawbook.loading.faults import FaultError, error
from vinhdanh.lawbook.rules import KINDS, Content, Gap, Rule, Standard

if TYPE_CHECKING:
    from vinhdanh.lawbook.library import Corpus
    from vinhdanh.lawbook.loading.instruments import Instrument

DAY = dt.timedelta(days=1)
Subject = tuple[str, str, str]
"""Province, kind of rule, and key as gaps write it."""


def check_versions(corpus: Corpus) -> None:
    """Raise CorpusError where versions overlap, or a hole is not declared, or a gap is none."""
    _check_texts(corpus)
    timelines, gaps = _timelines(corpus), _gaps(corpus)
    texts = {each.folder: each for each in corpus.instruments}
    for subject, rules in timelines.items():
        rules.sort(key=lambda rule: rule.since)
        for before, after in pairwise(rules):
            _check_pair(before, after, subject, gaps[subject])
        last = rules[-1]
        if last.until is None or _ends_with(last, texts[last.article_id.rsplit("/", 1)[0]]):
            continue
        if _first_uncovered(gaps[subject], last.until + DAY, None):
            raise error(
                last,
                "to",
                f"{last.kind} {subject[2]} ends on {last.until} and nothing follows.",
                "add the next version, a `rule: gap`, or `ends_because` to the instrument.",
            )
    for subject, declared in list(gaps.items()):
        for gap in declared:
            _check_gap(gap, subject, timelines.get(subject, []))


def _check_texts(corpus: Corpus) -> None:
    """Refuse two versions of one text on a day, in one folder or in two."""
    texts = defaultdict(list)
    for each in corpus.instruments:
        texts[each.province, each.number].append(each)
    for versions in texts.values():
        versions.sort(key=lambda text: text.since)
        for before, after in pairwise(versions):
            if before.until is None or before.until >= after.since:
                layer = "provinces" if after.province else "national"
                raise FaultError(
                    f"{after.number} begins while its version of {before.folder} still stands.",
                    file=f"{layer}/{after.folder}/instrument.yaml",
                    key="from",
                    fix=f"end that one with `to: {after.since - DAY}`.",
                )


def _ends_with(rule: Rule[Content], text: Instrument) -> bool:
    """Tell whether a rule ends only because its text does, which says why nothing follows."""
    return bool(text.ends_because) and rule.until == text.until


def word(key: Hashable) -> str:
    """Return a key as gaps write it: parts joined by strokes."""
    parts = key if isinstance(key, tuple) else (key,)
    return "/".join(str(getattr(part, "value", part)) for part in parts if part is not None)


def _timelines(corpus: Corpus) -> dict[Subject, list[Rule[Content]]]:
    found: defaultdict[Subject, list[Rule[Content]]] = defaultdict(list)
    for rule in corpus.rules:
        if rule.tightens and isinstance(rule.content, Standard):
            continue  # conditions are added side by side
        for key in rule.content.settles():
            found[rule.province, rule.kind, word(key)].append(rule)
    return found


def _gaps(corpus: Corpus) -> defaultdict[Subject, list[Rule[Content]]]:
    found: defaultdict[Subject, list[Rule[Content]]] = defaultdict(list)
    for rule in corpus.rules:
        if isinstance(rule.content, Gap):
            if rule.content.of not in KINDS:
                known = ", ".join(KINDS)
                message = f"{rule.content.of!r} is no kind of rule."
                raise error(rule, "of", message, f"use one of: {known}.")
            for subject in rule.content.subjects:
                found[rule.province, rule.content.of, subject].append(rule)
    return found


def _check_pair(
    before: Rule[Content], after: Rule[Content], subject: Subject, gaps: list[Rule[Content]]
) -> None:
    told = f"{after.kind} {subject[2]}"
    if before.until is None or before.until >= after.since:
        raise error(
            after,
            "from",
            f"{told} begins on {after.since} while the version of {before.file}, line"
            f" {before.line}, still stands.",
            f"end that one with `to: {after.since - DAY}`.",
        )
    if hole := _first_uncovered(gaps, before.until + DAY, after.since - DAY):
        raise error(
            after,
            "from",
            f"{told} has no version from {hole} to {after.since - DAY}.",
            "close the hole or declare it with `rule: gap`.",
        )


def _first_uncovered(
    gaps: list[Rule[Content]], first: dt.date, last: dt.date | None
) -> dt.date | None:
    """Return the first day from `first` to `last` that no gap declares; None where all are."""
    day = first
    while last is None or day <= last:
        gap = next((each for each in gaps if each.is_in_force(day)), None)
        if gap is None:
            return day
        if gap.until is None:
            return None
        day = gap.until + DAY
    return None


def _check_gap(gap: Rule[Content], subject: Subject, rules: list[Rule[Content]]) -> None:
    _, kind, key = subject
    if not rules:
        message, fix = f"no rule settles {kind} {key}.", "name a subject with a version, or drop it"
        raise error(gap, "subjects", message, f"{fix}.", value=key)
    for rule in rules:
        if gap.overlaps(rule):
            raise error(
                gap,
                "from",
                f"{kind} {key} stands in that time ({rule.file}, line {rule.line}).",
                "write `from` and `to` of the hole alone.",
            )
