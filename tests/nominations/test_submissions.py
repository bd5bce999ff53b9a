from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from tests.factories.organizations import make_person
from tests.scenarios.commune import (
    FAMILY,
    PERIOD,
    TODAY,
    UNIT_CERTIFICATE,
    YEAR,
    sent,
    village_rows,
    written,
)
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.kernel.errors import StaleError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.lawbook import LawbookError
from vinhdanh.nominations.enums import CommendationKind
from vinhdanh.nominations.models import Nomination, Submission
from vinhdanh.nominations.services.submissions import (
    Proposal,
    add_nomination,
    correct_nomination,
    open_submission,
    remove_nomination,
    send_submission,
)
from vinhdanh.nominations.services.transitions import take_step
from vinhdanh.organizations.services.recipients import recipient_for_person, recipient_for_unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_django import Settings
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor

NEW_LAW = dt.date(2025, 7, 1)
NOT_YOURS = "Anh/chị không phụ trách Thôn Phạm Xá nên không sửa danh sách này được."
NOT_ALLOWED = (
    "Anh/chị chưa có quyền lập và gửi đề nghị khen thưởng: việc này của Công chức phụ trách"
    " thi đua và Phụ trách đơn vị."
)


def begin(
    commune: Commune, *, actor: Actor | None = None, title: str = " Khen  quý I "
) -> Submission:
    return open_submission(
        actor=actor or commune.village_head,
        unit=commune.village,
        year=YEAR,
        kind=CommendationKind.MERIT,
        title=title,
    )


def add(
    commune: Commune,
    submission: Submission,
    proposal: Proposal,
    *,
    actor: Actor | None = None,
    as_of: dt.date = TODAY,
) -> Nomination:
    return add_nomination(
        actor=actor or commune.village_head, submission=submission, proposal=proposal, as_of=as_of
    )


@pytest.fixture
def row(commune: Commune) -> Proposal:
    return village_rows(commune)[0]


# --- a list is begun ---------------------------------------------------------------------------


def test_a_list_says_what_it_is_about(commune: Commune) -> None:
    with refused("Danh sách chưa ghi về việc gì: hãy ghi một câu.", field="title"):
        begin(commune, title="  ")


def test_a_list_is_begun_by_the_units_head(commune: Commune) -> None:
    for actor in (commune.other_head, commune.clerk, commune.outsider):
        with refused(
            "Anh/chị không phụ trách Thôn Phạm Xá nên không lập thay được.", error=NotAllowedError
        ):
            begin(commune, actor=actor)
    with refused(NOT_ALLOWED, error=NotAllowedError):
        begin(commune, actor=commune.chair)


def test_a_new_list_is_told_and_not_sent(commune: Commune) -> None:
    submission = begin(commune)
    assert (str(submission), submission.unit, submission.sent_on) == (
        "Khen quý I",
        commune.village,
        None,
    )
    assert submission.created_by == commune.village_head.user
    assert [event.sentence for event in history_of(submission)] == [
        "lập danh sách đề nghị “Khen quý I”"
    ]


# --- rows --------------------------------------------------------------------------------------


def test_a_row_is_added_by_the_units_head(commune: Commune, row: Proposal) -> None:
    submission = begin(commune)
    for actor in (commune.other_head, commune.clerk, commune.outsider):
        with refused(NOT_YOURS, error=NotAllowedError):
            add(commune, submission, row, actor=actor)
    with refused(NOT_ALLOWED, error=NotAllowedError):
        add(commune, submission, row, actor=commune.accountant)


def test_a_sent_list_takes_no_more_rows(commune: Commune, row: Proposal) -> None:
    submission = sent(commune)
    closed = "Danh sách đã gửi nên không thêm bớt được: hãy lập danh sách mới cho đề nghị bổ sung."
    with refused(closed):
        add(commune, submission, row)
    with refused(closed):
        remove_nomination(actor=commune.village_head, nomination=submission.nominations.all()[0])


