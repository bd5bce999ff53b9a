"""Who reads which kind of list into the records: modules enter their handlers at start-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from vinhdanh.organizations.keeping import Keeper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.organizations.enums import ImportKind
    from vinhdanh.organizations.models import ImportRow, ListImport, Unit

Read = TypeVar("Read")
NEW_ONE = "new"
"""The choice that nobody known is meant."""


class Importer(Keeper, Protocol):
    """Somebody who reads a list in; `accounts.actor.Actor` is one."""

    @property
    def user(self) -> Any:
        """The account."""

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units the person heads."""


class Handler(Protocol[Read]):
    """How rows of one kind enter the records."""

    kind: ImportKind

    def require(self, importer: Importer, listing: ListImport) -> None:
        """Refuse who may not enter such a list, or into what it cannot be entered.

        Raises:
            DomainError: with the reason.
        """

    def review(self, importer: Importer, listing: ListImport, rows: Sequence[ImportRow]) -> Read:
        """Say of each row what confirming will do, unsaved, in a fixed number of queries.

        Returns:
            What the rows without error come to, for `enter`.
        """

    def enter(self, importer: Importer, listing: ListImport, read: Read) -> None:
        """Write what the review came to; part of the same transaction."""


_HANDLERS: dict[str, Handler[Any]] = {}


def handles(handler: Handler[Any]) -> None:
    """Enter the handler of a kind."""
    _HANDLERS[handler.kind] = handler


def handler_of(kind: str) -> Handler[Any]:
    """Return the handler of a kind, or raise KeyError."""
    return _HANDLERS[kind]
