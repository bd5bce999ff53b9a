"""Who leads and who helps, out of a sentence ("Sở A chủ trì, phối hợp với Sở B …")."""

from __future__ import annotations

import re

from vinhdanh.intake.bodies import bodies_score, split_bodies
from vinhdanh.kernel.text import squeeze

_ACTS = (
    r"chủ trì|chủ động|có trách nhiệm|chịu trách nhiệm|tham mưu|tổ chức(?! chính trị| xã hội| khác"
    r"| có liên| liên| đảng| đoàn|,| và)"
    r"|triển khai|thực hiện|phối hợp|xây dựng(?! [A-ZĐ])|ban hành|hướng dẫn|theo dõi|tiếp tục"
    r"|tăng cường|đẩy mạnh|căn cứ|giúp|là đầu mối"
    r"|là cơ quan|bố trí|tuyên truyền|kiểm tra|báo cáo|thẩm định|cân đối|chỉ đạo(?! [A-ZĐ])|phân "
    r"công|rà soát|nghiêm túc|quán triệt"
    r"|đôn đốc|lồng ghép|vận động|giám sát|đưa tin|định kỳ|thường xuyên|phát động|tích cực|hỗ trợ"
    r"|lập|tổng hợp|đảm bảo|bảo đảm|kịp thời"
)
_ACT = re.compile(rf"(?<!\w)(?:{_ACTS})(?!\w)")
_SCOPE = re.compile(
    r"\s+(?:(?:trong|theo|thuộc)\s+)(?:phạm vi|chức năng|nhiệm vụ|thẩm quyền|lĩnh vực|trách nhiệm)"
    r"(?:,?\s*(?:và\s+)?(?:chức năng|nhiệm vụ|quyền hạn|thẩm quyền|lĩnh vực|trách nhiệm|phạm vi"
    r"|quản lý|phụ trách|được giao|được phân công|của mình|của từng đơn vị))*"
)
_OPENING = re.compile(
    r"^(?:[-–+]\s*)?(?:Đề nghị|Yêu cầu|Giao(?: cho)?|Phân công|Đối với)\s*:?\s+", re.IGNORECASE
)
_WITH = re.compile(
    r"(?:chủ trì|tham mưu)?,?\s*(?:và\s+)?phối hợp\s+(?:chặt chẽ\s+)?(?:với|cùng)\s+"
)
_MAX_WORDS = 45
_GOOD = 0.6


def read_lead_sentence(text: str) -> tuple[str | None, tuple[str, ...], str]:
    """Return lead, partners and the duty that follows, out of a sentence that opens with bodies.

    >>> read_lead_sentence("Sở Nội vụ chủ trì, phối hợp với Sở Tài chính tham mưu UBND tỉnh.")[:2]
    ('Sở Nội vụ', ('Sở Tài chính',))
    """
    text = squeeze(text)
    opening = _OPENING.match(text)
    start = opening.end() if opening else 0
    head, colon, duty = text[start:].partition(":")
    if colon and _is_bodies(head):
        return head.strip(), (), squeeze(duty)
    for act in _ACT.finditer(text, start):
        named = _SCOPE.sub("", text[start : act.start()]).strip(" ,")
        if not named:
            return None, (), text
        if _is_bodies(named):
            return named, _partners_after(text[act.start() :]), text[act.start() :]
        if len(named.split(" ")) > _MAX_WORDS:
            break
    return None, (), text


def read_lead_label(text: str) -> tuple[str | None, tuple[str, ...]]:
    """Return lead and partners out of the text of a label such as "Cơ quan thực hiện"."""
    text = squeeze(text).rstrip(" .;,")
    if not text:
        return None, ()
    if _ACT.search(text) is None and _SCOPE.search(text) is None:
        return text, ()
    leads: list[str] = []
    partners: list[str] = []
    pieces = text.split(";")
    has_chief = any("chủ trì" in piece for piece in pieces)
    for piece in pieces:
        named = _bodies_before_act(piece)
        is_partner = has_chief and "chủ trì" not in piece
        (partners if is_partner else leads).extend(split_bodies(named))
        partners.extend(_partners_after(piece))
    return ", ".join(leads) or text, tuple(partners)


def _bodies_before_act(piece: str) -> str:
    piece = _SCOPE.sub("", squeeze(piece))
    for act in _ACT.finditer(piece):
        named = piece[: act.start()].strip(" ,")
        if _is_bodies(named):
            return named
    return piece


def _partners_after(text: str) -> tuple[str, ...]:
    match = _WITH.search(text[:200])
    if match is None:
        return ()
    rest = text[match.end() :]
    act = _ACT.search(rest)
    named = re.split(r"[.;]", rest[: act.start()] if act else rest)[0]
    found = split_bodies(_SCOPE.sub("", named))
    return found if found and bodies_score(", ".join(found)) > _GOOD else ()


def _is_bodies(text: str) -> bool:
    return bool(text) and len(text.split(" ")) <= _MAX_WORDS and bodies_score(text) > _GOOD
