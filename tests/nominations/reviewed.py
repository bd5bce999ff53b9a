"""The reviewed tables of docs/workflows/nomination.md, and the pictures made from them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from vinhdanh.nominations.enums import FINAL_STATES, NominationState, Procedure

PAGE = Path(__file__).parents[2] / "docs" / "workflows" / "nomination.md"
YES = {"yes": True, "no": False}
PICTURE = re.compile(r"```mermaid\n(.*?)```", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a procedure's table."""

    step: str
    sources: frozenset[str]
    target: str
    who: frozenset[str]
    needs_reason: bool
    by_system: bool
    honour: str
    """any, own, above."""


def reviewed_tables() -> dict[str, list[Row]]:
    """Return the table of each procedure, by its name."""
    return {
        name: [
            Row(
                step, _names(sources), target, _names(who), YES[reason], YES[system], honour
            )
            for step, sources, target, who, reason, system, honour in _cells(_part(name))
        ]
        for name in Procedure.values
    }  # fmt: skip


def reviewed_sources() -> list[tuple[str, str, str, bool]]:
    """Return procedure, first day, legal source and whether it must be verified."""
    return [
        (name, since, source, YES[unsure])
        for name, since, source, unsure in _cells(PAGE.read_text("utf-8").split("\n## ")[0])
    ]


def printed_diagram(name: str) -> str:
    """Return a procedure's diagram as the page prints it."""
    found = PICTURE.search(_part(name))
    return found.group(1) if found else ""


def diagram(name: str) -> str:
    """Return the diagram that a procedure's table asks for."""
    rows = reviewed_tables()[name]
    arrows = [
        f"    {state.value} --> {row.target}: {row.step}{' (system)' if row.by_system else ''}"
        for state in NominationState
        for row in rows
        if state.value in row.sources
    ]
    reached = {row.target for row in rows}
    ends = [
        f"    {state.value} --> [*]"
        for state in NominationState
        if state in FINAL_STATES and state.value in reached
    ]
    return "\n".join(
        ["stateDiagram-v2", f"    [*] --> {NominationState.DRAFT.value}", *arrows, *ends, ""]
    )


def drawn_page() -> str:
    """Return the page with every picture drawn anew."""
    text = PAGE.read_text("utf-8")
    for name in Procedure.values:
        part = _part(name)
        drawn = PICTURE.sub(lambda _, name=name: f"```mermaid\n{diagram(name)}```", part)  # type: ignore[misc]
        text = text.replace(part, drawn)
    return text


def _part(name: str) -> str:
    return PAGE.read_text("utf-8").split(f"\n## {name}\n")[1].split("\n## ")[0]


def _cells(text: str) -> list[list[str]]:
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[1:]]


def _names(cell: str) -> frozenset[str]:
    return frozenset(name.strip() for name in cell.split(","))
