"""Titles and names printed in capitals, given back their usual letters."""

# ruff: noqa: SIM905 - word lists read better as words

from __future__ import annotations

import re
from collections import Counter

from vinhdanh.intake.text_marks import is_upper
from vinhdanh.kernel.text import initial_capital, squeeze

_LONGEST = 7
_TONED = re.compile(r"[^\x00-\x7fĐ“”‘’–…]")
_MAX_TOKENS = 20_000
_PHRASES = (
    "Ủy ban nhân dân", "Uỷ ban nhân dân", "Hội đồng nhân dân", "Hội đồng Thi đua - Khen thưởng",
    "Hội đồng Thi đua, Khen thưởng", "Mặt trận Tổ quốc Việt Nam", "Ủy ban Mặt trận Tổ quốc",
    "Ủy ban Kiểm tra", "Đảng ủy", "Đảng uỷ", "Thủ tướng Chính phủ", "Chính phủ", "Quốc hội",
    "Bộ Chính trị", "Ban Chấp hành", "Ban Thường vụ", "Ban Chỉ huy", "Ban Chỉ đạo", "Ban Quản lý",
    "Nhà nước", "Đảng", "Trung ương", "Thành phố Hồ Chí Minh", "Hồ Chí Minh", "Việt Nam",
    "Công an", "Ban Chỉ huy Quân sự", "Luật Thi đua, khen thưởng", "Hội Nông dân",
    "Hội Cựu chiến binh", "Hội Liên hiệp Phụ nữ", "Đoàn Thanh niên", "Đoàn TNCS Hồ Chí Minh",
    "UBND", "HĐND", "MTTQ", "HTX", "NTM", "TĐKT", "CCHC", "OCOP", "ATTP", "Nghị định",
    "Nghị quyết", "Quyết định số", "Chỉ thị số", "Thông tư", "Kết luận số", "Luật", "Bác Hồ",
    "Nhân dân",
)  # fmt: skip
_FIELDS = (
    "Nội vụ", "Tài chính", "Tài chính - Kế hoạch", "Tư pháp", "Giáo dục và Đào tạo", "Y tế",
    "Xây dựng", "Khoa học và Công nghệ", "Nông nghiệp và Môi trường",
    "Nông nghiệp và Phát triển nông thôn", "Văn hóa, Thể thao và Du lịch", "Văn hóa - Xã hội",
    "Văn hóa và Thông tin", "Công Thương", "Lao động - Thương binh và Xã hội",
    "Thông tin và Truyền thông", "Kinh tế", "Kinh tế và Hạ tầng", "Tài nguyên và Môi trường",
    "Kế hoạch và Đầu tư", "Giao thông vận tải", "Ngoại vụ", "Dân tộc và Tôn giáo", "Dân tộc",
    "Kinh tế, Hạ tầng và Đô thị", "Quốc phòng", "Tôn giáo",
)  # fmt: skip
_FIELD_HEADS = {"sở", "phòng", "bộ", "ban", "ty"}
_LEVELS = {"xã", "phường", "trấn", "huyện", "quận", "tỉnh", "phố", "khu", "thôn"}
_PLACE_ENDS = frozenset(
    "năm giai đến về trong của và từ theo là gắn lần quý tháng nhiệm đạt cho với có tổ bàn thực "
    "các nhân".split()
)
_SENTENCE_START = re.compile(r"[.;:!?]$|^(?:\w{1,4}[.)]|[IVX]+\.)$")


