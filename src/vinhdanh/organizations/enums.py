from __future__ import annotations

from django.db import models


class UnitKind(models.TextChoices):
    """What a unit is in the life of a commune."""

    COMMITTEE = "committee", "Ủy ban nhân dân"
    COUNCIL = "council", "Hội đồng"
    SECTOR = "sector", "Ngành"
    ASSOCIATION = "association", "Đoàn thể"
    VILLAGE = "village", "Thôn, tổ dân phố"
    SCHOOL = "school", "Trường học"
    HEALTH = "health", "Y tế"
    RADIO = "radio", "Đài truyền thanh"
    ENTERPRISE = "enterprise", "Doanh nghiệp, hợp tác xã"


class RecipientKind(models.TextChoices):
    """Whom an honour can go to."""

    INDIVIDUAL = "individual", "Cá nhân"
    COLLECTIVE = "collective", "Tập thể"
    HOUSEHOLD = "household", "Hộ gia đình"


class Sex(models.TextChoices):
    FEMALE = "female", "Nữ"
    MALE = "male", "Nam"


class PersonGroup(models.TextChoices):
    """Which of the law's groups a person belongs to; the values are the lawbook's."""

    OFFICIAL = "official", "Cán bộ, công chức, viên chức, người lao động của cơ quan, đơn vị"
    WORKER = "worker", "Công nhân, nông dân, người lao động khác"
    ARMED = "armed", "Quân đội, công an, dân quân thường trực, cơ động"


class Completion(models.TextChoices):
    """The yearly grading; the values are the lawbook's."""

    EXCELLENT = "hoan-thanh-xuat-sac", "Hoàn thành xuất sắc nhiệm vụ"
    GOOD = "hoan-thanh-tot", "Hoàn thành tốt nhiệm vụ"
    DONE = "hoan-thanh", "Hoàn thành nhiệm vụ"
    FAILED = "khong-hoan-thanh", "Không hoàn thành nhiệm vụ"


class DisciplineForm(models.TextChoices):
    """Forms of discipline, the mildest first; the values are the lawbook's."""

    REPRIMAND = "khien-trach", "Khiển trách"
    WARNING = "canh-cao", "Cảnh cáo"
    PAY_CUT = "ha-bac-luong", "Hạ bậc lương"
    DEMOTION = "giang-chuc", "Giáng chức"
    REMOVAL = "cach-chuc", "Cách chức"
    DISMISSAL = "buoc-thoi-viec", "Buộc thôi việc"


class HoldKind(models.TextChoices):
    """What is looked into; the values are the lawbook's."""

    DISCIPLINE = "discipline", "Đang xem xét kỷ luật"
    INVESTIGATION = "investigation", "Đang điều tra"
    INSPECTION = "inspection", "Đang thanh tra, kiểm tra có dấu hiệu vi phạm"
    COMPLAINT = "complaint", "Đang xác minh khiếu nại"
    DENUNCIATION = "denunciation", "Đang xác minh tố cáo"
    PRESS = "press", "Đang xác minh phản ánh của báo chí"


class InitiativeKind(models.TextChoices):
    """What counts as creative work; the values are the lawbook's."""

    INITIATIVE = "initiative", "Sáng kiến"
    RESEARCH = "research", "Đề tài, đề án, công trình khoa học"
    COMBAT = "combat", "Mưu trí, sáng tạo trong chiến đấu, phục vụ chiến đấu"


class Reach(models.TextChoices):
    """How far an initiative reaches; the values are the lawbook's."""

    GRASSROOTS = "grassroots", "Cơ sở"
    PROVINCE = "province", "Tỉnh"
    NATIONAL = "national", "Toàn quốc"


class SuccessionKind(models.TextChoices):
    """How one unit came out of another."""

    RENAMED = "renamed", "Đổi tên"
    MERGED = "merged", "Hợp nhất"
    SPLIT = "split", "Chia, tách"
    DISSOLVED_INTO = "dissolved_into", "Sáp nhập"


class ImportKind(models.TextChoices):
    """What a list that is read in holds; the values are the reader's schemas."""

    PEOPLE = "people", "Danh sách con người"
    HOUSEHOLDS = "households", "Danh sách hộ gia đình"
    YEAR_RECORDS = "year_records", "Kết quả đánh giá, xếp loại năm"
    INITIATIVES = "initiatives", "Sáng kiến, đề tài"
    NOMINATIONS = "nominations", "Đề nghị khen thưởng"
    HONOURS = "honours", "Quyết định khen thưởng đã ban hành"


class ImportState(models.TextChoices):
    PREVIEWED = "previewed", "Chờ xác nhận"
    DONE = "done", "Đã nhập"
    DISCARDED = "discarded", "Đã bỏ"


class RowStatus(models.TextChoices):
    """What confirming will do with a row of a list."""

    NEW = "new", "Mới"
    MATCH = "match", "Đã có"
    WARNING = "warning", "Nên xem lại"
    ERROR = "error", "Cần sửa"
