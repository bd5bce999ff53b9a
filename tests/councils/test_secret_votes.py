from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from tests.councils.secret import CODE, NO, YES, all_vote, boxed, drop_in, in_form
from tests.councils.test_ballots import NOT_THE_CHAIR, SOLDIER
from tests.councils.test_meetings import ELSEWHERE, for_a_member
from tests.scenarios.commune import appraised, called, opened
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.councils.enums import BoxState, Choice, VoteForm
from vinhdanh.councils.lockers import destroy_locker, secret_in
from vinhdanh.councils.models import AgendaItem, Ballot, BallotBox, Participation, Urn
from vinhdanh.councils.sealing import dropped_in, seal
from vinhdanh.councils.services.ballots import cast_ballot, count_item, defer_item
from vinhdanh.councils.services.boxes import count_box, discard_box, open_box
from vinhdanh.councils.services.changes import cancel_meeting
from vinhdanh.councils.services.forms import choose_form
from vinhdanh.councils.services.meetings import take_attendance
from vinhdanh.councils.services.recusals import declare_interest
from vinhdanh.councils.services.secret_votes import cast_secret
from vinhdanh.kernel.errors import StaleError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.nominations.models import Nomination

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.councils.models import Meeting

WRONG_CODE = (
    "Mã hòm phiếu chưa đúng: hãy nhập lại mã đã đặt khi mở hòm phiếu. Nếu đã quên mã, hãy bỏ hòm"
    " phiếu và cho bỏ phiếu lại."
)
VOTED = "Anh/chị đã bỏ phiếu về hồ sơ của Phạm Văn Đức rồi; phiếu kín đã bỏ thì không đổi được."
TOUCHED = (
    "Số phiếu trong hòm về hồ sơ của Phạm Văn Đức không khớp số người đã bỏ phiếu: hòm phiếu đã bị"
    " can thiệp. Hãy bỏ hòm phiếu, cho bỏ phiếu lại và báo người quản trị."
)


@pytest.fixture
def meeting(commune: Commune) -> Meeting:
    return in_form(commune, VoteForm.SECRET)


@pytest.fixture
def box(commune: Commune, meeting: Meeting) -> BallotBox:
    items = list(meeting.items.all())
    return open_box(actor=commune.chair, meeting=meeting, items=items, code=CODE)


# --- choosing the form -------------------------------------------------------------------------


def test_the_law_asks_for_a_ballot(commune: Commune) -> None:
    meeting = called(commune)
    item = meeting.items.all()[0]
    Nomination.objects.filter(pk=item.nomination_id).update(honour=SOLDIER)
    sentence = (
        "phải bỏ phiếu (Khoản 7 Điều 30 Nghị định 98/2023/NĐ-CP) nên không biểu quyết công khai"
        " được: hãy chọn bỏ phiếu kín hoặc phiếu giấy."
    )
    with refused(f"Giấy khen {sentence}"):
        choose_form(actor=commune.clerk, meeting=meeting, items=[item], form=VoteForm.OPEN)
    assert item.form == VoteForm.OPEN


def test_a_vote_that_began_keeps_its_form(commune: Commune, box: BallotBox) -> None:
    item = box.items.get()
    with refused("Hồ sơ của Phạm Văn Đức đã bắt đầu biểu quyết nên không đổi hình thức được nữa."):
        choose_form(actor=commune.clerk, meeting=box.meeting, items=[item], form=VoteForm.OPEN)


# --- opening a box -----------------------------------------------------------------------------


def test_a_code_is_long_enough(commune: Commune, meeting: Meeting) -> None:
    with refused("Mã hòm phiếu cần ít nhất 8 ký tự: hãy đặt mã dài hơn và giữ kín.", field="code"):
        open_box(
            actor=commune.chair, meeting=meeting, items=list(meeting.items.all()), code="1234567"
        )


