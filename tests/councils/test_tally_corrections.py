"""Figures of a count on paper that were entered wrongly, put right until the item is counted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from tests.councils.secret import CODE, NO, boxed, drop_in, in_form
from tests.councils.test_missing import with_a_letter
from tests.councils.test_paper_votes import enter, with_tellers
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.councils.enums import VoteForm
from vinhdanh.councils.services.ballots import count_item
from vinhdanh.councils.services.boxes import count_box
from vinhdanh.councils.services.tallies import Papers, correct_tally, give_paper
from vinhdanh.kernel.errors import StaleError
from vinhdanh.kernel.queries.audit import history_of

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.councils.models import AgendaItem, PaperTally

WRONG = Papers(issued=7, returned=7, invalid=0, votes_for=4, votes_against=3, votes_abstain=0)
RIGHT = replace(WRONG, votes_for=5, votes_against=2)


@pytest.fixture
def item(commune: Commune) -> AgendaItem:
    """An item on paper whose tellers have entered their figures."""
    meeting = in_form(commune, VoteForm.PAPER)
    with_tellers(commune, meeting)
    item = meeting.items.get()
    enter(commune, item, WRONG)
    return item


def correct(commune: Commune, item: AgendaItem, **changes: Any) -> PaperTally:
    given: dict[str, Any] = {
        "actor": commune.culture_head, "item": item, "papers": RIGHT, "reason": " Đọc nhầm.",
        "version": 1,
    } | changes  # fmt: skip
    return correct_tally(**given)


def test_a_correction_owes_its_reason(commune: Commune, item: AgendaItem) -> None:
    with refused(
        "Chưa ghi vì sao sửa kết quả kiểm phiếu của Phạm Văn Đức: hãy ghi một câu.", field="reason"
    ):
        correct(commune, item, reason=" . ")
    with refused("Lý do sửa dài 301 ký tự, quá mức 300 ký tự: hãy viết ngắn lại.", field="reason"):
        correct(commune, item, reason="x" * 301)


def test_who_is_no_teller_corrects_nothing(commune: Commune, item: AgendaItem) -> None:
    for stranger in (commune.women_head, commune.chair, commune.outsider):
        with pytest.raises(NotAllowedError):
            correct(commune, item, actor=stranger)


def test_corrected_figures_are_checked_like_the_first(commune: Commune, item: AgendaItem) -> None:
    with refused("Số phiếu thu về (8) lớn hơn số phiếu phát ra (7): hãy đếm lại.",
                 field="returned"):  # fmt: skip
        correct(commune, item, papers=replace(RIGHT, returned=8))


def test_what_was_never_entered_is_not_corrected(commune: Commune) -> None:
    meeting = in_form(commune, VoteForm.PAPER)
    with_tellers(commune, meeting)
    with refused("Hồ sơ của Phạm Văn Đức chưa có kết quả kiểm phiếu giấy: hãy nhập trước."):
        correct(commune, meeting.items.get())


def test_who_comes_second_is_told(commune: Commune, item: AgendaItem) -> None:
    correct(commune, item)
    with refused(
        "Đỗ Minh Châu đã sửa kết quả kiểm phiếu giấy của Phạm Văn Đức lúc … ngày 24/06/2024: hãy"
        " tải lại trang để xem số mới rồi sửa tiếp.",
        error=StaleError,
    ):
        correct(commune, item, actor=commune.clerk, papers=WRONG)


def test_a_counted_item_keeps_its_papers(commune: Commune, item: AgendaItem) -> None:
    count_item(actor=commune.chair, item=item)
    with refused(
        "Hồ sơ của Phạm Văn Đức đã có kết quả (thông qua) nên không sửa số phiếu giấy được nữa: hãy"
        " báo chủ trì xem lại trước khi ký quyết định."
    ):
        correct(commune, item)


def test_what_fell_short_by_wrong_figures_is_voted_on_again(
    commune: Commune, item: AgendaItem
) -> None:
    commune.council.has_second_round = True
    commune.council.save()
    correct(commune, item, papers=replace(WRONG, votes_for=2, votes_against=5))
    item.refresh_from_db()
    count_item(actor=commune.chair, item=item)
    with refused(
        "Hồ sơ của Phạm Văn Đức đã có kết quả (chưa đạt, chờ bỏ phiếu lại) nên không sửa số phiếu"
        " giấy được nữa: hãy báo chủ trì cho bỏ phiếu lại."
    ):
        correct(commune, item, version=2)


def test_the_right_figures_count_and_the_wrong_ones_stay_in_the_log(
    commune: Commune, item: AgendaItem
) -> None:
    tally = correct(commune, item, actor=commune.clerk)
    assert (tally.entered_by, tally.corrected_for) == ("Nguyễn Thị Hạnh", "Đọc nhầm")
    event = history_of(item)[0]
    shared = "phát ra 7, thu về 7, không hợp lệ 0"
    assert event.sentence == (
        f"sửa kết quả kiểm phiếu giấy của Phạm Văn Đức vì Đọc nhầm: {shared}, đồng ý 5, không đồng"
        f" ý 2, không có ý kiến 0; trước đó là {shared}, đồng ý 4, không đồng ý 3, không có ý"
        " kiến 0"
    )
    before, after = event.details["before"], event.details["after"]
    assert (before["votes_for"], after["votes_for"]) == (4, 5)
    assert count_item(actor=commune.chair, item=item).votes_for == 5


def test_a_late_paper_is_added_without_a_word_of_what_it_says(commune: Commune) -> None:
    """Six figures, then seven: all the log tells of either is how many papers there were."""
    meeting = with_a_letter(commune, VoteForm.PAPER)
    with_tellers(commune, meeting)
    item = meeting.items.get()
    six = Papers(issued=6, returned=6, invalid=0, votes_for=5, votes_against=1, votes_abstain=0)
    enter(commune, item, six, without_letters=True)
    correct(commune, item, papers=replace(six, votes_for=4, votes_against=2))
    seven = replace(six, issued=7, returned=7, votes_against=2, by_letter=1)
    tally = correct(commune, item, papers=seven, version=2)
    assert (tally.votes_for, tally.votes_against) == (5, 2)
    told = [(event.sentence, event.details) for event in history_of(item)]
    assert told[0][0] == (
        "sửa kết quả kiểm phiếu giấy của Phạm Văn Đức vì Đọc nhầm: phát ra 7, thu về 7, của người"
        " vắng gửi về 1, không hợp lệ 0; trước đó là phát ra 6, thu về 6, không hợp lệ 0"
    )
    assert not any("đồng ý" in sentence or "votes" in str(details) for sentence, details in told)


def test_papers_beside_screens_are_corrected_without_a_word_of_their_choices(
    commune: Commune,
) -> None:
    meeting, box = boxed(commune)
    with_tellers(commune, meeting)
    item = box.items.get()
    for actor in commune.members[:6]:
        drop_in(actor, box)
    give_paper(actor=commune.clerk, item=item, member=commune.seat(commune.members[6]))
    enter(commune, item, Papers(1, 1, 0, votes_for=1, votes_against=0, votes_abstain=0))
    right = Papers(1, 1, 0, votes_for=0, votes_against=1, votes_abstain=0)
    tally = correct(commune, item, papers=right)
    assert (tally.votes_for, tally.votes_against) == (None, None)
    told = [(event.sentence, event.details) for event in history_of(item)]
    assert not any("đồng ý" in sentence or "votes" in str(details) for sentence, details in told)
    with refused("Anh/chị đã bỏ phiếu về hồ sơ của Phạm Văn Đức rồi; phiếu kín đã bỏ thì không đổi"
                 " được."):  # fmt: skip
        drop_in(commune.members[0], box, NO)
    (counted,) = count_box(actor=commune.chair, box=box, code=CODE)
    assert (counted.votes_for, counted.votes_against) == (6, 1)