@pytest.mark.parametrize(
    ("honour", "at", "name", "whom"),
    [
        (FAMILY, 0, "Gia đình văn hóa", ("cá nhân", "Phạm Văn Đức")),
        ("lao-dong-tien-tien", 1, "Lao động tiên tiến", ("tập thể", "Thôn Phạm Xá")),
        (
            "tap-the-lao-dong-tien-tien",
            2,
            "Tập thể lao động tiên tiến",
            ("hộ gia đình", "Gia đình ông (bà) Phạm Thị Mến"),
        ),
    ],
)
def test_an_honour_fits_its_recipient(
    commune: Commune, honour: str, at: int, name: str, whom: tuple[str, str]
) -> None:
    submission = begin(commune)
    proposal = replace(village_rows(commune)[at], honour=honour)
    with refused(
        f"{name} không dành cho {whom[0]} nên không đề nghị cho {whom[1]} được:"
        " hãy chọn danh hiệu hoặc hình thức khác.",
        field="honour",
    ):
        add(commune, submission, proposal)


@pytest.mark.parametrize(
    ("honour", "at", "name"),
    [
        ("chien-si-thi-dua-co-so", 0, "Chiến sĩ thi đua cơ sở"),
        ("tap-the-lao-dong-tien-tien", 1, "Tập thể lao động tiên tiến"),
        ("thon-to-dan-pho-van-hoa", 1, "Thôn, tổ dân phố văn hóa"),
    ],
)
def test_the_districts_honours_become_the_communes(
    commune: Commune, honour: str, at: int, name: str
) -> None:
    submission = begin(commune)
    proposal = replace(village_rows(commune)[at], honour=honour)
    before = add(commune, submission, proposal, as_of=NEW_LAW - dt.timedelta(days=1))
    assert before.is_decided_above
    remove_nomination(actor=commune.village_head, nomination=before)
    after = add(commune, submission, proposal, as_of=NEW_LAW)
    assert (after.honour_name, after.is_decided_above) == (name, False)


@pytest.mark.parametrize(
    ("name", "state", "by"),
    [
        ("send", "draft", "village_head"),
        ("put_before_council", "appraised", "clerk"),
        ("approve", "before_council", "chair"),
    ],
)
def test_who_decides_is_asked_anew_at_each_gate(
    commune: Commune, set_today: Callable[[dt.date], None], name: str, state: str, by: str
) -> None:
    set_today(NEW_LAW - dt.timedelta(days=7))
    proposal = replace(village_rows(commune)[0], honour="chien-si-thi-dua-co-so")
    row = written(commune, rows=[proposal]).nominations.get()
    assert row.is_decided_above
    Nomination.objects.filter(pk=row.pk).update(state=state)
    set_today(NEW_LAW + dt.timedelta(days=9))
    take_step(actor=getattr(commune, by), nomination=row, name=name)
    row.refresh_from_db()
    assert not row.is_decided_above


def test_an_unknown_honour_is_a_programmers_error(commune: Commune, row: Proposal) -> None:
    submission = begin(commune)
    with pytest.raises(LawbookError):
        add(commune, submission, replace(row, honour="huan_chuong"))


def test_an_achievement_is_written(commune: Commune, row: Proposal) -> None:
    submission = begin(commune)
    with refused(
        "Chưa ghi thành tích của Phạm Văn Đức: hãy viết một câu, câu này sẽ in trên quyết định và"
        " giấy khen.",
        field="achievement",
    ):
        add(commune, submission, replace(row, achievement=" \n "))


def test_the_recipient_is_of_the_same_commune(commune: Commune, row: Proposal) -> None:
    submission = begin(commune)
    stranger = recipient_for_person(make_person(commune.outsider.body, "Đào Văn Lạ"))
    with refused(
        "Đào Văn Lạ không thuộc Ủy ban nhân dân xã Minh Tiến: hãy chọn người, đơn vị hoặc hộ"
        " của xã mình.",
        field="recipient",
    ):
        add(commune, submission, replace(row, recipient=stranger))


def test_the_same_proposal_is_made_once_for_a_period(commune: Commune, row: Proposal) -> None:
    again = f"Phạm Văn Đức đã được đề nghị Giấy khen cho {PERIOD}: hãy xem lại danh sách trước."
    submission = begin(commune)
    add(commune, submission, row)
    with refused(again, field="recipient"):
        add(commune, submission, replace(row, period=f"  {PERIOD} "))
    other = begin(commune)
    with refused(again, field="recipient"):
        add(commune, other, row)
    assert add(commune, other, replace(row, period="Năm 2024")).period == "Năm 2024"
    assert add(commune, other, replace(row, honour="lao-dong-tien-tien")).order == 2


