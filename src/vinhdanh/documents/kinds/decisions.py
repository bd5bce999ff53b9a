"""What decisions of the Chairman share: their frame, their articles, the clause on their force."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vinhdanh.documents.kinds.common import closed
from vinhdanh.documents.kinds.frames import issued, resting_on
from vinhdanh.documents.model import article, centred

if TYPE_CHECKING:
    from vinhdanh.documents.kinds.common import Paper
    from vinhdanh.documents.model import Appendix, Block, OfficialDocument

IN_FORCE: Final = "Quyết định này có hiệu lực kể từ ngày ký"


def decided(
    paper: Paper,
    *,
    about: str,
    bases: tuple[str, ...],
    articles: tuple[Block, ...],
    proposal: str = "",
    appendices: tuple[Appendix, ...] = (),
) -> OfficialDocument:
    """Return a decision of the Chairman (Decree 30/2020, Annex III, sample 1.2).

    Args:
        paper: body, number, date, signer, recipients.
        about: trích yếu, printed after "Về việc".
        bases: "Căn cứ" lines of the law of its day.
        articles: what is decided, from Điều 1 on.
        proposal: who asked for it, the last of the bases; or empty.
        appendices: its list, where it has one.

    Raises:
        DocumentError: there is no legal base.
    """
    return issued(
        paper,
        code="QĐ",
        kind_name="QUYẾT ĐỊNH",
        abstract=f"Về việc {about}",
        authority_line=f"CHỦ TỊCH {paper.office.name.upper()}",
        bases=(*resting_on(bases), *filter(None, (proposal,))),
        blocks=closed((centred("QUYẾT ĐỊNH:", bold=True), *articles)),
        appendices=appendices,
    )


def in_articles(*texts: str) -> tuple[Block, ...]:
    """Number texts as Điều 1, Điều 2 and so on."""
    return tuple(article(at, text) for at, text in enumerate(texts, start=1))


def in_force(executors: str) -> str:
    """Return the last article: from when the decision holds and who carries it out."""
    return f"{IN_FORCE}. {carried_out(executors)}"


def carried_out(executors: str) -> str:
    """Return who carries the decision out."""
    return f"{executors} chịu trách nhiệm thi hành Quyết định này."


def concerned(whom: str) -> str:
    """Return who carries a decision out where nothing else is said."""
    return f"Thủ trưởng các cơ quan, đơn vị có liên quan và {whom}"
