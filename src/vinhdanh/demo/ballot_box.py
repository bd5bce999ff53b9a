"""A secret vote from the opening of its box to its count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.councils.enums import Choice
from vinhdanh.councils.services.boxes import count_box, open_box
from vinhdanh.councils.services.secret_votes import cast_secret

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.councils.models import AgendaItem
    from vinhdanh.demo.commune import Commune

CODE = "hom-phieu-thang-5"


def vote_in_secret(commune: Commune, item: AgendaItem, accounts: Iterable[str]) -> None:
    """Let members, none of them recused, put their ballots for the nominee in; count the box."""
    chair = commune.actor("chutich")
    box = open_box(actor=chair, meeting=item.meeting, items=[item], code=CODE)
    for account in accounts:
        cast_secret(actor=commune.actor(account), box=box, choices={item.pk: Choice.FOR})
    count_box(actor=chair, box=box, code=CODE)
