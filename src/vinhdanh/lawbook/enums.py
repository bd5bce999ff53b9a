"""The small closed vocabularies of the law; values are the slugs of files and facts."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import Self


class Verdict(StrEnum):
    """What the law says of a case."""

    MET = "met"
    NOT_MET = "not_met"
    UNDETERMINED = "undetermined"

    @property
    def words(self) -> str:
        """Return the verdict in Vietnamese."""
        return {"met": "Đủ", "not_met": "Chưa đủ", "undetermined": "Cần xác minh"}[self.value]


class RecipientKind(StrEnum):
    """Who receives; an area (commune, village) is a collective with a name of its own."""

    INDIVIDUAL = "individual"
    COLLECTIVE = "collective"
    HOUSEHOLD = "household"

    @property
    def words(self) -> str:
        """Return the kind in Vietnamese."""
        return {"individual": "cá nhân", "collective": "tập thể", "household": "hộ gia đình"}[
            self.value
        ]


class Group(StrEnum):
    """Which clause of Article 24 of the Law speaks of a person."""

    OFFICIAL = "official"
    WORKER = "worker"
    ARMED = "armed"

    @property
    def words(self) -> str:
        """Return the group in Vietnamese."""
        return {
            "official": "cán bộ, công chức, viên chức, người lao động của cơ quan, đơn vị",
            "worker": "công nhân, nông dân, người lao động khác",
            "armed": "quân đội, công an, dân quân thường trực và cơ động",
        }[self.value]


class _Ranked(Enum):
    """A vocabulary whose order matters; each value is its slug, rank and words."""

    rank: int
    words: str

    def __new__(cls, slug: str, rank: int = 0, words: str = "") -> Self:
        one = object.__new__(cls)
        one._value_ = slug
        one.rank, one.words = rank, words
        return one

    def __str__(self) -> str:
        return str(self.value)


class Grade(_Ranked):
    """Level of completing the year's tasks."""

    EXCELLENT = ("hoan-thanh-xuat-sac", 3, "Hoàn thành xuất sắc nhiệm vụ")
    GOOD = ("hoan-thanh-tot", 2, "Hoàn thành tốt nhiệm vụ")
    DONE = ("hoan-thanh", 1, "Hoàn thành nhiệm vụ")
    FAILED = ("khong-hoan-thanh", 0, "Không hoàn thành nhiệm vụ")


class Scope(_Ranked):
    """How far an initiative or an achievement reaches."""

    GRASSROOTS = ("grassroots", 1, "cơ sở")
    PROVINCE = ("province", 2, "tỉnh")
    NATIONAL = ("national", 3, "toàn quốc")


class DisciplineLevel(_Ranked):
    """Forms of discipline, the mildest first."""

    REPRIMAND = ("khien-trach", 1, "khiển trách")
    WARNING = ("canh-cao", 2, "cảnh cáo")
    PAY_CUT = ("ha-bac-luong", 3, "hạ bậc lương")
    DEMOTION = ("giang-chuc", 4, "giáng chức")
    REMOVAL = ("cach-chuc", 5, "cách chức")
    DISMISSAL = ("buoc-thoi-viec", 6, "buộc thôi việc")


class AchievementKind(StrEnum):
    """What the law calls the ground of a form of commendation."""

    MOVEMENT = "movement"
    SUDDEN = "sudden"
    MANY = "many"
    CONTRIBUTION = "contribution"
    PRIZE = "prize"
    INVENTION = "invention"
    LONG_SERVICE = "long-service"
    POLITICAL_TASK = "political-task"
    CLUSTER = "cluster"

    @property
    def words(self) -> str:
        """Return the ground in Vietnamese."""
        return _ACHIEVEMENTS[self.value]


_ACHIEVEMENTS = {
    "movement": "thành tích trong phong trào thi đua",
    "sudden": "thành tích đột xuất",
    "many": "nhiều thành tích",
    "contribution": "đóng góp cho địa phương, xã hội",
    "prize": "giải thưởng",
    "invention": "phát minh, sáng chế, công trình",
    "long-service": "quá trình cống hiến",
    "political-task": "phục vụ nhiệm vụ chính trị",
    "cluster": "dẫn đầu cụm, khối thi đua",
}


class HonourForm(StrEnum):
    """The Law's families of honours (Articles 9, 19 and 20)."""

    TITLE = "title"
    ORDER = "order"
    MEDAL = "medal"
    STATE_TITLE = "state-title"
    PRIZE = "prize"
    MEMORIAL_MEDAL = "memorial-medal"
    MERIT_CERTIFICATE = "bang-khen"
    GIAY_KHEN = "giay-khen"

    @property
    def words(self) -> str:
        """Return the family in Vietnamese."""
        return {
            "title": "danh hiệu thi đua",
            "order": "huân chương",
            "medal": "huy chương",
            "state-title": "danh hiệu vinh dự nhà nước",
            "prize": "giải thưởng",
            "memorial-medal": "kỷ niệm chương",
            "bang-khen": "bằng khen",
            "giay-khen": "giấy khen",
        }[self.value]


class InstrumentKind(StrEnum):
    """What kind of text an instrument is."""

    LAW = "law"
    DECREE = "decree"
    CIRCULAR = "circular"
    DECISION = "decision"
    LETTER = "letter"

    @property
    def words(self) -> str:
        """Return the kind in Vietnamese."""
        return {
            "law": "Luật",
            "decree": "Nghị định",
            "circular": "Thông tư",
            "decision": "Quyết định",
            "letter": "Công văn",
        }[self.value]


class Level(StrEnum):
    """Who decides; the values of `deciding_authority` in the fact base."""

    COMMUNE_CHAIR = "commune_chair"
    DISTRICT_CHAIR = "district_chair"
    PROVINCE_CHAIR = "province_chair"
    MINISTRY = "ministry"
    PRIME_MINISTER = "prime_minister"
    GOVERNMENT = "government"
    PRESIDENT = "president"
    STANDING_COMMITTEE = "standing_committee"
    ARMED_FORCES = "per Ministry of Defence / Public Security rules"

    @property
    def words(self) -> str:
        """Return the authority in Vietnamese."""
        return _LEVELS[self.value]


_LEVELS = {
    "commune_chair": "Chủ tịch UBND cấp xã",
    "district_chair": "Chủ tịch UBND cấp huyện",
    "province_chair": "Chủ tịch UBND cấp tỉnh",
    "ministry": "Bộ trưởng, Thủ trưởng bộ, ban, ngành",
    "prime_minister": "Thủ tướng Chính phủ",
    "government": "Chính phủ",
    "president": "Chủ tịch nước",
    "standing_committee": "Ủy ban Thường vụ Quốc hội",
    "per Ministry of Defence / Public Security rules": "theo Bộ Quốc phòng, Bộ Công an",
}
