"""What the register of outgoing documents says besides number, abstract and signer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """The columns of Decree 30/2020, Annex IV, that a clerk fills in."""

    delegation: str = ""
    """The paper that delegates the signing, for TUQ."""
    other_recipients: str = ""
    """Who has no unit here, parted by semicolons."""
    archive_holder: str = ""
    copies: int | None = None
    pages: int | None = None
    sent_on: dt.date | None = None
    note: str = ""


NO_DETAILS = Details()
