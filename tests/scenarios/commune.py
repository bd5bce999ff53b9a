"""Xã Minh Tiến in 2024: a commune with everybody who acts in its year.

`build_commune()` makes the people and nothing they do. The functions below it bring the year to
a stage through the real services, each from the stage before, which it makes where it is not
given:

    registered → accepted registrations of every unit
    sent       → a list of three nominations of thôn Phạm Xá, sent
    appraised  → the same list, every row ready for the council
    called     → a meeting over it, planned for today, everybody marked present
    opened     → the meeting open
    voted      → everybody entitled voted for everything, counted, meeting closed
    drafted    → the draft of the decision
    decided    → the decision signed today, with its honours

    decision = decided(commune)                        # the whole way
    meeting = opened(commune, appraised(commune, sent(commune, rows=[...])))
    decision = drafted(commune, voted(commune, opened(commune, one_row(commune))))

Pages are tested with `client.force_login(commune.clerk.user)`.
The plan of the year is in `tests.scenarios.plans`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.factories.accounts import Part, make_actor, make_cast
from tests.factories.organizations import make_body, make_household, make_person, make_unit
from tests.scenarios.kept import kept

from vinhdanh.accounts.enums import Role
from vinhdanh.councils.enums import Choice, CouncilRole
from vinhdanh.councils.models import Council, CouncilMember
from vinhdanh.councils.services.ballots import cast_ballot, count_item
from vinhdanh.councils.services.meetings import (
    call_meeting,
    close_meeting,
    open_meeting,
    take_attendance,
)
from vinhdanh.decisions.services.drafts import draft_decision
from vinhdanh.decisions.services.issuing import issue_decision
from vinhdanh.emulation.services.registrations import Aim, accept_registration, send_registration
from vinhdanh.kernel import clock
from vinhdanh.nominations.enums import CommendationKind
from vinhdanh.nominations.services.submissions import (
    Proposal,
    add_nomination,
    open_submission,
    send_submission,
)
from vinhdanh.nominations.services.transitions import take_step
from vinhdanh.organizations.enums import RecipientKind, Sex, UnitKind
from vinhdanh.organizations.models import Supervision
from vinhdanh.organizations.services.recipients import (
    recipient_for_household,
    recipient_for_person,
    recipient_for_unit,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import AgendaItem, Meeting
    from vinhdanh.decisions.models import Decision
    from vinhdanh.emulation.models import Registration
    from vinhdanh.nominations.models import Submission
    from vinhdanh.organizations.models import Household, Person, Unit

YEAR = 2024
TODAY = dt.date(2024, 6, 24)
PERIOD = "6 tháng đầu năm 2024"
CERTIFICATE = "giay-khen-ca-nhan"
UNIT_CERTIFICATE = "giay-khen-tap-the"
FAMILY = "gia-dinh-van-hoa"
CHECKED = "đã đối chiếu bản giấy"
"""Why the clerk finds a list ready of which the records know little."""
POSTS = (
    "Chủ tịch UBND xã",
    "Phó Chủ tịch UBND xã",
    "Công chức Văn phòng – Thống kê",
    "Chủ tịch Hội Liên hiệp Phụ nữ",
    "Công chức Văn hóa – Xã hội",
    "Chủ tịch Mặt trận Tổ quốc",
    "Chủ tịch Hội Cựu chiến binh",
)
"""Of the council's members, in the order of their seats."""


