"""Bản giao ước thi đua: parties of a cluster or the villages of a commune bind themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates, numbers
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Office
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.kinds.targets import Target, target_table
from vinhdanh.documents.model import (
    Block,
    Column,
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
    import datetime as dt
    from collections.abc import Iterator

_PARTIES: Final = (
    Column("STT", 13, "center"),
    Column("Đơn vị", 50),
    Column("Người đại diện", 40),
    Column("Chức vụ", 30),
    Column("Danh hiệu đăng ký phấn đấu", 42),
)
_FEWEST: Final = 2
_FEW: Final = 4
_SHORT: Final = 20
"""Letters of a name that fits a third of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeParty:
    """One party with who signs for it and the title it aims at."""

    name: str
    representative: str
    post: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmulationPledgeContext:
    """Facts of a pledge. witness signs in the middle below the parties, such as for the council."""

    year: int
    title: str
    """Second line: "giữa các thôn trên địa bàn xã Minh Tiến năm 2024"."""
    office: Office | None = None
    """Who holds the ceremony; without it Quốc hiệu stands in the middle."""
    date: dt.date | None = None
    venue: str = ""
    bases: tuple[str, ...] = ()
    parties: tuple[PledgeParty, ...]
    targets: tuple[Target, ...] = ()
    commitments: tuple[str, ...] = ()
    witness: Signature | None = None
    keeper: str = ""
    """Who keeps the last original, beside one for each party."""


def emulation_pledge(context: EmulationPledgeContext) -> OfficialDocument:
    """Return the pledge with one signature cell for each party.

    Raises:
        DocumentError: fewer than two parties, or nothing to reach.
    """
    if len(context.parties) < _FEWEST:
        raise DocumentError("Bản giao ước cần ít nhất hai bên tham gia; hãy thêm đơn vị.")
    if not context.targets:
        raise DocumentError("Bản giao ước chưa có chỉ tiêu thi đua nào; hãy thêm chỉ tiêu.")
    document = unnumbered(
        context.office,
        kind_name="BẢN GIAO ƯỚC THI ĐUA",
        abstract=context.title[:1].upper() + context.title[1:],
        blocks=(*_body(context), *_signatures(context)),
        day=context.date,
        year=context.year,
    )
    return replace(document, bases=context.bases)


def _body(context: EmulationPledgeContext) -> Iterator[Block]:
    day = dates.issue_date(context.date, context.year)
    venue = f", tại {context.venue}" if context.venue else ""
    count = numbers.counted(len(context.parties))
    yield paragraph(
        f"Hôm nay, {day}{venue}, chúng tôi gồm {count} đơn vị có tên dưới đây thống nhất ký kết "
        f"giao ước thi đua năm {context.year}:"
    )
    yield Table(_PARTIES, tuple(_party_rows(context.parties)))
    yield Heading(Level.SECTION, "I.", "NỘI DUNG, CHỈ TIÊU THI ĐUA")
    yield target_table(context.targets, f"Mức phấn đấu năm {context.year}")
    yield Heading(Level.SECTION, "II.", "CAM KẾT THỰC HIỆN")
    if context.commitments:
        yield ItemList(punctuated(context.commitments))
    yield paragraph(_copies(context))


def _party_rows(parties: tuple[PledgeParty, ...]) -> Iterator[Row]:
    for at, one in enumerate(parties, start=1):
        yield Row((str(at), one.name, one.representative, one.post, one.title))


def _copies(context: EmulationPledgeContext) -> str:
    originals = len(context.parties) + bool(context.keeper)
    kept = f", {context.keeper} giữ 01 (một) bản" if context.keeper else ""
    return (
        f"Bản giao ước này được lập thành {numbers.counted(originals)} bản có giá trị như nhau; "
        f"mỗi đơn vị giữ 01 (một) bản{kept}./."
    )


def _signatures(context: EmulationPledgeContext) -> Iterator[SignatureGrid]:
    yield SignatureGrid(
        tuple(
            Signature(("ĐẠI DIỆN", one.name.upper(), one.post.upper()), one.representative)
            for one in context.parties
        ),
        columns=_across(context.parties),
    )
    if context.witness:
        yield SignatureGrid((context.witness,), columns=1)


def _across(parties: tuple[PledgeParty, ...]) -> int:
    """Return how many sign side by side: three where there are many and their names are short."""
    are_short = all(len(one.name) <= _SHORT for one in parties)
    return 3 if are_short and len(parties) > _FEW else 2


KIND: Final = Kind(
    slug="emulation_pledge",
    name="Bản giao ước thi đua",
    context=EmulationPledgeContext,
    build=emulation_pledge,
)