def test_only_the_chair_opens_a_box(commune: Commune, meeting: Meeting) -> None:
    items = list(meeting.items.all())
    with refused(NOT_THE_CHAIR, error=NotAllowedError):
        open_box(actor=commune.clerk, meeting=meeting, items=items, code=CODE)
    with refused(ELSEWHERE, error=NotAllowedError):
        open_box(actor=commune.outsider, meeting=meeting, items=items, code=CODE)


def test_open_votes_go_into_no_box(commune: Commune) -> None:
    meeting = opened(commune)
    with refused("Hồ sơ của Phạm Văn Đức không bỏ phiếu kín trên máy: hãy chọn lại hồ sơ."):
        open_box(actor=commune.chair, meeting=meeting, items=list(meeting.items.all()), code=CODE)


def test_an_item_is_in_one_box(commune: Commune, box: BallotBox) -> None:
    with refused("Hồ sơ của Phạm Văn Đức đang được bỏ phiếu trong một hòm phiếu khác."):
        open_box(actor=commune.chair, meeting=box.meeting, items=list(box.items.all()), code=CODE)


# --- voting ------------------------------------------------------------------------------------


def test_a_cast_ballot_stays(commune: Commune, box: BallotBox) -> None:
    drop_in(commune.women_head, box)
    with refused(VOTED):
        drop_in(commune.women_head, box, NO)


def test_nobody_enters_a_secret_vote_for_another(commune: Commune, box: BallotBox) -> None:
    item = box.items.get()
    sentence = (
        "Hồ sơ của Phạm Văn Đức được bỏ phiếu kín nên không ghi ý kiến theo tên: hãy bỏ phiếu vào"
        " hòm phiếu hoặc bằng phiếu giấy."
    )
    for actor in (commune.clerk, commune.chair):
        with refused(sentence):
            cast_ballot(actor=actor, item=item, member=commune.seat(actor), choice=YES)
    with refused(sentence):
        cast_ballot(
            actor=commune.clerk, item=item, member=commune.seat(commune.women_head), choice=YES
        )


def test_without_a_seat_nothing_goes_in(commune: Commune, box: BallotBox) -> None:
    with refused(
        "Anh/chị chưa có quyền biểu quyết: việc này của Chủ tịch và Thành viên Hội đồng.",
        error=NotAllowedError,
    ):
        drop_in(commune.village_head, box)
    with refused(ELSEWHERE, error=NotAllowedError):
        drop_in(commune.outsider, box)


def test_the_absent_and_the_recused_put_nothing_in(commune: Commune) -> None:
    meeting, box = boxed(commune, for_a_member(commune), absent=commune.members[-1:])
    with refused("Hoàng Văn Sơn không có mặt trong phiên họp nên không biểu quyết được."):
        drop_in(commune.members[-1], box)
    with refused(
        "Trần Thị Lụa không tham gia biểu quyết hồ sơ này vì là người được đề nghị khen thưởng."
    ):
        drop_in(commune.women_head, box)
    assert meeting.items.get().participations.count() == 5


def test_who_comes_late_may_vote_and_who_leaves_may_not(commune: Commune) -> None:
    meeting, box = boxed(commune, absent=commune.members[-1:])
    rows = meeting.attendance.order_by("member__order").values_list("pk", flat=True)
    take_attendance(actor=commune.clerk, meeting=meeting, present=list(rows))
    drop_in(commune.members[-1], box)
    take_attendance(
        actor=commune.clerk, meeting=meeting, present=[pk for at, pk in enumerate(rows) if at != 5]
    )
    with refused("Bùi Thị An không có mặt trong phiên họp nên không biểu quyết được."):
        drop_in(commune.members[5], box)
    assert Participation.objects.count() == 6


def test_who_declares_an_interest_leaves_the_vote(commune: Commune, box: BallotBox) -> None:
    item = box.items.get()
    declare_interest(actor=commune.women_head, item=item, relation="vợ")
    with refused("Trần Thị Lụa không tham gia biểu quyết hồ sơ này vì là vợ của Phạm Văn Đức."):
        drop_in(commune.women_head, box)
    drop_in(commune.culture_head, box)
    with refused("Đỗ Minh Châu đã biểu quyết nội dung này."):
        declare_interest(actor=commune.culture_head, item=item, relation="em ruột")


