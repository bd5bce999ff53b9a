from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.scenarios.commune import TODAY, sent, village_rows
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.nominations.notices import notice_files
from vinhdanh.nominations.postings import posting_rules
from vinhdanh.nominations.queries.postings import open_postings, postings_for, with_opinions
from vinhdanh.nominations.services.postings import (
    Notice,
    Said,
    answer_opinion,
    hold_for_opinion,
    post_list,
    record_opinion,
)
from vinhdanh.nominations.services.transitions import take_step
from vinhdanh.organizations.enums import HoldKind

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.nominations.models import Nomination, Posting

NOTICE = Notice(
    title="đề nghị khen thưởng 6 tháng đầu năm",
    posted_on=TODAY,
    closes_on=dt.date(2024, 7, 4),
    places=("Bảng tin trụ sở",),
    contact="bộ phận Văn hóa – Xã hội",
)
SAID = Said(given_by="Phạm Thị Mơ", content="Hộ này mới xích mích với hàng xóm.", received_on=TODAY)


@pytest.fixture
def rows(commune: Commune) -> list[Nomination]:
    return list(sent(commune).nominations.all())


@pytest.fixture
def posting(commune: Commune, rows: list[Nomination]) -> Posting:
    return post_list(actor=commune.clerk, nominations=rows, notice=NOTICE)


def test_only_the_clerk_posts(commune: Commune, rows: list[Nomination]) -> None:
    for actor in (commune.chair, commune.village_head):
        with pytest.raises(NotAllowedError):
            post_list(actor=actor, nominations=rows, notice=NOTICE)
    with pytest.raises(NotAllowedError):
        post_list(actor=commune.outsider, nominations=rows, notice=NOTICE)


def test_an_empty_or_judged_list_is_not_posted(commune: Commune, rows: list[Nomination]) -> None:
    with refused("Danh sách công khai chưa có ai: hãy chọn ít nhất một đề nghị."):
        post_list(actor=commune.clerk, nominations=[], notice=NOTICE)
    back = take_step(actor=commune.clerk, nomination=rows[0], name="return", reason="Thiếu")
    with refused(
        "Hồ sơ của Phạm Văn Đức đang ở bước “trả lại để bổ sung” nên không công khai được: hãy bỏ"
        " ra khỏi danh sách."
    ):
        post_list(actor=commune.clerk, nominations=[back], notice=NOTICE)


@pytest.mark.parametrize(
    ("changes", "sentence", "field"),
    [
        ({"title": " "}, "Thông báo chưa ghi về việc gì: hãy ghi thêm.", "title"),
        ({"contact": ""}, "Thông báo chưa ghi nơi nhận ý kiến: hãy ghi thêm.", "contact"),
        ({"places": ()}, "Thông báo chưa ghi nơi niêm yết: hãy ghi thêm.", "places"),
        (
            {"closes_on": dt.date(2024, 6, 23)},
            "Ngày kết thúc đứng trước ngày bắt đầu: hãy sửa một trong hai ngày.",
            "closes_on",
        ),
        (
            {"closes_on": dt.date(2024, 7, 3)},
            (
                "Niêm yết danh sách đề nghị Gia đình văn hóa: ít nhất 10 ngày (Nghị định"
                " 86/2023/NĐ-CP), nên phải đến hết ngày 04/07/2024."
            ),
            "closes_on",
        ),
    ],
)
def test_a_notice_is_whole_and_long_enough(
    commune: Commune,
    rows: list[Nomination],
    changes: dict[str, object],
    sentence: str,
    field: str,
) -> None:
    with refused(sentence, field=field):
        post_list(
            actor=commune.clerk,
            nominations=rows,
            notice=replace(NOTICE, **changes),  # type: ignore[arg-type]
        )


def test_a_rule_nobody_read_names_no_days() -> None:
    (rule,) = posting_rules(["thon-to-dan-pho-van-hoa"], as_of=dt.date(2025, 12, 1))
    assert rule.days is None
    assert rule.first_end(TODAY) is None


def test_the_office_may_post_by_choice(commune: Commune) -> None:
    (row,) = sent(commune, rows=village_rows(commune)[:1]).nominations.all()
    short = replace(NOTICE, closes_on=TODAY)
    assert post_list(actor=commune.clerk, nominations=[row], notice=short).source == ""


