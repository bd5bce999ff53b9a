from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from tests.factories.honours import make_decision
from tests.scenarios.commune import sent, village_rows
from tests.scenarios.forwarding import forwarded
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.decisions.bundle import (
    Answer,
    AnswerRow,
    BundleError,
    Content,
    Office,
    Verdict,
    read_bundle,
    write_bundle,
)
from vinhdanh.decisions.enums import CaseVerdict, DecisionKind, HonourSource
from vinhdanh.decisions.models import Decision, Honour, TrustedSender
from vinhdanh.decisions.services.forwarding.answers import import_answer, record_answer, take_answer
from vinhdanh.decisions.services.scans import NO_REASON, attach_scan, replace_scan
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import StaleError
from vinhdanh.kernel.files import load
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.nominations.enums import NominationState

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.decisions.models import Forwarding
    from vinhdanh.decisions.services.forwarding.answers import Taken
    from vinhdanh.nominations.models import Nomination

KEY = bytes(32)
ISSUER = "Chủ tịch Ủy ban nhân dân tỉnh Hưng Yên"
GRANTED = AnswerRow("", Verdict.GRANTED, "", "99/QĐ-UBND", dt.date(2024, 6, 24), ISSUER)

OTHER_SCAN = (
    "Quyết định 99/QĐ-UBND đã có bản quét khác: nếu bản đó sai thì thay ở trang của quyết định rồi"
    " ghi lại, nếu đúng thì không chọn tệp nữa."
)
PAPER: dict[str, Any] = {
    "verdict": CaseVerdict.GRANTED, "decision_code": "99/QĐ-UBND",
    "decided_on": dt.date(2024, 6, 24), "issuer": ISSUER,
}  # fmt: skip


def answer_file(forwarding: Forwarding, row: AnswerRow, *, proposal: str = "") -> bytes:
    rows = (replace(row, key=row.key or forwarding.cases.get().key),)
    content = Content(
        id=str(uuid.uuid4()),
        made_at=dt.datetime(2024, 6, 21, tzinfo=dt.UTC),
        sender=Office(forwarding.superior_name),
        receiver=Office(forwarding.body.name),
        answer=Answer(proposal or str(forwarding.bundle_id), rows),
    )
    return write_bundle(content, (), private_key=KEY)


def taken_in(commune: Commune, data: bytes) -> tuple[Forwarding, Taken]:
    """Take an answer in, its key compared with the superior."""
    return import_answer(actor=commune.clerk, data=data, is_compared=True)


def test_whoever_signs_is_compared_with_the_superior(
    commune: Commune, forwarding: Forwarding
) -> None:
    data = answer_file(forwarding, GRANTED)
    other = {"body": commune.body, "public_key": read_bundle(data).public_key.hex()}
    TrustedSender.objects.create(
        **other, name="Xã khác", confirmed_by_name="Ai", confirmed_on=clock.today()
    )
    with refused(
        "Chưa đối chiếu mã khóa của Ủy ban nhân dân huyện Phù Cừ: hãy gọi điện cho nơi gửi, đọc mã"
        " trên trang này, nếu khớp thì đánh dấu “Đã đối chiếu” rồi nhận.",
        field="is_compared",
    ):
        import_answer(actor=commune.clerk, data=data)
    assert not Honour.objects.exists()
    taken_in(commune, data)
    assert import_answer(actor=commune.clerk, data=data)[1].already == 1


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"decided_on": dt.date(2031, 1, 1)}, "Ngày quyết định 01/01/2031 chưa tới"),
        ({"decided_on": dt.date(2024, 6, 23)}, "23/06/2024 trước ngày Tờ trình 24/06/2024"),
        ({"decision": " "}, "thiếu số, ngày hoặc cơ quan ban hành"),
        ({"decision": "9" * 61}, "dài 61 ký tự, quá mức 60 ký tự"),
        ({"issuer": "U" * 2_000}, "dài 2000 ký tự, quá mức 200 ký tự"),
        ({"verdict": Verdict.RETURNED, "reason": ""}, "Chưa ghi vì sao Phạm Văn Đức"),
        ({"verdict": Verdict.REFUSED, "reason": "K" * 501}, "dài 501 ký tự, quá mức 500 ký tự"),
    ],
)
def test_a_row_of_a_file_must_be_whole(
    commune: Commune, forwarding: Forwarding, row: dict[str, Any], told: str
) -> None:
    _, taken = taken_in(commune, answer_file(forwarding, replace(GRANTED, **row)))
    assert taken.applied == 0
    (problem,) = taken.problems
    assert problem.startswith("Trả lời về Phạm Văn Đức – ")
    assert told in problem
    assert not Honour.objects.exists()


