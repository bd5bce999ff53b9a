from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from tests.scenarios.forwarding import said
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.decisions.bundle import read_bundle
from vinhdanh.decisions.queries.decisions import nominations_to_decide
from vinhdanh.decisions.queries.forwarding import (
    forwardings_for,
    nominations_to_forward,
    with_open_cases,
)
from vinhdanh.decisions.services.forwarding.sending import forward_nominations
from vinhdanh.kernel import clock
from vinhdanh.kernel.files import load
from vinhdanh.nominations.enums import NominationState
from vinhdanh.nominations.models import AchievementReport
from vinhdanh.organizations.models import Supervision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.decisions.models import Forwarding
    from vinhdanh.nominations.models import Nomination


def forward(
    commune: Commune,
    rows: Sequence[Nomination],
    *,
    actor: Actor | None = None,
    papers: dict[int, set[str]] | None = None,
    **other: Any,
) -> Forwarding:
    (found,) = forward_nominations(
        actor=actor or commune.clerk, nominations=rows, letter=said(**other), papers=papers
    )
    return found


def test_who_may_not_forward(commune: Commune, approved: list[Nomination]) -> None:
    with refused(
        "Anh/chị chưa có quyền trình cấp trên và ghi kết quả của cấp trên: việc này của Công chức"
        " phụ trách thi đua và Chủ tịch.",
        error=NotAllowedError,
    ):
        forward(commune, approved, actor=commune.village_head)
    outsider = _with_superior(commune.outsider)
    with refused(
        "Hồ sơ của Phạm Văn Đức không ở bước trình cấp trên: hãy tải lại trang rồi chọn lại.",
        field="nominations",
    ):
        forward(commune, approved, actor=outsider)


def _with_superior(actor: Actor) -> Actor:
    Supervision.objects.create(
        body=actor.body, superior_name="Huyện", office_name="Phòng", valid_from=dt.date(2020, 1, 1)
    )
    return actor


def test_the_superior_must_be_known(commune: Commune, approved: list[Nomination]) -> None:
    Supervision.objects.filter(body=commune.body).delete()
    with refused(
        "Chưa ghi cơ quan cấp trên của Ủy ban nhân dân xã Minh Tiến vào ngày 24/06/2024: hãy ghi ở"
        " trang Đơn vị rồi trình lại."
    ):
        forward(commune, approved)


def test_what_is_forwarded_must_be_chosen(commune: Commune, approved: list[Nomination]) -> None:
    with refused("Chưa chọn hồ sơ nào: hãy chọn ít nhất một hồ sơ.", field="nominations"):
        forward(commune, [])
    with refused("Chưa ghi lý do đề nghị: hãy viết một câu.", field="merit"):
        forward(commune, approved, merit=" . ")
    tomorrow = clock.today() + dt.timedelta(days=1)
    with refused(
        f"Ngày trình {tomorrow:%d/%m/%Y} chưa tới: hãy ghi ngày hôm nay hoặc trước đó.",
        field="sent_on",
    ):
        forward(commune, approved, sent_on=tomorrow)


def test_a_forwarding_is_a_letter_and_a_signed_bundle(
    commune: Commune, forwarding: Forwarding, approved: list[Nomination]
) -> None:
    assert str(forwarding) == "Tờ trình số 01/TTr-UBND trình Ủy ban nhân dân huyện Phù Cừ"
    (row,) = approved
    row.refresh_from_db()
    assert row.state == NominationState.FORWARDED
    assert not nominations_to_forward(commune.clerk).exists()
    assert not nominations_to_decide(commune.clerk).exists()
    bundle = read_bundle(load(forwarding.path))
    assert bundle.sha256 == forwarding.sha256
    sent = bundle.content.proposal
    assert sent is not None
    (case,) = sent.cases
    assert (sent.letter, sent.round, case.recipient) == ("01/TTr-UBND", 1, "Phạm Văn Đức")
    assert (case.key, case.votes) == (forwarding.cases.get().key, "7/7 đồng ý")
    assert [piece.path for piece in bundle.pieces] == [
        "bien-ban-1.docx", "bien-ban-1.pdf", "to-trinh.docx", "to-trinh.pdf",
    ]  # fmt: skip
    (found,) = with_open_cases(forwardings_for(commune.clerk))
    assert (found.case_count, found.open_count) == (1, 1)  # type: ignore[attr-defined]
    assert not forwardings_for(commune.village_head).exists()
    assert not forwardings_for(commune.outsider).exists()


def test_nothing_is_forwarded_twice(
    commune: Commune, forwarding: Forwarding, approved: list[Nomination]
) -> None:
    assert forwarding.pk
    with refused(
        "Hồ sơ của Phạm Văn Đức không ở bước trình cấp trên: hãy tải lại trang rồi chọn lại.",
        field="nominations",
    ):
        forward(commune, approved)


def test_a_bundle_holds_the_report_of_each_case(
    commune: Commune, approved: list[Nomination]
) -> None:
    (row,) = approved
    AchievementReport.objects.create(
        nomination=row,
        updated_by=commune.village_head.user,
        updated_by_name=commune.village_head.name,
        updated_at=clock.now(),
    )
    forwarding = forward(commune, approved)
    key = forwarding.cases.get().key
    paths = [piece.path for piece in read_bundle(load(forwarding.path)).pieces if piece.case == key]
    assert paths == [f"{key}/bao-cao-thanh-tich.docx", f"{key}/bao-cao-thanh-tich.pdf"]
