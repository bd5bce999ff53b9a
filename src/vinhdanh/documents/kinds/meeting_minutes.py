"""Biên bản họp: minutes of a Council session that reviews awards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates, numbers
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Clause, Paper, clause_blocks, closed, fact
from vinhdanh.documents.kinds.frames import issued
from vinhdanh.documents.kinds.sessions import Absence, Attendee, called, missing, moment
from vinhdanh.documents.model import (
    Block,
    Column,
    HeadCell,
    Heading,
    ItemList,
    Level,
    OfficialDocument,
    Row,
    Signature,
    SignatureGrid,
    Table,
    paragraph,
)
from vinhdanh.documents.printed import punctuated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

_VOTE_COLUMNS: Final = (
    Column("STT", 11, "center"),
    Column("Tên cá nhân, tập thể, hộ gia đình", 36),
    Column("Danh hiệu, hình thức đề nghị", 28),
    Column("Đồng\u00a0ý", 18, "center"),
    Column("Không đồng\u00a0ý", 17, "center"),
    Column("Không ý\u00a0kiến", 17, "center"),
    Column("Tỷ\u00a0lệ đồng\u00a0ý", 20, "center"),
    Column("Kết\u00a0quả", 18, "center"),
)
_VOTES: Final = slice(3, 6)


@dataclass(frozen=True, slots=True)
class Recusal:
    """A member who left the vote on one item, and why."""

    name: str
    item: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteResult:
    """The vote on one item; eligible is the number the share is taken of."""

    name: str
    honour: str
    votes_for: int
    votes_against: int
    abstentions: int
    eligible: int
    passed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingMinutesContext:
    """Facts of a session that reviews awards.

    The paper's signature is the chair's. voting and rule are written out: "bỏ phiếu kín",
    "được từ 80% trở lên tính trên số thành viên có mặt đồng ý".
    """

    paper: Paper
    subject: str
    started: datetime
    venue: str
    chair: Attendee
    secretary: Attendee
    members: int
    present: tuple[Attendee, ...]
    absent: tuple[Absence, ...] = ()
    guests: tuple[Attendee, ...] = ()
    recusals: tuple[Recusal, ...] = ()
    proceedings: tuple[Clause, ...] = ()
    voting: str = ""
    rule: str = ""
    base: str = ""
    """Of whom shares are taken, as it follows "tính trên": "tổng số 07 thành viên Hội đồng"."""
    results: tuple[VoteResult, ...] = ()
    conclusion: tuple[str, ...] = ()
    ended: datetime | None = None


def meeting_minutes(context: MeetingMinutesContext) -> OfficialDocument:
    """Return the minutes (Decree 30/2020, Annex III, sample 1.9)."""
    paper = context.paper
    signatures = SignatureGrid((Signature(("THƯ KÝ",), context.secretary.name), paper.signature))
    body = closed((*_opening(context), *_business(context), *_ending(context)))
    return issued(
        replace(paper, year=paper.year or context.started.year),
        code="BB",
        kind_name="BIÊN BẢN",
        abstract=context.subject,
        blocks=(*body, signatures),
        is_signed=False,
    )


def _opening(context: MeetingMinutesContext) -> Iterator[Block]:
    yield fact("Thời gian bắt đầu", f"{moment(context.started)}.")
    yield fact("Địa điểm", f"{context.venue}.")
    yield Heading(Level.SECTION, "I.", "THÀNH PHẦN THAM DỰ")
    yield fact("1. Chủ trì", f"{called(context.chair)}.")
    yield fact("2. Thư ký", f"{called(context.secretary)}.")
    have, of = numbers.two_digits(len(context.present)), numbers.two_digits(context.members)
    yield fact("3. Thành viên Hội đồng có mặt", f"{have} trong tổng số {of} thành viên, gồm:")
    yield ItemList(punctuated(tuple(called(one) for one in context.present)))
    yield from _absent(context)
    if context.guests:
        yield fact("5. Đại biểu mời dự", "; ".join(called(one) for one in context.guests) + ".")


def _absent(context: MeetingMinutesContext) -> Iterator[Block]:
    if not context.absent:
        yield fact("4. Vắng mặt", "Không.")
        return
    yield fact("4. Vắng mặt", f"{numbers.two_digits(len(context.absent))} thành viên, gồm:")
    yield ItemList(punctuated(tuple(missing(one) for one in context.absent)))


def _business(context: MeetingMinutesContext) -> Iterator[Block]:
    yield Heading(Level.SECTION, "II.", "NỘI DUNG")
    yield from clause_blocks(context.proceedings, depth=1)
    if context.recusals:
        count = numbers.two_digits(len(context.recusals))
        yield fact("Thành viên không tham gia biểu quyết", f"{count} trường hợp, gồm:")
        lines = tuple(f"{one.name}: {one.item} ({one.reason})" for one in context.recusals)
        yield ItemList(punctuated(lines))
    yield Heading(Level.SECTION, "III.", "KẾT QUẢ BIỂU QUYẾT")
    yield from _vote(context)
    yield Heading(Level.SECTION, "IV.", "KẾT LUẬN CỦA CHỦ TRÌ")
    yield from (paragraph(text) for text in context.conclusion or (_conclusion(context),))


def _vote(context: MeetingMinutesContext) -> Iterator[Block]:
    if context.voting:
        rule = f" Trường hợp {context.rule} được đưa vào danh sách đề nghị." if context.rule else ""
        yield paragraph(f"Hội đồng biểu quyết bằng hình thức {context.voting}.{rule}")
    if context.base:
        yield paragraph(f"Tỷ lệ đồng ý tính trên {context.base}.")
    yield Table(columns=_VOTE_COLUMNS, rows=tuple(_vote_rows(context)), head=_vote_head())


def _vote_head() -> tuple[tuple[HeadCell, ...], ...]:
    columns = list(_VOTE_COLUMNS)
    top = (
        *(HeadCell(column.title, rows=2) for column in columns[: _VOTES.start]),
        HeadCell("Số phiếu", columns=3),
        *(HeadCell(column.title, rows=2) for column in columns[_VOTES.stop :]),
    )
    return top, tuple(HeadCell(column.title) for column in columns[_VOTES])


def _vote_rows(context: MeetingMinutesContext) -> Iterator[Row]:
    for at, one in enumerate(context.results, start=1):
        votes = (one.votes_for, one.votes_against, one.abstentions)
        share = f"{one.votes_for}/{one.eligible} ({numbers.percent(one.votes_for, one.eligible)})"
        verdict = "Đạt" if one.passed else "Không đạt"
        yield Row((str(at), one.name, one.honour, *map(str, votes), share, verdict))


def _conclusion(context: MeetingMinutesContext) -> str:
    passed = sum(one.passed for one in context.results)
    return (
        f"Hội đồng thống nhất đề nghị khen thưởng {numbers.counted(passed)} trường hợp đạt tỷ lệ "
        f"đồng ý theo quy định trong tổng số {numbers.two_digits(len(context.results))} trường hợp "
        "đã xét; giao Thư ký hoàn thiện hồ sơ, trình người có thẩm quyền xem xét, quyết định."
    )


def _ending(context: MeetingMinutesContext) -> Iterator[Block]:
    when = moment(context.ended) if context.ended else f"{dates.GAP}giờ{dates.GAP}phút"
    if context.ended and context.ended.date() == context.started.date():
        when = f"{dates.clock(context.ended.time())} cùng ngày"
    yield paragraph(
        f"Cuộc họp kết thúc vào {when}. Biên bản đã được đọc lại cho các thành viên dự họp cùng "
        "nghe và nhất trí thông qua."
    )


KIND: Final = Kind(
    slug="meeting_minutes",
    name="Biên bản họp Hội đồng xét khen thưởng",
    context=MeetingMinutesContext,
    build=meeting_minutes,
)