@pytest.mark.parametrize("state", ["withdrawn", "not_approved"])
def test_what_came_to_nothing_may_be_proposed_again(
    commune: Commune, row: Proposal, state: str
) -> None:
    submission = written(commune, rows=[row])
    submission.nominations.update(state=state)
    assert add(commune, begin(commune), row).state == "draft"


@pytest.mark.parametrize("state", ["returned", "deferred", "decided"])
def test_the_database_too_refuses_the_same_proposal(
    commune: Commune, row: Proposal, state: str
) -> None:
    submission = written(commune, rows=[row])
    submission.nominations.update(state=state)
    nomination = submission.nominations.get()
    nomination.pk, nomination.order = None, 2
    with pytest.raises(IntegrityError), transaction.atomic():
        nomination.save()


def test_a_row_keeps_recipient_honour_and_words_as_proposed(
    commune: Commune, row: Proposal
) -> None:
    submission = begin(commune)
    nomination = add(commune, submission, replace(row, achievement=" Hiến  đất. "))
    assert (nomination.order, nomination.state, nomination.version) == (1, "draft", 1)
    assert (nomination.honour_name, nomination.achievement) == ("Giấy khen", "Hiến đất")
    assert nomination.recipient_detail == "Nông dân, thôn Phạm Xá"
    assert str(nomination) == "Phạm Văn Đức – Giấy khen"
    assert [event.sentence for event in history_of(nomination)] == [
        "thêm Phạm Văn Đức – Giấy khen vào danh sách"
    ]


def test_a_row_is_removed_and_the_list_remembers(commune: Commune) -> None:
    submission = written(commune)
    first = submission.nominations.all()[0]
    with refused(NOT_YOURS, error=NotAllowedError):
        remove_nomination(actor=commune.other_head, nomination=first)
    remove_nomination(actor=commune.village_head, nomination=first)
    assert [each.order for each in submission.nominations.all()] == [2, 3]
    assert history_of(submission)[0].sentence == "bỏ Phạm Văn Đức – Giấy khen khỏi danh sách"
    assert add(commune, submission, village_rows(commune)[0]).order == 4


def test_one_row_that_is_sent_sends_its_list_and_stays(commune: Commune) -> None:
    submission = written(commune)
    first, second, _ = submission.nominations.all()
    take_step(actor=commune.village_head, nomination=first, name="send")
    submission.refresh_from_db()
    assert submission.sent_on == TODAY, "the law goes by the day of receipt"
    for row in (first, second):
        with refused(
            "Danh sách đã gửi nên không thêm bớt được: hãy lập danh sách mới cho đề nghị bổ sung."
        ):
            remove_nomination(actor=commune.village_head, nomination=row)


def test_a_send_that_is_refused_sends_nothing(commune: Commune) -> None:
    submission = written(commune)
    with refused("Việc này của người phụ trách Thôn Phạm Xá."):
        take_step(actor=commune.other_head, nomination=submission.nominations.all()[0], name="send")
    submission.refresh_from_db()
    assert submission.sent_on is None


def test_only_a_draft_is_removed(commune: Commune) -> None:
    first = written(commune).nominations.all()[0]
    take_step(actor=commune.village_head, nomination=first, name="withdraw", reason="Nhầm người")
    with refused(
        "Hồ sơ của Phạm Văn Đức đã rút nên không bỏ khỏi danh sách được: hãy tải lại trang."
    ):
        remove_nomination(actor=commune.village_head, nomination=first)


# --- correcting --------------------------------------------------------------------------------


def correct(
    nomination: Nomination, actor: Actor, *, achievement: str = "Hiến đất.", version: int = 1
) -> Nomination:
    return correct_nomination(
        actor=actor,
        nomination=nomination,
        achievement=achievement,
        detail=" Thôn  Phạm Xá ",
        expected_version=version,
    )


def test_a_row_is_corrected_by_the_units_head_only(commune: Commune) -> None:
    nomination = written(commune).nominations.all()[0]
    for actor in (commune.other_head, commune.clerk, commune.outsider):
        with refused(
            "Anh/chị không phụ trách Thôn Phạm Xá nên không sửa được.", error=NotAllowedError
        ):
            correct(nomination, actor)
    with refused(NOT_ALLOWED, error=NotAllowedError):
        correct(nomination, commune.superior)


