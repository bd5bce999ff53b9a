from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from tests.councils.secret import CODE, NO, boxed, drop_in, in_form
from tests.councils.test_meetings import for_a_member
from tests.councils.test_rounds import SOURCE, three_people
from tests.scenarios.commune import CERTIFICATE, appraised
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.councils.enums import VoteForm
from vinhdanh.councils.models import PaperTally, Urn
from vinhdanh.councils.sealing import records_of
from vinhdanh.councils.services.ballots import count_item
from vinhdanh.councils.services.boxes import count_box
from vinhdanh.councils.services.meetings import close_meeting
from vinhdanh.councils.services.ranking import set_ceiling, settle_ranking
from vinhdanh.councils.services.tallies import Papers, enter_tally, give_paper, name_tellers
from vinhdanh.councils.tally_papers import tally_contexts
from vinhdanh.kernel.errors import StaleError

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.councils.models import AgendaItem, Meeting

TOO_MANY = (
    "Đồng ý, không đồng ý và không có ý kiến cộng lại là 6, trong khi có 5 phiếu hợp lệ (thu về 6,"
    " không hợp lệ 1) về hồ sơ của Phạm Văn Đức: hãy đếm lại."
)
GOOD = Papers(issued=7, returned=6, invalid=1, votes_for=4, votes_against=1, votes_abstain=0)


@pytest.fixture
def meeting(commune: Commune) -> Meeting:
    """An open meeting with one item on paper and two tellers."""
    meeting = in_form(commune, VoteForm.PAPER)
    with_tellers(commune, meeting)
    return meeting


def with_tellers(commune: Commune, meeting: Meeting) -> None:
    name_tellers(
        actor=commune.clerk,
        meeting=meeting,
        head=commune.seat(commune.culture_head),
        others=[commune.seat(commune.members[5])],
    )


def enter(
    commune: Commune, item: AgendaItem, papers: Papers = GOOD, *, without_letters: bool = False
) -> PaperTally:
    return enter_tally(
        actor=commune.culture_head, item=item, papers=papers, without_letters=without_letters
    )


# --- the tellers -------------------------------------------------------------------------------


def test_somebody_must_have_counted(commune: Commune) -> None:
    item = in_form(commune, VoteForm.PAPER).items.get()
    with refused("Chưa lập Ban kiểm phiếu: hãy ghi những người kiểm phiếu trước."):
        enter(commune, item)


def test_who_is_no_teller_enters_nothing(commune: Commune, meeting: Meeting) -> None:
    with refused(
        "Kết quả kiểm phiếu do Ban kiểm phiếu (Đỗ Minh Châu và Bùi Thị An) hoặc công chức phụ"
        " trách nhập.",
        error=NotAllowedError,
    ):
        enter_tally(actor=commune.women_head, item=meeting.items.get(), papers=GOOD)


# --- the figures -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        (
            {"issued": 8},
            "issued",
            (
                "Số phiếu phát ra tại phiên họp (8) về hồ sơ của Phạm Văn Đức lớn hơn số người có"
                " mặt được bỏ phiếu (7): hãy đếm lại hoặc xem lại điểm danh."
            ),
        ),
        (
            {"returned": 8},
            "returned",
            "Số phiếu thu về (8) lớn hơn số phiếu phát ra (7): hãy đếm lại.",
        ),
        (
            {"invalid": 7},
            "invalid",
            "Số phiếu không hợp lệ (7) lớn hơn số phiếu thu về (6): hãy đếm lại.",
        ),
        (
            {"votes_for": 5},
            "votes_for",
            TOO_MANY,
        ),
        (
            {"votes_for": 6, "votes_against": -1},
            "votes_for",
            "Số phiếu không thể nhỏ hơn 0: hãy kiểm tra lại.",
        ),
    ],
)
def test_figures_that_cannot_be_are_refused(
    commune: Commune, meeting: Meeting, changes: dict[str, int], field: str, sentence: str
) -> None:
    with refused(sentence, field=field):
        enter(commune, meeting.items.get(), replace(GOOD, **changes))


