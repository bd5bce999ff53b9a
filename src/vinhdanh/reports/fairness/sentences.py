"""The mirror told in official sentences, for reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.kernel.wording import count, joined

if TYPE_CHECKING:
    from vinhdanh.reports.fairness.mirror import Mirror, Share
    from vinhdanh.reports.fairness.villages import Villages


def paragraph(mirror: Mirror) -> tuple[str, ...]:
    """Return what a report says of who was honoured; nothing where nobody was."""
    if not mirror.rows:
        return ()
    lines = [_shares(mirror), _promise(mirror), _repeated(mirror), _villages(mirror), _days(mirror)]
    return tuple(line for line in lines if line)


def _shares(mirror: Mirror) -> str:
    parts = [
        f"{share.label[:1].lower()}{share.label[1:]} {share.said}{_before(before)}"
        for share, before in mirror.pairs
        if share.known
    ]
    return f"Về cơ cấu khen thưởng: {'; '.join(parts)}." if parts else ""


def _before(before: Share) -> str:
    return f", năm trước {before.said}" if before.known else ""


def _promise(mirror: Mirror) -> str:
    share, promised = mirror.shares[0], mirror.promise.percent
    if promised is None or not share.known or (reached := share.reaches(promised)) is None:
        return ""
    verb = "đạt" if reached else "chưa đạt"
    return (
        f"Tỷ lệ người lao động trực tiếp được khen thưởng {verb} mức {promised}% kế hoạch năm đề"
        " ra."
    )


def _repeated(mirror: Mirror) -> str:
    if not mirror.repeated:
        return ""
    return (
        f"Có {count(len(mirror.repeated))} cá nhân, tập thể, hộ gia đình được khen thưởng ba năm"
        " liên tiếp."
    )


def _villages(mirror: Mirror) -> str:
    found = mirror.villages
    if not found.is_known or not found.without:
        return ""
    names = joined([each.called for each in found.without])
    return (
        f"Từ năm {found.since.year} đến nay còn {count(len(found.without))} thôn, tổ dân phố chưa"
        f" thấy trong sổ khen thưởng: {names}.{_by_name(found)}"
    )


def _by_name(found: Villages) -> str:
    if not found.by_name:
        return ""
    names = joined([each.called for each in found.by_name])
    return (
        f" Có {count(len(found.by_name))} thôn, tổ dân phố chỉ nhận ra theo tên ghi ở chức vụ, địa"
        f" chỉ của người được khen: {names}."
    )


def _days(mirror: Mirror) -> str:
    if mirror.median_days is None:
        return ""
    return (
        f"Khen thưởng đột xuất được quyết định sau khi có thành tích {mirror.median_days} ngày (số"
        f" ngày giữa của {len(mirror.days)} trường hợp)."
    )
