"""How many ballots of a secret vote hide a voter, from everybody and from the tellers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.councils.enums import VoteWay
from vinhdanh.kernel.errors import DomainError

if TYPE_CHECKING:
    from vinhdanh.councils.models import AgendaItem

FEWEST = 3
"""Ballots below which their sums would tell a voter, or each of two, how another voted."""
ALL_ON_PAPER = "hoặc bỏ hòm phiếu và cho tất cả bỏ phiếu giấy."


def require_screens_left(item: AgendaItem) -> None:
    """Refuse one paper more where too few would be left on screens.

    Tellers know the sums of the papers, so the result less these is what the screens said.

    Raises:
        DomainError: fewer than `FEWEST` would vote on a screen.
    """
    left = item.participations.filter(round=item.round).exclude(way=VoteWay.PAPER).count()
    if left < FEWEST:
        raise DomainError(
            f"Phát thêm phiếu giấy thì chỉ còn {left} người bỏ phiếu trên máy về hồ sơ của"
            f" {item.nomination.recipient.name}, và Ban kiểm phiếu suy ra được ý kiến của họ: hãy"
            f" giữ ít nhất {FEWEST} người trên máy, {ALL_ON_PAPER}"
        )


def require_hidden(item: AgendaItem, *, ballots: int) -> None:
    """Refuse a count whose sums would tell how somebody voted.

    Raises:
        DomainError: fewer than `FEWEST` ballots, or as few on screens beside papers.
    """
    name = item.nomination.recipient.name
    if ballots < FEWEST:
        raise DomainError(
            f"Mới có {ballots} phiếu về hồ sơ của {name}: kiểm phiếu lúc này thì lộ ý kiến của từng"
            f" người. Hãy chờ đủ {FEWEST} phiếu, hoặc bỏ hòm phiếu và chọn hình thức khác."
        )
    came = item.participations.filter(round=item.round, has_voted=True)
    screens = came.exclude(way=VoteWay.PAPER).count()
    if 0 < screens < FEWEST and came.filter(way=VoteWay.PAPER).exists():
        raise DomainError(
            f"Mới có {screens} phiếu bỏ trên máy về hồ sơ của {name}, còn lại là phiếu giấy: kiểm"
            " phiếu lúc này thì Ban kiểm phiếu suy ra được ý kiến của những người bỏ trên máy. Hãy"
            f" chờ đủ {FEWEST} phiếu trên máy, {ALL_ON_PAPER}"
        )
