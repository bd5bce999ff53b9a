"""Thông báo công khai: the list of nominees posted for opinions before the decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates, numbers
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Paper, closed, fact, reference_line
from vinhdanh.documents.kinds.frames import issued
from vinhdanh.documents.kinds.nominee_list import Nominee, groups_of, nominee_table
from vinhdanh.documents.model import Appendix, Block, ItemList, OfficialDocument, paragraph
from vinhdanh.documents.printed import punctuated

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from vinhdanh.documents.kinds.nominee_list import Groups


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicNoticeContext:
    """Facts of a notice. How long it is posted is the local regulation's affair.

    subject follows "Công khai danh sách": "đề nghị tặng Giấy khen năm 2024". source is what it
    is made from: "Biên bản họp Hội đồng … ngày …".
    """

    paper: Paper
    subject: str
    source: str
    places: tuple[str, ...]
    """Where it is posted: notice boards, the portal, the loudspeaker."""
    since: dt.date
    until: dt.date
    contact: str
    individuals: tuple[Nominee, ...] = ()
    collectives: tuple[Nominee, ...] = ()
    households: tuple[Nominee, ...] = ()


def public_notice(context: PublicNoticeContext) -> OfficialDocument:
    """Return the notice with its list (Decree 30/2020, Annex III, sample 1.4).

    Raises:
        DocumentError: nobody is on the list, or it ends before it begins.
    """
    groups = _groups(context)
    if not groups:
        raise DocumentError("Danh sách công khai chưa có ai; hãy thêm trường hợp được đề nghị.")
    if context.until < context.since:
        raise DocumentError(
            "Ngày kết thúc niêm yết đứng trước ngày bắt đầu; hãy sửa một trong hai ngày."
        )
    return issued(
        context.paper,
        code="TB",
        kind_name="THÔNG BÁO",
        abstract=f"Công khai danh sách {context.subject}",
        blocks=closed(tuple(_body(context))),
        appendices=(
            Appendix(
                label="",
                title=f"Danh sách {context.subject}".upper(),
                reference=reference_line("Thông báo", "TB", context.paper),
                blocks=(nominee_table(groups),),
                landscape=True,
            ),
        ),
    )


def _groups(context: PublicNoticeContext) -> Groups:
    return groups_of(context.individuals, context.collectives, context.households)


def _body(context: PublicNoticeContext) -> Iterator[Block]:
    name = context.paper.office.name
    count = sum(len(members) for _word, members in _groups(context))
    yield paragraph(
        f"Căn cứ {context.source}, {name} thông báo công khai danh sách {context.subject} gồm "
        f"{numbers.counted(count)} trường hợp (có Danh sách kèm theo) để cơ quan, đơn vị và Nhân "
        "dân biết, tham gia ý kiến."
    )
    since, until = dates.long_date(context.since), dates.long_date(context.until)
    yield fact("1. Thời gian niêm yết, nhận ý kiến", f"từ {since} đến hết {until}.")
    yield fact("2. Nơi niêm yết", "")
    yield ItemList(punctuated(context.places))
    yield fact("3. Nơi nhận ý kiến", f"{context.contact.rstrip('.')}.")
    yield paragraph(
        "Ý kiến tham gia đề nghị nêu rõ nội dung, họ tên và địa chỉ người có ý kiến. Hết thời hạn "
        f"nêu trên, {name} xem xét, quyết định theo quy định"
    )


KIND: Final = Kind(
    slug="public_notice",
    name="Thông báo công khai danh sách đề nghị khen thưởng",
    context=PublicNoticeContext,
    build=public_notice,
)
