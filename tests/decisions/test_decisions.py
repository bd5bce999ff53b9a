from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from tests.factories.organizations import make_person
from tests.scenarios.commune import (
    CERTIFICATE,
    PERIOD,
    TODAY,
    appraised,
    decided,
    drafted,
    one_row,
    opened,
    sent,
    village_rows,
    vote_on,
    voted,
)
from tests.scenarios.refusal import content, refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.councils.services.meetings import close_meeting
from vinhdanh.decisions.models import Decision, Honour
from vinhdanh.decisions.papers import decision_context
from vinhdanh.decisions.queries.decisions import awards_of, meetings_to_decide, with_counts
from vinhdanh.decisions.services import issuing as service
from vinhdanh.decisions.services.drafts import draft_decision
from vinhdanh.decisions.services.issuing import issue_decision
from vinhdanh.documents import DocumentError
from vinhdanh.kernel.errors import StaleError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.lawbook import PrizeAnswer
from vinhdanh.nominations.models import Nomination
from vinhdanh.nominations.services.submissions import Proposal
from vinhdanh.organizations.models import Unit
from vinhdanh.organizations.services.recipients import recipient_for_person
from vinhdanh.records.models import NumberSeries

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import Meeting

ELSEWHERE = "Việc này thuộc cơ quan khác."
NEW_SALARY = dt.date(2024, 7, 1)
MERIT = "đã có thành tích trong 6 tháng đầu năm 2024"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the papers out: rendering is the business of the tests of documents."""
    monkeypatch.setattr(service, "decision_files", lambda _: [])


def short(commune: Commune) -> Meeting:
    """A closed meeting that approved one certificate."""
    return voted(commune, opened(commune, one_row(commune)))


def draft(
    commune: Commune, meeting: Meeting, *, actor: Actor | None = None, merit: str = MERIT
) -> Decision:
    return draft_decision(actor=actor or commune.clerk, meeting=meeting, merit=merit)


@pytest.mark.usefixtures("quick")
def test_what_else_is_asked_for_the_honoured_is_judged_anew(commune: Commune) -> None:
    found = draft(commune, short(commune))
    row = replace(village_rows(commune)[0], honour="bang-khen-tinh-ca-nhan")
    other = sent(commune, rows=[row]).nominations.get()
    before = other.assessments.count()
    decided(commune, found)
    assert other.assessments.count() == before + 1


def test_a_prize_goes_by_the_file_s_receipt_and_the_body_s_province(
    commune: Commune, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = draft(commune, short(commune))
    Unit.objects.filter(pk=commune.body.pk).update(province="bac-ninh")
    asked: list[dict[str, object]] = []

    def listening(*args: object, **given: object) -> PrizeAnswer:
        asked.append(given)
        return PrizeAnswer(None, None, None, None)

    monkeypatch.setattr(f"{awards_of.__module__}.prize", listening)
    awards_of(found, as_of=NEW_SALARY)
    assert asked == [{"as_of": NEW_SALARY, "received": TODAY, "province": "bac-ninh"}]


# --- drafting ----------------------------------------------------------------------------------


def test_only_the_clerk_of_the_commune_drafts(commune: Commune) -> None:
    meeting = short(commune)
    with refused(
        "Anh/chị chưa có quyền soạn quyết định: việc này của Công chức phụ trách thi đua.",
        error=NotAllowedError,
    ):
        draft(commune, meeting, actor=commune.chair)
    with refused(ELSEWHERE, error=NotAllowedError):
        draft(commune, meeting, actor=commune.outsider)


def test_nothing_is_decided_before_the_meeting_ends(commune: Commune) -> None:
    meeting = opened(commune, one_row(commune))
    with refused("Phiên họp chưa kết thúc: hãy kết thúc phiên họp rồi soạn quyết định."):
        draft(commune, meeting)


def test_a_meeting_that_approved_nothing_gives_no_decision(commune: Commune) -> None:
    meeting = opened(commune, one_row(commune))
    for item in meeting.items.all():
        vote_on(commune, item, against=7)
    meeting = close_meeting(actor=commune.chair, meeting=meeting)
    assert not meetings_to_decide(commune.clerk).exists()
    with refused("Phiên họp không thông qua hồ sơ nào nên không có gì để quyết định."):
        draft(commune, meeting)


def test_a_meeting_s_rows_stand_in_one_decision(commune: Commune) -> None:
    meeting = short(commune)
    assert list(meetings_to_decide(commune.clerk)) == [meeting]
    assert not meetings_to_decide(commune.outsider).exists()
    decision = draft(commune, meeting, merit=f" {MERIT}. ")
    assert (decision.merit, decision.state, str(decision)) == (
        MERIT,
        "draft",
        "Dự thảo quyết định",
    )
    assert not meetings_to_decide(commune.clerk).exists()
    with refused("Mọi hồ sơ phiên họp thông qua đã có trong quyết định: hãy mở quyết định đó."):
        draft(commune, meeting)


def test_a_decision_says_why(commune: Commune) -> None:
    meeting = short(commune)
    with refused("Chưa ghi lý do khen thưởng: hãy viết một câu.", field="merit"):
        draft(commune, meeting, merit=" . ")


# --- signing -----------------------------------------------------------------------------------


def test_only_the_chair_of_the_commune_signs(commune: Commune) -> None:
    decision = drafted(commune, short(commune))
    with refused(
        "Anh/chị chưa có quyền ký quyết định khen thưởng: việc này của Chủ tịch.",
        error=NotAllowedError,
    ):
        issue_decision(actor=commune.clerk, decision=decision, decided_on=TODAY)
    with refused(ELSEWHERE, error=NotAllowedError):
        issue_decision(actor=commune.outsider, decision=decision, decided_on=TODAY)


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2024-06-25", "Ngày ký 25/06/2024 chưa tới: hãy ghi ngày hôm nay hoặc trước đó."),
        (
            "2024-06-23",
            "Ngày ký đứng trước ngày họp Hội đồng 24/06/2024: hãy kiểm tra lại ngày.",
        ),
    ],
)
def test_a_decision_is_signed_after_the_meeting_and_not_ahead(
    commune: Commune, day: str, sentence: str
) -> None:
    decision = drafted(commune, short(commune))
    with refused(sentence, field="decided_on"):
        decided(commune, decision, on=dt.date.fromisoformat(day))


@pytest.mark.usefixtures("quick")
def test_a_decision_is_signed_once(commune: Commune) -> None:
    decision = decided(commune, drafted(commune, short(commune)))
    told = "Ngô Văn Quyên đã ký Quyết định 01/QĐ-UBND lúc … ngày 24/06/2024: hãy tải lại trang."
    with refused(told, error=StaleError):
        decided(commune, decision)


def test_a_paper_that_fails_uses_no_number_and_honours_nobody(
    commune: Commune, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> NoReturn:
        raise DocumentError("Không in được.")

    decision = drafted(commune, short(commune))
    monkeypatch.setattr(service, "decision_files", fail)
    before = content()
    with pytest.raises(DocumentError):
        decided(commune, decision)
    assert content() == before
    assert not NumberSeries.objects.exists()


def test_a_signed_decision_is_in_the_register_with_its_papers(commune: Commune) -> None:
    decision = decided(commune)
    document = decision.document
    assert document is not None
    assert (str(decision), decision.decided_on, decision.signer_name) == (
        "Quyết định 01/QĐ-UBND",
        TODAY,
        "Ngô Văn Quyên",
    )
    assert [each.title for each in document.files.all()] == [
        "Quyết định 01-QĐ-UBND.pdf",
        "Quyết định 01-QĐ-UBND.docx",
    ]
    assert [receipt.unit for receipt in document.receipts.all()] == [commune.village]
    assert history_of(decision)[0].sentence == (
        "ký Quyết định 01/QĐ-UBND, khen thưởng 3 trường hợp"
    )


@pytest.mark.usefixtures("quick")
def test_every_row_becomes_an_honour_by_the_decision(commune: Commune) -> None:
    assert not Honour.objects.exists()
    decision = decided(commune)
    assert list(
        decision.honours.order_by("order").values_list(
            "order", "book_number", "recipient_kind", "recipient_name", "honour_name",
            "prize_amount",
        )
    ) == [
        (1, 1, "individual", "Phạm Văn Đức", "Giấy khen", 270_000),
        (2, 2, "collective", "Thôn Phạm Xá", "Giấy khen", 540_000),
        (3, 3, "household", "Gia đình ông (bà) Phạm Thị Mến", "Gia đình văn hóa", None),
    ]  # fmt: skip
    first = decision.honours.get(order=1)
    assert (first.decided_on, first.period, first.body) == (TODAY, PERIOD, commune.body)
    assert first.prize_source == "Điểm g khoản 1 Điều 58 Nghị định 98/2023/NĐ-CP"
    assert decision.honours.get(order=3).prize_source == ""
    assert set(Nomination.objects.values_list("state", flat=True)) == {"decided"}
    counted = {**with_counts(Decision.objects.all()).values().get()}
    assert counted.get("honour_count") == 3


def test_drafts_come_first_and_then_the_newest_day(commune: Commune) -> None:
    def entered(day: dt.date, code: str) -> Decision:
        return Decision.objects.create(
            body=commune.body, kind="external", state="issued", issuer="Chủ tịch UBND tỉnh",
            external_code=code, decided_on=day, merit="Đã có thành tích",
        )  # fmt: skip

    for day, code in (
        (TODAY, "2/QĐ"),
        (dt.date(2022, 12, 27), "1/QĐ"),
        (dt.date(2023, 2, 14), "3/QĐ"),
    ):
        entered(day, code)
    draft = drafted(commune, voted(commune, opened(commune, one_row(commune))))
    found = with_counts(Decision.objects.all())
    assert [each.external_code for each in found] == [draft.external_code, "2/QĐ", "3/QĐ", "1/QĐ"]


@pytest.mark.usefixtures("quick")
def test_what_the_council_did_not_approve_is_not_honoured(commune: Commune) -> None:
    meeting = opened(commune)
    vote_on(commune, meeting.items.all()[0], against=7)
    decision = decided(commune, drafted(commune, voted(commune, meeting)))
    assert [each.recipient_name for each in decision.honours.order_by("order")] == [
        "Thôn Phạm Xá",
        "Gia đình ông (bà) Phạm Thị Mến",
    ]
    assert Nomination.objects.earliest("order").state == "not_approved"


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(("on", "amount"), [("2024-06-30", 270_000), ("2024-07-01", 360_000)])
def test_the_prize_is_by_the_law_of_the_day_of_signing(
    commune: Commune, set_today: Callable[[dt.date], None], on: str, amount: int
) -> None:
    """0.15 × 1,800,000 = 270,000; the day after 0.15 × 2,340,000 = 351,000, rounded up."""
    decision = drafted(commune, short(commune))
    set_today(NEW_SALARY)
    decision = decided(commune, decision, on=dt.date.fromisoformat(on))
    assert decision.honours.get(order=1).prize_amount == amount


def second_decision(commune: Commune) -> Decision:
    person = make_person(commune.body, "Lê Văn Hai")
    row = Proposal(recipient_for_person(person), "", CERTIFICATE, "Cứu người", PERIOD)
    submission = appraised(commune, sent(commune, rows=[row]))
    return decided(commune, drafted(commune, voted(commune, opened(commune, submission))))


@pytest.mark.usefixtures("quick")
def test_the_golden_book_goes_on_through_the_year_until_2025(commune: Commune) -> None:
    decided(commune, drafted(commune, short(commune)))
    decision = second_decision(commune)
    assert str(decision) == "Quyết định 02/QĐ-UBND"
    assert [(each.order, each.book_number) for each in decision.honours.all()] == [(1, 2)]


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(("day", "book_number"), [("2025-12-31", 2), ("2026-01-01", 1)])
def test_from_2026_the_book_number_is_the_serial_in_the_decision(
    commune: Commune, set_today: Callable[[dt.date], None], day: str, book_number: int
) -> None:
    set_today(dt.date(2025, 12, 31))
    decided(commune, drafted(commune, short(commune)))
    set_today(dt.date.fromisoformat(day))
    assert second_decision(commune).honours.get().book_number == book_number


# --- the database --------------------------------------------------------------------------------


@pytest.mark.usefixtures("quick")
def test_a_decision_has_its_number_exactly_when_issued(commune: Commune) -> None:
    decided(commune, drafted(commune, short(commune)))
    for lost in ({"document": None}, {"decided_on": None}, {"state": "draft"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Decision.objects.update(**lost)


# --- the paper ----------------------------------------------------------------------------------


def test_a_draft_has_no_number_and_cites_the_law_of_today(commune: Commune) -> None:
    decision = drafted(commune)
    awards = awards_of(decision, as_of=TODAY)
    context = decision_context(decision, awards, number=None, date=None, as_of=TODAY)
    assert (context.paper.number, context.paper.date, context.paper.year) == (None, None, 2024)
    assert context.act == "tặng danh hiệu thi đua, hình thức khen thưởng"
    assert [base.removeprefix("Căn cứ ").split(" ngày ")[0] for base in context.bases] == [
        "Luật Tổ chức chính quyền địa phương",
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức"
            " chính quyền địa phương"
        ),
        "Luật Thi đua, khen thưởng",
        "Nghị định số 98/2023/NĐ-CP",
        "Xét đề nghị của Hội đồng Thi đua - Khen thưởng xã Minh Tiến tại Biên bản họp",
    ]
    assert [
        (rows[0].name, rows[0].prize)
        for rows in (context.individuals, context.collectives, context.households)
    ] == [
        ("Phạm Văn Đức", 270_000),
        ("Thôn Phạm Xá", 540_000),
        ("Gia đình ông (bà) Phạm Thị Mến", None),
    ]
    assert context.money_note.startswith("Mức thưởng thực hiện theo điểm c khoản 2 Điều 58")


def test_an_issued_paper_has_number_and_date(commune: Commune) -> None:
    decision = drafted(commune)
    decision.signer_name = "Ngô Văn Quyên"
    awards = awards_of(decision, as_of=NEW_SALARY)[:2]
    context = decision_context(decision, awards, number=12, date=NEW_SALARY, as_of=NEW_SALARY)
    assert (context.paper.number, context.paper.date) == (12, NEW_SALARY)
    assert context.paper.signature.name == "Ngô Văn Quyên"
    assert context.act == "tặng Giấy khen"
    assert [row.prize for row in (*context.individuals, *context.collectives)] == [
        360_000,
        710_000,
    ]


def test_a_title_is_called_a_title(commune: Commune) -> None:
    decision = drafted(commune)
    family = awards_of(decision, as_of=TODAY)[2:]
    context = decision_context(decision, family, number=None, date=None, as_of=TODAY)
    assert (context.act, context.money_note) == ("tặng danh hiệu Gia đình văn hóa", "")
