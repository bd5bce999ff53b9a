"""Names of bodies and people who carry tasks: recognising them and parting lists of them."""

from __future__ import annotations

import re

from vinhdanh.kernel.text import squeeze

_HEADS = (
    "ubnd|ủy ban|uỷ ban|hđnd|hội đồng|đảng ủy|đảng uỷ|đảng bộ|chi bộ|chi ủy|cấp ủy|thường trực"
    "|thường vụ|ban thường vụ|sở|phòng|ban|bộ|cục|chi cục|tổng cục|vụ|công an|quân sự|bch|bchqs"
    "|mặt trận|mttq|ubmttq"
    "|ủy ban mttq|hội|đoàn|đội|liên đoàn|công đoàn|lđlđ|các|những|văn phòng|vp|đài|trạm|trường"
    "|trung tâm|tt|thôn|xóm|ấp|bản|buôn|khu|khu phố|tổ|tổ dân phố|công chức|cán bộ|viên chức|trưởng"
    "|phó|chủ tịch|pct|đồng chí|đ/c|ông|bà|cơ quan|đơn vị|ngành|tổ chức|doanh nghiệp|hợp tác xã|htx"
    "|ngân hàng|kho bạc|bảo hiểm|bhxh|tòa án|toà án|viện|thanh tra|thư viện|bưu điện|điện lực|thủ "
    "trưởng"
    "|người đứng đầu|bí thư|giám đốc|hiệu trưởng|liên minh|hiệp hội|tổng công ty|công ty|quỹ|báo"
    "|toàn thể|tất cả|mọi|kế toán|tập thể|cá nhân|nhân dân|hộ|cụm|khối|lực lượng|dân quân"
    "|chuyên viên|nhóm|thành viên|ủy viên|thành ủy|tỉnh ủy|huyện ủy|quận ủy|hạt|địa phương|chi hội"
    "|cựu chiến binh|phụ nữ|nông dân|thanh niên|người|bí thư|lãnh đạo|bộ phận|chi nhánh|xã|phường"
    "|huyện|đoàn thể|văn hóa|tư pháp|tài chính|địa chính|hđ|tđkt|học viện|bệnh viện|phân hiệu|chi "
    "đoàn"
)
_HEAD = re.compile(rf"(?:{_HEADS})(?!\w)", re.IGNORECASE)
_STRONG_HEAD = re.compile(
    r"(?:ubnd|[uủ][yỷ] ban|uỷ ban|hđnd|hội đồng|đảng (?:ủy|uỷ)|sở|phòng|ban|bộ|cục|chi cục|công an"
    r"|mặt trận|mttq|ubmttq|hội|đoàn|liên đoàn|công đoàn|các|văn phòng|vp|đài|trạm|trường|trung tâm"
    r"|bảo hiểm|công chức|cán bộ|cơ quan|đơn vị|doanh nghiệp|thôn|thanh tra|viện|ngân hàng|kho bạc"
    r"|bch"
    r"|bchqs|quỹ|hiệp hội|liên minh|những|toàn thể|tòa án|đồng chí|chi nhánh|địa phương|báo|tổ chức"
    r"|tổ dân phố|hợp tác xã|quân sự)(?!\w)",
    re.IGNORECASE,
)
_NEEDS_NAME = re.compile(
    r"(?:ủy ban|uỷ ban|hội đồng|sở|phòng|ban|bộ|cục|hội|đoàn|trung tâm|văn phòng|các|những|trưởng"
    r"|phó|chi cục"
    r"|tổ|khu|liên đoàn|bảo hiểm|tổ chức|mặt trận tổ|ban chỉ|hội đồng thi)",
    re.IGNORECASE,
)
_WEAK_HEAD = re.compile(
    r"(?:văn hóa|tư pháp|tài chính|địa chính|người|xã|phường|tổ chức|tổ|huyện)(?!\w)", re.IGNORECASE
)
_VERBS = re.compile(
    r"(?<!\w)(?:xây dựng|ban hành|triển khai|thực hiện|hướng dẫn|báo cáo|tham mưu|phát động|đăng ký"
    r"|tham gia|tuyên truyền|kiểm tra|rà soát|tổng hợp|đôn đốc|thẩm định|đề xuất|trình|sơ kết"
    r"|tổng kết|họp|lập|đẩy mạnh|tăng cường|nâng cao|hoàn thiện|cập nhật|bình xét|bố trí|công bố"
    r"|chịu trách nhiệm|chủ động|căn cứ|theo dõi|phối hợp|chủ trì|kiện toàn|quyết định)(?!\w)",
    re.IGNORECASE,
)
_LIST_MEMBERS = (
    (
        r"sở|ban|phòng|bộ|vụ",
        r"sở|ban|phòng|ngành|đoàn thể|hội|đơn vị|vụ|cục|hội đặc thù|ngành đoàn thể",
    ),
    (r"ban|ngành|sở", r"tổ chức chính trị\s*[-–]\s*xã hội|đoàn thể|mặt trận"),
    (
        r"cơ quan|đơn vị|tổ chức",
        r"cơ quan|đơn vị|địa phương|tổ chức|cá nhân|doanh nghiệp|đoàn thể|cá nhân",
    ),
    (r"xã|phường|thị trấn", r"xã|phường|thị trấn|đặc khu"),
    (r"huyện|thị xã|thành phố|quận", r"huyện|thị xã|thành phố|quận"),
    (
        r"thôn|xóm|ấp|bản|buôn|làng|khu phố",
        r"thôn|xóm|ấp|bản|buôn|làng|khu phố|tổ dân phố|khu dân cư",
    ),
    (r"viện|trường", r"viện|trường|học viện"),
    (
        r"mầm non|tiểu học|tiểu học|thcs|trung học cơ sở",
        r"tiểu học|thcs|thpt|trung học cơ sở|trung học phổ thông",
    ),
    (r"cấp tỉnh|cấp huyện|cấp xã", r"cấp tỉnh|cấp huyện|cấp xã"),
)
_FIELD_HEADS = re.compile(
    r"(?:sở|bộ|phòng|trung tâm|hội đồng|ban|cục|chi cục|ủy ban)\s", re.IGNORECASE
)
_BEFORE_AND = re.compile(r"(?:HĐND|Hội đồng nhân dân|Đảng ủy|UBND)$")


