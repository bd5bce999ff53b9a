"""Who is honoured and who is not, counted by hand and by the program."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from tests.factories.honours import make_decision, make_honour
from tests.factories.organizations import make_person, make_unit
from tests.factories.planning import make_plan
from tests.scenarios.commune import TODAY, drafted, one_row, opened, voted
from tests.scenarios.refusal import refused

from vinhdanh.organizations.enums import PersonGroup, Sex
from vinhdanh.organizations.models import YearRecord
from vinhdanh.organizations.services.recipients import recipient_for_person, recipient_for_unit
from vinhdanh.reports.fairness import decision_mirror, paragraph, year_mirror
from vinhdanh.reports.services.fairness import set_target

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.reports.fairness import Mirror


def counted(mirror: Mirror) -> list[tuple[int, int, int]]:
    """Return yes, no and unknown of each share."""
    return [(len(each.yes), len(each.no), len(each.unknown)) for each in mirror.shares]


def test_an_empty_year_says_nothing(commune: Commune) -> None:
    mirror = year_mirror(commune.body, year=2024)
    assert paragraph(mirror) == ()
    assert [each.percent for each in mirror.shares] == [None] * 4
    assert not mirror.villages.is_known


def test_the_unknown_is_never_counted_as_no(commune: Commune) -> None:
    decision = make_decision(commune.body)
    make_honour(decision, "Nguyễn Văn Ẩn")
    office = make_person(commune.body, "Lê Thị Sổ", post="Trưởng thôn", sex=Sex.FEMALE)
    office.group = PersonGroup.OFFICIAL
    office.save()
    make_honour(decision, recipient_for_person(office))
    make_honour(decision, recipient_for_person(commune.farmer))
    for unit in (commune.village, commune.women):
        make_honour(decision, recipient_for_unit(unit), slug="giay-khen-tap-the")
    YearRecord.objects.create(recipient=recipient_for_unit(commune.women), year=2024, members=9)
    mirror = year_mirror(commune.body, year=2024)
    assert counted(mirror) == [(1, 1, 1), (1, 1, 1), (1, 1, 1), (1, 0, 1)]
    assert [each.called for each in mirror.villages.without] == ["Thôn Kim Phương"]
    assert paragraph(mirror)[0].startswith(
        "Về cơ cấu khen thưởng: người lao động trực tiếp ít nhất 1 trong 3 cá nhân, một người chưa"
        " rõ; nữ ít nhất 1 trong 3 cá nhân, một người chưa rõ;"
    )
    assert "%" not in "".join(paragraph(mirror))


def test_a_village_is_known_by_its_name_in_a_post_or_an_address(commune: Commune) -> None:
    for order, name in enumerate(("Thôn Đông", "Thôn 1", "Thôn Minh Tiến", "Thôn Bắc Cầu"), 7):
        make_unit(commune.body, name, order=order)
    post = "Chi hội trưởng Phụ nữ thôn Bắc Cầu"
    member = make_person(commune.women, "Lê Thị Sổ", post=post)
    honour = make_honour(make_decision(commune.body), recipient_for_person(member))
    honour.recipient_detail = "Hội đồng Đông y xã Minh Tiến; tổ 1, kim phương (cũ)"
    honour.save()
    mirror = year_mirror(commune.body, year=2024)
    assert [each.name for each in mirror.villages.by_name] == ["Thôn Kim Phương", "Thôn Bắc Cầu"]
    assert [each.name for each in mirror.villages.without] == [
        "Thôn Phạm Xá", "Thôn Đông", "Thôn 1", "Thôn Minh Tiến",
    ]  # fmt: skip
    make_honour(make_decision(commune.body, number=9, on=dt.date(2018, 1, 2)), "Người cũ")
    told = " ".join(paragraph(year_mirror(commune.body, year=2024)))
    assert "còn bốn thôn, tổ dân phố chưa thấy trong sổ khen thưởng: Thôn Phạm Xá," in told
    assert "Có hai thôn, tổ dân phố chỉ nhận ra theo tên ghi ở chức vụ, địa chỉ" in told


def test_a_revoked_honour_is_not_counted(commune: Commune) -> None:
    decision = make_decision(commune.body)
    make_honour(decision, recipient_for_person(commune.farmer))
    decision.honours.update(revoked_on=TODAY, revoked_by=decision)
    assert year_mirror(commune.body, year=2024).rows == ()


def test_a_draft_is_looked_at_as_if_it_were_signed(commune: Commune) -> None:
    draft = drafted(commune, voted(commune, opened(commune, one_row(commune))))
    mirror = decision_mirror(draft)
    assert counted(mirror)[0] == (1, 0, 0)
    assert (mirror.rows[0].honour_id, bool(mirror.rows[0].nomination_id)) == (None, True)
    assert commune.village not in mirror.villages.without


def test_the_same_recipient_three_years_running(commune: Commune) -> None:
    recipient = recipient_for_person(commune.farmer)
    for number, year in enumerate((2022, 2023, 2024), start=1):
        on = dt.date(year, 6, 20)
        make_honour(make_decision(commune.body, number=number, on=on), recipient, year=year)
    mirror = year_mirror(commune.body, year=2024)
    assert [each.recipient for each in mirror.repeated] == [recipient]
    assert mirror.before[0].percent == 100
    assert year_mirror(commune.body, year=2023).repeated == ()
    assert "Có một cá nhân, tập thể, hộ gia đình được khen thưởng ba năm liên tiếp." in paragraph(
        mirror
    )


class TestPromise:
    def test_it_is_read_from_the_plan(self, commune: Commune) -> None:
        plan = make_plan(commune.body)
        plan.clauses = [
            {"heading": "Yêu cầu", "text": "Bảo đảm ít nhất 60% là người trực tiếp lao động."}
        ]
        plan.save()
        promise = year_mirror(commune.body, year=2024).promise
        assert (promise.percent, promise.quote) == (
            60,
            "Bảo đảm ít nhất 60% là người trực tiếp lao động",
        )

    @pytest.mark.parametrize(
        ("percent", "source", "field", "sentence"),
        [
            (101, "I.2", "percent", "Tỷ lệ phải từ 0 đến 100: hãy ghi lại tỷ lệ."),
            (
                60,
                " ",
                "source",
                "Chưa ghi căn cứ: hãy ghi mục nào của kế hoạch nêu tỷ lệ này.",
            ),
        ],
    )
    def test_it_is_typed_with_its_ground(
        self, commune: Commune, percent: int, source: str, field: str, sentence: str
    ) -> None:
        with refused(sentence, field=field):
            set_target(actor=commune.clerk, year=2024, percent=percent, source=source)

    def test_it_is_compared(self, commune: Commune) -> None:
        set_target(actor=commune.clerk, year=2024, percent=60, source="Mục I.2")
        decision = make_decision(commune.body)
        make_honour(decision, recipient_for_person(commune.farmer))
        kept = "Tỷ lệ người lao động trực tiếp được khen thưởng đạt mức 60% kế hoạch năm đề ra."
        assert kept in paragraph(year_mirror(commune.body, year=2024))
        make_honour(decision, "Nguyễn Văn Ẩn")
        mirror = year_mirror(commune.body, year=2024)
        assert [mirror.shares[0].reaches(each) for each in (50, 60)] == [True, None]
        assert kept not in paragraph(mirror)
