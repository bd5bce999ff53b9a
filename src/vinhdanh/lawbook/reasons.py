"""A verdict in one Vietnamese sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.lawbook.enums import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vinhdanh.lawbook.findings import Finding
    from vinhdanh.lawbook.operators.base import Missing


def reason_for(verdict: Verdict, findings: Iterable[Finding]) -> str:
    """Return why: the conditions that fail, or what must be verified."""
    found = tuple(findings)
    if verdict is Verdict.MET:
        return "Đủ các điều kiện theo quy định."
    if verdict is Verdict.NOT_MET:
        failed = [each for each in found if each.verdict is Verdict.NOT_MET]
        parts = [f"{lower(each.text)} ({each.citation})" for each in failed]
        return f"Chưa đủ: không đạt điều kiện {'; '.join(parts)}."
    facts = dict.fromkeys(each.fact.rstrip(".") for each in all_missing(found))
    return f"Cần xác minh: {'; '.join(facts)}."


def all_missing(findings: Iterable[Finding]) -> Iterator[Missing]:
    """Yield what undetermined conditions lack, each once."""
    seen = set()
    for each in findings:
        if each.verdict is not Verdict.UNDETERMINED:
            continue
        for one in (*each.missing, *all_missing(each.conditions)):
            if one not in seen:
                seen.add(one)
                yield one


def lower(text: str) -> str:
    """Return a sentence to stand inside another."""
    return text[:1].lower() + text[1:].rstrip(".")
