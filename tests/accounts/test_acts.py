"""Who may do what: the whole table, written here by hand and walked cell by cell."""

from __future__ import annotations

import pytest

from vinhdanh.accounts.actor import Actor, NotAllowedError
from vinhdanh.accounts.enums import Act, Role
from vinhdanh.accounts.models import User
from vinhdanh.organizations.models import Unit

CLERK, CHAIR, MEMBER = "Công chức phụ trách thi đua", "Chủ tịch", "Thành viên Hội đồng"
HEAD, RADIO = "Phụ trách đơn vị", "Cán bộ tuyên truyền"
ACCOUNTANT = "Kế toán"

# act: who may, and the sentence that everybody else reads.
EXPECTED: dict[str, tuple[set[str], str]] = {
    "IMPORT_PLAN": ({CLERK}, f"nhập và sửa kế hoạch: việc này của {CLERK}"),
    "CONFIRM_PLAN": ({CLERK, CHAIR}, f"xác nhận kế hoạch: việc này của {CLERK} và {CHAIR}"),
    "SHOW_EVIDENCE": (
        {CLERK, HEAD, RADIO},
        f"đính kèm minh chứng: việc này của {CLERK}, {HEAD} và {RADIO}",
    ),
    "ISSUE_DOCUMENT": ({CLERK, CHAIR}, f"ban hành văn bản: việc này của {CLERK} và {CHAIR}"),
    "CHOOSE_PROVINCE": (
        {CLERK, CHAIR},
        f"chọn quy định của tỉnh: việc này của {CLERK} và {CHAIR}",
    ),
    "KEEP_UNITS": (
        {CLERK, CHAIR},
        f"lập, đổi tên, sáp nhập, chia tách đơn vị: việc này của {CLERK} và {CHAIR}",
    ),
    "KEEP_PEOPLE": (
        {CLERK, HEAD},
        f"ghi người, chức vụ, hộ gia đình: việc này của {CLERK} và {HEAD}",
    ),
    "REGISTER_TITLES": ({HEAD}, f"đăng ký thi đua: việc này của {HEAD}"),
    "ACCEPT_REGISTRATION": ({CLERK}, f"tiếp nhận đăng ký thi đua: việc này của {CLERK}"),
    "LAUNCH_MOVEMENT": ({CLERK, CHAIR}, f"phát động phong trào: việc này của {CLERK} và {CHAIR}"),
    "SIGN_PLEDGE": ({HEAD}, f"ký giao ước thi đua: việc này của {HEAD}"),
    "NOMINATE": (
        {CLERK, HEAD},
        f"lập và gửi đề nghị khen thưởng: việc này của {CLERK} và {HEAD}",
    ),
    "KEEP_FACTS": (
        {CLERK, HEAD},
        f"ghi số liệu để xét khen thưởng: việc này của {CLERK} và {HEAD}",
    ),
    "KEEP_STANDING": ({CLERK}, f"ghi kỷ luật, việc đang xem xét: việc này của {CLERK}"),
    "VERIFY": ({CLERK, CHAIR}, f"xác minh điều kiện: việc này của {CLERK} và {CHAIR}"),
    "APPRAISE": ({CLERK}, f"thẩm định đề nghị: việc này của {CLERK}"),
    "APPROVE_DIRECTLY": ({CHAIR}, f"xét duyệt theo thủ tục đơn giản: việc này của {CHAIR}"),
    "POST_PUBLICLY": (
        {CLERK},
        f"công khai danh sách, ghi và trả lời ý kiến: việc này của {CLERK}",
    ),
    "FORWARD": (
        {CLERK, CHAIR},
        f"trình cấp trên và ghi kết quả của cấp trên: việc này của {CLERK} và {CHAIR}",
    ),
    "RECEIVE_PROPOSAL": (
        {CLERK, CHAIR},
        f"nhận và trả lời hồ sơ cấp dưới trình: việc này của {CLERK} và {CHAIR}",
    ),
    "FOUND_COUNCIL": (
        {CLERK, CHAIR},
        f"thành lập, kiện toàn Hội đồng: việc này của {CLERK} và {CHAIR}",
    ),
    "CONVENE": ({CLERK, CHAIR}, f"lập phiên họp Hội đồng: việc này của {CLERK} và {CHAIR}"),
    "OPEN_MEETING": ({CHAIR}, f"điều hành phiên họp: việc này của {CHAIR}"),
    "RECUSE": (
        {CLERK, CHAIR},
        f"ghi nhận người không tham gia biểu quyết: việc này của {CLERK} và {CHAIR}",
    ),
    "RECORD_VOTE": ({CLERK}, f"ghi biểu quyết giơ tay: việc này của {CLERK}"),
    "VOTE": ({CHAIR, MEMBER}, f"biểu quyết: việc này của {CHAIR} và {MEMBER}"),
    "DRAFT_DECISION": ({CLERK}, f"soạn quyết định: việc này của {CLERK}"),
    "SIGN_DECISION": ({CHAIR}, f"ký quyết định khen thưởng: việc này của {CHAIR}"),
    "RECOVER": ({CLERK}, f"ghi bằng, hiện vật nhận lại: việc này của {CLERK}"),
    "PRINT_CERTIFICATES": ({CLERK}, f"in giấy khen: việc này của {CLERK}"),
    "LIST_PRIZES": (
        {CLERK, ACCOUNTANT},
        f"lập danh sách chi tiền thưởng: việc này của {CLERK} và {ACCOUNTANT}",
    ),
    "SETTLE_PRIZE": (
        {CLERK, CHAIR},
        f"xác định mức tiền thưởng: việc này của {CLERK} và {CHAIR}",
    ),
    "PAY_PRIZES": ({ACCOUNTANT}, f"chi, thu hồi tiền thưởng: việc này của {ACCOUNTANT}"),
    "KEEP_FUND": ({ACCOUNTANT}, f"ghi thu, chi của quỹ: việc này của {ACCOUNTANT}"),
    "WRITE_REPORT": ({CLERK}, f"soạn báo cáo: việc này của {CLERK}"),
    "ISSUE_REPORT": ({CHAIR}, f"ký ban hành báo cáo: việc này của {CHAIR}"),
}


def actor_with(*roles: Role) -> Actor:
    return Actor(user=User(), body=Unit(), roles=frozenset(roles), units=())


def test_the_table_above_names_every_act() -> None:
    assert list(EXPECTED) == [act.name for act in Act]


@pytest.mark.parametrize("act", Act, ids=lambda act: act.name)
def test_each_act_belongs_to_its_roles_and_to_no_other(act: Act) -> None:
    allowed, sentence = EXPECTED[act.name]
    walked = {role: actor_with(role).may(act) for role in Role}
    assert {role.label for role, verdict in walked.items() if verdict} == allowed
    refusals = {verdict.reason for verdict in walked.values() if not verdict}
    assert refusals == {f"Anh/chị chưa có quyền {sentence}."}


@pytest.mark.parametrize("act", Act, ids=lambda act: act.name)
def test_an_act_that_is_required_is_refused_with_the_same_sentence(act: Act) -> None:
    with pytest.raises(NotAllowedError) as caught:
        actor_with(Role.SUPERIOR).require(act)
    assert caught.value.message == f"Anh/chị chưa có quyền {EXPECTED[act.name][1]}."
    every_role = actor_with(*Role)
    for other in Act:
        every_role.require(other)


def test_one_of_several_roles_suffices() -> None:
    assert actor_with(Role.ACCOUNTANT, Role.CHAIR).may(Act.SIGN_DECISION)