def test_a_stale_correction_is_refused(commune: Commune, settings: Settings) -> None:
    settings.TODAY = "2024-06-24T08:00"
    nomination = written(commune).nominations.all()[0]
    correct(nomination, commune.village_head)
    with refused(
        "Phạm Văn Tín vừa sửa thành tích và chức vụ, đơn vị, địa chỉ của hồ sơ lúc 08:00 ngày"
        " 24/06/2024: hãy xem bản mới rồi làm tiếp.",
        error=StaleError,
    ):
        correct(nomination, commune.village_head)


def test_a_sent_row_is_not_corrected(commune: Commune) -> None:
    nomination = sent(commune).nominations.all()[0]
    with refused(
        "Hồ sơ của Phạm Văn Đức đã gửi nên không sửa được: hãy nhờ công chức phụ trách thi đua"
        " trả lại."
    ):
        correct(nomination, commune.village_head, version=2)


def test_a_correction_keeps_an_achievement(commune: Commune) -> None:
    nomination = written(commune).nominations.all()[0]
    with refused("Chưa ghi thành tích: hãy viết một câu.", field="achievement"):
        correct(nomination, commune.village_head, achievement=" ")


@pytest.mark.parametrize("returned", [False, True])
def test_a_draft_or_returned_row_is_corrected(
    commune: Commune,
    returned: bool,  # noqa: FBT001
) -> None:
    nomination = (sent if returned else written)(commune).nominations.all()[0]
    if returned:
        nomination = take_step(
            actor=commune.clerk, nomination=nomination, name="return", reason="Ghi rõ hơn"
        )
    version = nomination.version
    nomination = correct(nomination, commune.village_head, version=version)
    assert (nomination.achievement, nomination.recipient_detail, nomination.version) == (
        "Hiến đất",
        "Thôn Phạm Xá",
        version + 1,
    )
    assert history_of(nomination)[0].details == {
        "achievement": ["Hiến 120 m2 đất làm đường thôn", "Hiến đất"],
        "recipient_detail": ["Nông dân, thôn Phạm Xá", "Thôn Phạm Xá"],
        "version": version + 1,
    }


# --- sending -----------------------------------------------------------------------------------


def test_an_empty_list_is_not_sent(commune: Commune) -> None:
    nothing = "Danh sách chưa có đề nghị nào để gửi: hãy thêm cá nhân, tập thể hoặc hộ gia đình."
    submission = begin(commune)
    with refused(nothing):
        send_submission(actor=commune.village_head, submission=submission)
    full = sent(commune)
    with refused(nothing):
        send_submission(actor=commune.village_head, submission=full)


def test_a_list_is_sent_by_the_units_head(commune: Commune) -> None:
    submission = written(commune)
    with refused("Việc này của người phụ trách Thôn Phạm Xá."):
        send_submission(actor=commune.other_head, submission=submission)
    with refused("Hồ sơ này thuộc cơ quan khác."):
        send_submission(actor=commune.outsider, submission=submission)


def test_a_sent_list_waits_for_the_clerk(commune: Commune) -> None:
    submission = sent(commune)
    assert submission.sent_on == TODAY
    assert [each.state for each in submission.nominations.all()] == ["sent"] * 3


def test_a_returned_row_is_sent_again_with_the_first_day_kept(commune: Commune) -> None:
    submission = sent(commune)
    nomination = submission.nominations.all()[1]
    take_step(actor=commune.clerk, nomination=nomination, name="return", reason="Thiếu số liệu")
    Submission.objects.update(sent_on=dt.date(2024, 6, 1))
    submission.refresh_from_db()
    send_submission(actor=commune.village_head, submission=submission)
    submission.refresh_from_db()
    assert submission.sent_on == dt.date(2024, 6, 1)
    assert [each.version for each in submission.nominations.all()] == [2, 4, 2]


def test_a_collective_proposes_itself(commune: Commune) -> None:
    submission = begin(commune)
    proposal = Proposal(
        recipient_for_unit(commune.village), "", UNIT_CERTIFICATE, "Đoàn kết", "Quý I/2024"
    )
    assert add(commune, submission, proposal).recipient.unit == commune.village