class UsualLetters:
    """Knows how phrases are written in the running text of one document."""

    def __init__(self, texts: list[str]) -> None:
        self._seen: dict[tuple[str, ...], Counter[tuple[str, ...]]] = {}
        for phrase in (*_PHRASES,):
            self._learn_one(tuple(map(_bare, phrase.split())), weight=1)
        total = 0
        for text in texts:
            if total > _MAX_TOKENS:
                break
            if not is_upper(text):
                tokens = squeeze(text).split(" ")
                total += len(tokens)
                self._learn_text(tokens)

    def restore(self, text: str) -> str:
        """Return text with usual letters; text that is not in capitals stays as it is."""
        text = squeeze(text)
        if not is_upper(text):
            return text
        tokens = text.split(" ")
        keys = [_key(token) for token in tokens]
        written: list[str] = []
        at = 0
        while at < len(tokens):
            length, forms = self._longest(keys, at)
            if forms is not None:
                written.extend(_dress(tokens[at + n], forms[n]) for n in range(length))
                at += length
                continue
            field = self._field_at(keys, at)
            if field:
                written.extend(_dress(tokens[at + n], word) for n, word in enumerate(field))
                at += len(field)
                continue
            written.append(self._alone(tokens, keys, at, written))
            at += 1
        return initial_capital(" ".join(written))

    def _longest(self, keys: list[str], at: int) -> tuple[int, tuple[str, ...] | None]:
        for length in range(min(_LONGEST, len(keys) - at), 0, -1):
            seen = self._seen.get(tuple(keys[at : at + length]))
            if seen and (length > 1 or _is_code(keys[at]) or len(seen) == 1):
                return length, seen.most_common(1)[0][0]
        return 0, None

    def _field_at(self, keys: list[str], at: int) -> list[str] | None:
        if at == 0 or keys[at - 1] not in _FIELD_HEADS:
            return None
        fitting = [
            field.split()
            for field in _FIELDS
            if keys[at : at + len(field.split())] == [_key(word) for word in field.split()]
        ]
        return max(fitting, key=len, default=None)

    def _alone(self, tokens: list[str], keys: list[str], at: int, written: list[str]) -> str:
        token = tokens[at]
        if re.search(r"\d", token) and "/" in token:
            return re.sub(r"-TTG$", "-TTg", token)
        if (
            re.fullmatch(r"[IVX]+\W*", token)
            and at
            and keys[at - 1] in {"quý", "quí", "khóa", "khoá", "thứ"}
        ):
            return token
        if keys[at] in _FIELD_HEADS and at + 1 < len(keys) and self._field_at(keys, at + 1):
            return initial_capital(token.lower())
        if (
            at
            and _in_place_name(keys, at)
            and (written[-1][:1].isupper() or keys[at - 1] in _LEVELS)
        ):
            return "-".join(initial_capital(part) for part in token.lower().split("-"))
        return token.lower()

    def _learn_text(self, tokens: list[str]) -> None:
        starts = [
            at == 0 or bool(_SENTENCE_START.search(tokens[at - 1])) for at in range(len(tokens))
        ]
        shouted = _shouted(tokens)
        forms = [_bare(token) for token in tokens]
        for at in range(len(tokens)):
            for length in range(1, min(_LONGEST, len(tokens) - at) + 1):
                if any(shouted[at : at + length]):
                    break
                if starts[at] and not tokens[at].isupper() and not _is_code(tokens[at]):
                    break
                if any(starts[at + 1 : at + length]):
                    break
                self._learn_one(tuple(forms[at : at + length]), weight=3)

    def _learn_one(self, forms: tuple[str, ...], weight: int) -> None:
        key = tuple([form.lower() for form in forms])
        seen = self._seen.get(key)
        if seen is None:
            seen = self._seen[key] = Counter()
        seen[forms] += weight


def _shouted(tokens: list[str]) -> list[bool]:
    """Mark words that are only in capitals because a head or an office is; not abbreviations."""
    upper = [bool(re.search(r"[^\W\d_]{2}", token)) and token.isupper() for token in tokens]
    return [
        upper[at]
        and (sum(upper[max(0, at - 1) : at + 2]) > 1 or _TONED.search(tokens[at]) is not None)
        for at in range(len(tokens))
    ]


def _in_place_name(keys: list[str], at: int) -> bool:
    """Tell whether a word stands within three words after the name of a level ("xã")."""
    if keys[at] in _PLACE_ENDS or not keys[at]:
        return False
    for back in range(1, 4):
        if at - back < 0 or keys[at - back] in _PLACE_ENDS:
            return False
        if keys[at - back] in _LEVELS:
            return True
    return False


def _is_code(token: str) -> bool:
    return bool(re.search(r"\d", token) and "/" in token)


def _bare(token: str) -> str:
    return token.strip(".,;:()“”\"'*")


def _key(token: str) -> str:
    return _bare(token).lower()


def _dress(printed: str, form: str) -> str:
    """Return the form with the punctuation of the printed token."""
    bare = _bare(printed)
    return printed.replace(bare, form) if bare else printed
