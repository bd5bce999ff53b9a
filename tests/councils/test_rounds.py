"""Several rounds of voting, places that are fewer than those who pass, opinions in writing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, connection, transaction
from tests.councils.secret import NO, YES, in_form
from tests.factories.organizations import make_person
from tests.scenarios.commune import (
    CERTIFICATE,
    PERIOD,
    TODAY,
    appraised,
    called,
    opened,
    sent,
    vote_on,
)
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.councils.enums import Presence, VoteForm
from vinhdanh.councils.models import AgendaItem, Ballot, Ceiling, Kinship
from vinhdanh.councils.papers import minutes_context
from vinhdanh.councils.services.attendance import Mark, mark_attendance, take_attendance
from vinhdanh.councils.services.ballots import cast_ballot, cast_ballots, count_item
from vinhdanh.councils.services.counting import conclude_item
from vinhdanh.councils.services.forms import choose_form, vote_again
from vinhdanh.councils.services.meetings import close_meeting, open_meeting
from vinhdanh.councils.services.ranking import set_ceiling, settle_ranking, standings
from vinhdanh.councils.services.recusals import declare_interest
from vinhdanh.nominations.models import Nomination
from vinhdanh.nominations.services.submissions import Proposal
from vinhdanh.organizations.services.recipients import recipient_for_person

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.scenarios.commune import Commune

    from vinhdanh.councils.models import Meeting
    from vinhdanh.nominations.models import Submission

NAMES = ("Lê Văn Hùng", "Trần Thị Mai", "Đặng Văn Khoa")
SOURCE = "Kế hoạch số 11/KH-UBND ngày 10/01/2024"


def three_people(commune: Commune) -> Submission:
    rows = [
        Proposal(
            recipient_for_person(make_person(commune.body, name, unit=commune.village)),
            "Nông dân",
            CERTIFICATE,
            "Hiến đất làm đường thôn",
            PERIOD,
        )
        for name in NAMES
    ]
    return appraised(commune, sent(commune, rows=rows))


@pytest.fixture
def limited(commune: Commune) -> Ceiling:
    """Three certificates before an open meeting that has places for two."""
    meeting = called(commune, three_people(commune))
    ceiling = set_ceiling(
        actor=commune.clerk, meeting=meeting, honour=CERTIFICATE, limit=2, source=SOURCE
    )
    open_meeting(actor=commune.chair, meeting=meeting)
    return Ceiling.objects.select_related("meeting__council").get(pk=ceiling.pk)


def vote_all(commune: Commune, meeting: Meeting, *against: int) -> list[AgendaItem]:
    return [
        vote_on(commune, item, against=number)
        for item, number in zip(meeting.items.all(), against, strict=True)
    ]


def outcomes(meeting: Meeting) -> list[str]:
    return list(meeting.items.values_list("outcome", flat=True))


# --- a second round ----------------------------------------------------------------------------


def test_who_falls_short_is_voted_on_again_where_the_rules_say_so(commune: Commune) -> None:
    commune.council.has_second_round = True
    commune.council.save()
    meeting = opened(commune)
    first, second, _ = vote_all(commune, meeting, 4, 4, 0)
    assert outcomes(meeting) == ["runoff", "runoff", "approved"]
    assert Nomination.objects.get(pk=first.nomination_id).state == "before_council"
    with refused("Chưa chốt kết quả của Phạm Văn Đức, Thôn Phạm Xá: hãy chốt hoặc hoãn xét từng hồ"
                 " sơ rồi kết thúc phiên họp."):  # fmt: skip
        close_meeting(actor=commune.chair, meeting=meeting)
    conclude_item(actor=commune.chair, item=second)
    vote_again(actor=commune.chair, meeting=meeting, items=[first])
    with refused("Hồ sơ của Phạm Văn Đức không chờ bỏ phiếu lại: hãy tải lại trang."):
        vote_again(actor=commune.chair, meeting=meeting, items=[first])
    first.refresh_from_db()
    assert vote_on(commune, first, against=1).outcome == "approved"
    assert [(r.round, r.votes_for, r.passed) for r in first.rounds.all()] == [
        (1, 3, False),
        (2, 6, True),
    ]
    assert Ballot.objects.filter(item=first).count() == 14
    closed = close_meeting(actor=commune.chair, meeting=meeting)
    told = [clause.text for clause in minutes_context(closed).proceedings]
    assert told == [
        (
            "Phạm Văn Đức: vòng 1 được 3/7 thành viên được biểu quyết đồng ý, chưa đạt tỷ lệ; Hội"
            " đồng bỏ phiếu lại."
        )
    ]


def test_a_second_round_is_the_last(commune: Commune) -> None:
    commune.council.has_second_round = True
    commune.council.save()
    meeting = opened(commune)
    first, *_ = vote_all(commune, meeting, 4, 0, 0)
    vote_again(actor=commune.chair, meeting=meeting, items=[first])
    first.refresh_from_db()
    assert vote_on(commune, first, against=5).outcome == "not_approved"


# --- places ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("limit", "source", "field", "sentence"),
    [
        (0, SOURCE, "limit", "Chỉ tiêu phải từ 1 trở lên: hãy ghi lại số."),
        (1, " ", "source", "Chưa ghi căn cứ của chỉ tiêu: hãy ghi văn bản và điều khoản."),
    ],
)
def test_a_ceiling_has_a_figure_and_a_source(
    commune: Commune, limit: int, source: str, field: str, sentence: str
) -> None:
    meeting = called(commune, three_people(commune))
    with refused(sentence, field=field):
        set_ceiling(
            actor=commune.clerk, meeting=meeting, honour=CERTIFICATE, limit=limit, source=source
        )


def test_places_go_to_the_most_votes(commune: Commune, limited: Ceiling) -> None:
    meeting = limited.meeting
    vote_on(commune, meeting.items.all()[0], against=2)
    with refused(
        "Chưa chốt kết quả của Trần Thị Mai và Đặng Văn Khoa nên chưa xếp theo chỉ tiêu được: hãy"
        " chốt hoặc hoãn xét trước."
    ):
        settle_ranking(actor=commune.chair, ceiling=limited)
    for item in list(meeting.items.all())[1:]:
        vote_on(commune, item)
    assert outcomes(meeting) == ["ranking"] * 3
    settle_ranking(actor=commune.chair, ceiling=limited)
    assert outcomes(meeting) == ["not_approved", "approved", "approved"]
    last = meeting.items.all()[0]
    assert (last.rank, last.rank_reason) == (3, f"chỉ tiêu 2 theo {SOURCE}")
    assert Nomination.objects.get(pk=last.nomination_id).state == "not_approved"
    with refused("Không có hồ sơ nào chờ xếp theo chỉ tiêu này: hãy tải lại trang."):
        settle_ranking(actor=commune.chair, ceiling=limited)


def test_a_tie_is_told_and_settled_by_the_chair_with_a_reason(
    commune: Commune, limited: Ceiling
) -> None:
    meeting = limited.meeting
    first, second, third = vote_all(commune, meeting, 0, 2, 2)
    assert standings(limited).tied == [second, third]
    tied = "Trần Thị Mai và Đặng Văn Khoa"
    with refused(
        f"{tied} bằng số phiếu mà chỉ còn 1 chỗ: hãy cho bỏ phiếu lại giữa họ, hoặc chọn theo đề"
        " xuất của chủ trì và ghi lý do."
    ):
        settle_ranking(actor=commune.chair, ceiling=limited)
    with refused(
        f"Cần chọn đúng 1 trong số những hồ sơ bằng phiếu ({tied}): hãy chọn lại.", field="chosen"
    ):
        settle_ranking(actor=commune.chair, ceiling=limited, chosen=[first], reason="Vì")
    with refused(
        "Chưa ghi vì sao chọn giữa những hồ sơ bằng số phiếu: hãy ghi một câu.", field="reason"
    ):
        settle_ranking(actor=commune.chair, ceiling=limited, chosen=[third])
    settle_ranking(
        actor=commune.chair, ceiling=limited, chosen=[third], reason="Là lao động trực tiếp."
    )
    assert outcomes(meeting) == ["approved", "not_approved", "approved"]
    third.refresh_from_db()
    assert (third.rank, third.rank_reason) == (2, "Là lao động trực tiếp (bằng số phiếu)")


def test_a_tie_is_settled_by_another_vote(commune: Commune, limited: Ceiling) -> None:
    meeting = limited.meeting
    _, second, third = vote_all(commune, meeting, 0, 2, 2)
    vote_again(actor=commune.chair, meeting=meeting, items=[second, third])
    for item, against in ((second, 5), (third, 3)):
        item.refresh_from_db()
        vote_on(commune, item, against=against)
    settle_ranking(actor=commune.chair, ceiling=limited)
    assert outcomes(meeting) == ["approved", "not_approved", "approved"]
    third.refresh_from_db()
    assert (third.votes_for, third.denominator) == (5, 7), "the votes by which they passed"


def test_only_those_tied_are_voted_on_again(commune: Commune, limited: Ceiling) -> None:
    meeting = limited.meeting
    first, second, third = vote_all(commune, meeting, 0, 2, 2)
    for chosen in ([second], [first, second], [first, second, third]):
        with refused(
            "Chỉ bỏ phiếu lại giữa đúng những hồ sơ bằng số phiếu (Trần Thị Mai và Đặng Văn Khoa):"
            " hãy chọn lại."
        ):
            vote_again(actor=commune.chair, meeting=meeting, items=chosen)


def test_nobody_votes_again_where_nothing_is_tied(commune: Commune, limited: Ceiling) -> None:
    meeting = limited.meeting
    _, second, third = items = list(meeting.items.all())
    vote_on(commune, second, against=2)
    with refused(
        "Chưa chốt kết quả của Lê Văn Hùng và Đặng Văn Khoa nên chưa xếp theo chỉ tiêu được: hãy"
        " chốt hoặc hoãn xét trước."
    ):
        vote_again(actor=commune.chair, meeting=meeting, items=[second])
    for item, against in ((items[0], 0), (third, 3)):
        vote_on(commune, item, against=against)
    with refused(
        "Không có hồ sơ nào bằng số phiếu ở chỗ cuối nên không bỏ phiếu lại: hãy xếp theo số phiếu."
    ):
        vote_again(actor=commune.chair, meeting=meeting, items=[second, third])


def test_a_round_that_not_all_had_ranks_nobody(commune: Commune, limited: Ceiling) -> None:
    first, second, third = vote_all(commune, limited.meeting, 2, 2, 2)
    for item, votes in ((first, 7), (second, 4)):
        again = item.rounds.get()
        again.pk, again.round, again.votes_for = None, 2, votes
        again.save()
    assert standings(limited).tied == [first, second, third]


# --- in writing, remote, by a substitute -------------------------------------------------------


def mark(commune: Commune, meeting: Meeting, at: int, how: Mark) -> Meeting:
    row = meeting.attendance.order_by("member__order")[at]
    return mark_attendance(actor=commune.clerk, meeting=meeting, marks={row.pk: how})


def test_an_absent_member_gives_an_opinion_in_writing(commune: Commune) -> None:
    meeting = called(commune, three_people(commune))
    mark(commune, meeting, 6, Mark(Presence.WRITTEN, "đi công tác"))
    meeting = open_meeting(actor=commune.chair, meeting=meeting)
    item, absent = meeting.items.all()[0], commune.seat(commune.members[6])
    with refused(
        "Chưa ghi nội dung ý kiến bằng văn bản của Hoàng Văn Sơn: hãy ghi một câu và lưu văn bản"
        " vào hồ sơ phiên họp.",
        field="opinion",
    ):
        cast_ballot(actor=commune.clerk, item=item, member=absent, choice=YES)
    ballot = cast_ballot(
        actor=commune.clerk, item=item, member=absent, choice=YES, opinion="Nhất trí khen"
    )
    assert (ballot.participation.way, ballot.opinion) == ("writing", "Nhất trí khen")
    vote_on(commune, item, against=3)
    item.refresh_from_db()
    assert (item.votes_for, item.denominator, item.outcome) == (4, 7, "approved")


def test_a_substitute_attends_and_votes_only_where_the_rules_let_them(commune: Commune) -> None:
    meeting = called(commune, three_people(commune))
    with refused(
        "Chưa ghi ai dự thay Hoàng Văn Sơn: hãy ghi họ tên và chức vụ.", field="substitute"
    ):
        mark(commune, meeting, 6, Mark(Presence.SUBSTITUTE))
    who = "Lê Văn Toàn, Phó Chủ tịch Hội"
    mark(commune, meeting, 6, Mark(Presence.SUBSTITUTE, substitute=who))
    assert meeting.attendance.filter(is_present=True).count() == 6
    meeting = open_meeting(actor=commune.chair, meeting=meeting)
    item, seat = meeting.items.all()[0], commune.seat(commune.members[6])
    with refused(
        "Hoàng Văn Sơn cử người dự thay, mà quy chế của Hội đồng không cho người dự thay biểu"
        " quyết: hãy gửi ý kiến bằng văn bản."
    ):
        cast_ballot(actor=commune.clerk, item=item, member=seat, choice=YES)
    commune.council.substitutes_vote = True
    commune.council.save()
    meeting.refresh_from_db()
    mark(commune, meeting, 6, Mark(Presence.SUBSTITUTE, substitute=who))
    assert meeting.attendance.filter(is_present=True).count() == 7
    assert cast_ballot(actor=commune.clerk, item=item, member=seat, choice=YES).entered_by


def test_remote_counts_as_there(commune: Commune) -> None:
    meeting = called(commune, three_people(commune))
    for at in (5, 6):
        mark(commune, meeting, at, Mark(Presence.REMOTE))
    assert meeting.attendance.filter(is_present=True).count() == 7
    rows = list(meeting.attendance.order_by("member__order").values_list("pk", flat=True))
    take_attendance(actor=commune.clerk, meeting=meeting, present=rows[:6])
    assert list(meeting.attendance.values_list("presence", flat=True))[4:] == [
        "present",
        "remote",
        "absent",
    ]


def test_all_are_asked_in_writing_until_the_day(
    commune: Commune, set_today: Callable[[dt.date], None]
) -> None:
    meeting = called(commune, three_people(commune))
    items = list(meeting.items.all())
    with refused(
        "Quy chế của Hội đồng không cho lấy ý kiến bằng văn bản thay họp: hãy chọn hình thức khác,"
        " hoặc sửa quy chế trên trang Hội đồng."
    ):
        choose_form(actor=commune.clerk, meeting=meeting, items=items, form=VoteForm.WRITTEN)
    commune.council.decides_in_writing = True
    commune.council.save()
    with refused(
        "Chưa có ngày hết hạn nhận ý kiến bằng văn bản: hãy ghi ngày đó cho phiên họp trước."
    ):
        choose_form(actor=commune.clerk, meeting=meeting, items=items, form=VoteForm.WRITTEN)
    meeting.opinions_by = TODAY + dt.timedelta(days=2)
    meeting.save()
    choose_form(actor=commune.clerk, meeting=meeting, items=items, form=VoteForm.WRITTEN)
    meeting.attendance.update(is_present=False, presence=Presence.ABSENT)
    meeting = open_meeting(actor=commune.chair, meeting=meeting)
    item = meeting.items.all()[0]
    for actor in commune.members[:4]:
        cast_ballot(actor=actor, item=item, member=commune.seat(actor), choice=YES)
    with refused(
        "Còn 3 thành viên chưa cho ý kiến về hồ sơ của Lê Văn Hùng: Đỗ Minh Châu, Bùi Thị An,"
        " Hoàng Văn Sơn. Hãy chờ đến hết ngày 26/06/2024 hoặc ghi ý kiến của họ rồi chốt."
    ):
        count_item(actor=commune.chair, item=item)
    set_today(TODAY + dt.timedelta(days=3))
    with refused(
        "Đã hết hạn nhận ý kiến bằng văn bản (đến hết ngày 26/06/2024) nên không tự ghi ý kiến được"
        " nữa: nếu đã gửi văn bản trong hạn, hãy báo công chức phụ trách thi đua ghi."
    ):
        cast_ballot(
            actor=commune.culture_head,
            item=item,
            member=commune.seat(commune.culture_head),
            choice=YES,
        )
    counted = count_item(actor=commune.chair, item=item)
    assert (counted.votes_for, counted.denominator, counted.outcome) == (4, 7, "approved")


# --- several at once, interests, the frozen result ---------------------------------------------


def test_several_open_votes_in_one_act(commune: Commune) -> None:
    meeting = opened(commune)
    first, second, third = meeting.items.all()
    meeting.attendance.filter(member=commune.seat(commune.members[6])).delete()
    with refused("Anh/chị không phải thành viên của phiên họp này.", error=NotAllowedError):
        cast_ballots(actor=commune.members[6], meeting=meeting, choices={first.pk: YES})
    cast_ballots(
        actor=commune.women_head,
        meeting=meeting,
        choices={first.pk: YES, second.pk: NO, third.pk: YES},
    )
    given = Ballot.objects.order_by("item__order").values_list("choice", flat=True)
    assert list(given) == ["for", "against", "for"]


def test_a_declared_relative_is_remembered(commune: Commune) -> None:
    item = opened(commune, three_people(commune)).items.all()[0]
    with refused(
        "Chưa ghi anh/chị có quan hệ gì với người được đề nghị: hãy ghi một vài chữ, ví dụ vợ, con"
        " đẻ.",
        field="relation",
    ):
        declare_interest(actor=commune.women_head, item=item, relation=" ")
    recusal = declare_interest(actor=commune.women_head, item=item, relation="là chị ruột")
    assert (recusal.reason, recusal.source) == ("là chị ruột của Lê Văn Hùng", "declared")
    assert str(Kinship.objects.get()) == "Trần Thị Lụa là chị ruột của Lê Văn Hùng"
    vote_all(commune, item.meeting, 0, 0, 0)
    row = Proposal(item.nomination.recipient, "Nông dân", CERTIFICATE, "Giúp hộ nghèo", "năm 2024")
    close_meeting(actor=commune.chair, meeting=item.meeting)
    later = called(commune, appraised(commune, sent(commune, rows=[row]))).items.get()
    assert [(r.member.person.full_name, r.reason, r.source) for r in later.recusals.all()] == [
        ("Trần Thị Lụa", "là chị ruột của Lê Văn Hùng", "system")
    ]


def frozen_here() -> bool:
    with connection.cursor() as cursor:
        table, column = (
            ("sqlite_master", "name") if connection.vendor == "sqlite" else ("pg_trigger", "tgname")
        )
        cursor.execute(f"SELECT 1 FROM {table} WHERE {column} = 'councils_agendaitem_frozen'")  # noqa: S608
        return cursor.fetchone() is not None


def test_the_database_refuses_to_change_what_is_decided(commune: Commune) -> None:
    meeting = opened(commune)
    first, *_ = vote_all(commune, meeting, 0, 0, 0)
    assert frozen_here()
    items, ballots = AgendaItem.objects.filter(pk=first.pk), Ballot.objects.filter(item=first)
    for act in (
        lambda: items.update(outcome="not_approved"),
        lambda: items.update(votes_for=1),
        lambda: ballots.update(choice=NO),
        lambda: first.recusals.create(member=commune.seat(commune.chair), reason="Nghĩ lại"),
        lambda: first.rounds.update(votes_for=1),
        lambda: first.participations.update(has_voted=False),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            act()


def test_a_paper_vote_knows_no_names(commune: Commune) -> None:
    item = in_form(commune, VoteForm.PAPER).items.get()
    with refused(
        "Hồ sơ của Phạm Văn Đức được bỏ phiếu kín nên không ghi ý kiến theo tên: hãy bỏ phiếu vào"
        " hòm phiếu hoặc bằng phiếu giấy."
    ):
        cast_ballot(actor=commune.chair, item=item, member=commune.seat(commune.chair), choice=YES)
