"""Plans without a table: clauses that carry labels (chủ trì, phối hợp, thời gian)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vinhdanh.intake.bodies import split_bodies
from vinhdanh.intake.body import heading_of, is_duties_part, parts_of
from vinhdanh.intake.columns import Kind, column_kind
from vinhdanh.intake.draft import Clause, TaskDraft
from vinhdanh.intake.naming_leads import read_lead_label, read_lead_sentence

_LABEL = re.compile(
    r"(?:^|(?<=[.;,(])\s*|(?<=\s)[-–+]\s*)(?:[-–+]\s*)?([^\W\d_][^:;.()\d–-]{2,60}?)\s*:\s*"
)
_KEPT: frozenset[Kind] = frozenset({"content", "lead", "partners", "period", "product", "budget"})
_MIN_LABELS = 2
_NOT_TASKS = re.compile(r"mục đích|yêu cầu|mục tiêu|kinh phí", re.IGNORECASE)


@dataclass(slots=True)
class _Unit:
    """A clause that may be a task, with the labels printed in it or under it."""

    clause: Clause
    labels: dict[Kind, str] = field(default_factory=dict)
    prose: list[str] = field(default_factory=list)
    own_words: str = ""
    """The clause itself without the labels printed inside it."""


def labelled_tasks(body: tuple[Clause, ...]) -> list[TaskDraft]:
    """Return the tasks of a body whose clauses are labelled; empty when none are."""
    parts: list[tuple[str, list[_Unit]]] = []
    for number, clauses in parts_of(body).items():
        heading = heading_of(clauses)
        if is_duties_part(heading) or _NOT_TASKS.search(heading):
            continue
        units = _units_of(clauses)
        if any(_is_labelled(unit) for unit in units):
            parts.append((number, units))
    several = len(parts) > 1
    tasks = [_task(unit, several=several) for _, units in parts for unit in _chosen(units)]
    return tasks if len(tasks) >= _MIN_LABELS or any(task.period for task in tasks) else []


def _units_of(clauses: list[Clause]) -> list[_Unit]:
    units: list[_Unit] = []
    for clause in clauses:
        said = clause.heading or clause.text
        head, labels = _labels_of(said)
        if clause.level in {2, 3} and not (clause.level == 3 and labels and not head):  # noqa: PLR2004
            units.append(_Unit(clause))
            if labels:
                units[-1].labels, units[-1].own_words = labels, head
                units[-1].prose.append(head)
            continue
        if not units:
            continue
        for kind, text in labels.items():
            units[-1].labels.setdefault(kind, text)
        if head:
            units[-1].prose.append(head)
    return units


def _chosen(units: list[_Unit]) -> list[_Unit]:
    """Return the units at the level where labels stand, unlabelled sisters included."""
    levels = {unit.clause.level for unit in units if _is_labelled(unit)}
    depths = {unit.clause.number.count(".") for unit in units if _is_labelled(unit)}
    return [
        unit
        for unit in units
        if unit.clause.level in levels and unit.clause.number.count(".") in depths
    ]


def _is_labelled(unit: _Unit) -> bool:
    return len({"lead", "partners", "period"} & set(unit.labels)) >= 1


def _labels_of(text: str) -> tuple[str, dict[Kind, str]]:
    """Return the text before the first label, and the labels with their texts."""
    found = [
        (match, kind)
        for match in _LABEL.finditer(text)
        if (kind := column_kind(match.group(1))) is not None and _is_label(match.group(1), kind)
    ]
    if not found:
        return text, {}
    labels: dict[Kind, str] = {}
    for at, (match, kind) in enumerate(found):
        end = found[at + 1][0].start() if at + 1 < len(found) else len(text)
        said = text[match.end() : end].strip(" ;,-–(")
        if kind in _KEPT and kind not in labels:
            labels[kind] = (
                re.sub(r"[\s.;,)]+$", "", said) if said.count("(") < said.count(")") else said
            )
    head = re.sub(r"[\s;,(\-–]+$", "", text[: found[0][0].start()])
    return head, labels


def _is_label(text: str, kind: Kind) -> bool:
    if kind in {"no", "note"}:
        return False
    return kind != "content" or re.match(r"nội dung|nhiệm vụ", text.lower()) is not None


def _task(unit: _Unit, *, several: bool) -> TaskDraft:
    clause = unit.clause
    prose = " ".join(unit.prose)
    content = (
        unit.own_words
        or clause.heading
        or (unit.prose[0] if unit.prose and clause.text else "")
        or clause.text
    )
    if unit.labels.get("content") and not clause.heading and not (unit.prose and unit.prose[0]):
        content = unit.labels["content"]
    lead, partners = read_lead_label(unit.labels.get("lead", ""))
    if lead is None and not unit.labels:
        lead, partners, _ = read_lead_sentence(prose or clause.text)
    named = unit.labels.get("partners", "").rstrip(" .;,")
    if named:
        partners = (*partners, *split_bodies(named))
    return TaskDraft(
        no=clause.number if several else _short_number(clause),
        content=content.rstrip(" :;"),
        lead=lead,
        partners=partners,
        partners_raw=named or None,
        period=unit.labels.get("period", "").rstrip(" .;,") or None,
        product=unit.labels.get("product", "").rstrip(" .;,") or None,
        budget=unit.labels.get("budget", "").rstrip(" .;,") or None,
    )


def _short_number(clause: Clause) -> str:
    first, _, rest = clause.number.partition(".")
    return rest if rest and not first.isdigit() else clause.number
