"""What modules above say when a document is to change; they enter themselves at start-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.organizations.hooks import Hook

if TYPE_CHECKING:
    from vinhdanh.records.models import OfficialDocument

change_asked: Hook[[OfficialDocument]] = Hook()
"""A document is to be amended or to lose or regain force; who keeps what it says may refuse."""
