"""The reviewed table of docs/workflows/nomination.md, and the picture made from it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vinhdanh.nominations.enums import FINAL_STATES, NominationState

PAGE = Path(__file__).parents[2] / "docs" / "workflows" / "nomination.md"
FENCE = "```"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    step: str
    sources: frozenset[str]
    target: str
    who: frozenset[str]
    needs_reason: bool
    by_system: bool


def reviewed_table() -> list[Row]:
    """Return the table of the page."""
    lines = PAGE.read_text("utf-8").splitlines()
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in lines
        if line.startswith("| ") and not line.startswith("| step")
    ]
    yes = {"yes": True, "no": False}
    return [
        Row(step, _names(sources), target, _names(who), yes[reason], yes[system])
        for step, sources, target, who, reason, system in cells
    ]


def printed_diagram() -> str:
    """Return the diagram as the page prints it."""
    return PAGE.read_text("utf-8").split(f"{FENCE}mermaid\n")[1].split(FENCE)[0]


def diagram() -> str:
    """Return the diagram that the table asks for."""
    arrows = [
        f"    {state.value} --> {row.target}: {row.step}{' (system)' if row.by_system else ''}"
        for state in NominationState
        for row in reviewed_table()
        if state.value in row.sources
    ]
    ends = [f"    {state.value} --> [*]" for state in NominationState if state in FINAL_STATES]
    return "\n".join(
        ["stateDiagram-v2", f"    [*] --> {NominationState.DRAFT.value}", *arrows, *ends, ""]
    )


def _names(cell: str) -> frozenset[str]:
    return frozenset(name.strip() for name in cell.split(","))
