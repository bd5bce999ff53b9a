"""What modules above this one do when something here changes; they enter themselves at start-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, ParamSpec

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from vinhdanh.organizations.models import Recipient, Unit


P = ParamSpec("P")


class Hook(Generic[P]):
    """Functions that are called, in the order they came, inside the caller's transaction."""

    def __init__(self) -> None:
        self._functions: list[Callable[P, None]] = []

    def enter(self, function: Callable[P, None]) -> Callable[P, None]:
        """Add a function, once."""
        if function not in self._functions:
            self._functions.append(function)
        return function

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> None:
        for function in self._functions:
            function(*args, **kwargs)


Moved = dict[str, list[Any]]
"""What went from one unit to another, by kind, as JSON: enough to bring it back."""

unit_continued: Hook[[Unit, Unit, Moved]] = Hook()
"""The first unit ended and goes on in the second; each writes down what it moved."""
unit_returned: Hook[[Unit, Unit, Moved]] = Hook()
"""The first unit never ended: what was moved to the second comes back, or a DomainError says
what stands in the way."""
facts_changed: Hook[[Collection[int]]] = Hook()
"""What recipients of these ids are judged by has changed."""
merge_asked: Hook[[Recipient, Recipient]] = Hook()
"""Two recipients are to become the first; whoever objects raises a DomainError."""
merged: Hook[[Recipient]] = Hook()
"""A recipient has taken over all that another had."""
