"""Cells that name one of a few things: sex, group, grading, reach, kind of recipient, yes or no."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vinhdanh.intake.lists.grid import text_of
from vinhdanh.intake.lists.schema import CellType, Reading, Remark
from vinhdanh.kernel.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vinhdanh.intake.draft import Severity
    from vinhdanh.intake.lists.schema import Said

_NOT_LETTERS = re.compile(r"[^\w\s]+")


def plain(text: str) -> str:
    """Return folded text without punctuation, the form in which words are compared.

    >>> plain("H.T.X.S nhiệm vụ")
    'htxs nhiem vu'
    """
    return " ".join(_NOT_LETTERS.sub(" " if "." not in text else "", fold(text)).split())


def choice(
    labels: Mapping[str, str], others: Mapping[str, str], *, severity: Severity = "warning"
) -> CellType:
    """Return a type with `labels` (value -> words) and other ways to say them (words -> value).

    `severity` is that of a word which is none of them; the value is then left empty.
    """
    known = {plain(words): value for value, words in labels.items()}
    known |= {plain(words): value for words, value in others.items()}

    def read(said: Said) -> Reading:
        text = text_of(said)
        value = known.get(plain(text))
        if value is not None:
            return Reading(value)
        ways = "; ".join(f"“{words}”" for words in labels.values())
        return Reading(
            "",
            remarks=(
                Remark(
                    "unknown_word", severity, f"không hiểu “{text}”; hãy ghi một trong: {ways}."
                ),
            ),
        )

    return CellType(read=read, write=lambda value: labels.get(str(value), ""))


SEX = choice({"female": "Nữ", "male": "Nam"}, {"x nu": "female", "f": "female", "m": "male",
             "gai": "female", "trai": "male", "bà": "female", "ông": "male",
             "chị": "female", "anh": "male", "cô": "female", "thầy": "male"})  # fmt: skip
GROUP = choice(
    {
        "official": "Cán bộ, công chức, viên chức, người lao động của cơ quan, đơn vị",
        "worker": "Công nhân, nông dân, người lao động khác",
        "armed": "Quân đội, công an, dân quân thường trực, cơ động",
    },
    {
        **dict.fromkeys(
            ("cán bộ", "công chức", "viên chức", "cán bộ công chức", "cán bộ công chức viên chức",
             "cbccvc", "cbcc", "cbccvcnlđ", "giáo viên", "người hoạt động không chuyên trách"),
            "official",
        ),
        **dict.fromkeys(
            ("công nhân", "nông dân", "người lao động", "lao động tự do", "nhân dân"), "worker"
        ),
        **dict.fromkeys(("quân đội", "công an", "dân quân", "quân nhân", "bộ đội"), "armed"),
    },
)  # fmt: skip
KIND = choice(
    {"individual": "Cá nhân", "collective": "Tập thể", "household": "Hộ gia đình"},
    {"cn": "individual", "tt": "collective", "hgđ": "household", "hộ": "household",
     "gia đình": "household", "đơn vị": "collective", "ông": "individual", "bà": "individual"},
)  # fmt: skip
COMPLETION = choice(
    {
        "hoan-thanh-xuat-sac": "Hoàn thành xuất sắc nhiệm vụ",
        "hoan-thanh-tot": "Hoàn thành tốt nhiệm vụ",
        "hoan-thanh": "Hoàn thành nhiệm vụ",
        "khong-hoan-thanh": "Không hoàn thành nhiệm vụ",
    },
    {
        **dict.fromkeys(("hoàn thành xuất sắc", "htxs", "htxsnv", "htxs nhiệm vụ", "xuất sắc"),
                        "hoan-thanh-xuat-sac"),
        **dict.fromkeys(("hoàn thành tốt", "htt", "httnv", "htt nhiệm vụ", "tốt"),
                        "hoan-thanh-tot"),
        **dict.fromkeys(("hoàn thành", "ht", "htnv"), "hoan-thanh"),
        **dict.fromkeys(("không hoàn thành", "kht", "khtnv", "khnv", "không htnv"),
                        "khong-hoan-thanh"),
    },
    severity="error",
)  # fmt: skip
REACH = choice(
    {"grassroots": "Cơ sở", "province": "Tỉnh", "national": "Toàn quốc"},
    {
        **dict.fromkeys(("cấp cơ sở", "xã", "cấp xã", "huyện", "cấp huyện", "trong xã"),
                        "grassroots"),
        **dict.fromkeys(("cấp tỉnh", "thành phố", "bộ", "cấp bộ", "toàn tỉnh"), "province"),
        **dict.fromkeys(("cả nước", "cấp quốc gia", "quốc gia", "cấp nhà nước"), "national"),
    },
)  # fmt: skip
SORT = choice(
    {
        "initiative": "Sáng kiến",
        "research": "Đề tài, đề án, công trình khoa học",
        "combat": "Mưu trí, sáng tạo trong chiến đấu, phục vụ chiến đấu",
    },
    {
        **dict.fromkeys(("sáng kiến kinh nghiệm", "skkn", "giải pháp", "sk"), "initiative"),
        **dict.fromkeys(("đề tài", "đề tài khoa học", "đề án", "công trình khoa học",
                         "đề tài nghiên cứu khoa học"), "research"),
        **dict.fromkeys(("mưu trí sáng tạo", "mưu trí"), "combat"),
    },
)  # fmt: skip

_YES = frozenset({"x", "co", "1", "v", "true", "dung", "✓", "lao dong truc tiep", "ldtt",
                  "truc tiep"})  # fmt: skip
_NO = frozenset({"khong", "0", "o", "false", "sai", "-", "gian tiep", "ko", "k", ""})


def _read_mark(said: Said) -> Reading:
    text = text_of(said)
    word = plain(text) or text.strip()
    if word in _YES or text.strip() in _YES:
        return Reading(value=True)
    if word in _NO or text.strip() in _NO:
        return Reading(value=False)
    return Reading(
        None,
        remarks=(Remark("unknown_word", "warning", f"không hiểu “{text}”; hãy đánh dấu x, hoặc ghi "
                        "“Có”, “Không”."),),
    )  # fmt: skip


def _write_mark(value: object) -> str:
    return "Có" if value else "Không"


def marks(key: str, value: str) -> CellType:
    """Return a type whose mark "x" gives `value` to another key (columns "Nam" and "Nữ")."""

    def read(said: Said) -> Reading:
        found = _read_mark(said)
        return Reading(None, {key: value} if found.value is True else {}, found.remarks)

    return CellType(read=read)


YES_NO = CellType(read=_read_mark, write=_write_mark, empty=None)