def test_several_items_in_one_act_each_with_its_choice(commune: Commune) -> None:
    meeting, box = boxed(commune, appraised(commune))
    first, second, third = meeting.items.all()
    with refused("Chưa chọn ý kiến cho hồ sơ nào trong hòm phiếu: hãy chọn rồi bỏ phiếu."):
        cast_secret(actor=commune.chair, box=box, choices={first.pk: YES, 999_999: NO})
    for actor in commune.members:
        cast_secret(
            actor=actor, box=box, choices={first.pk: YES, second.pk: NO, third.pk: Choice.ABSTAIN}
        )
    results = count_box(actor=commune.chair, box=box, code=CODE)
    assert [(i.votes_for, i.votes_against, i.votes_abstain) for i in results] == [
        (7, 0, 0),
        (0, 7, 0),
        (0, 0, 7),
    ]
    assert [item.outcome for item in results] == ["approved", "not_approved", "not_approved"]


# --- counting ----------------------------------------------------------------------------------


def test_a_box_opens_with_its_code_alone(commune: Commune, box: BallotBox) -> None:
    all_vote(commune, box)
    with refused(WRONG_CODE, field="code"):
        count_box(actor=commune.chair, box=box, code="hoa sen 2025")
    with refused(NOT_THE_CHAIR, error=NotAllowedError):
        count_box(actor=commune.clerk, box=box, code=CODE)


def test_a_lost_key_opens_nothing(commune: Commune, box: BallotBox) -> None:
    all_vote(commune, box)
    destroy_locker(box.locker)
    with refused(
        "Chìa khóa của hòm phiếu không còn trên máy nên không ai mở được hòm phiếu này: hãy bỏ hòm"
        " phiếu và cho bỏ phiếu lại."
    ):
        count_box(actor=commune.chair, box=box, code=CODE)
    discard_box(actor=commune.chair, box=box, reason="Mất chìa khóa")
    item = AgendaItem.objects.get()
    assert (item.round, item.box, item.outcome) == (2, None, "pending")
    again = open_box(actor=commune.chair, meeting=box.meeting, items=[item], code=CODE)
    all_vote(commune, again)
    assert count_box(actor=commune.chair, box=again, code=CODE)[0].votes_for == 7


def test_how_many_are_missing_is_told_and_never_who(commune: Commune, box: BallotBox) -> None:
    for actor in commune.members[:5]:
        drop_in(actor, box)
    with refused(
        "Còn 2 người chưa bỏ phiếu về hồ sơ của Phạm Văn Đức: hãy chờ, hoặc chọn kiểm phiếu khi"
        " chưa đủ phiếu; người không bỏ phiếu không được tính là đồng ý."
    ):
        count_box(actor=commune.chair, box=box, code=CODE)
    (item,) = count_box(actor=commune.chair, box=box, code=CODE, despite_missing=True)
    assert (item.votes_for, item.denominator, item.outcome) == (5, 7, "approved")


def test_two_ballots_would_tell_each_what_the_other_said(commune: Commune, box: BallotBox) -> None:
    for actor in commune.members[:2]:
        drop_in(actor, box)
    with refused(
        "Mới có 2 phiếu về hồ sơ của Phạm Văn Đức: kiểm phiếu lúc này thì lộ ý kiến của từng người."
        " Hãy chờ đủ 3 phiếu, hoặc bỏ hòm phiếu và chọn hình thức khác."
    ):
        count_box(actor=commune.chair, box=box, code=CODE, despite_missing=True)


