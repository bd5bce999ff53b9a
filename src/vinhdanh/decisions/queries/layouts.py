"""Layouts of certificates a person may see and choose: ours by slug, the body's own by number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from vinhdanh.decisions.models import CertificateLayout
from vinhdanh.documents import layout_from_plain, layout_named, layout_names, plain_layout
from vinhdanh.kernel.errors import DomainError

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.decisions.models import CertificateBatch
    from vinhdanh.documents import CertificateLayout as Layout

STANDARD: Final = "a4"
"""The layout where nothing else was chosen."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A layout to choose: its key, its name, and the layout as plain data."""

    key: str
    name: str
    base: str
    content: dict[str, Any]
    scan: tuple[str, str] = ("", "")
    """Path and hash of the picture of the blank."""

    @property
    def layout(self) -> Layout:
        """The layout as it is printed."""
        return layout_from_plain(self.content)


def layouts_for(actor: Actor) -> QuerySet[CertificateLayout]:
    """Return the layouts of the actor's body: the one door to them."""
    return CertificateLayout.objects.filter(body=actor.body).select_related("updated_by__person")


def shipped() -> list[Choice]:
    """Return the layouts that come with the program."""
    return [
        Choice(name, layout_named(name).title, name, plain_layout(layout_named(name), like=name))
        for name in layout_names()
    ]


def choices_for(actor: Actor) -> list[Choice]:
    """Return all layouts the actor's body can print with: its own first."""
    own = [
        Choice(str(row.pk), row.name, row.base, row.content, (row.scan_path, row.scan_sha256))
        for row in layouts_for(actor)
    ]
    return own + shipped()


def chosen(actor: Actor, key: str) -> Choice:
    """Return the layout of a key; an empty key means the standard one.

    Raises:
        DomainError: the layout is gone, or never was.
    """
    for choice in choices_for(actor):
        if choice.key == (key or STANDARD):
            return choice
    raise DomainError("Mẫu bằng đã chọn không còn: hãy chọn mẫu khác.", field="layout")


def layout_of(batch: CertificateBatch) -> Layout:
    """Return the layout a batch was ordered with, as it was then."""
    return layout_from_plain(batch.layout) if batch.layout else layout_named(STANDARD)
