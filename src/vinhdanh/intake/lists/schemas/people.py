"""People and households of a body."""

from __future__ import annotations

from vinhdanh.intake.lists.cells.choices import GROUP, SEX, YES_NO, marks
from vinhdanh.intake.lists.cells.dates import BIRTH_DAY, BIRTH_YEAR, BORN_FEMALE, BORN_MALE
from vinhdanh.intake.lists.cells.names import HEAD, PERSON
from vinhdanh.intake.lists.cells.numbers import COUNT
from vinhdanh.intake.lists.schema import Column, ListSchema
from vinhdanh.intake.lists.schemas.common import (
    ADDRESS,
    FAMILY,
    IDENTITY,
    NOTE,
    ORDER,
    POSITION,
    SIGNATURE,
    UNIT,
)

NAME = Column(
    "name", "Họ và tên", PERSON,
    ("họ tên", "tên", "họ tên cán bộ", "họ và tên cán bộ, công chức", "họ, tên", "họ đệm và tên",
     "họ tên khai sinh", "họ và tên khai sinh", "tên người", "họ và tên đảng viên",
     "họ và tên hội viên", "họ và tên cán bộ", "danh sách cán bộ"),
    is_required=True, width=28,
)  # fmt: skip
BIRTH = (
    Column(
        "birth_date", "Ngày sinh", BIRTH_DAY,
        ("ngày tháng năm sinh", "ngày, tháng, năm sinh", "ngày/tháng/năm sinh", "sinh ngày", "ntns",
         "ngày sinh chủ hộ"),
        width=14,
    ),
    Column("birth_year", "Năm sinh", BIRTH_YEAR, ("sinh năm", "năm sinh chủ hộ"), width=10),
    Column(
        "born_male", "Năm sinh – Nam", BORN_MALE,
        ("ngày sinh – nam", "ngày tháng năm sinh – nam", "ngày, tháng, năm sinh – nam"),
        is_read_only=True,
    ),
    Column(
        "born_female", "Năm sinh – Nữ", BORN_FEMALE,
        ("ngày sinh – nữ", "ngày tháng năm sinh – nữ", "ngày, tháng, năm sinh – nữ"),
        is_read_only=True,
    ),
)  # fmt: skip
"""The old form puts the year of birth under "Nam" or under "Nữ"."""
SEX_COLUMN = Column(
    "sex", "Giới tính", SEX, ("giới", "ông (bà)", "ông/bà", "nam/nữ", "phái", "nam, nữ"), width=10
)

PEOPLE = ListSchema(
    "people",
    "cán bộ, người lao động, nhân dân",
    (
        ORDER,
        NAME,
        FAMILY,
        *BIRTH,
        SEX_COLUMN,
        Column("is_male", "Nam", marks("sex", "male"), ("giới tính – nam",), is_read_only=True),
        Column("is_female", "Nữ", marks("sex", "female"), ("giới tính – nữ",), is_read_only=True),
        POSITION,
        UNIT,
        Column("group", "Nhóm đối tượng", GROUP,
               ("nhóm", "đối tượng", "loại lao động", "thành phần"), width=24),
        Column("is_direct_worker", "Lao động trực tiếp", YES_NO,
               ("lđ trực tiếp", "lđtt", "người lao động trực tiếp", "trực tiếp lao động",
                "trực tiếp"), width=12),
        IDENTITY,
        SIGNATURE,
        NOTE,
    ),
    same=(("name", "birth_date"), ("name", "birth_year", "unit"), ("name", "unit"), ("name",)),
    group_keys=frozenset({"unit"}),
)  # fmt: skip

HOUSEHOLDS = ListSchema(
    "households",
    "hộ gia đình",
    (
        ORDER,
        FAMILY,
        Column("head_name", "Chủ hộ", HEAD,
               ("họ và tên chủ hộ", "họ tên chủ hộ", "tên chủ hộ", "hộ gia đình", "họ và tên",
                "họ tên", "tên hộ gia đình", "gia đình ông (bà)", "hộ ông (bà)",
                "gia đình ông/bà"), is_required=True, width=28),
        UNIT,
        ADDRESS,
        Column("members", "Số nhân khẩu", COUNT,
               ("nhân khẩu", "số khẩu", "số người", "số thành viên"), width=12),
        *BIRTH,
        SEX_COLUMN,
        IDENTITY,
        SIGNATURE,
        NOTE,
    ),
    same=(("head_name", "unit", "address"), ("head_name", "unit"), ("head_name",)),
    group_keys=frozenset({"unit"}),
)  # fmt: skip
