"""Quyết định khen thưởng: the Chairman's decision and the list that goes with it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import numbers
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.award_list import AwardRecipient, award_list
from vinhdanh.documents.kinds.common import Paper, chair_reference
from vinhdanh.documents.kinds.decisions import concerned, decided, in_articles, in_force
from vinhdanh.documents.model import Appendix
from vinhdanh.kernel.text import initial_capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.documents.model import OfficialDocument

_KINDS: Final = (
    ("individuals", "cá nhân"),
    ("collectives", "tập thể"),
    ("households", "hộ gia đình"),
)
_FUND: Final = "Quỹ thi đua, khen thưởng"


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardDecisionContext:
    """Facts of an award decision.

    act is what is done, in the words of the decision: "tặng Giấy khen", "tặng danh hiệu Lao
    động tiên tiến". merit follows the recipients: "đã có thành tích xuất sắc trong …". bases
    end with the proposal ("Xét đề nghị của … tại Tờ trình số …").
    """

    paper: Paper
    act: str
    merit: str
    bases: tuple[str, ...]
    individuals: tuple[AwardRecipient, ...] = ()
    collectives: tuple[AwardRecipient, ...] = ()
    households: tuple[AwardRecipient, ...] = ()
    fund: str = _FUND
    money_note: str = ""
    """Added to the article on money, such as the article of law the amounts follow."""
    executors: str = ""
    """Who carries the decision out; heads of the units concerned where it is empty."""


def award_decision(context: AwardDecisionContext) -> OfficialDocument:
    """Return the decision (Decree 30/2020, Annex III, sample 1.2).

    Raises:
        DocumentError: nobody is awarded, or there is no legal base.
    """
    recipients = _everyone(context)
    if not recipients:
        raise DocumentError(
            "Quyết định chưa có cá nhân, tập thể hoặc hộ gia đình nào; hãy thêm người được khen."
        )
    whom = _kinds(context)
    executors = context.executors or concerned(f"{whom} có tên tại Điều 1")
    money = _money(context, recipients)
    return decided(
        context.paper,
        about=f"{context.act} cho {whom} {context.merit.removeprefix('đã ')}",
        bases=context.bases,
        articles=in_articles(
            _award(context, recipients), *filter(None, (money,)), in_force(executors)
        ),
        appendices=() if _is_named(recipients) else (_list(context),),
    )


def _everyone(context: AwardDecisionContext) -> tuple[AwardRecipient, ...]:
    return (*context.individuals, *context.collectives, *context.households)


def _is_named(recipients: tuple[AwardRecipient, ...]) -> bool:
    """Tell whether the decision names its one recipient itself and needs no list."""
    return len(recipients) == 1


def _counts(context: AwardDecisionContext) -> Iterator[tuple[int, str]]:
    for field, word in _KINDS:
        count = len(getattr(context, field))
        if count:
            yield count, word


def _kinds(context: AwardDecisionContext) -> str:
    return _joined([word for _count, word in _counts(context)])


def _joined(parts: list[str]) -> str:
    return " và ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def _award(context: AwardDecisionContext, recipients: tuple[AwardRecipient, ...]) -> str:
    act = initial_capital(context.act)
    if _is_named(recipients):
        one = recipients[0]
        called = " ".join(filter(None, (one.salutation, one.name)))
        return f"{act} cho {called}, {one.place}, {context.merit}."
    counts = _joined([f"{numbers.counted(count)} {word}" for count, word in _counts(context)])
    return f"{act} cho {counts} {context.merit} (có Danh sách kèm theo)."


def _money(context: AwardDecisionContext, recipients: tuple[AwardRecipient, ...]) -> str:
    """Return the article on money; nothing where no money goes with the award."""
    prizes = [one.prize for one in recipients if one.prize]
    later = _money_later(context)
    note = f" {context.money_note.rstrip('.')}." if context.money_note else ""
    if not prizes:
        return f"Tiền thưởng trích từ {context.fund}; {later}.{note}" if later else ""
    total = sum(prizes)
    sizes = Counter(prizes)
    each = "; ".join(
        f"mức {numbers.money(prize)} cho {numbers.two_digits(sizes[prize])} trường hợp"
        for prize in sorted(sizes, reverse=True)
    )
    detail = f", gồm: {each}" if len(prizes) > 1 else ""
    return (
        f"Tiền thưởng kèm theo là {numbers.money(total)} "
        f"({numbers.money_in_words(total)}){detail}; trích từ {context.fund}."
        f"{f' {initial_capital(later)}.' if later else ''}{note}"
    )


def _money_later(context: AwardDecisionContext) -> str:
    """Return for how many the amount is settled later; nothing where all are known."""
    found = [(sum(o.prize_later for o in getattr(context, field)), word) for field, word in _KINDS]
    whom = _joined([f"{numbers.two_digits(number)} {word}" for number, word in found if number])
    return f"{whom}: chi theo mức được xác định sau" if whom else ""


def _list(context: AwardDecisionContext) -> Appendix:
    table, landscape = award_list(tuple((word, getattr(context, field)) for field, word in _KINDS))
    return Appendix(
        label="",
        title=f"Danh sách {_kinds(context)} được {context.act}".upper(),
        reference=chair_reference(context.paper),
        blocks=(table,),
        landscape=landscape,
    )


KIND: Final = Kind(
    slug="award_decision",
    name="Quyết định khen thưởng",
    context=AwardDecisionContext,
    build=award_decision,
)
