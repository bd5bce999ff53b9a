"""What the register says when recipients are counted or two of them are to become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count

from vinhdanh.decisions.models import Honour
from vinhdanh.decisions.services.payments_opening import rejoin_payments
from vinhdanh.kernel.errors import DomainError
from vinhdanh.organizations.honour_counts import counts_honours
from vinhdanh.organizations.hooks import merge_asked, merged

if TYPE_CHECKING:
    from collections.abc import Collection

    from vinhdanh.organizations.models import Recipient


@counts_honours
def count_honours(recipients: Collection[int]) -> dict[int, int]:
    """Return how many honours each recipient holds; revoked ones do not count."""
    rows = Honour.objects.filter(recipient__in=recipients, revoked_on__isnull=True)
    return dict(rows.order_by().values_list("recipient").annotate(Count("pk")))


@merge_asked.enter
def refuse_double_honours(kept: Recipient, other: Recipient) -> None:
    """Refuse a merger after which somebody would hold one honour of one year twice."""
    ours = set(Honour.objects.filter(recipient=kept).values_list("honour", "year"))
    for row in Honour.objects.filter(recipient=other):
        if (row.honour, row.year) in ours:
            raise DomainError(
                f"Cả hai hồ sơ đều có {row.honour_name} năm {row.year}: có thể là hai người khác"
                " nhau, hoặc một quyết định được ghi hai lần. Hãy xem lại sổ khen thưởng trước khi"
                " gộp.",
                field="other",
            )


@merged.enter
def join_prizes(kept: Recipient) -> None:
    """Pay only once what two records of one person had each been promised for a year."""
    latest = {row.year: row for row in Honour.objects.filter(recipient=kept).order_by("decided_on")}
    rejoin_payments(honours=latest.values())
