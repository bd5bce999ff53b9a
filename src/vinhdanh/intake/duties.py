"""Plans without table or labels: what "Tổ chức thực hiện" gives each body to do."""

from __future__ import annotations

import re

from vinhdanh.intake.bodies import bodies_score
from vinhdanh.intake.body import heading_of, is_duties_part, parts_of
from vinhdanh.intake.draft import Clause, TaskDraft
from vinhdanh.intake.naming_leads import read_lead_sentence
from vinhdanh.kernel.text import initial_capital

_OPENING = re.compile(
    r"^(?:Đề nghị|Yêu cầu|Giao(?: cho)?|Phân công|Đối với)\s*:?\s+(?:các cơ quan\s*:\s*)?"
)
_MUST = re.compile(r"^(?:có|chịu) trách nhiệm\s+(?:về việc\s+)?(?:trong việc\s+)?")
_GOOD = 0.6


def duty_tasks(body: tuple[Clause, ...]) -> list[TaskDraft]:
    """Return one task per body named in the part on who does what."""
    tasks: list[TaskDraft] = []
    for clauses in parts_of(body).values():
        if not is_duties_part(heading_of(clauses)):
            continue
        for block in _blocks_of(clauses[1:]):
            task = _task(block, str(len(tasks) + 1))
            if task is not None:
                tasks.append(task)
    return tasks


def _blocks_of(clauses: list[Clause]) -> list[list[Clause]]:
    """Group clauses under their numbered head, or each by itself where none is numbered."""
    top = 2 if any(clause.level == 2 for clause in clauses) else None  # noqa: PLR2004
    blocks: list[list[Clause]] = []
    for clause in clauses:
        if top is None or clause.level == top:
            blocks.append([clause])
        elif blocks:
            blocks[-1].append(clause)
    return blocks


def _task(block: list[Clause], running: str) -> TaskDraft | None:
    first, below = block[0], _without_closing(block[1:])
    number = re.sub(r"\W+$", "", first.label) if first.level == 2 else running  # noqa: PLR2004
    said = (first.heading or first.text).rstrip(" :;.")
    name = _OPENING.sub("", said)
    duties = " ".join(f"{clause.label} {clause.heading or clause.text}".strip() for clause in below)
    if below and bodies_score(name) > _GOOD:
        return TaskDraft(no=number, content=duties, lead=name)
    lead, partners, duty = read_lead_sentence(first.heading or first.text)
    if lead is None:
        return None
    content = initial_capital(_MUST.sub("", duty))
    return TaskDraft(no=number, content=f"{content} {duties}".strip(), lead=lead, partners=partners)


def _without_closing(clauses: list[Clause]) -> list[Clause]:
    """Drop the closing sentences of the plan that follow the last clause."""
    closing = re.compile(
        r"^(?:Trên đây là|Trong quá trình|Yêu cầu các|Đề nghị các|Căn cứ (?:nội dung )?Kế hoạch)"
    )
    for at, clause in enumerate(clauses):
        if clause.level == 0 and closing.match(clause.text):
            return clauses[:at]
    return clauses
