from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tests.decisions.forwarding.test_answers import GRANTED, ISSUER, answer_file, taken_in
from tests.scenarios.forwarding import forwarded, in_system
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.decisions.bundle import BundleError
from vinhdanh.decisions.enums import CaseVerdict
from vinhdanh.decisions.models import Honour, ReceivedProposal, TrustedSender
from vinhdanh.decisions.queries.forwarding import received_for
from vinhdanh.decisions.services.forwarding.answers import take_answer
from vinhdanh.decisions.services.forwarding.judging import judge_case, send_answer
from vinhdanh.decisions.services.forwarding.receiving import receive_bundle
from vinhdanh.kernel.errors import StaleError
from vinhdanh.kernel.files import load

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.decisions.models import Forwarding
    from vinhdanh.nominations.models import Nomination

NOT_COMPARED = (
    "Chưa đối chiếu mã khóa của Ủy ban nhân dân xã Minh Tiến: hãy gọi điện cho nơi gửi, đọc mã trên"
    " trang này, nếu khớp thì đánh dấu “Đã đối chiếu” rồi nhận."
)


def test_a_new_sender_is_compared_once(commune: Commune, forwarding: Forwarding) -> None:
    data = load(forwarding.path)
    office = commune.outsider
    with refused(NOT_COMPARED, field="is_compared"):
        receive_bundle(actor=office, data=data)
    proposal = receive_bundle(actor=office, data=data, is_compared=True)
    assert str(proposal) == "Tờ trình 01/TTr-UBND của Ủy ban nhân dân xã Minh Tiến"
    assert TrustedSender.objects.get().name == "Ủy ban nhân dân xã Minh Tiến"
    with refused(
        "Hồ sơ Tờ trình 01/TTr-UBND của Ủy ban nhân dân xã Minh Tiến đã nhận rồi: hãy mở trong danh"
        " sách, không cần nhận lại."
    ):
        receive_bundle(actor=office, data=data)


def test_who_may_not_receive(commune: Commune, forwarding: Forwarding) -> None:
    with refused(
        "Anh/chị chưa có quyền nhận và trả lời hồ sơ cấp dưới trình: việc này của Công chức phụ"
        " trách thi đua và Chủ tịch.",
        error=NotAllowedError,
    ):
        receive_bundle(actor=commune.village_head, data=load(forwarding.path))
    with refused(
        "Tệp này là trả lời của cấp trên, không phải hồ sơ cấp dưới trình: hãy nhập ở trang Trình"
        " cấp trên.",
        error=BundleError,
    ):
        receive_bundle(actor=commune.outsider, data=answer_file(forwarding, GRANTED))


def test_an_answer_goes_back_as_a_file(commune: Commune, forwarding: Forwarding) -> None:
    office = commune.outsider
    proposal = receive_bundle(actor=office, data=load(forwarding.path), is_compared=True)
    with refused("Còn 1 trường hợp chưa ghi kết quả (Phạm Văn Đức…): hãy ghi đủ rồi gửi."):
        send_answer(actor=office, proposal=proposal)
    _grant(commune, proposal)
    with refused("Việc này thuộc cơ quan khác.", error=NotAllowedError):
        send_answer(actor=commune.clerk, proposal=proposal)
    proposal = send_answer(actor=office, proposal=proposal)
    with refused(f"{proposal} đã trả lời ngày 24/06/2024: hãy tải lại trang.", error=StaleError):
        send_answer(actor=office, proposal=proposal)
    with refused(f"{proposal} đã trả lời ngày 24/06/2024 nên không đổi được.", error=StaleError):
        _grant(commune, proposal)
    _, taken = taken_in(commune, load(proposal.answer_path))
    assert taken.applied == 1
    assert Honour.objects.get().decision.issuer == ISSUER


def test_an_office_in_the_system_has_it_at_once(
    commune: Commune, approved: list[Nomination]
) -> None:
    in_system(commune)
    forwarding = forwarded(commune, approved)
    (proposal,) = received_for(commune.outsider)
    assert (proposal.forwarding, proposal.sha256) == (forwarding, forwarding.sha256)
    assert not received_for(commune.clerk).exists()
    _grant(commune, proposal)
    send_answer(actor=commune.outsider, proposal=proposal)
    assert take_answer(actor=commune.clerk, forwarding=forwarding).applied == 1
    assert take_answer(actor=commune.clerk, forwarding=forwarding).already == 1


def _grant(commune: Commune, proposal: ReceivedProposal) -> None:
    judge_case(
        actor=commune.outsider,
        case=proposal.cases.get(),
        verdict=CaseVerdict.GRANTED,
        decision_code="99/QĐ-UBND",
        decided_on=dt.date(2024, 6, 24),
        issuer=ISSUER,
    )
