"""A kind of paper: its name, its facts, its builder, its official form.

Each module of `kinds` holds one and calls it KIND; `registry` finds them by themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from vinhdanh.documents.facts import read_facts
from vinhdanh.documents.forms import in_force

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from vinhdanh.documents.forms import Form
    from vinhdanh.documents.model import OfficialDocument

EXAMPLES: Final = Path(__file__).parent / "kinds" / "examples"
ContextT = TypeVar("ContextT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[ContextT]):
    """One kind of paper. slug is the name of its module and of its example file."""

    slug: str
    name: str
    """Vietnamese name, as a list of kinds shows it."""
    context: type[ContextT]
    """Frozen dataclass of texts, numbers, days, tuples and dataclasses of these."""
    build: Callable[[ContextT], OfficialDocument]
    forms: tuple[Form, ...] = ()
    """Versions of the official form, where one is prescribed."""

    def read(self, text: str) -> ContextT:
        """Return the facts written in a JSON text.

        Raises:
            DocumentError: with one sentence for the first mistake.
        """
        return read_facts(text, self.context)  # type: ignore[type-var]

    def example_json(self) -> str:
        """Return realistic facts of invented people, as JSON."""
        return (EXAMPLES / f"{self.slug}.json").read_text(encoding="utf-8")

    def example(self) -> ContextT:
        """Return the same facts as a context."""
        return self.read(self.example_json())

    def form_on(self, day: dt.date) -> Form | None:
        """Return the version of the official form in force on a day."""
        return in_force(self.forms, day)
