"""Lists of those proposed, and of those honoured by decisions of former years."""

from __future__ import annotations

from vinhdanh.intake.lists.cells.dates import DATE
from vinhdanh.intake.lists.cells.numbers import MONEY
from vinhdanh.intake.lists.cells.papers import DECISION
from vinhdanh.intake.lists.schema import Column, ListSchema
from vinhdanh.intake.lists.schemas.common import (
    ACHIEVEMENT,
    ADDRESS,
    CATEGORY,
    DETAIL,
    FAMILY,
    HONOUR_COLUMNS,
    IDENTITY,
    KIND_OF,
    NOTE,
    OCCASION,
    ORDER,
    PERIOD,
    POSITION,
    RECIPIENT_NAME,
    SIGNATURE,
    UNIT,
)
from vinhdanh.intake.lists.schemas.people import BIRTH, SEX_COLUMN
from vinhdanh.intake.lists.settling import settle_nomination

_WHO = (
    ORDER,
    RECIPIENT_NAME,
    FAMILY,
    KIND_OF,
    CATEGORY,
    *BIRTH,
    SEX_COLUMN,
    POSITION,
    UNIT,
    DETAIL,
    ADDRESS,
)
_SAME = (
    ("name", "title", "unit", "period"), ("name", "form", "unit", "period"),
    ("name", "title", "period"), ("name", "form", "period"),
    ("name", "title", "unit"), ("name", "form", "unit"),
    ("name", "title"), ("name", "form"),
    ("name", "unit"), ("name",),
)  # fmt: skip
_GROUPS = frozenset({"unit", "kind", "title", "form"})

NOMINATIONS = ListSchema(
    "nominations",
    "đề nghị khen thưởng",
    (*_WHO, *HONOUR_COLUMNS, OCCASION, ACHIEVEMENT, PERIOD, IDENTITY, SIGNATURE, NOTE),
    same=_SAME,
    settle=settle_nomination,
    group_keys=_GROUPS,
)
HONOURS = ListSchema(
    "honours",
    "khen thưởng theo quyết định đã ban hành",
    (
        *_WHO,
        *HONOUR_COLUMNS,
        OCCASION,
        ACHIEVEMENT,
        PERIOD,
        Column("decision_number", "Số quyết định", DECISION,
               ("quyết định", "số qđ", "quyết định số", "số, ký hiệu quyết định",
                "số quyết định, ngày tháng",
                "số quyết định khen thưởng", "quyết định khen thưởng",
                "số, ngày quyết định", "số qđ, ngày tháng năm"), width=20),
        Column("decided_on", "Ngày quyết định", DATE,
               ("ngày qđ", "ngày ký", "ngày ban hành", "ngày, tháng, năm quyết định",
                "ngày tháng năm", "ngày tháng năm quyết định", "ngày"), width=14),
        Column("prize", "Mức thưởng (đồng)", MONEY,
               ("mức thưởng", "tiền thưởng", "số tiền", "mức tiền thưởng", "số tiền thưởng",
                "thành tiền", "mức tiền thưởng (đồng)", "tiền thưởng (đồng)"), width=16),
        IDENTITY,
        SIGNATURE,
        NOTE,
    ),
    same=tuple((*keys, "decision_number") for keys in _SAME) + _SAME,
    settle=settle_nomination,
    group_keys=_GROUPS,
)  # fmt: skip
