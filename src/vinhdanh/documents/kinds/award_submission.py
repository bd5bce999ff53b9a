"""Tờ trình đề nghị khen thưởng: who is proposed, after which review, with the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates, numbers
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.forms import decree_98, decree_152
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Paper, closed, reference_line
from vinhdanh.documents.kinds.frames import issued
from vinhdanh.documents.kinds.nominee_list import Nominee, groups_of, nominee_table
from vinhdanh.documents.model import Appendix, Block, ItemList, OfficialDocument, paragraph
from vinhdanh.documents.printed import punctuated

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from vinhdanh.documents.kinds.nominee_list import Groups


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The session that chose the nominees; its day and its votes are a base of the proposal."""

    council: str
    held_on: dt.date
    present: int
    members: int
    rule: str = ""
    """"có từ 80% trở lên số thành viên dự họp đồng ý"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardSubmissionContext:
    """Facts of a submission; one submission goes to one deciding level.

    act and merit are those of the decision asked for: "tặng Giấy khen", "đã có thành tích …".
    """

    paper: Paper
    addressee: str
    act: str
    merit: str
    review: Review | None = None
    """None by the simplified procedure, where no council meets."""
    bases: tuple[str, ...] = ()
    individuals: tuple[Nominee, ...] = ()
    collectives: tuple[Nominee, ...] = ()
    households: tuple[Nominee, ...] = ()
    enclosures: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    """Papers that will follow, each with whose it is."""
    decider: str = ""
    """Who decides, where the addressee passes the files on."""
    answer_by: dt.date | None = None


def award_submission(context: AwardSubmissionContext) -> OfficialDocument:
    """Return the submission with its list (Decree 30/2020, Annex III, sample 1.4).

    Raises:
        DocumentError: nobody is proposed.
    """
    groups = _groups(context)
    if not groups:
        raise DocumentError(
            "Tờ trình chưa có cá nhân, tập thể hoặc hộ gia đình nào; hãy thêm người được đề nghị."
        )
    return issued(
        context.paper,
        code="TTr",
        kind_name="TỜ TRÌNH",
        abstract=f"Về việc đề nghị {context.act} cho {_kinds(context)} "
        f"{context.merit.removeprefix('đã ')}",
        addressees=(context.addressee,),
        bases=context.bases,
        blocks=closed(tuple(_body(context))),
        appendices=(_list(context),),
    )


def _groups(context: AwardSubmissionContext) -> Groups:
    return groups_of(context.individuals, context.collectives, context.households)


def _kinds(context: AwardSubmissionContext) -> str:
    return _joined([word for word, _members in _groups(context)])


def _joined(parts: list[str]) -> str:
    return " và ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def _body(context: AwardSubmissionContext) -> Iterator[Block]:
    if context.review:
        yield _reviewed(context.review)
    counts = _joined([f"{numbers.counted(len(some))} {word}" for word, some in _groups(context)])
    yield paragraph(
        f"{context.paper.office.name} kính đề nghị {context.addressee} {_asked_for(context)} "
        f"{context.act} cho {counts} {context.merit} (có Danh sách kèm theo)."
    )
    if context.enclosures:
        yield paragraph("Hồ sơ kèm theo gồm:")
        yield ItemList(punctuated(context.enclosures))
    if context.lacking:
        yield paragraph("Giấy tờ chưa có, sẽ gửi bổ sung:")
        yield ItemList(punctuated(context.lacking))
    if context.answer_by:
        yield paragraph(
            f"{context.paper.office.name} đề nghị {context.addressee} thông báo kết quả trước "
            f"ngày {dates.short_date(context.answer_by)}."
        )
    yield paragraph(
        f"Kính trình {context.addressee} xem xét{'' if context.decider else ', quyết định'}"
    )


def _asked_for(context: AwardSubmissionContext) -> str:
    if context.decider:
        return f"xem xét, trình {context.decider} quyết định"
    return "xem xét, quyết định"


def _reviewed(review: Review) -> Block:
    share = f"{numbers.two_digits(review.present)}/{numbers.two_digits(review.members)}"
    rule = f"; các trường hợp được đề nghị đều {review.rule}" if review.rule else ""
    return paragraph(
        f"Ngày {dates.short_date(review.held_on)}, {review.council} họp xét khen thưởng với "
        f"{share} thành viên có mặt{rule}. Kết quả biểu quyết từng trường hợp ghi tại Danh sách "
        "kèm theo."
    )


def _list(context: AwardSubmissionContext) -> Appendix:
    return Appendix(
        label="",
        title=f"Danh sách {_kinds(context)} đề nghị {context.act}".upper(),
        reference=reference_line("Tờ trình", "TTr", context.paper),
        blocks=(nominee_table(_groups(context)),),
        landscape=True,
    )


KIND: Final = Kind(
    slug="award_submission",
    name="Tờ trình đề nghị khen thưởng",
    context=AwardSubmissionContext,
    build=award_submission,
    forms=(decree_98("Mẫu số 01", confirmed=True), decree_152("Mẫu số 01")),
)
