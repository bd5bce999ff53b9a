"""The plan written back: from the stored plan to a paper in the layout of Decree 30/2020."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vinhdanh.documents import Clause, Paper, PlanContext, PlanTask, Signature
from vinhdanh.documents import plan as plan_paper
from vinhdanh.records.papers import files_of, office_of

if TYPE_CHECKING:
    from vinhdanh.planning.models import Plan, Task
    from vinhdanh.records.content import FileContent

Stored = dict[str, Any]
PLAIN = 9
"""Depth of text without a number, below every numbered clause."""
BASES_BEGIN = ("Căn cứ", "Thực hiện ")
"""Openings that repeat the legal bases, which are printed on their own."""


def plan_files(plan: Plan, *, number: int, symbol: str) -> list[FileContent]:
    """Return the plan as PDF and Word, under the number it is issued with."""
    context = plan_context(plan, number=number, symbol=symbol)
    return files_of(
        plan_paper(context),
        kind="plan",
        context=context,
        title=f"Kế hoạch {number:02d}-{symbol.replace('/', '-')}",
    )


def plan_context(plan: Plan, *, number: int | None, symbol: str) -> PlanContext:
    """Return the facts of the plan's paper; without a number it is a draft."""
    opening, clauses, closing = clause_tree(plan.clauses)
    return PlanContext(
        paper=Paper(
            office=office_of(plan.body, symbol=symbol),
            signature=Signature(
                tuple(
                    line
                    for line in (*plan.signer_authority.split(" / "), plan.signer_position)
                    if line
                ),
                plan.signer_name,
            ),
            recipients=tuple(plan.recipients) or ("Lưu: VT",),
            number=number,
            date=plan.issued_on,
            year=plan.year,
        ),
        subject=plan.title,
        bases=tuple(f"Căn cứ {text}" for text in plan.legal_bases),
        opening=opening,
        clauses=clauses,
        closing=closing,
        tasks=tuple(_task(task) for task in plan.tasks.all()),
    )


def clause_tree(stored: list[Stored]) -> tuple[tuple[str, ...], tuple[Clause, ...], str]:
    """Split the stored paragraphs into opening, tree of clauses and closing sentence."""
    first = next((at for at, each in enumerate(stored) if each["level"]), len(stored))
    opening = tuple(
        each["text"]
        for each in stored[:first]
        if each["text"] and not each["text"].startswith(BASES_BEGIN)
    )
    rest = stored[first:]
    closing = ""
    if rest and rest[-1]["level"] == 0 and rest[-1]["text"].startswith("Trên đây"):
        closing = rest[-1]["text"]
        rest = rest[:-1]
    return opening, _children(rest), closing


def _children(stored: list[Stored]) -> tuple[Clause, ...]:
    """Nest each paragraph under the nearest one above it of a higher level."""
    clauses: list[Clause] = []
    at = 0
    while at < len(stored):
        head = stored[at]
        end = at + 1
        while end < len(stored) and _is_below(stored[end], head):
            end += 1
        clauses.append(
            Clause(
                number=head["label"],
                title="" if _is_sentence(head["heading"]) else head["heading"],
                text=" ".join(
                    part
                    for part in (
                        head["heading"] if _is_sentence(head["heading"]) else "",
                        head["text"],
                    )
                    if part
                ),
                children=_children(stored[at + 1 : end]),
            )
        )
        at = end
    return tuple(clauses)


def _is_sentence(heading: str) -> bool:
    """A clause that is one whole sentence is printed as text, not as a heading."""
    return heading.rstrip(")").endswith((".", ";")) or heading.endswith("kèm theo)")


def _is_below(row: Stored, head: Stored) -> bool:
    """Plain text (level 0) belongs to whatever numbered clause stands above it."""
    depth, head_depth = row["level"] or PLAIN, head["level"] or PLAIN
    return bool(depth > head_depth)


def _task(task: Task) -> PlanTask:
    return PlanTask(
        no=task.no,
        content=task.content,
        lead=task.lead,
        partners=task.partners,
        due=task.period,
        group=task.group,
        product=task.product,
        note=task.note,
    )