@dataclass(frozen=True, slots=True)
class Commune:
    """Everybody and everything the scenario has a name for."""

    body: Unit
    """Ủy ban nhân dân xã Minh Tiến."""
    village: Unit
    """Thôn Phạm Xá."""
    other_village: Unit
    """Thôn Kim Phương."""
    women: Unit
    """Hội Liên hiệp Phụ nữ xã."""
    culture: Unit
    """Ngành Văn hóa – Xã hội."""
    council: Council
    """Seven seats, quorum 2/3 (five), majority above 50 %."""

    clerk: Actor
    """Nguyễn Thị Hạnh; also the council's secretary, so she votes as well."""
    chair: Actor
    """Ngô Văn Quyên; also chairs the council."""
    village_head: Actor
    """Phạm Văn Tín heads `village`; no seat in the council."""
    women_head: Actor
    """Trần Thị Lụa heads `women`; a member of the council."""
    culture_head: Actor
    """Đỗ Minh Châu heads `culture`; a member of the council."""
    other_head: Actor
    """Lê Thị Đào heads `other_village`; no seat in the council."""
    members: tuple[Actor, ...]
    """All seven who sit in the council, in the order of their seats."""
    outreach: Actor
    accountant: Actor
    superior: Actor
    outsider: Actor
    """Of another commune, where they hold every role and head a village."""

    farmer: Person
    """Phạm Văn Đức, a direct worker of the village; the list's first row."""
    family: Household
    """Of the village; the list's third row."""

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units that take part in the year's emulation, in their order."""
        return (self.village, self.other_village, self.women, self.culture)

    @property
    def heads(self) -> tuple[Actor, ...]:
        """Who heads them, in the same order."""
        return (self.village_head, self.other_head, self.women_head, self.culture_head)

    def seat(self, actor: Actor) -> CouncilMember:
        """Return somebody's seat in the council."""
        return self.council.members.get(person=person_of(actor))


def person_of(actor: Actor) -> Person:
    """Return the person behind an account."""
    assert actor.user.person is not None
    return actor.user.person


@kept
def build_commune() -> Commune:
    """Make the commune, its people and its council; nothing is done yet."""
    body = make_body("Ủy ban nhân dân xã Minh Tiến", place="Minh Tiến")
    Supervision.objects.create(
        body=body,
        superior_name="Ủy ban nhân dân huyện Phù Cừ",
        office_name="Phòng Nội vụ huyện",
        valid_from=dt.date(1997, 1, 1),
    )
    village = make_unit(body, "Thôn Phạm Xá", order=1)
    other_village = make_unit(body, "Thôn Kim Phương", order=2)
    women = make_unit(body, "Hội Liên hiệp Phụ nữ xã", UnitKind.ASSOCIATION, order=3)
    culture = make_unit(body, "Ngành Văn hóa – Xã hội", UnitKind.SECTOR, order=4)

    seat, head = Role.COUNCIL_MEMBER, Role.UNIT_HEAD
    cast = make_cast(
        body,
        [
            Part("hanh", "Nguyễn Thị Hạnh", "Công chức", body, (Role.CLERK, seat)),
            Part("quyen", "Ngô Văn Quyên", "Chủ tịch", body, (Role.CHAIR,)),
            Part("lua", "Trần Thị Lụa", "Chủ tịch Hội", women, (head, seat)),
            Part("chau", "Đỗ Minh Châu", "Trưởng ngành", culture, (head, seat)),
            Part("binh", "Vũ Văn Bình", "Phó Chủ tịch", body, (seat,)),
            Part("an", "Bùi Thị An", "Chủ tịch Mặt trận", body, (seat,)),
            Part("son", "Hoàng Văn Sơn", "Chủ tịch Hội Cựu chiến binh", body, (seat,)),
            Part("tin", "Phạm Văn Tín", "Trưởng thôn", village, (head,)),
            Part("dao", "Lê Thị Đào", "Trưởng thôn", other_village, (head,)),
            Part("loan", "Phan Thị Loan", "Đài truyền thanh", body, (Role.OUTREACH,)),
            Part("ngan", "Mai Thị Ngân", "Kế toán", body, (Role.ACCOUNTANT,)),
            Part("hoan", "Tạ Văn Hoàn", "Chuyên viên", body, (Role.SUPERIOR,)),
        ],
    )
    members = tuple(cast[name] for name in ("quyen", "binh", "hanh", "lua", "chau", "an", "son"))
    return Commune(
        body=body,
        village=village,
        other_village=other_village,
        women=women,
        culture=culture,
        council=_council(body, members),
        clerk=cast["hanh"],
        chair=cast["quyen"],
        village_head=cast["tin"],
        women_head=cast["lua"],
        culture_head=cast["chau"],
        other_head=cast["dao"],
        members=members,
        outreach=cast["loan"],
        accountant=cast["ngan"],
        superior=cast["hoan"],
        outsider=_outsider(),
        farmer=make_person(
            body,
            "Phạm Văn Đức",
            post="Nông dân",
            unit=village,
            sex=Sex.MALE,
            birth_date=dt.date(1980, 5, 1),
            is_direct_worker=True,
        ),
        family=make_household(village, "Phạm Thị Mến"),
    )


