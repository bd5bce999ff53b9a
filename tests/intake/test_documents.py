"""Plans of other bodies and other kinds: letterheads, labels, duties, body clauses."""

# ruff: noqa: E501 - plans are quoted as they stand

from __future__ import annotations

from dataclasses import astuple

import pytest
from tests.intake import worlds

from vinhdanh.intake import PlanDraft, read_plan_bytes

COUNCIL = """UBND TỈNH NINH BÌNH
HỘI ĐỒNG THI ĐUA - KHEN
THƯỞNG

CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc

Số: 12/KH-HĐTĐKT
Ninh Bình, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
HOẠT ĐỘNG CỦA HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG TỈNH NINH BÌNH
NĂM 2026

Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022;
Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ;
Xét đề nghị của Giám đốc Sở Nội vụ, Hội đồng Thi đua - Khen thưởng tỉnh Ninh Bình ban hành Kế hoạch hoạt động năm 2026 như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Nâng cao chất lượng hoạt động của Hội đồng.
II. NHIỆM VỤ TRỌNG TÂM
1. Tổ chức họp Hội đồng định kỳ 6 tháng một lần. (Chủ trì: Sở Nội vụ; phối hợp: các thành viên Hội đồng; thời gian: Quý II và Quý IV/2026)
2. Kiểm tra công tác thi đua tại các xã, phường. (Chủ trì: Ủy ban MTTQ Việt Nam tỉnh; phối hợp: Sở Nội vụ, các sở, ban, ngành liên quan; thời gian: Tháng 9/2026)
III. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ chịu trách nhiệm tham mưu Hội đồng.

Nơi nhận:
- Hội đồng TĐ-KT Trung ương (để b/c);
- Như Mục III;
- Lưu: VT, SNV.

TM. HỘI ĐỒNG
CHỦ TỊCH

CHỦ TỊCH UBND TỈNH
Phạm Quang Ngọc
"""
FRONT = """ĐẢNG ỦY XÃ TÂN LẬP
ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM
*
ĐẢNG CỘNG SẢN VIỆT NAM
Tân Lập, ngày 03 tháng 02 năm 2026
Số 07-KH/MTTQ

KẾ HOẠCH
thực hiện phong trào thi đua "Dân vận khéo" năm 2026
-----
Thực hiện Hướng dẫn số 05-HD/BDVTU ngày 12/01/2026 của Ban Dân vận Tỉnh ủy; Công văn số 22-CV/ĐU ngày 20/01/2026 của Đảng ủy xã, Ban Thường trực Ủy ban MTTQ Việt Nam xã xây dựng Kế hoạch như sau:
I. MỤC ĐÍCH
Phát huy sức mạnh đại đoàn kết.
II. TỔ CHỨC THỰC HIỆN
1. Ban Thường trực Ủy ban MTTQ Việt Nam xã
a) Xây dựng kế hoạch và hướng dẫn các chi hội.
b) Tổng hợp, báo cáo Đảng ủy xã.
2. Các tổ chức chính trị - xã hội xã
Đăng ký mô hình "Dân vận khéo".
3. Giao Văn phòng Đảng ủy chủ trì, phối hợp với Phòng Văn hóa - Xã hội theo dõi Kế hoạch.
4. Đài truyền thanh xã: Tăng thời lượng phát sóng.
Trên đây là Kế hoạch thực hiện phong trào.
Nơi nhận
- Đảng ủy xã,
- Lưu.
T/M BAN THƯỜNG TRỰC
CHỦ TỊCH
(đã ký)
Lò Văn Pản
"""
WARD = """   ỦY BAN NHÂN DÂN                      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
  PHƯỜNG LONG BIÊN                          Độc lập - Tự do - Hạnh phúc
 Số:      /KH-UBND                     Long Biên, ngày     tháng 02 năm 2026

                                    KẾ HOẠCH
        Phát động phong trào thi đua “Chuyển đổi số” trên địa bàn
                        phường Long Biên năm 2026

        Thực hiện Kế hoạch số 15/KH-UBND ngày 10/01/2026 của Ủy ban nhân dân
thành phố Hà Nội về phát động phong trào thi đua năm 2026, UBND phường Long
Biên xây dựng Kế hoạch phát động phong trào thi đua như sau:

        I. MỤC ĐÍCH
        Nâng cao nhận thức của cán bộ, công chức và Nhân dân về chuyển đổi số trên
địa bàn phường.
        II. NỘI DUNG THỰC HIỆN
        1. Tuyên truyền về phong trào
        - Đơn vị thực hiện: Trung tâm Văn hóa - Thể thao phường.
        - Đơn vị phối hợp: Các tổ dân phố, trường học.
        - Thời gian thực hiện: Từ tháng 02 đến tháng 12/2026.
        2. Tổ chức hội thi
        - Đơn vị chủ trì: Phòng Văn hóa - Xã hội
        - Phối hợp: Đoàn Thanh niên phường và các tổ dân phố
        - Thời gian hoàn thành: Quý III/2026
        - Sản phẩm: Hội thi cấp phường

   Nơi nhận:                                    TM. ỦY BAN NHÂN DÂN
   - UBND Thành phố;                              KT. CHỦ TỊCH
   - TT Đảng ủy, HĐND phường;                    PHÓ CHỦ TỊCH
   - Lưu: VT.

                                                 Nguyễn Thị Thu Hà
"""


