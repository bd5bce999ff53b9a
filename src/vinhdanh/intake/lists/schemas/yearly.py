"""What is known of a year: gradings and absences, initiatives."""

from __future__ import annotations

from vinhdanh.intake.lists.cells.choices import COMPLETION, REACH, SORT
from vinhdanh.intake.lists.cells.dates import DATE, YEAR
from vinhdanh.intake.lists.cells.numbers import COUNT, MONTHS
from vinhdanh.intake.lists.cells.papers import AUTHORS, RECOGNITION
from vinhdanh.intake.lists.cells.text import TEXT
from vinhdanh.intake.lists.schema import Column, ListSchema
from vinhdanh.intake.lists.schemas.common import (
    DETAIL,
    FAMILY,
    IDENTITY,
    KIND_OF,
    NOTE,
    ORDER,
    POSITION,
    RECIPIENT_NAME,
    SIGNATURE,
    UNIT,
)
from vinhdanh.intake.lists.schemas.people import BIRTH, SEX_COLUMN
from vinhdanh.intake.lists.settling import settle_initiative, settle_year

YEAR_RECORDS = ListSchema(
    "year_records",
    "kết quả đánh giá, xếp loại năm",
    (
        ORDER,
        RECIPIENT_NAME,
        FAMILY,
        KIND_OF,
        *BIRTH,
        SEX_COLUMN,
        POSITION,
        UNIT,
        Column("year", "Năm", YEAR, ("năm đánh giá", "năm xếp loại", "năm công tác"), width=8),
        Column("completion", "Mức độ hoàn thành nhiệm vụ", COMPLETION,
               ("mức độ hoàn thành", "xếp loại", "kết quả xếp loại", "kết quả đánh giá",
                "đánh giá, xếp loại", "mức xếp loại", "kết quả đánh giá, xếp loại", "mức htnv",
                "mức độ htnv", "xếp loại chất lượng", "kết quả đánh giá, xếp loại chất lượng",
                "đánh giá xếp loại", "kết quả phân loại", "phân loại"), width=30),
        Column("absent_months", "Số tháng nghỉ", MONTHS,
               ("tháng nghỉ", "thời gian nghỉ", "số tháng nghỉ việc", "nghỉ (tháng)",
                "thời gian nghỉ (tháng)", "số tháng không làm việc"), width=10),
        Column("maternity_months", "Trong đó nghỉ thai sản", MONTHS,
               ("nghỉ thai sản", "thai sản", "số tháng nghỉ thai sản"), width=10),
        Column("members", "Tổng số thành viên", COUNT,
               ("số thành viên", "tổng số người", "số người", "số lao động", "tổng số cbccvc"),
               width=10),
        Column("members_completing", "Số thành viên hoàn thành nhiệm vụ", COUNT,
               ("số người hoàn thành nhiệm vụ",), width=10),
        Column("members_advanced", "Số thành viên đạt Lao động tiên tiến", COUNT,
               ("số lđtt", "số lao động tiên tiến"), width=10),
        Column("members_exemplary", "Số thành viên đạt Chiến sĩ thi đua cơ sở", COUNT,
               ("số cstđcs", "số chiến sĩ thi đua cơ sở"), width=10),
        Column("discipline", "Kỷ luật", TEXT, ("hình thức kỷ luật", "bị kỷ luật"), width=16),
        IDENTITY,
        SIGNATURE,
        NOTE,
    ),
    same=(("name", "birth_date", "year"), ("name", "unit", "year"), ("name", "year"),
          ("name", "unit"), ("name",)),
    settle=settle_year,
    group_keys=frozenset({"unit", "kind"}),
)  # fmt: skip

INITIATIVES = ListSchema(
    "initiatives",
    "sáng kiến, đề tài",
    (
        ORDER,
        Column("title", "Tên sáng kiến", TEXT,
               ("sáng kiến", "tên sáng kiến, đề tài", "tên đề tài", "tên giải pháp",
                "tên sáng kiến, giải pháp", "nội dung sáng kiến", "tên đề tài, sáng kiến",
                "tên sáng kiến kinh nghiệm", "tên đề tài/sáng kiến", "tên skkn",
                "tên sáng kiến/đề tài"), is_required=True, width=48),
        Column("authors", "Tác giả và tỷ lệ đóng góp", AUTHORS,
               ("tác giả", "họ và tên", "họ tên", "họ và tên tác giả", "tác giả, tỷ lệ đóng góp",
                "tên tác giả", "chủ nhiệm", "tác giả/nhóm tác giả", "tác giả, đồng tác giả",
                "nhóm tác giả", "tác giả sáng kiến", "tác giả (tỷ lệ đóng góp)"), width=36),
        Column("share", "Tỷ lệ đóng góp", TEXT,
               ("tỷ lệ", "% đóng góp", "tỷ lệ đóng góp (%)", "mức độ đóng góp", "tỷ lệ %"),
               width=10),
        *BIRTH,
        POSITION,
        UNIT,
        DETAIL,
        Column("sort", "Loại", SORT,
               ("loại sáng kiến", "sáng kiến/đề tài", "phân loại", "loại hình"), width=20),
        Column("scope", "Phạm vi ảnh hưởng", REACH,
               ("phạm vi", "cấp công nhận", "phạm vi áp dụng", "cấp"),
               width=14),
        Column("effect", "Hiệu quả áp dụng", TEXT,
               ("hiệu quả, phạm vi áp dụng", "hiệu quả", "phạm vi, hiệu quả áp dụng"), width=30),
        Column("recognised_by", "Quyết định công nhận", RECOGNITION,
               ("số quyết định công nhận", "số quyết định", "số qđ", "qđ công nhận",
                "số văn bản công nhận", "quyết định", "số, ngày quyết định công nhận",
                "quyết định công nhận (số, ngày)", "số quyết định, ngày tháng"), width=24),
        Column("recognised_on", "Ngày công nhận", DATE,
               ("ngày quyết định", "ngày ký", "ngày, tháng công nhận", "ngày qđ",
                "ngày quyết định công nhận"), width=14),
        Column("year", "Năm", YEAR, ("năm công nhận", "năm áp dụng"), width=8),
        NOTE,
    ),
    same=(("title", "authors"), ("title",)),
    settle=settle_initiative,
    group_keys=frozenset({"unit"}),
)  # fmt: skip