def test_a_granted_case_enters_the_register(commune: Commune, forwarding: Forwarding) -> None:
    found, taken = taken_in(commune, answer_file(forwarding, GRANTED))
    assert (found, taken.applied, taken.already, taken.problems) == (forwarding, 1, 0, ())
    honour = Honour.objects.get()
    assert (honour.source, honour.recipient_name, honour.book_number) == (
        HonourSource.ABOVE, "Phạm Văn Đức", None,
    )  # fmt: skip
    decision = honour.decision
    assert (decision.kind, str(decision), decision.issuer) == (
        DecisionKind.EXTERNAL, "Quyết định 99/QĐ-UBND", ISSUER,
    )  # fmt: skip
    assert forwarding.cases.get().nomination.state == NominationState.DECIDED


def test_what_else_is_asked_for_the_honoured_is_judged_anew(
    commune: Commune, forwarding: Forwarding
) -> None:
    other = sent(commune, rows=village_rows(commune)[:1]).nominations.get()
    before = other.assessments.count()
    taken_in(commune, answer_file(forwarding, GRANTED))
    assert other.assessments.count() == before + 1


def test_the_same_answer_twice_is_entered_once(commune: Commune, forwarding: Forwarding) -> None:
    data = answer_file(forwarding, GRANTED)
    taken_in(commune, data)
    _, taken = taken_in(commune, data)
    assert (taken.applied, taken.already, taken.problems) == (0, 1, ())
    assert Honour.objects.count() == Decision.objects.count() == 1


def test_another_answer_is_told_and_changes_nothing(
    commune: Commune, forwarding: Forwarding
) -> None:
    taken_in(commune, answer_file(forwarding, GRANTED))
    refusal = AnswerRow("", Verdict.REFUSED, "Chưa đủ điều kiện")
    _, taken = taken_in(commune, answer_file(forwarding, refusal))
    (problem,) = taken.problems
    assert problem == (
        "Phạm Văn Đức đã ghi “Đã được tặng” ngày 24/06/2024, trả lời mới ghi khác: hãy hỏi lại"
        " cấp trên."
    )
    strange = replace(GRANTED, key="khac")
    _, taken = taken_in(commune, answer_file(forwarding, strange))
    assert taken.problems == (f"Trả lời có một trường hợp không có trong {forwarding}.",)


def test_an_answer_must_belong_to_what_was_sent(commune: Commune, forwarding: Forwarding) -> None:
    with refused(
        "Tệp trả lời của Ủy ban nhân dân huyện Phù Cừ không ứng với lần trình nào của cơ quan mình:"
        " hãy hỏi lại nơi gửi."
    ):
        import_answer(
            actor=commune.clerk,
            data=answer_file(forwarding, GRANTED, proposal=str(uuid.uuid4())),
        )
    with refused(
        "Tệp hồ sơ thiếu hoặc sai mục “id”: hãy xin nơi gửi tạo lại tệp.", error=BundleError
    ):
        import_answer(
            actor=commune.clerk, data=answer_file(forwarding, GRANTED, proposal="không phải mã")
        )
    with refused(
        "Tệp này là hồ sơ trình, không phải trả lời của cấp trên: hãy chọn lại.", error=BundleError
    ):
        import_answer(actor=commune.clerk, data=load(forwarding.path))


@pytest.mark.parametrize(
    ("given", "sentence", "field"),
    [
        (
            {"verdict": CaseVerdict.PENDING},
            "Chưa chọn kết quả của Phạm Văn Đức: hãy chọn.",
            "verdict",
        ),
        (
            {"verdict": CaseVerdict.REFUSED},
            ("Chưa ghi vì sao Phạm Văn Đức không được tặng: hãy ghi một câu, nơi trình sẽ đọc câu"
            " này."),
            "reason",
        ),
        (
            {"verdict": CaseVerdict.GRANTED, "decision_code": "99/QĐ-UBND"},
            "Quyết định tặng Phạm Văn Đức thiếu số, ngày hoặc cơ quan ban hành: hãy ghi đủ.",
            "decision_code",
        ),
        (
            {
                "verdict": CaseVerdict.GRANTED, "decision_code": "99/QĐ-UBND",
                "decided_on": dt.date(2024, 6, 25), "issuer": ISSUER,
            },
            "Ngày quyết định 25/06/2024 chưa tới: hãy kiểm tra lại.",
            "decided_on",
        ),
    ],
)  # fmt: skip
def test_an_answer_on_paper_must_be_whole(
    commune: Commune, forwarding: Forwarding, given: dict[str, object], sentence: str, field: str
) -> None:
    with refused(sentence, field=field):
        record_answer(actor=commune.clerk, case=forwarding.cases.get(), **given)  # type: ignore[arg-type]