def test_the_database_adds_up_too(commune: Commune, meeting: Meeting) -> None:
    enter(commune, meeting.items.get())
    for lie in ({"returned": 8}, {"invalid": 7}, {"votes_for": 9}):
        with pytest.raises(IntegrityError), transaction.atomic():
            PaperTally.objects.update(**lie)


def test_a_tally_is_entered_once_and_owed_before_the_count(
    commune: Commune, meeting: Meeting
) -> None:
    item = meeting.items.get()
    with refused(
        "Ban kiểm phiếu chưa nhập kết quả hồ sơ của Phạm Văn Đức: hãy nhập số phiếu phát ra, thu về"
        " và từng loại ý kiến."
    ):
        count_item(actor=commune.chair, item=item)
    tally = enter(commune, item)
    assert (tally.valid, tally.unreturned, tally.entered_by) == (5, 1, "Đỗ Minh Châu")
    with refused(
        "Đỗ Minh Châu đã nhập kết quả kiểm phiếu giấy của Phạm Văn Đức lúc … ngày 24/06/2024: hãy"
        " tải lại trang rồi sửa nếu chưa đúng.",
        error=StaleError,
    ):
        enter(commune, item)
    counted = count_item(actor=commune.chair, item=item)
    assert (counted.votes_for, counted.votes_against, counted.denominator) == (4, 1, 7)
    assert counted.outcome == "approved"


def test_the_minutes_of_the_count_say_how_many_papers_there_were(
    commune: Commune, meeting: Meeting
) -> None:
    item = meeting.items.get()
    enter(commune, item)
    count_item(actor=commune.chair, item=item)
    closed = close_meeting(actor=commune.chair, meeting=meeting)
    (context,) = tally_contexts(closed)
    assert (context.issued, context.returned, context.invalid) == (7, 6, 1)
    assert (context.head.name, [each.name for each in context.tellers]) == (
        "Đỗ Minh Châu",
        ["Bùi Thị An"],
    )
    assert closed.tally_files.count() == 2


def test_the_minutes_of_the_count_take_shares_of_those_entitled(commune: Commune) -> None:
    """One of the seven is recused; the council's own rules count the other six."""
    meeting = in_form(commune, VoteForm.PAPER, for_a_member(commune))
    with_tellers(commune, meeting)
    item = meeting.items.get()
    enter(commune, item, replace(GOOD, issued=6, invalid=0, votes_for=5))
    count_item(actor=commune.chair, item=item)
    (context,) = tally_contexts(close_meeting(actor=commune.chair, meeting=meeting))
    assert (context.members, context.eligible, context.issued) == (7, 6, 6)
    assert context.rule == "có trên 50% trong 6 thành viên được biểu quyết đồng ý"


def test_who_passed_and_got_no_place_reached_the_percentage(commune: Commune) -> None:
    meeting = in_form(commune, VoteForm.PAPER, three_people(commune))
    with_tellers(commune, meeting)
    first, second, third = meeting.items.all()
    ceiling = set_ceiling(
        actor=commune.clerk, meeting=meeting, honour=CERTIFICATE, limit=2, source=SOURCE
    )
    for item, votes in ((first, 7), (second, 6), (third, 5)):
        papers = Papers(issued=7, returned=7, invalid=0, votes_for=votes, votes_against=7 - votes,
                        votes_abstain=0)  # fmt: skip
        enter(commune, item, papers)
        count_item(actor=commune.chair, item=item)
    settle_ranking(actor=commune.chair, ceiling=ceiling)
    third.refresh_from_db()
    assert third.outcome == "not_approved"
    (context,) = tally_contexts(close_meeting(actor=commune.chair, meeting=meeting))
    assert [(each.votes_for, each.passed) for each in context.counts] == [
        (7, True), (6, True), (5, True),
    ]  # fmt: skip


# --- papers beside screens ---------------------------------------------------------------------


