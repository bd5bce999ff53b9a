"""A province may tighten, or set what the law leaves open; it never contradicts silently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.lawbook.errors import CorpusError
from vinhdanh.lawbook.rules import Deadline, Standard, Vote

if TYPE_CHECKING:
    from vinhdanh.lawbook.library import Corpus
    from vinhdanh.lawbook.rules import Content, Rule


def check_overlays(corpus: Corpus) -> None:
    """Raise CorpusError where a province's rule meets a national one it may not replace."""
    for rule in corpus.rules:
        if not rule.province:
            continue
        view = corpus.on(rule.since)
        for key in rule.content.settles():
            national = view.one(type(rule.content), key)
            if national is not None and not _may_stand(rule, national):
                raise CorpusError(
                    f"it contradicts {national.citation} ({national.file}, line {national.line}).",
                    file=rule.file,
                    line=rule.line,
                    key=rule.kind,
                    fix="mark it `tightens: true` if it is stricter, or mark the national rule"
                    " `left_to_province: true` if its text says so.",
                )


def _may_stand(rule: Rule[Content], national: Rule[Content]) -> bool:
    if national.left_to_province:
        return True
    return rule.tightens and _is_stricter(rule.content, national.content)


def _is_stricter(own: Content, national: Content) -> bool:
    """Tell whether a value is stricter; added conditions always are."""
    if isinstance(own, Standard):
        return True
    if isinstance(own, Deadline) and isinstance(national, Deadline):
        same = own.unit is national.unit
        return same and None not in (own.value, national.value) and own.value <= national.value  # type: ignore[operator]
    if isinstance(own, Vote) and isinstance(national, Vote):
        return (own.percent or 0) >= (national.percent or 0)
    return False
