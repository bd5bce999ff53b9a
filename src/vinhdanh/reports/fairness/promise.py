"""What the year's plan promised: a share of direct workers, read from its text or typed once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.kernel.text import fold
from vinhdanh.planning.queries.plans import confirmed_plan
from vinhdanh.reports.models import FairnessTarget

if TYPE_CHECKING:
    from vinhdanh.organizations.models import Unit

WORDS = ("lao dong truc tiep", "truc tiep lao dong", "truc tiep san xuat")
PERCENT = re.compile(r"(\d{1,3})(?:,\d+)? ?%")
SENTENCE = re.compile(r"[^.;\n]+")


@dataclass(frozen=True, slots=True)
class Promise:
    """The promised share of direct workers among individuals."""

    percent: int | None
    """None where neither the plan nor a person names a figure."""
    quote: str
    """The plan's own sentence; empty where it has none."""
    source: str
    """Who or what said the figure."""


def promise_of(body: Unit, year: int) -> Promise:
    """Return what a person typed for the year, else what the plan's text says."""
    plan = confirmed_plan(body, year=year)
    quote = _quote(plan.clauses) if plan else ""
    if target := FairnessTarget.objects.filter(body=body, year=year).first():
        return Promise(target.percent, quote, f"{target.set_by_name} ghi: {target.source}")
    found = PERCENT.search(quote)
    percent = int(found[1]) if found else None
    return Promise(percent, quote, str(plan) if plan and percent is not None else "")


def _quote(clauses: list[dict[str, str]]) -> str:
    """Return the first sentence of a plan that speaks of direct workers."""
    for clause in clauses:
        for sentence in SENTENCE.findall(f"{clause.get('heading', '')}. {clause.get('text', '')}"):
            if any(words in fold(sentence) for words in WORDS):
                return str(sentence).strip()
    return ""