def test_a_posting_is_open_until_its_last_day_is_over(
    commune: Commune, rows: list[Nomination], posting: Posting
) -> None:
    assert posting.source == "Nghị định 86/2023/NĐ-CP"
    last = dt.date(2024, 7, 4)
    assert open_postings(rows, as_of=last) == {each.pk: posting for each in rows}
    assert open_postings(rows, as_of=last + dt.timedelta(days=1)) == {}
    assert postings_for(commune.village_head).get() == posting
    assert not postings_for(commune.other_head).exists()
    assert not postings_for(commune.outsider).exists()


@pytest.mark.parametrize(
    ("changes", "sentence", "field"),
    [
        ({"content": " "}, "Chưa ghi nội dung ý kiến: hãy ghi tóm tắt.", "content"),
        (
            {"given_by": " "},
            "Chưa ghi người có ý kiến: hãy ghi họ tên; có thể chọn không nêu tên.",
            "given_by",
        ),
        (
            {"received_on": dt.date(2024, 6, 23)},
            "Ngày nhận 23/06/2024 không đúng: hãy ghi từ ngày công khai 24/06/2024 đến hôm nay.",
            "received_on",
        ),
    ],
)
def test_an_opinion_is_whole(
    commune: Commune, posting: Posting, changes: dict[str, object], sentence: str, field: str
) -> None:
    with refused(sentence, field=field):
        record_opinion(
            actor=commune.clerk,
            posting=posting,
            said=replace(SAID, **changes),  # type: ignore[arg-type]
        )


def test_an_opinion_is_about_somebody_on_the_list(commune: Commune, posting: Posting) -> None:
    (other,) = sent(
        commune, rows=[replace(village_rows(commune)[0], period="năm 2023")]
    ).nominations.all()
    with refused("Phạm Văn Đức không có trong danh sách này: hãy chọn lại.", field="nomination"):
        record_opinion(actor=commune.clerk, posting=posting, said=replace(SAID, nomination=other))


def test_an_opinion_is_answered_once_with_a_reason(commune: Commune, posting: Posting) -> None:
    opinion = record_opinion(actor=commune.clerk, posting=posting, said=SAID)
    (counted,) = with_opinions(postings_for(commune.clerk))
    assert (counted.rows, counted.given, counted.waiting) == (3, 1, 1)  # type: ignore[attr-defined]
    with refused("Chưa ghi trả lời: hãy nêu kết quả xem xét và lý do.", field="answer"):
        answer_opinion(actor=commune.clerk, opinion=opinion, answer=" ")
    answer_opinion(actor=commune.clerk, opinion=opinion, answer="Đã hòa giải xong.")
    with refused("Nguyễn Thị Hạnh đã trả lời ý kiến này ngày 24/06/2024: hãy tải lại trang."):
        answer_opinion(actor=commune.clerk, opinion=opinion, answer="Khác")


def test_a_matter_is_opened_from_an_opinion(
    commune: Commune, rows: list[Nomination], posting: Posting
) -> None:
    general = record_opinion(actor=commune.clerk, posting=posting, said=SAID)
    with refused(
        "Ý kiến này không nêu trường hợp nào nên không mở việc xem xét được: hãy ghi lại ý kiến"
        " cho đúng người."
    ):
        hold_for_opinion(actor=commune.clerk, opinion=general, kind=HoldKind.COMPLAINT)
    named = record_opinion(
        actor=commune.clerk, posting=posting, said=replace(SAID, nomination=rows[2])
    )
    named = hold_for_opinion(actor=commune.clerk, opinion=named, kind=HoldKind.COMPLAINT)
    assert rows[2].recipient.holds.get() == named.hold
    with refused("Việc xem xét theo ý kiến này đã được mở: hãy xem số liệu của hồ sơ."):
        hold_for_opinion(actor=commune.clerk, opinion=named, kind=HoldKind.COMPLAINT)


def test_the_notice_is_printed(posting: Posting) -> None:
    files = notice_files(posting)
    assert [each.format for each in files] == ["pdf", "docx"]
