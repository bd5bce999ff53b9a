"""A council that stands: held while it changes, each change in the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.councils.models import Council
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor


def held_council(actor: Actor, council: Council) -> Council:
    """Return a council as it is now, held until the transaction ends.

    Raises:
        DomainError: its term is over.
    """
    actor.require_own(council.body_id)
    council = (
        Council.objects.select_for_update(of=("self",)).select_related("body").get(pk=council.pk)
    )
    if council.ended_on:
        raise DomainError(
            f"{council} đã hết nhiệm kỳ từ ngày {council.ended_on:%d/%m/%Y} nên không sửa được."
        )
    return council


def require_said(text: str, field: str, what: str) -> None:
    """Refuse what was left empty, at its field."""
    if not text:
        raise DomainError(f"Chưa ghi {what}: hãy ghi đủ rồi lưu lại.", field=field)


def tell(actor: Actor, council: Council, action: str, sentence: str) -> None:
    """Write an act on a council into the log."""
    record(
        scope=actor.scope,
        actor=actor.name,
        action=f"council.{action}",
        target=council,
        sentence=sentence,
    )
