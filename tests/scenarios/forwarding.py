"""Nominations of a commune that the superior decides, approved by the council and sent up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tests.scenarios.commune import appraised, opened, sent, village_rows, voted
from tests.scenarios.kept import kept

from vinhdanh.decisions.services.forwarding.sending import Letter, forward_nominations
from vinhdanh.kernel import clock
from vinhdanh.organizations.models import Supervision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.scenarios.commune import Commune

    from vinhdanh.decisions.models import Forwarding
    from vinhdanh.nominations.models import Nomination

ABOVE = "bang-khen-tinh-ca-nhan"
MERIT = "đã có thành tích xuất sắc trong hai năm 2023 và 2024"


@kept
def approved_above(commune: Commune, *, period: str = "") -> list[Nomination]:
    """Return the village's farmer, proposed for what the superior decides and approved here."""
    row = replace(village_rows(commune)[0], honour=ABOVE)
    rows = [replace(row, period=period) if period else row]
    submission = appraised(commune, sent(commune, rows=rows))
    voted(commune, opened(commune, submission))
    return list(submission.nominations.all())


def said(**other: Any) -> Letter:
    """Return what the letter says today."""
    facts: dict[str, Any] = {
        "merit": MERIT,
        "signer_name": "Ngô Văn Quyên",
        "sent_on": clock.today(),
    }
    return Letter(**facts | other)


@kept
def forwarded(
    commune: Commune, rows: Sequence[Nomination] | None = None, **other: Any
) -> Forwarding:
    """Return them on their way; renders a letter, so it takes a moment."""
    (found,) = forward_nominations(
        actor=commune.clerk,
        nominations=approved_above(commune) if rows is None else rows,
        letter=said(sent_how="Thư điện tử", **other),
    )
    return found


@kept
def in_system(commune: Commune) -> Supervision:
    """Let the outsider's commune be the superior, working with this system too."""
    found = Supervision.objects.get(body=commune.body)
    found.superior = commune.outsider.body
    found.save()
    return found