def is_body(text: str) -> bool:
    """Tell whether text reads as the name of one body, group or office-holder.

    >>> is_body("Hội đồng TĐKT xã"), is_body("Đăng ký thi đua năm 2024")
    (True, False)
    """
    return body_score(text) > 0.5  # noqa: PLR2004 - the middle of the scale


def body_score(text: str) -> float:
    """Return how well text reads as one body, from 0 to 1."""
    text = squeeze(text).strip(" .;,-–")
    head = _HEAD.match(text)
    if head is None:
        return 0.3 if re.fullmatch(r"[A-ZĐ]{2,8}(?:[ &-][A-ZĐ]{2,8})*", text) else 0.0
    rest = text[head.end() :]
    if not rest.strip() and _NEEDS_NAME.fullmatch(text):
        return 0.2
    start = 0.7 if _WEAK_HEAD.match(text) else 1.0
    score = start - 0.4 * len(_VERBS.findall(rest))
    words = len(text.split(" "))
    if words > 12:  # noqa: PLR2004 - longer names are rare
        score -= 0.05 * (words - 12)
    if re.search(r"\d{3,}|[:/]\s|\bnăm \d", rest):
        score -= 0.5
    if re.search(r"(?:\s(?:và|của|các|do|về|cho|thi|khen|quân)|[-–,])$", text, re.IGNORECASE):
        score -= 0.6
    return max(0.0, score)


def bodies_score(text: str) -> float:
    """Return how well text reads as a list of bodies, from 0 to 1."""
    parts = split_bodies(text)
    return sum(map(body_score, parts)) / len(parts) if parts else 0.0


def split_bodies(text: str) -> tuple[str, ...]:
    """Part a printed list of bodies, keeping together what is one name.

    >>> split_bodies("Sở Tài chính và cơ quan, địa phương liên quan")
    ('Sở Tài chính', 'cơ quan, địa phương liên quan')
    """
    parts: list[str] = []
    for chunk in _split_outside_brackets(squeeze(text).rstrip(" ."), ";"):
        pieces = _split_outside_brackets(chunk, ",")
        parts.extend(_split_at_and(_rejoin(pieces)))
    cleaned = (re.sub(r"^(?:[-–+•]\s*|và\s+)", "", part).strip(" .;,") for part in parts)
    return tuple(part for part in cleaned if part)


def _split_outside_brackets(text: str, mark: str) -> list[str]:
    pieces, depth, start = [], 0, 0
    for at, char in enumerate(text):
        if char == "(":
            depth += 1
        elif char == ")":
            depth = max(0, depth - 1)
        elif char == mark and depth == 0:
            pieces.append(text[start:at].strip())
            start = at + 1
    pieces.append(text[start:].strip())
    return [piece for piece in pieces if piece]


def _rejoin(pieces: list[str]) -> list[str]:
    joined: list[str] = []
    for piece in pieces:
        if joined and _continues(joined[-1], piece):
            joined[-1] = f"{joined[-1]}, {piece}"
        else:
            joined.append(piece)
    return joined


def _continues(before: str, piece: str) -> bool:
    last = before.rsplit(", ", 1)[-1].rsplit(" và ", 1)[-1]
    for first, member in _LIST_MEMBERS:
        if re.match(rf"(?:(?:và\s+)?(?:{member}))(?!\w)", piece) and re.search(
            rf"(?:^|\s|\()(?:{first}|{member})$", last, re.IGNORECASE
        ):
            return not re.search(r"(?:^|\s)các ngành$", last, re.IGNORECASE) or "ban" in before
    return bool(
        piece[:1].isupper()
        and _HEAD.match(piece) is None
        and _FIELD_HEADS.match(last)
        and not piece.isupper()
    )


def _split_at_and(pieces: list[str]) -> list[str]:
    parted: list[str] = []
    for piece in pieces:
        start = 0
        for match in re.finditer(r"\s+(?:và|cùng với|cùng)\s+", piece):
            before, after = piece[start : match.start()], piece[match.end() :]
            if (
                _STRONG_HEAD.match(after)
                and _HEAD.match(before)
                and not _BEFORE_AND.search(before)
                and not _is_joined_noun(before, after)
                and piece[: match.start()].count("(") == piece[: match.start()].count(")")
            ):
                parted.append(before)
                start = match.end()
        parted.append(piece[start:])
    return parted


def _is_joined_noun(before: str, after: str) -> bool:
    """Tell whether "và" joins two words of one name ("cơ quan và đơn vị liên quan")."""
    return bool(
        re.search(
            r"(?:^|\s)(?:cơ quan|đơn vị|tổ chức|doanh nghiệp|cán bộ|thôn)$", before, re.IGNORECASE
        )
        and re.match(r"(?:cơ quan|đơn vị|tổ chức|địa phương|công chức|tổ dân phố)(?!\w)", after)
    )
