"""Money on the page of today: prizes to list and pay, what must come back, a fund near its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Count, Min, Q, Sum
from django.urls import reverse

from vinhdanh.accounts.enums import Act, Role
from vinhdanh.decisions.enums import PaymentState
from vinhdanh.decisions.queries.fund import fund_figures
from vinhdanh.decisions.queries.payments import payments_for, to_recover
from vinhdanh.kernel import clock
from vinhdanh.kernel.wording import count, money
from vinhdanh.web.lines import Line

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from vinhdanh.accounts.actor import Actor

LATE_AFTER = 30
"""Days from a decision after which an unpaid prize is called late; a habit, no text says it."""
LOW_SHARE = 10
"""The fund is near its end when less than this percentage of it is free."""
STANDS = Q(honour__revoked_on__isnull=True)


def money_lines(actor: Actor) -> Iterator[Line]:
    """Tell the accountant what to pay and recover, the clerk what amount to find out."""
    is_payer = bool(actor.may(Act.PAY_PRIZES))
    if not is_payer and Role.CLERK not in actor.roles:
        return
    found = _sums(actor)
    if (number := found["asked"]) and Role.CLERK in actor.roles:
        yield Line(
            f"{count(number).capitalize()} khoản tiền thưởng chưa rõ mức, cần xác minh",
            f"{reverse('prizes')}?tinh-trang={PaymentState.ASKED}", "Xác minh", "banknote",
        )  # fmt: skip
    if not is_payer:
        return
    if number := found["due"]:
        yield Line(
            f"{count(number).capitalize()} khoản tiền thưởng chờ lập danh sách chi, tổng"
            f" {money(found['due_sum'])}",
            f"{reverse('prizes')}?tinh-trang={PaymentState.DUE}", "Lập danh sách",
            "banknote", *_age(found["due_since"]),
        )  # fmt: skip
    if number := found["listed"]:
        yield Line(
            f"{count(number).capitalize()} khoản tiền thưởng đã lập danh sách, chưa chi, tổng"
            f" {money(found['listed_sum'])}",
            _of_list(actor), "Ghi đã chi", "banknote", *_age(found["listed_since"]),
        )  # fmt: skip
    if number := found["back"]:
        yield Line(
            f"{count(number).capitalize()} khoản tiền thưởng phải thu hồi sau khi hủy bỏ khen"
            f" thưởng, tổng {money(found['back_sum'])}",
            reverse("prizes"), "Ghi thu hồi", "undo-2", "care", due_on=_back_by(actor),
        )  # fmt: skip
    yield from _fund(actor)


def _back_by(actor: Actor) -> dt.date | None:
    """Return the nearest limit of money that is still out."""
    rows = to_recover(payments_for(actor)).filter(
        honour__revocation_lines__restored_on=None, honour__revocation_lines__due_on__isnull=False
    )
    days = rows.order_by("honour__revocation_lines__due_on")
    return days.values_list("honour__revocation_lines__due_on", flat=True).first()


def _sums(actor: Actor) -> dict[str, Any]:
    """Count and add up what waits, in one query."""
    states = {
        "asked": Q(state=PaymentState.ASKED) & STANDS,
        "due": Q(state=PaymentState.DUE) & STANDS,
        "listed": Q(state=PaymentState.LISTED) & STANDS,
        "back": Q(state=PaymentState.PAID) & ~STANDS,
    }
    asked = {name: Count("pk", filter=which) for name, which in states.items()}
    sums = {f"{name}_sum": Sum("amount", filter=which) for name, which in states.items()}
    since = {
        f"{name}_since": Min("honour__decided_on", filter=states[name])
        for name in ("due", "listed")
    }
    return payments_for(actor).order_by().aggregate(**asked, **sums, **since)


def _age(since: dt.date) -> tuple[str, str]:
    """Return state and detail of what waits since a decision."""
    days = (clock.today() - since).days
    if days <= LATE_AFTER:
        return "waiting", ""
    return "care", f"Khoản lâu nhất đã {days} ngày kể từ ngày quyết định"


def _of_list(actor: Actor) -> str:
    """Return the address of the oldest list with something unpaid."""
    row = payments_for(actor).filter(STANDS, state=PaymentState.LISTED).order_by("list").first()
    return reverse("payment_list", args=[row.list_id]) if row else reverse("prizes")


def _fund(actor: Actor) -> Iterator[Line]:
    today = clock.today()
    found = fund_figures(actor.body, year=today.year, as_of=today)
    year, url = found.year, reverse("fund")
    if not found.is_begun:
        if found.promised:
            yield Line(
                f"Quỹ năm {year} chưa ghi dự toán, trong khi có {money(found.promised)} tiền thưởng"
                " phải chi",
                url, "Ghi dự toán", "banknote", "care",
            )  # fmt: skip
    elif found.free < 0:
        yield Line(
            f"Quỹ năm {year} thiếu {money(-found.free)} để chi tiền thưởng đã quyết định",
            url, "Bổ sung nguồn", "banknote", "stop",
        )  # fmt: skip
    elif found.free * 100 < found.total * LOW_SHARE:
        yield Line(
            f"Quỹ năm {year} sắp hết: còn {money(found.free)} sau khi trừ tiền thưởng đã quyết"
            " định",
            url, "Xem quỹ", "banknote", "care",
        )  # fmt: skip
