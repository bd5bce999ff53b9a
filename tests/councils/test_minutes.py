"""Who presides and writes, and the minutes that are made once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from tests.councils.test_ballots import SOLDIER, cast
from tests.councils.test_meetings import for_a_member
from tests.scenarios.commune import called, one_row, opened, vote_on, voted
from tests.scenarios.refusal import refused

from vinhdanh.councils.enums import Presence, VoteForm
from vinhdanh.councils.models import Council, Meeting, MinutesFile
from vinhdanh.councils.papers import minutes_context
from vinhdanh.councils.services.attendance import Mark, mark_attendance
from vinhdanh.councils.services.ballots import count_item, defer_item
from vinhdanh.councils.services.meetings import close_meeting, open_meeting, take_attendance
from vinhdanh.documents import Signature
from vinhdanh.kernel.files import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor


def test_the_chair_presides_and_the_secretary_writes(commune: Commune) -> None:
    meeting = voted(commune, opened(commune, one_row(commune)))
    context = minutes_context(meeting)
    assert (context.chair.name, context.secretary.name) == ("Ngô Văn Quyên", "Nguyễn Thị Hạnh")
    assert context.paper.signature == Signature(("CHỦ TỌA",), "Ngô Văn Quyên")
    assert context.voting == "biểu quyết công khai"


def test_without_the_chair_the_deputy_presides(commune: Commune) -> None:
    meeting = opened(commune, one_row(commune), absent=[commune.chair])
    assert str(meeting.presided_by) == "Vũ Văn Bình"
    context = minutes_context(voted(commune, meeting))
    assert context.chair.name == "Vũ Văn Bình"
    assert context.paper.signature == Signature(("CHỦ TỌA",), "Vũ Văn Bình")


def test_without_the_secretary_the_clerk_writes(commune: Commune) -> None:
    meeting = opened(commune, one_row(commune), absent=[commune.clerk])
    assert meeting.secretary is None
    secretary = minutes_context(voted(commune, meeting)).secretary
    assert (secretary.name, secretary.post) == (
        "Nguyễn Thị Hạnh",
        "công chức phụ trách thi đua, ghi biên bản thay Thư ký",
    )


@pytest.mark.parametrize(
    ("roles", "sentence"),
    [
        (
            ["chair", "deputy"],
            (
                "Chủ tịch và Phó Chủ tịch Hội đồng đều vắng nên chưa có người chủ trì"
                ": hãy điểm danh lại hoặc dời ngày họp."
            ),
        ),
        (
            ["secretary"],
            (
                "Thư ký Hội đồng vắng và chưa có công chức phụ trách thi đua ghi biên bản thay"
                ": hãy điểm danh lại hoặc dời ngày họp."
            ),
        ),
    ],
)
def test_nobody_opens_a_meeting_without_them(
    commune: Commune, roles: Sequence[str], sentence: str
) -> None:
    meeting = called(commune, one_row(commune), absent=_of(commune, roles))
    commune.clerk.user.memberships.all().delete()
    with refused(sentence):
        open_meeting(actor=commune.chair, meeting=meeting)


def test_who_presides_stays_present(commune: Commune) -> None:
    meeting = opened(commune, one_row(commune))
    with refused(
        "Ngô Văn Quyên đang chủ trì phiên họp nên không ghi vắng được: hãy giữ là có mặt."
    ):
        take_attendance(actor=commune.clerk, meeting=meeting, present=[])


def test_an_opened_meeting_says_who_presides(commune: Commune) -> None:
    opened(commune, one_row(commune))
    for lost in ({"presided_by": None}, {"secretary_name": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Meeting.objects.update(**lost)


def test_minutes_are_made_once(commune: Commune) -> None:
    meeting = opened(commune, one_row(commune))
    assert not MinutesFile.objects.exists()
    meeting = voted(commune, meeting)
    before = {file.format: load(file.path) for file in meeting.minutes.all()}
    assert set(before) == {"pdf", "docx"}
    Council.objects.update(rule_source="Quy chế khác")
    assert {file.format: load(file.path) for file in meeting.minutes.all()} == before
    assert {file.manifest["output_sha256"] for file in meeting.minutes.all()} == {
        file.sha256 for file in meeting.minutes.all()
    }


def test_minutes_say_what_each_honour_needed_and_why(commune: Commune) -> None:
    meeting = opened(commune)
    first, second, third = meeting.items.all()
    third.nomination.honour, third.nomination.honour_name = SOLDIER, "Chiến sĩ thi đua cơ sở"
    third.nomination.save()
    type(third).objects.filter(pk=third.pk).update(form=VoteForm.WRITTEN)
    for item in (first, second, third):
        vote_on(commune, item)
    context = minutes_context(close_meeting(actor=commune.chair, meeting=meeting))
    assert context.rule == (
        "Giấy khen có trên 50% trong 7 thành viên được biểu quyết đồng ý (theo Quy chế hoạt động"
        " của Hội đồng); Chiến sĩ thi đua cơ sở có từ 80% trên tổng số 7 thành viên đồng ý (theo"
        " Khoản 7 Điều 30 Nghị định 98/2023/NĐ-CP)"
    )


def test_minutes_count_raised_hands_and_tell_why_something_was_put_off(commune: Commune) -> None:
    meeting = opened(commune)
    first, second, third = meeting.items.all()
    for actor in commune.members:
        cast(commune, first, commune.clerk, member=commune.seat(actor))
    count_item(actor=commune.chair, item=first)
    vote_on(commune, second)
    defer_item(actor=commune.chair, item=third, reason="Chờ xác minh.")
    context = minutes_context(close_meeting(actor=commune.chair, meeting=meeting))
    assert context.voting == (
        "biểu quyết công khai, trong đó có 06 lượt giơ tay do Nguyễn Thị Hạnh ghi"
    )
    assert [clause.text for clause in context.proceedings] == [
        "Hội đồng hoãn xét Gia đình văn hóa đối với Gia đình ông (bà) Phạm Thị Mến vì chờ xác minh."
    ]


def test_one_honour_with_several_bases_says_whose_is_which(commune: Commune) -> None:
    """A nominee on the council is recused: six are entitled there, seven elsewhere; one is away."""
    away = commune.members[-1]
    lists = (one_row(commune), for_a_member(commune))
    meeting = opened(commune, *lists, absent=[away])
    for item in meeting.items.all():
        vote_on(commune, item)
    context = minutes_context(close_meeting(actor=commune.chair, meeting=meeting))
    assert context.rule == (
        "Giấy khen của Phạm Văn Đức có trên 50% trong 7 thành viên được biểu quyết đồng ý; Giấy"
        " khen của Trần Thị Lụa có trên 50% trong 6 thành viên được biểu quyết đồng ý (theo Quy chế"
        " hoạt động của Hội đồng)"
    )
    assert context.base == (
        "07 thành viên được biểu quyết, kể cả người vắng mặt; riêng hồ sơ của Trần Thị Lụa tính"
        " trên 06 thành viên được biểu quyết (tổng số 07 thành viên trừ 01 người không tham gia"
        " biểu quyết)"
    )
    (recusal,) = context.recusals
    assert (recusal.name, recusal.item) == ("Trần Thị Lụa", "hồ sơ của Trần Thị Lụa")
    (absence,) = context.absent
    assert (absence.name, absence.instead) == ("Hoàng Văn Sơn", "")


def test_who_is_absent_but_heard_is_told(commune: Commune) -> None:
    meeting = called(commune, one_row(commune))
    writer, sender = (
        meeting.attendance.get(member=commune.seat(actor)) for actor in commune.members[5:]
    )
    marks = {
        writer.pk: Mark(Presence.WRITTEN, "đi công tác"),
        sender.pk: Mark(Presence.SUBSTITUTE, "ốm", "Lê Văn Tám, Phó Trưởng thôn"),
    }
    mark_attendance(actor=commune.clerk, meeting=meeting, marks=marks)
    meeting = open_meeting(actor=commune.chair, meeting=meeting)
    item = meeting.items.get()
    for actor in commune.members[:5]:
        cast(commune, item, actor)
    count_item(actor=commune.chair, item=item, without_letters=True)
    context = minutes_context(close_meeting(actor=commune.chair, meeting=meeting))
    assert [(one.reason, one.instead) for one in context.absent] == [
        ("đi công tác", "được lấy ý kiến bằng văn bản"),
        ("ốm", "cử Lê Văn Tám, Phó Trưởng thôn dự thay, không biểu quyết"),
    ]


def _of(commune: Commune, roles: Sequence[str]) -> list[Actor]:
    return [actor for actor in commune.members if commune.seat(actor).role in roles]
