"""Scenarios beside the law, read for the runner and for the tests about them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import vinhdanh.lawbook
from vinhdanh.lawbook.loading.tree import Mapping, read_tree

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

CORPUS = Path(vinhdanh.lawbook.__file__).parent / "corpus"
KEYS = {
    "assess": {"name", "honour", "as_of", "received", "province", "facts", "expect"},
    "rule": {"name", "rule", "key", "as_of", "province", "expect"},
}
EXPECTED = {
    "assess": {
        "verdict",
        "regime",
        "cites",
        "conditions",
        "missing",
        "reason",
        "authority",
        "prize",
        "confirmed",
    },
    "rule": None,
}


@dataclass(frozen=True)
class Scenario:
    """One example a lawyer can read: given these facts on that day, the law says this."""

    file: str
    line: int
    found: dict[str, Any]

    @property
    def id(self) -> str:
        """Return what the test report shows."""
        return f"{Path(self.file).stem}:{self.line} {self.found.get('name')}"

    @property
    def kind(self) -> str:
        """Return assess for a recipient judged, rule for one rule looked up."""
        return "rule" if "rule" in self.found else "assess"

    @property
    def as_of(self) -> dt.date:
        """Return the day asked."""
        day: dt.date = self.found["as_of"]
        return day


def scenarios() -> list[Scenario]:
    """Return every scenario of the corpus, in the order of the files."""
    return [each for path in sorted(CORPUS.glob("**/scenarios/*.yaml")) for each in _in(path)]


def _in(path: Path) -> Iterator[Scenario]:
    name = str(path.relative_to(CORPUS))
    for found in read_tree(path.read_text("utf-8"), file=name) or []:
        assert isinstance(found, Mapping), f"{name}: {found!r} is no scenario"
        one = Scenario(name, found.line, found)
        unknown = set(found) - KEYS[one.kind]
        assert not unknown, f"{name}:{found.line}: unknown keys {sorted(unknown)}"
        allowed = EXPECTED[one.kind]
        strange = set(found["expect"]) - allowed if allowed else set()
        assert not strange, f"{name}:{found.line}: cannot expect {sorted(strange)}"
        yield one