def test_a_refusal_on_paper_ends_the_case(commune: Commune, forwarding: Forwarding) -> None:
    case = record_answer(
        actor=commune.clerk,
        case=forwarding.cases.get(),
        verdict=CaseVerdict.REFUSED,
        reason="Chưa đủ hai năm liên tục",
    )
    assert (case.verdict, case.answered_on) == (CaseVerdict.REFUSED, clock.today())
    assert case.nomination.state == NominationState.REFUSED_ABOVE
    with refused(
        "Phạm Văn Đức đã ghi “Không được tặng” ngày 24/06/2024, trả lời mới ghi khác: hãy hỏi lại"
        " cấp trên."
    ):
        record_answer(
            actor=commune.clerk, case=case, verdict=CaseVerdict.RETURNED, reason="Bổ sung"
        )


def test_a_returned_case_is_sent_again_under_its_key(
    commune: Commune, forwarding: Forwarding
) -> None:
    case = record_answer(
        actor=commune.clerk,
        case=forwarding.cases.get(),
        verdict=CaseVerdict.RETURNED,
        reason="Bổ sung xác nhận sáng kiến",
    )
    assert case.nomination.state == NominationState.RETURNED_ABOVE
    again = forwarded(commune, [case.nomination])
    assert (again.round, again.cases.get().key) == (2, case.key)
    _, taken = taken_in(commune, answer_file(again, GRANTED))
    assert (taken.applied, taken.problems) == (1, ())


def test_an_answer_is_awaited(commune: Commune, forwarding: Forwarding) -> None:
    with refused("Ủy ban nhân dân huyện Phù Cừ chưa trả lời: hãy chờ hoặc hỏi lại."):
        take_answer(actor=commune.clerk, forwarding=forwarding)


def test_the_scan_of_a_grant_is_kept_once(commune: Commune, approved: list[Nomination]) -> None:
    (row,) = approved
    other = type(row).objects.get(pk=row.pk)
    other.pk, other.order, other.period = None, 2, "năm 2022"
    other.save()
    first, second = forwarded(commune, [row, other]).cases.all()
    with refused("Chỉ giữ bản quét của quyết định tặng: hãy bỏ tệp rồi ghi lại.", field="scan"):
        record_answer(
            actor=commune.clerk, case=first, verdict=CaseVerdict.REFUSED, reason="Chưa đủ",
            scan=b"%PDF",
        )  # fmt: skip
    record_answer(actor=commune.clerk, case=first, scan=b"%PDF-1", **PAPER)
    with refused(OTHER_SCAN, field="scan"):
        record_answer(actor=commune.clerk, case=second, scan=b"%PDF-2", **PAPER)
    record_answer(actor=commune.clerk, case=second, scan=b"%PDF-1", **PAPER)
    decision = Decision.objects.get()
    assert (load(decision.scan_path), decision.honours.count()) == (b"%PDF-1", 2)


def test_a_scan_comes_later(commune: Commune, forwarding: Forwarding) -> None:
    record_answer(actor=commune.clerk, case=forwarding.cases.get(), **PAPER)
    decision = Decision.objects.get()
    assert decision.scan_path == ""
    for actor in (commune.chair, commune.outsider):
        with pytest.raises(NotAllowedError):
            attach_scan(actor=actor, decision=decision, scan=b"%PDF-1")
    attach_scan(actor=commune.clerk, decision=decision, scan=b"%PDF-1")
    with refused(OTHER_SCAN, field="scan"):
        attach_scan(actor=commune.clerk, decision=decision, scan=b"%PDF-2")
    own = make_decision(commune.body, number=7)
    with refused(
        "Quyết định 07/QĐ-UBND soạn ở đây: hãy bổ sung bản đã ký ở trang của văn bản đó.",
        field="scan",
    ):
        attach_scan(actor=commune.clerk, decision=own, scan=b"%PDF-1")
    assert history_of(decision)[0].sentence == "bổ sung bản quét Quyết định 99/QĐ-UBND"