@pytest.mark.parametrize("more", [1, -1])
def test_a_box_with_other_than_its_ballots_is_not_counted(
    commune: Commune, box: BallotBox, more: int
) -> None:
    all_vote(commune, box)
    urn, item = Urn.objects.get(), box.items.get()
    about = f"{item.pk}/1"
    stuffed = dropped_in(bytes(urn.sealed), [seal("f", public=bytes(box.public_key), about=about)])
    Urn.objects.update(sealed=stuffed if more > 0 else bytes(urn.sealed)[:-49])
    with refused(TOUCHED):
        count_box(actor=commune.chair, box=box, code=CODE)


def test_a_ballot_of_another_item_is_not_counted(commune: Commune, box: BallotBox) -> None:
    all_vote(commune, box)
    sealed = bytes(Urn.objects.get().sealed)[49:]
    foreign = seal("f", public=bytes(box.public_key), about="999/1")
    Urn.objects.update(sealed=dropped_in(sealed, [foreign]))
    with refused(TOUCHED):
        count_box(actor=commune.chair, box=box, code=CODE)


def test_the_count_is_the_votes_and_leaves_nothing_behind(
    commune: Commune, box: BallotBox, django_capture_on_commit_callbacks: object
) -> None:
    all_vote(commune, box, against=2, silent=1)
    locker = box.locker
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        (item,) = count_box(actor=commune.chair, box=box, code=CODE)
    assert (item.votes_for, item.votes_against, item.votes_abstain) == (4, 2, 1)
    assert (item.outcome, item.denominator) == ("approved", 7)
    assert secret_in(locker) is None
    box.refresh_from_db()
    assert (box.state, box.locker, bytes(box.wrapped_key)) == (BoxState.COUNTED, "", b"")
    assert not Urn.objects.exists()
    assert not Ballot.objects.exists()


def test_a_box_is_counted_once(commune: Commune, box: BallotBox) -> None:
    all_vote(commune, box)
    count_box(actor=commune.chair, box=box, code=CODE)
    for act in (
        lambda: count_box(actor=commune.chair, box=box, code=CODE),
        lambda: discard_box(actor=commune.chair, box=box, reason="Nghĩ lại"),
    ):
        with refused(
            "Ngô Văn Quyên đã kiểm phiếu hòm phiếu này lúc … ngày 24/06/2024: hãy tải lại trang.",
            error=StaleError,
        ):
            act()
    with refused("Hòm phiếu đã đóng nên không bỏ phiếu được nữa: hãy tải lại trang."):
        drop_in(commune.chair, box)
    counted = [e for e in history_of(AgendaItem.objects.get()) if e.action == "vote.counted"]
    assert len(counted) == 1


def test_a_boxed_item_is_neither_counted_nor_put_off_by_itself(
    commune: Commune, box: BallotBox
) -> None:
    item = box.items.get()
    with refused("Hồ sơ của Phạm Văn Đức được bỏ phiếu kín: hãy mở hòm phiếu để kiểm phiếu."):
        count_item(actor=commune.chair, item=item)
    with refused(
        "Hòm phiếu có hồ sơ của Phạm Văn Đức đang nhận phiếu: hãy kiểm phiếu hoặc bỏ hòm phiếu"
        " trước khi hoãn xét."
    ):
        defer_item(actor=commune.chair, item=item, reason="Chờ")


def test_a_cancelled_meeting_destroys_its_boxes(commune: Commune, box: BallotBox) -> None:
    drop_in(commune.chair, box)
    cancel_meeting(actor=commune.clerk, meeting=box.meeting, reason="Mất điện")
    box.refresh_from_db()
    assert (box.state, box.locker) == (BoxState.DISCARDED, "")
    assert not Urn.objects.exists()


def test_what_a_box_is_the_database_says_too(commune: Commune, box: BallotBox) -> None:
    for lie in ({"locker": ""}, {"state": "discarded", "locker": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            BallotBox.objects.update(**lie)
    with pytest.raises(IntegrityError), transaction.atomic():
        AgendaItem.objects.update(form=VoteForm.OPEN)