def read(text: str) -> PlanDraft:
    return read_plan_bytes(text.encode(), "ke-hoach.txt")


def test_council_of_a_province_with_labels_in_brackets() -> None:
    draft = read(COUNCIL)
    assert draft.issuing_body == "Hội đồng Thi đua - Khen thưởng"
    assert draft.superior_body == "Ủy ban nhân dân tỉnh Ninh Bình"
    assert draft.title == "Hoạt động của Hội đồng Thi đua - Khen thưởng tỉnh Ninh Bình năm 2026"
    assert draft.legal_bases == (
        "Luật Thi đua, khen thưởng ngày 15/6/2022",
        "Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ",
    )
    assert [
        (task.no, task.content, task.lead, task.partners, task.period) for task in draft.tasks
    ] == [
        (
            "1",
            "Tổ chức họp Hội đồng định kỳ 6 tháng một lần.",
            "Sở Nội vụ",
            ("các thành viên Hội đồng",),
            "Quý II và Quý IV/2026",
        ),
        (
            "2",
            "Kiểm tra công tác thi đua tại các xã, phường.",
            "Ủy ban MTTQ Việt Nam tỉnh",
            ("Sở Nội vụ", "các sở, ban, ngành liên quan"),
            "Tháng 9/2026",
        ),
    ]
    assert draft.signer.name == "Phạm Quang Ngọc"
    assert draft.signer.authority == "TM. HỘI ĐỒNG"


def test_duties_where_there_is_neither_table_nor_label() -> None:
    draft = read(FRONT)
    assert (draft.number, draft.title) == (
        "07-KH/MTTQ",
        'Thực hiện phong trào thi đua "Dân vận khéo" năm 2026',
    )
    assert [(task.no, task.lead, task.content) for task in draft.tasks] == [
        (
            "1",
            "Ban Thường trực Ủy ban MTTQ Việt Nam xã",
            "a) Xây dựng kế hoạch và hướng dẫn các chi hội. b) Tổng hợp, báo cáo Đảng ủy xã.",
        ),
        ("2", "Các tổ chức chính trị - xã hội xã", 'Đăng ký mô hình "Dân vận khéo".'),
        (
            "3",
            "Văn phòng Đảng ủy",
            "Chủ trì, phối hợp với Phòng Văn hóa - Xã hội theo dõi Kế hoạch.",
        ),
        ("4", "Đài truyền thanh xã", "Tăng thời lượng phát sóng."),
    ]
    assert draft.tasks[2].partners == ("Phòng Văn hóa - Xã hội",)
    assert draft.recipients == ("Đảng ủy xã", "Lưu")
    assert (draft.signer.authority, draft.signer.name) == ("T/M BAN THƯỜNG TRỰC", "Lò Văn Pản")
    assert [finding.code for finding in draft.findings] == ["NO_TABLE"]


def test_side_by_side_layout_and_blanks_left_for_number_and_day() -> None:
    draft = read(WARD)
    assert draft.issuing_body == "Ủy ban nhân dân phường Long Biên"
    assert (draft.number, draft.date, draft.year) == (None, None, 2026)
    assert (
        draft.title
        == "Phát động phong trào thi đua “Chuyển đổi số” trên địa bàn phường Long Biên năm 2026"
    )
    assert draft.recipients == ("UBND Thành phố", "TT Đảng ủy, HĐND phường", "Lưu: VT")
    assert astuple(draft.signer) == (
        "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Nguyễn Thị Thu Hà",
    )
    assert [(task.lead, task.period, task.product) for task in draft.tasks] == [
        ("Trung tâm Văn hóa - Thể thao phường", "Từ tháng 02 đến tháng 12/2026", None),
        ("Phòng Văn hóa - Xã hội", "Quý III/2026", "Hội thi cấp phường"),
    ]


