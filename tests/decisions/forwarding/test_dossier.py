from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from tests.scenarios.forwarding import forwarded, said
from tests.scenarios.refusal import refused

from vinhdanh.decisions.bundle import read_bundle
from vinhdanh.decisions.forwarding_dossier import by_level, decider_above, missing_in, papers_of
from vinhdanh.decisions.forwarding_papers import items_of
from vinhdanh.decisions.services.forwarding.sending import forward_nominations
from vinhdanh.kernel import clock
from vinhdanh.kernel.files import load
from vinhdanh.lawbook import Level
from vinhdanh.nominations.enums import CommendationKind

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.nominations.models import Nomination

TODAY = dt.date(2024, 6, 24)
DISTRICT, PROVINCE = "Ủy ban nhân dân huyện Phù Cừ", "Ủy ban nhân dân tỉnh Hưng Yên"


@pytest.mark.parametrize(
    ("superior", "level", "on", "decider"),
    [
        (DISTRICT, None, TODAY, ""),
        (DISTRICT, Level.DISTRICT_CHAIR, TODAY, ""),
        (DISTRICT, Level.PROVINCE_CHAIR, TODAY, "Chủ tịch Ủy ban nhân dân cấp tỉnh"),
        (PROVINCE, Level.PROVINCE_CHAIR, TODAY, ""),
        ("Ủy ban nhân dân thành phố Hải Phòng", Level.PROVINCE_CHAIR, dt.date(2025, 7, 1), ""),
        (PROVINCE, Level.PRESIDENT, TODAY, "Chủ tịch nước"),
    ],
)
def test_who_decides_where_the_superior_does_not(
    superior: str, level: Level | None, on: dt.date, decider: str
) -> None:
    assert decider_above(superior, level, as_of=on) == decider


def test_an_honour_no_text_knows_has_no_level_and_no_papers(approved: list[Nomination]) -> None:
    (row,) = approved
    row.honour = "khong-co"
    assert list(by_level([row], as_of=TODAY)) == [None]
    assert papers_of(row, None, as_of=TODAY) == ()


def test_the_law_asks_for_papers_and_the_records_show_some(approved: list[Nomination]) -> None:
    (row,) = approved
    papers = papers_of(row, items_of(approved)[row.pk], as_of=TODAY)
    assert [(each.id, each.is_there, each.is_needed) for each in papers] == [
        ("bao-cao-thanh-tich", False, True),
        ("bien-ban-xet-khen-thuong", True, True),
        ("chung-nhan-thanh-tich-dot-xuat", False, False),
    ]
    asked = {row.pk: papers}
    assert missing_in(asked, None) == {row.pk: ["Báo cáo thành tích"]}
    assert missing_in(asked, {}) == {row.pk: ["Báo cáo thành tích", "Biên bản xét khen thưởng"]}
    every = {each.id for each in papers}
    assert missing_in(asked, {row.pk: every}) == {row.pk: []}
    row.submission.kind = CommendationKind.SUDDEN
    assert papers_of(row, None, as_of=TODAY)[2].is_needed


def test_what_is_missing_goes_up_named(commune: Commune, approved: list[Nomination]) -> None:
    forwarding = forwarded(commune, approved)
    assert forwarding.level == Level.PROVINCE_CHAIR
    assert forwarding.cases.get().missing == ["Báo cáo thành tích"]
    sent = read_bundle(load(forwarding.path)).content.proposal
    assert sent is not None
    assert sent.cases[0].missing == ("Báo cáo thành tích",)
    facts = forwarding.letter.files.first().manifest  # type: ignore[union-attr]
    assert "Báo cáo thành tích của Phạm Văn Đức" in str(facts)


def test_each_deciding_level_gets_a_letter(commune: Commune, approved: list[Nomination]) -> None:
    (row,) = approved
    other = type(row).objects.get(pk=row.pk)
    other.pk, other.order, other.honour, other.honour_name = (
        None, 2, "huan-chuong-lao-dong-hang-ba", "Huân chương Lao động hạng Ba",
    )  # fmt: skip
    other.save()
    found = forward_nominations(
        actor=commune.clerk, nominations=[row, other], letter=said(answer_by=dt.date(2024, 7, 15))
    )
    assert [(str(each.letter), each.decider) for each in found] == [
        ("Tờ trình số 01/TTr-UBND", "Chủ tịch UBND cấp tỉnh"),
        ("Tờ trình số 02/TTr-UBND", "Chủ tịch nước"),
    ]
    assert [each.cases.get().nomination_id for each in found] == [row.pk, other.pk]


def test_an_answer_is_asked_for_after_the_letter(
    commune: Commune, approved: list[Nomination]
) -> None:
    with refused(
        "Ngày hẹn trả lời 24/06/2024 không sau ngày Tờ trình 24/06/2024: hãy ghi ngày sau đó hoặc"
        " để trống.",
        field="answer_by",
    ):
        forwarded(commune, approved, answer_by=clock.today())
