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