@kept
def registered(commune: Commune) -> list[Registration]:
    """Let every unit register three certificates, and the clerk accept them."""
    aims = [Aim(CERTIFICATE, RecipientKind.INDIVIDUAL, 3)]
    return [
        accept_registration(
            actor=commune.clerk,
            registration=send_registration(actor=head, unit=unit, year=YEAR, aims=aims),
        )
        for head, unit in zip(commune.heads, commune.units, strict=True)
    ]


def village_rows(commune: Commune) -> list[Proposal]:
    """Return the usual list: a person, a collective, a household."""
    return [
        Proposal(
            recipient_for_person(commune.farmer),
            detail="Nông dân, thôn Phạm Xá",
            honour=CERTIFICATE,
            achievement="Hiến 120 m2 đất làm đường thôn",
            period=PERIOD,
        ),
        Proposal(
            recipient_for_unit(commune.village),
            detail="",
            honour=UNIT_CERTIFICATE,
            achievement="Hoàn thành sớm việc cứng hóa đường làng",
            period=PERIOD,
        ),
        Proposal(
            recipient_for_household(commune.family),
            detail="Thôn Phạm Xá",
            honour=FAMILY,
            achievement="Gương mẫu trong phong trào xây dựng đời sống văn hóa",
            period=PERIOD,
        ),
    ]


@kept
def written(
    commune: Commune,
    *,
    head: Actor | None = None,
    unit: Unit | None = None,
    rows: Sequence[Proposal] | None = None,
) -> Submission:
    """Write a list and do not send it: the village's usual rows, or those given."""
    head = head or commune.village_head
    submission = open_submission(
        actor=head,
        unit=unit or head.units[0],
        year=YEAR,
        kind=CommendationKind.MERIT,
        title="Đề nghị khen thưởng 6 tháng đầu năm",
    )
    for row in village_rows(commune) if rows is None else rows:
        add_nomination(actor=head, submission=submission, proposal=row, as_of=clock.today())
    return submission


@kept
def sent(
    commune: Commune,
    *,
    head: Actor | None = None,
    unit: Unit | None = None,
    rows: Sequence[Proposal] | None = None,
) -> Submission:
    """Write a list and send it."""
    submission = written(commune, head=head, unit=unit, rows=rows)
    return send_submission(actor=head or commune.village_head, submission=submission)


@kept
def appraised(commune: Commune, submission: Submission | None = None) -> Submission:
    """Let the clerk find every row of a list ready for the council."""
    submission = submission or sent(commune)
    for nomination in submission.nominations.all():
        take_step(actor=commune.clerk, nomination=nomination, name="appraise", reason=CHECKED)
    return submission


@kept
def one_row(commune: Commune) -> Submission:
    """Return an appraised list of Phạm Văn Đức's certificate alone; three rows take longer."""
    return appraised(commune, sent(commune, rows=village_rows(commune)[:1]))


