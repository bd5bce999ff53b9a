"""Trees of conditions out of the corpus."""

from __future__ import annotations

import dataclasses
from typing import Any

from vinhdanh.lawbook.citations import Citation
from vinhdanh.lawbook.loading.tree import Mapping
from vinhdanh.lawbook.loading.typed import build, needed, perhaps, reader, text
from vinhdanh.lawbook.operators import OPERATORS
from vinhdanh.lawbook.rules.standards import COMPOSITES, Condition

PLAIN = ("id", "text", "clause", "point", "needs_confirmation", "ask")
STANDARD_OF = "standard_of"
_NAMES = reader(tuple[str, ...])
KNOWN = ", ".join(sorted((*OPERATORS, *COMPOSITES, STANDARD_OF)))


def read_conditions(found: Mapping, key: str, prefix: str, cite: Citation) -> tuple[Condition, ...]:
    """Return the conditions listed under a key.

    Args:
        found: the mapping that holds the list.
        key: its key.
        prefix: what ids begin with, such as the honour's slug.
        cite: where the rule stands; a condition may name clause and point of its own.

    Raises:
        CorpusError: the list or one condition is wrong.
    """
    items = found.get(key)
    if not isinstance(items, list) or not items:
        raise found.error(key, "no conditions are listed.", "write a list of conditions.")
    for item in items:
        if not isinstance(item, Mapping):
            raise found.error(
                key, f"{item!r} is no condition.", "write `- id: …` with an operator."
            )
    return tuple(_condition(item, prefix, cite) for item in items)


def _condition(found: Mapping, prefix: str, cite: Citation) -> Condition:
    names = [key for key in found if key not in PLAIN]
    if len(names) != 1:
        raise found.error(
            names[1] if names else "id",
            f"a condition needs exactly one operator, found {len(names)}.",
            f"use one of: {KNOWN}.",
        )
    name, cite = names[0], _cite(found, cite)
    return Condition(
        id=f"{prefix}/{needed(found, 'id', text)}",
        text=needed(found, "text", text),
        citation=cite,
        operator=name,
        test=None if name in (*COMPOSITES, STANDARD_OF) else _test(name, found),
        children=read_conditions(found, name, prefix, cite) if name in COMPOSITES else (),
        refers_to=_NAMES(found[name], found, name) if name == STANDARD_OF else (),
        unconfirmed=perhaps(found, "needs_confirmation", text),
        ask=perhaps(found, "ask", text) or "",
    )


def _test(name: str, found: Mapping) -> Any:
    cls = OPERATORS.get(name)
    if cls is None:
        raise found.error(name, "this operator is unknown.", f"use one of: {KNOWN}.")
    return build(cls, _arguments(name, found, cls))


def _arguments(name: str, found: Mapping, cls: Any) -> Mapping:
    """Return the operator's keys; a plain value stands for the first of them."""
    value = found[name]
    if isinstance(value, Mapping):
        return value
    short = Mapping(found.file, found.lines[name])
    if value is None:
        return short
    if not (fields := dataclasses.fields(cls)):
        raise found.error(name, "this operator takes nothing.", f"write `{name}:` alone.")
    short[fields[0].name] = value
    return short


def _cite(found: Mapping, cite: Citation) -> Citation:
    if "clause" not in found and "point" not in found:
        return cite
    clause = perhaps(found, "clause", text) if "clause" in found else cite.clause
    inherited = None if "clause" in found else cite.point
    point = perhaps(found, "point", text) if "point" in found else inherited
    return Citation(cite.instrument, cite.article, clause, point, cite.name)
