"""Columns that several kinds of list share."""

from __future__ import annotations

from vinhdanh.intake.lists.cells.choices import KIND
from vinhdanh.intake.lists.cells.honours import EITHER, FORM, TITLE
from vinhdanh.intake.lists.cells.names import RECIPIENT
from vinhdanh.intake.lists.cells.text import SKIPPED, TEXT
from vinhdanh.intake.lists.schema import Column

ORDER = Column(
    "order", "STT", SKIPPED, ("tt", "số tt", "số thứ tự", "s.t.t", "t.t"), is_read_only=True
)
FAMILY = Column(
    "family", "Họ và tên đệm", SKIPPED,
    ("họ", "họ đệm", "họ và đệm", "họ, đệm", "họ lót", "họ và chữ lót", "họ, chữ lót"),
    is_read_only=True,
)  # fmt: skip
"""Read together with the name beside it."""
SIGNATURE = Column(
    "signature", "Ký nhận", SKIPPED, ("ký tên", "chữ ký", "ký nhận"), is_read_only=True
)
IDENTITY = Column(
    "identity", "Số CCCD", SKIPPED,
    ("cccd", "số cccd", "căn cước", "số căn cước", "căn cước công dân", "số căn cước công dân",
     "số định danh", "số định danh cá nhân", "mã định danh", "cmnd", "số cmnd", "cmnd/cccd",
     "số cmnd/cccd", "cccd/cmnd", "số cccd/cmnd", "chứng minh nhân dân"),
    is_read_only=True,
)  # fmt: skip
POSITION = Column(
    "position", "Chức vụ", TEXT,
    ("chức danh", "chức vụ, chức danh", "chức danh, chức vụ", "chức vụ công tác", "nghề nghiệp",
     "chức vụ, nghề nghiệp", "chức vụ hiện nay"),
    width=24,
)  # fmt: skip
UNIT = Column(
    "unit", "Đơn vị", TEXT,
    ("đơn vị công tác", "cơ quan", "cơ quan, đơn vị", "nơi công tác", "tên đơn vị công tác",
     "thôn", "thôn, tổ dân phố", "tổ dân phố", "cơ quan đơn vị công tác", "đơn vị/thôn",
     "phòng ban", "thuộc đơn vị", "đơn vị trình", "nơi làm việc", "thôn/tổ dân phố", "tdp"),
    width=28,
)  # fmt: skip
ADDRESS = Column(
    "address", "Địa chỉ", TEXT,
    ("nơi ở", "nơi cư trú", "chỗ ở hiện nay", "địa chỉ thường trú", "nơi thường trú", "hktt",
     "nơi ở hiện nay", "thường trú", "chỗ ở", "quê quán"),
    width=28,
)  # fmt: skip
NOTE = Column("note", "Ghi chú", TEXT, ("chú thích", "ghi chú khác"), width=24)
RECIPIENT_NAME = Column(
    "name", "Tên cá nhân, tập thể, hộ gia đình", RECIPIENT,
    ("họ và tên", "họ tên", "tên", "họ và tên, đơn vị", "tên đơn vị", "tên tập thể", "đối tượng",
     "tên cá nhân", "tập thể", "cá nhân", "tên cá nhân, tập thể", "tên tập thể, cá nhân",
     "tập thể, cá nhân", "cá nhân, tập thể", "họ và tên/tên đơn vị", "họ tên, đơn vị",
     "đối tượng khen thưởng", "đối tượng đề nghị", "tên đối tượng", "họ và tên cá nhân",
     "tập thể, hộ gia đình", "hộ gia đình", "chủ hộ", "họ và tên chủ hộ", "danh sách",
     "tên tập thể/cá nhân", "tên đơn vị, cá nhân", "họ tên hoặc tên tập thể",
     "tên tập thể/cá nhân/hộ gia đình",
     "họ và tên/tập thể", "tên tập thể, cá nhân, hộ gia đình", "đơn vị, cá nhân",
     "tên hộ gia đình"),
    is_required=True, width=34,
)  # fmt: skip
KIND_OF = Column(
    "kind", "Loại đối tượng", KIND,
    ("loại", "đối tượng", "cá nhân/tập thể", "cá nhân/tập thể/hộ"),
    width=16,
)  # fmt: skip
CATEGORY = Column(
    "category", "Phân loại đối tượng", TEXT, ("phân loại cán bộ", "nhóm đối tượng", "phân loại"),
    width=22,
)  # fmt: skip
OCCASION = Column(
    "occasion", "Loại hình khen thưởng", TEXT,
    ("phân loại khen thưởng", "loại khen thưởng", "loại hình", "hình thức tổ chức khen thưởng",
     "diện khen thưởng"),
    width=22,
)  # fmt: skip
DETAIL = Column(
    "detail", "Chức vụ, đơn vị công tác", TEXT,
    ("chức vụ, đơn vị", "chức vụ và đơn vị công tác", "chức vụ, nơi công tác", "chức danh, đơn vị",
     "chức vụ, cơ quan, đơn vị", "chức danh, đơn vị công tác", "chức vụ (đơn vị)", "chức vụ/đơn vị",
     "chức vụ, địa chỉ", "thông tin công tác", "chức vụ công tác, đơn vị", "chức vụ, cơ quan"),
    width=34,
)  # fmt: skip
_EITHER_NAMES = (
    "danh hiệu, hình thức khen thưởng", "danh hiệu và hình thức khen thưởng", "đề nghị khen thưởng",
    "danh hiệu/hình thức", "hình thức, danh hiệu", "danh hiệu, hình thức đề nghị",
    "danh hiệu thi đua, hình thức khen thưởng", "hình thức, danh hiệu đề nghị khen thưởng",
    "nội dung đề nghị", "danh hiệu, hình thức", "danh hiệu tđ, hình thức kt",
    "danh hiệu hoặc hình thức khen thưởng", "hình thức đề nghị", "danh hiệu đề nghị",
    "danh hiệu, hình thức khen thưởng đề nghị", "đề nghị",
)  # fmt: skip
HONOUR_COLUMNS = (
    Column(
        "title", "Danh hiệu thi đua", TITLE,
        ("danh hiệu", "thi đua", "đăng ký danh hiệu", "danh hiệu thi đua đề nghị",
         "danh hiệu đăng ký", "danh hiệu tđ"),
        width=28,
    ),
    Column(
        "form", "Hình thức khen thưởng", FORM,
        ("hình thức", "hình thức khen", "hình thức kt", "khen thưởng",
         "hình thức khen thưởng đề nghị", "hình thức đề nghị khen thưởng"),
        width=24,
    ),
    Column("either", "Danh hiệu, hình thức khen thưởng", EITHER, _EITHER_NAMES, is_read_only=True),
)  # fmt: skip
ACHIEVEMENT = Column(
    "achievement", "Thành tích", TEXT,
    ("thành tích đạt được", "tóm tắt thành tích", "nội dung thành tích", "nội dung khen thưởng",
     "lý do khen thưởng", "đã có thành tích", "lý do", "thành tích tiêu biểu", "nội dung",
     "thành tích chủ yếu", "nội dung khen", "thành tích xuất sắc", "tóm tắt thành tích đạt được"),
    width=48,
)  # fmt: skip
PERIOD = Column(
    "period", "Thời gian lập thành tích", TEXT,
    ("thời gian", "thời gian đạt thành tích", "giai đoạn", "năm đạt", "năm khen thưởng", "năm",
     "năm xét", "thời điểm"),
    width=18,
)  # fmt: skip