def test_one_on_paper_among_those_on_screens(commune: Commune) -> None:
    meeting, box = boxed(commune)
    with_tellers(commune, meeting)
    item, old = box.items.get(), commune.members[-1]
    for actor in commune.members[:5]:
        drop_in(actor, box)
    drop_in(commune.members[5], box, NO)
    with refused("Bùi Thị An đã bỏ phiếu hoặc đã nhận phiếu giấy về hồ sơ này."):
        give_paper(actor=commune.clerk, item=item, member=commune.seat(commune.members[5]))
    give_paper(actor=commune.clerk, item=item, member=commune.seat(old))
    with refused("Anh/chị đã nhận phiếu giấy về hồ sơ của Phạm Văn Đức: hãy bỏ phiếu giấy đó."):
        drop_in(old, box)
    with refused(
        "Có phiếu giấy về hồ sơ của Phạm Văn Đức chưa kiểm: hãy nhập kết quả kiểm phiếu giấy trước."
    ):
        count_box(actor=commune.chair, box=box, code=CODE)
    one = Papers(issued=1, returned=1, invalid=0, votes_for=0, votes_against=1, votes_abstain=0)
    tally = enter(commune, item, one)
    assert (tally.votes_for, tally.votes_against) == (None, None), "one paper shows its choice"
    urn = Urn.objects.get()
    assert (len(records_of(bytes(urn.sealed))), len(records_of(bytes(urn.papers)))) == (6, 1)
    (counted,) = count_box(actor=commune.chair, box=box, code=CODE)
    assert (counted.votes_for, counted.votes_against) == (5, 2)


def test_papers_given_and_papers_issued_agree(commune: Commune) -> None:
    meeting, box = boxed(commune)
    with_tellers(commune, meeting)
    item = box.items.get()
    give_paper(actor=commune.clerk, item=item, member=commune.seat(commune.members[-1]))
    none = Papers(issued=0, returned=0, invalid=0, votes_for=0, votes_against=0, votes_abstain=0)
    with refused(
        "Số phiếu phát ra (0) khác số người đã ghi nhận phiếu giấy (1): hãy kiểm tra lại.",
        field="issued",
    ):
        enter(commune, item, none)


def test_so_many_papers_that_the_rest_would_be_told_are_not_given(commune: Commune) -> None:
    _, box = boxed(commune)
    item = box.items.get()
    for actor in commune.members[3:]:
        give_paper(actor=commune.clerk, item=item, member=commune.seat(actor))
    with refused(
        "Phát thêm phiếu giấy thì chỉ còn 2 người bỏ phiếu trên máy về hồ sơ của Phạm Văn Đức, và"
        " Ban kiểm phiếu suy ra được ý kiến của họ: hãy giữ ít nhất 3 người trên máy, hoặc bỏ hòm"
        " phiếu và cho tất cả bỏ phiếu giấy."
    ):
        give_paper(actor=commune.clerk, item=item, member=commune.seat(commune.members[2]))


def test_tellers_cannot_take_the_papers_off_the_result(commune: Commune) -> None:
    """Four papers and one ballot from a screen: the rest of the sums would be that ballot."""
    meeting, box = boxed(commune)
    with_tellers(commune, meeting)
    item = box.items.get()
    for actor in commune.members[3:]:
        give_paper(actor=commune.clerk, item=item, member=commune.seat(actor))
    drop_in(commune.chair, box)
    enter(commune, item, Papers(4, 4, 0, votes_for=4, votes_against=0, votes_abstain=0))
    with refused(
        "Mới có 1 phiếu bỏ trên máy về hồ sơ của Phạm Văn Đức, còn lại là phiếu giấy: kiểm phiếu"
        " lúc này thì Ban kiểm phiếu suy ra được ý kiến của những người bỏ trên máy. Hãy chờ đủ 3"
        " phiếu trên máy, hoặc bỏ hòm phiếu và cho tất cả bỏ phiếu giấy."
    ):
        count_box(actor=commune.chair, box=box, code=CODE, despite_missing=True)
    for actor in commune.members[1:3]:
        drop_in(actor, box)
    assert count_box(actor=commune.chair, box=box, code=CODE)[0].votes_for == 7


def test_papers_need_an_open_box(commune: Commune) -> None:
    item = in_form(commune, VoteForm.SECRET, appraised(commune)).items.all()[0]
    with refused("Hồ sơ này chưa mở hòm phiếu nên chưa phát phiếu giấy được."):
        give_paper(actor=commune.clerk, item=item, member=commune.seat(commune.chair))