@kept
def called(commune: Commune, *submissions: Submission, absent: Sequence[Actor] = ()) -> Meeting:
    """Call a meeting for today over appraised lists, and take attendance."""
    lists = submissions or (appraised(commune),)
    meeting = call_meeting(
        actor=commune.clerk,
        council=commune.council,
        title="Xét khen thưởng 6 tháng đầu năm 2024",
        held_on=clock.today(),
        place="Phòng họp UBND xã",
        nominations=[row for each in lists for row in each.nominations.all()],
    )
    away = [person_of(actor) for actor in absent]
    present = meeting.attendance.exclude(member__person__in=away)
    return take_attendance(
        actor=commune.clerk,
        meeting=meeting,
        present=list(present.values_list("pk", flat=True)),
    )


@kept
def opened(commune: Commune, *submissions: Submission, absent: Sequence[Actor] = ()) -> Meeting:
    """Open a meeting over appraised lists."""
    meeting = called(commune, *submissions, absent=absent)
    return open_meeting(actor=commune.chair, meeting=meeting)


@kept
def vote_on(
    commune: Commune, item: AgendaItem, *, against: int = 0, abstain: int = 0
) -> AgendaItem:
    """Let everybody present and entitled vote on an item (the last ones not for it); count it."""
    entitled = [
        row.member
        for row in item.meeting.attendance.filter(is_present=True).select_related("member__person")
        if not item.recusals.filter(member=row.member).exists()
    ]
    by_person = {actor.user.person_id: actor for actor in commune.members}
    yes = len(entitled) - against - abstain
    choices = [Choice.FOR] * yes + [Choice.AGAINST] * against + [Choice.ABSTAIN] * abstain
    for member, choice in zip(entitled, choices, strict=True):
        cast_ballot(actor=by_person[member.person_id], item=item, member=member, choice=choice)
    return count_item(actor=commune.chair, item=item)


@kept
def voted(commune: Commune, meeting: Meeting | None = None) -> Meeting:
    """Let everybody vote for everything that is pending, and close the meeting."""
    meeting = meeting or opened(commune)
    for item in meeting.items.filter(outcome="pending"):
        vote_on(commune, item)
    return close_meeting(actor=commune.chair, meeting=meeting)


@kept
def drafted(commune: Commune, meeting: Meeting | None = None) -> Decision:
    """Draft the decision on a closed meeting."""
    return draft_decision(
        actor=commune.clerk,
        meeting=meeting or voted(commune),
        merit="đã có thành tích xuất sắc trong phong trào thi đua 6 tháng đầu năm 2024",
    )


@kept
def decided(
    commune: Commune, decision: Decision | None = None, *, on: dt.date | None = None
) -> Decision:
    """Sign the decision, today or on a day; renders its papers, so it takes a moment."""
    return issue_decision(
        actor=commune.chair,
        decision=decision or drafted(commune),
        decided_on=on or clock.today(),
    )


def _council(body: Unit, members: Sequence[Actor]) -> Council:
    council = Council.objects.create(
        body=body,
        name="Hội đồng Thi đua – Khen thưởng xã Minh Tiến",
        established_on=dt.date(2021, 7, 1),
        establishing_decision="Quyết định số 45/QĐ-UBND ngày 01/7/2021",
        rule_source="Quy chế hoạt động của Hội đồng",
    )
    roles = (CouncilRole.CHAIR, CouncilRole.DEPUTY, CouncilRole.SECRETARY)
    CouncilMember.objects.bulk_create(
        CouncilMember(
            council=council,
            person=person_of(actor),
            role=roles[order - 1] if order <= len(roles) else CouncilRole.MEMBER,
            post=post,
            order=order,
        )
        for order, (actor, post) in enumerate(zip(members, POSTS, strict=True), start=1)
    )
    return council


def _outsider() -> Actor:
    body = make_body("Ủy ban nhân dân xã Tống Phan", place="Tống Phan")
    village = make_unit(body, "Thôn Phan Xá")
    person = make_person(body, "Đào Văn Khách")
    return make_actor("khach", person, *((body, role) for role in Role), (village, Role.UNIT_HEAD))
