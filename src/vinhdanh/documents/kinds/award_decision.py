"""Quyết định khen thưởng: the Chairman's decision and the list that goes with it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import numbers
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.award_list import AwardRecipient, award_list
from vinhdanh.documents.kinds.common import Paper, chair_reference, closed, symbol
from vinhdanh.documents.kinds.frames import resting_on
from vinhdanh.documents.model import Appendix, Block, OfficialDocument, article, centred
from vinhdanh.kernel.text import initial_capital

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    paper = context.paper
    return OfficialDocument(
        header=paper.office.header,
        number=paper.number,
        symbol=symbol("QĐ", paper.office),
        place=paper.office.place,
        date=paper.date,
        marks=paper.marks,
        year=paper.year,
        kind_name="QUYẾT ĐỊNH",
        abstract=f"Về việc {context.act} cho {_kinds(context)} {context.merit.removeprefix('đã ')}",
        authority_line=f"CHỦ TỊCH {paper.office.name.upper()}",
        bases=resting_on(context.bases),
        blocks=_articles(context, recipients),
        signature=paper.signature,
        recipients=paper.recipients,
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


def _articles(
    context: AwardDecisionContext, recipients: tuple[AwardRecipient, ...]
) -> tuple[Block, ...]:
    texts = [_award(context, recipients)]
    if any(one.prize or one.prize_later for one in recipients):
        texts.append(_money(context, recipients))
    texts.append(_execution(context))
    articles = (article(at, text) for at, text in enumerate(texts, start=1))
    return closed((centred("QUYẾT ĐỊNH:", bold=True), *articles))


def _award(context: AwardDecisionContext, recipients: tuple[AwardRecipient, ...]) -> str:
    act = initial_capital(context.act)
    if _is_named(recipients):
        one = recipients[0]
        called = " ".join(filter(None, (one.salutation, one.name)))
        return f"{act} cho {called}, {one.place}, {context.merit}."
    counts = _joined([f"{numbers.counted(count)} {word}" for count, word in _counts(context)])
    return f"{act} cho {counts} {context.merit} (có Danh sách kèm theo)."


def _money(context: AwardDecisionContext, recipients: tuple[AwardRecipient, ...]) -> str:
    prizes = [one.prize for one in recipients if one.prize]
    total = sum(prizes)
    sizes = Counter(prizes)
    each = "; ".join(
        f"mức {numbers.money(prize)} cho {numbers.two_digits(sizes[prize])} trường hợp"
        for prize in sorted(sizes, reverse=True)
    )
    detail = f", gồm: {each}" if len(prizes) > 1 else ""
    note = f" {context.money_note.rstrip('.')}." if context.money_note else ""
    later = _money_later(context)
    if not prizes:
        return f"Tiền thưởng trích từ {context.fund}; {later}.{note}"
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


def _execution(context: AwardDecisionContext) -> str:
    executors = context.executors or (
        f"Thủ trưởng các cơ quan, đơn vị có liên quan và {_kinds(context)} có tên tại Điều 1"
    )
    return (
        f"Quyết định này có hiệu lực kể từ ngày ký. {executors} "
        "chịu trách nhiệm thi hành Quyết định này."
    )


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
