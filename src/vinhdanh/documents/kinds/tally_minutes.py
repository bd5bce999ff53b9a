"""Biên bản kiểm phiếu: the tellers count the ballots of a session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import numbers
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Paper, closed, fact
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.kinds.sessions import Attendee, called, ending, moment
from vinhdanh.documents.kinds.tally import Count, base_in_words, check, count_table, passed_sentence
from vinhdanh.documents.model import (
    Block,
    Heading,
    ItemList,
    Level,
    OfficialDocument,
    Signature,
    SignatureGrid,
    paragraph,
)
from vinhdanh.documents.printed import punctuated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

_ACROSS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyMinutesContext:
    """Facts of a count. The paper's signature is the session chair's.

    Shares are taken of all members of the council, whoever was there, unless its own rules count
    those entitled to vote.
    """

    paper: Paper
    subject: str
    """Second line of the title: "Xét tặng danh hiệu thi đua, Giấy khen năm 2024"."""
    started: datetime
    ended: datetime | None = None
    venue: str
    head: Attendee
    tellers: tuple[Attendee, ...] = ()
    members: int
    present: int
    eligible: int | None = None
    """Members entitled to vote, where shares are taken of them: all but those recused."""
    issued: int
    returned: int
    invalid: int = 0
    by_letter: int = 0
    """How many of those returned are written opinions of absent members."""
    rule: str = ""
    """"có từ 80% trở lên tổng số thành viên Hội đồng đồng ý"."""
    counts: tuple[Count, ...]


def tally_minutes(context: TallyMinutesContext) -> OfficialDocument:
    """Return the minutes of the count.

    Raises:
        DocumentError: figures that cannot be, with both named.
    """
    _check(context)
    paper = context.paper
    body = closed(
        (
            *_opening(context),
            *_result(context),
            ending("Việc kiểm phiếu", context.started, context.ended),
        )
    )
    return unnumbered(
        paper.office,
        kind_name="BIÊN BẢN KIỂM PHIẾU",
        abstract=context.subject,
        blocks=(*body, *_signatures(context)),
        day=paper.date,
        marks=paper.marks,
        year=paper.year or context.started.year,
    )


def _check(context: TallyMinutesContext) -> None:
    base, voters = _base(context), "tổng số thành viên"
    if context.eligible is not None:
        voters = "số người được biểu quyết"
    ordered = (
        ("Số thành viên dự họp", context.present, "tổng số thành viên", context.members),
        ("Số người được biểu quyết", base, "tổng số thành viên", context.members),
        ("Số phiếu phát ra", context.issued, voters, base),
        ("Số phiếu thu về", context.returned, "số phiếu phát ra", context.issued),
        ("Số phiếu không hợp lệ", context.invalid, "số phiếu thu về", context.returned),
        (
            "Số phiếu lấy ý kiến bằng văn bản",
            context.by_letter,
            "số phiếu thu về",
            context.returned,
        ),
    )
    for name, less, other, more in ordered:
        if not 0 <= less <= more:
            raise DocumentError(f"{name} ({less}) lớn hơn {other} ({more}); hãy kiểm tra lại.")
    if not context.counts:
        raise DocumentError("Biên bản kiểm phiếu chưa có trường hợp nào; hãy nhập kết quả phiếu.")
    for one in context.counts:
        check(one, context.returned - context.invalid)


def _opening(context: TallyMinutesContext) -> Iterator[Block]:
    yield fact("Thời gian bắt đầu", f"{moment(context.started)}.")
    yield fact("Địa điểm", f"{context.venue}.")
    yield Heading(Level.SECTION, "I.", "BAN KIỂM PHIẾU")
    yield fact("1. Trưởng ban", f"{called(context.head)}.")
    if context.tellers:
        count = numbers.two_digits(len(context.tellers))
        yield fact("2. Thành viên", f"{count} người, gồm:")
        yield ItemList(punctuated(tuple(called(one) for one in context.tellers)))


def _result(context: TallyMinutesContext) -> Iterator[Block]:
    yield Heading(Level.SECTION, "II.", "KẾT QUẢ KIỂM PHIẾU")
    yield paragraph(
        f"Tổng số thành viên Hội đồng: {numbers.two_digits(context.members)} người; dự họp: "
        f"{numbers.two_digits(context.present)} người.",
        label="1.",
    )
    yield paragraph(f"{_ballots(context)}.", label="2.")
    rule = f" Trường hợp {context.rule} là đạt." if context.rule else ""
    base = base_in_words(context.members, context.eligible)
    if context.present < context.members:
        base += ", kể cả người vắng mặt"
    told = f"Kết quả từng trường hợp, tỷ lệ tính trên {base}.{rule}"
    yield paragraph(told, label="3.")
    valid = context.returned - context.invalid
    yield count_table(context.counts, valid, _base(context))
    yield Heading(Level.SECTION, "III.", "KẾT LUẬN")
    yield paragraph(passed_sentence(context.counts))


def _base(context: TallyMinutesContext) -> int:
    """Of how many people shares are taken."""
    return context.members if context.eligible is None else context.eligible


def _ballots(context: TallyMinutesContext) -> str:
    valid = context.returned - context.invalid
    told = [
        ("Số phiếu phát ra", context.issued),
        ("thu về", context.returned),
        ("hợp lệ", valid),
        ("không hợp lệ", context.invalid),
    ]
    by_letter = (
        f" (trong số phiếu thu về có {numbers.two_digits(context.by_letter)} phiếu lấy ý kiến bằng "
        "văn bản của thành viên vắng mặt)"
        if context.by_letter
        else ""
    )
    return "; ".join(f"{name}: {numbers.two_digits(n)} phiếu" for name, n in told) + by_letter


def _signatures(context: TallyMinutesContext) -> Iterator[SignatureGrid]:
    head = Signature(("TRƯỞNG BAN", "KIỂM PHIẾU"), context.head.name)
    tellers = tuple(
        Signature(("THÀNH VIÊN", "BAN KIỂM PHIẾU"), one.name) for one in context.tellers
    )
    yield SignatureGrid((*tellers, head), columns=min(_ACROSS, len(tellers) + 1))
    yield SignatureGrid((context.paper.signature,), columns=1)


KIND: Final = Kind(
    slug="tally_minutes",
    name="Biên bản kiểm phiếu",
    context=TallyMinutesContext,
    build=tally_minutes,
)