def test_a_wrong_scan_is_replaced_with_a_reason(commune: Commune, forwarding: Forwarding) -> None:
    record_answer(actor=commune.clerk, case=forwarding.cases.get(), scan=b"%PDF-1", **PAPER)
    decision = Decision.objects.get()
    wrong, path = decision.scan_sha256, decision.scan_path
    asked: dict[str, Any] = {
        "decision": decision,
        "reason": "quét nhầm văn bản khác.",
        "replaced": wrong,
    }
    for actor in (commune.chair, commune.outsider):
        with pytest.raises(NotAllowedError):
            replace_scan(actor=actor, scan=b"%PDF-2", **asked)
    with refused(NO_REASON, field="reason"):
        replace_scan(actor=commune.clerk, scan=b"%PDF-2", **asked | {"reason": " "})
    with refused("Tệp này chính là bản quét đang giữ: hãy chọn tệp khác.", field="scan"):
        replace_scan(actor=commune.clerk, scan=b"%PDF-1", **asked)
    replace_scan(actor=commune.clerk, scan=b"%PDF-2", **asked)
    with pytest.raises(StaleError, match="đã thay bản quét Quyết định 99/QĐ-UBND lúc "):
        replace_scan(actor=commune.clerk, scan=b"%PDF-3", **asked)
    attach_scan(actor=commune.clerk, decision=decision, scan=b"%PDF-2")
    decision.refresh_from_db()
    assert (load(decision.scan_path), load(path)) == (b"%PDF-2", b"%PDF-1")
    event = history_of(decision)[1]
    assert event.sentence == ("thay bản quét Quyết định 99/QĐ-UBND, lý do: quét nhầm văn bản khác")
    assert event.details == {"before": wrong, "after": decision.scan_sha256}


def test_one_paper_answers_several_cases(commune: Commune, approved: list[Nomination]) -> None:
    (row,) = approved
    other = type(row).objects.get(pk=row.pk)
    other.pk, other.order, other.period = None, 2, "năm 2022"
    other.save()
    cases = list(forwarded(commune, [row, other]).cases.all())
    record_answer(actor=commune.clerk, case=cases[0], others=cases[1:], **PAPER)
    assert [each.order for each in Decision.objects.get().honours.all().order_by("order")] == [1, 2]


def test_one_decision_whatever_way_its_office_is_written(
    commune: Commune, approved: list[Nomination]
) -> None:
    (row,) = approved
    other = type(row).objects.get(pk=row.pk)
    other.pk, other.order, other.period = None, 2, "năm 2022"
    other.save()
    first, second = forwarded(commune, [row, other]).cases.all()
    short = PAPER | {"issuer": "Chủ tịch  UBND tỉnh hưng yên"}
    record_answer(actor=commune.clerk, case=first, **short)
    with refused(
        "Quyết định 99/QĐ-UBND ngày 24/06/2024 đã có trong hệ thống, do Chủ tịch UBND tỉnh hưng yên"
        " ký; “UBND tỉnh” chưa rõ có phải nơi đó không: nếu phải thì ghi tên đúng như vậy, nếu là"
        " cơ quan khác thì ghi đủ tên.",
        field="issuer",
    ):
        record_answer(actor=commune.clerk, case=second, **PAPER | {"issuer": "UBND tỉnh"})
    vague = replace(GRANTED, key=second.key, issuer="UBND tỉnh")
    _, taken = taken_in(commune, answer_file(second.forwarding, vague))
    assert taken.applied == 0
    assert "chưa rõ có phải nơi đó không" in taken.problems[0]
    data = answer_file(second.forwarding, replace(GRANTED, key=second.key))
    assert taken_in(commune, data)[1].applied == 1
    assert Decision.objects.get().honours.count() == 2


def test_another_office_may_use_the_same_number(
    commune: Commune, approved: list[Nomination]
) -> None:
    Decision.objects.create(
        body=commune.body, kind=DecisionKind.EXTERNAL, state="issued", merit="có thành tích",
        issuer="UBND huyện Phù Cừ", external_code="99/QĐ-UBND", decided_on=clock.today(),
    )  # fmt: skip
    record_answer(actor=commune.clerk, case=forwarded(commune, approved).cases.get(), **PAPER)
    assert Decision.objects.count() == 2