def test_body_can_be_written_back() -> None:
    text = f"{worlds.front_text()}\n\n{worlds.markdown_table(worlds.HEAD, worlds.ROWS)}"
    for draft in (read(text), read_plan_bytes(worlds.word_file(), "a.docx")):
        written = [f"{one.label} {one.heading or one.text}".strip() for one in draft.body]
        assert written == [*worlds.BASES, *worlds.BODY]
        assert [one.number for one in draft.body if one.level in {1, 2, 3}] == [
            "I", "I.1", "I.2", "I.2.a", "I.2.b", "II", "II.1", "II.2", "III", "III.1", "III.1.a",
            "III.1.b", "III.2",
        ]  # fmt: skip


@pytest.mark.parametrize("width", [60, 78, 95])
def test_wrapped_lines_become_paragraphs_again(width: int) -> None:
    front = worlds.front_text()
    for paragraph in (*worlds.BASES, *worlds.BODY):
        front = front.replace(paragraph, "\n".join(worlds.wrapped(paragraph, width)))
    table = worlds.markdown_table(worlds.HEAD, worlds.ROWS)
    spread = "\n\n".join(line for line in front.split("\n") if line)
    for text in (front, front.replace("\n\n", "\n"), spread):
        draft = read(f"{text}\n\n{table}")
        written = [f"{one.label} {one.heading or one.text}".strip() for one in draft.body]
        assert written == [*worlds.BASES, *worlds.BODY]


DEPARTMENT = """UBND HUYỆN PHÙ CỪ
PHÒNG NỘI VỤ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 08/KH-PNV
Phù Cừ, ngày 15 tháng 01 năm 2024
KẾ HOẠCH
Tổ chức phong trào thi đua ngành Nội vụ
năm 2024
Căn cứ:
- Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022;
- Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ.
Phòng Nội vụ xây dựng Kế hoạch như sau:
A. MỤC TIÊU
Nâng cao chất lượng.
B. NHIỆM VỤ
TT
Nội dung
Thời gian
Người thực hiện
Ghi chú
1
Xây dựng kế hoạch phát động thi đua
Tháng 01
Đ/c Nguyễn Văn An - Phó Trưởng phòng
2
Ký giao ước thi đua khối
Tháng 02
Đ/c Lê Thị Bình, chuyên viên
Mời lãnh đạo UBND huyện dự
3
Kiểm tra chéo
Tháng 7, tháng 10
Đ/c Nguyễn Văn An - Phó Trưởng phòng
C. TỔ CHỨC THỰC HIỆN
Các đồng chí được phân công chịu trách nhiệm thực hiện./.
Nơi nhận:                                   TRƯỞNG PHÒNG
- UBND huyện;
- Lưu NV.                                     Đỗ Thị Hoa
"""


def test_department_whose_table_stands_inside_the_body() -> None:
    draft = read(DEPARTMENT)
    assert (draft.superior_body, draft.issuing_body) == (
        "Ủy ban nhân dân huyện Phù Cừ",
        "Phòng Nội vụ",
    )
    assert [(task.no, task.lead, task.period, task.note) for task in draft.tasks] == [
        ("1", "Đ/c Nguyễn Văn An - Phó Trưởng phòng", "Tháng 01", None),
        ("2", "Đ/c Lê Thị Bình, chuyên viên", "Tháng 02", "Mời lãnh đạo UBND huyện dự"),
        ("3", "Đ/c Nguyễn Văn An - Phó Trưởng phòng", "Tháng 7, tháng 10", None),
    ]
    assert len(draft.legal_bases) == 2
    assert [one.heading for one in draft.body if one.level == 1] == [
        "MỤC TIÊU",
        "NHIỆM VỤ",
        "TỔ CHỨC THỰC HIỆN",
    ]
    assert astuple(draft.signer) == (None, "TRƯỞNG PHÒNG", "Đỗ Thị Hoa")


def test_plan_without_anything_to_read() -> None:
    draft = read("Kính gửi các đồng chí, đây là một bức thư thường.")
    assert draft.tasks == ()
    assert "NO_TASKS" in [finding.code for finding in draft.findings]
