"""Writing the book of the fund: lines are added and reversed, never edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.enums import FundKind, FundPurpose, FundSource
from vinhdanh.decisions.models import Fund, FundEntry
from vinhdanh.decisions.queries.fund import fund_figures
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.kernel.wording import money

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.decisions.models import Honour

SPENT_ON = frozenset({FundPurpose.PRIZES, FundPurpose.OBJECTS, FundPurpose.ORGANISING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line to enter; the amount in đồng."""

    kind: FundKind
    purpose: FundPurpose
    source: FundSource
    amount: int
    entered_on: dt.date
    content: str
    voucher: str = ""
    excess_reason: str = ""
    """Why it is spent although the fund does not suffice; empty asks to be stopped then."""
    honour: Honour | None = None
    """Whose prize it pays or brings back."""


@transaction.atomic
def enter_line(*, actor: Actor, line: Line) -> FundEntry:
    """Enter a line into the fund of its year, which it begins where there is none.

    Raises:
        DomainError: the amount is not above zero, the day is in the future, the purpose does not
            fit, or it is spent without money and without a reason.
    """
    actor.require(Act.KEEP_FUND)
    fund = hold_fund(actor, line.entered_on.year)
    _require_sound(line)
    if line.kind == FundKind.EXPENSE:
        _require_covered(fund, line)
    return _enter(actor, fund, line)


@transaction.atomic
def reverse_line(*, actor: Actor, entry: FundEntry, reason: str) -> FundEntry:
    """Enter the opposite of a line (bút toán đảo); both stay in the book.

    Raises:
        DomainError: no reason, it is a reversal itself, a prize was paid by it, or without it more
            would be spent than there is.
        StaleError: it is reversed already.
    """
    actor.require(Act.KEEP_FUND)
    actor.require_own(entry.fund.body_id)
    reason = squeeze(reason)
    if not reason:
        raise DomainError("Chưa ghi lý do đảo dòng này: hãy viết một câu.", field="reason")
    if entry.honour_id:
        raise DomainError(
            "Dòng này đi cùng một khoản tiền thưởng: hãy mở khoản đó và ghi chi lại ở đó."
        )
    return add_reversal(actor=actor, entry=entry, reason=reason)


def add_reversal(*, actor: Actor, entry: FundEntry, reason: str) -> FundEntry:
    """Reverse a line inside the caller's transaction; the caller has asked for the right."""
    fund = Fund.objects.select_for_update().get(pk=entry.fund_id)
    if entry.reverses_id:
        raise DomainError("Dòng này là bút toán đảo nên không đảo lại được: hãy ghi dòng mới.")
    if FundEntry.objects.filter(reverses=entry).exists():
        raise StaleError("Dòng này đã được đảo: hãy tải lại trang.")
    if entry.kind != FundKind.EXPENSE:
        _require_not_spent(fund, entry)
    made = FundEntry.objects.create(
        fund=fund,
        kind=entry.kind,
        purpose=entry.purpose,
        source=entry.source,
        amount=-entry.amount,
        entered_on=max(clock.today(), entry.entered_on),
        content=f"Đảo dòng ngày {entry.entered_on:%d/%m/%Y}: {reason}"[:300],
        voucher=entry.voucher,
        reverses=entry,
        entered_by_name=actor.name,
    )
    record(
        scope=actor.scope,
        actor=actor.name,
        action="fund.reversed",
        target=fund,
        sentence=f"đảo dòng “{entry.content}”, {money(entry.amount)}, lý do: {reason}",
        details={"entry": entry.pk, "reversal": made.pk},
    )
    return made


def hold_fund(actor: Actor, year: int) -> Fund:
    """Return the body's fund of a year, locked, begun where there is none."""
    Fund.objects.get_or_create(body=actor.body, year=year)
    return Fund.objects.select_for_update().get(body=actor.body, year=year)


def _require_sound(line: Line) -> None:
    if line.amount <= 0:
        raise DomainError("Số tiền phải lớn hơn 0: hãy ghi lại số tiền.", field="amount")
    if line.entered_on > clock.today():
        raise DomainError(
            f"Ngày {line.entered_on:%d/%m/%Y} chưa tới: hãy ghi ngày hôm nay hoặc trước đó.",
            field="entered_on",
        )
    if not squeeze(line.content):
        raise DomainError("Chưa ghi diễn giải: hãy viết một câu.", field="content")
    if (line.kind == FundKind.EXPENSE) != (line.purpose in SPENT_ON):
        raise DomainError(
            "Nội dung không hợp với loại dòng: khoản chi chọn một nội dung chi, dự toán và khoản"
            " thu chọn “Cấp, huy động vào quỹ”.",
            field="purpose",
        )
    if (
        line.kind == FundKind.INCOME
        and line.source == FundSource.BUDGET
        and line.purpose == FundPurpose.SUPPLY
    ):
        raise DomainError(
            "Tiền ngân sách được giao bằng dự toán: hãy chọn loại “Dự toán”.", field="kind"
        )


def _require_covered(fund: Fund, line: Line) -> None:
    if squeeze(line.excess_reason):
        return
    found = fund_figures(fund.body, year=fund.year, as_of=line.entered_on)
    left = next(each.left for each in found.sources if each.source == line.source)
    if line.amount > left:
        raise DomainError(
            f"Nguồn {line.source.label} của quỹ năm {fund.year} còn {money(left)}, không đủ chi"
            f" {money(line.amount)}: hãy bổ sung nguồn, hoặc ghi lý do chi vượt.",
            field="excess_reason",
        )
    share = found.organising
    if line.purpose != FundPurpose.ORGANISING or share.limit is None:
        return
    if share.spent + line.amount > share.limit:
        raise DomainError(
            f"Chi tổ chức sẽ thành {money(share.spent + line.amount)}, quá {share.percent}% của quỹ"
            f" là {money(share.limit)} ({share.source}): hãy giảm khoản chi, hoặc ghi lý do chi"
            " vượt.",
            field="excess_reason",
        )


def _require_not_spent(fund: Fund, entry: FundEntry) -> None:
    found = fund_figures(fund.body, year=fund.year, as_of=clock.today())
    left = next(each.left for each in found.sources if each.source == entry.source)
    counts = entry.kind == FundKind.INCOME or entry.source == FundSource.BUDGET
    if counts and left < entry.amount:
        raise DomainError(
            f"Đảo dòng này thì nguồn {entry.get_source_display()} thiếu"
            f" {money(entry.amount - left)} cho các khoản đã chi: hãy bổ sung nguồn trước."
        )


def _enter(actor: Actor, fund: Fund, line: Line) -> FundEntry:
    made = FundEntry.objects.create(
        fund=fund,
        kind=line.kind,
        purpose=line.purpose,
        source=line.source,
        amount=line.amount,
        entered_on=line.entered_on,
        content=squeeze(line.content),
        voucher=squeeze(line.voucher),
        excess_reason=squeeze(line.excess_reason),
        honour=line.honour,
        entered_by_name=actor.name,
    )
    excess = f", chi vượt vì {made.excess_reason}" if made.excess_reason else ""
    record(
        scope=actor.scope,
        actor=actor.name,
        action="fund.entered",
        target=fund,
        sentence=f"ghi {line.kind.label.lower()} {money(line.amount)}: {made.content}{excess}",
        details={"entry": made.pk},
    )
    return made
