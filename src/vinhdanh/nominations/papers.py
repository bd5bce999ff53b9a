"""The report of achievement as a paper: what people wrote, and facts of the records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vinhdanh.documents.kinds.achievement import Honour
from vinhdanh.documents.kinds.achievement_subjects import Collective, Person
from vinhdanh.documents.kinds.collective_achievement_report import (
    CollectiveAchievementReportContext,
    collective_achievement_report,
)
from vinhdanh.documents.kinds.individual_achievement_report import (
    IndividualAchievementReportContext,
    Initiative,
    individual_achievement_report,
)
from vinhdanh.documents.kinds.passages import Passage
from vinhdanh.documents.kinds.sudden_achievement_report import (
    SuddenAchievementReportContext,
    sudden_achievement_report,
)
from vinhdanh.kernel import clock
from vinhdanh.kernel.wording import day
from vinhdanh.lawbook import LawbookError
from vinhdanh.lawbook import honour as honour_on
from vinhdanh.lawbook.enums import HonourForm
from vinhdanh.nominations.report_forms import COLLECTIVE, SUDDEN, form_of
from vinhdanh.nominations.sources import honours_held
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.records.papers import files_of, office_of

if TYPE_CHECKING:
    from vinhdanh.documents import OfficialDocument as Printed
    from vinhdanh.nominations.models import AchievementReport, Nomination
    from vinhdanh.records.content import FileContent

Context = (
    IndividualAchievementReportContext
    | CollectiveAchievementReportContext
    | SuddenAchievementReportContext
)


def report_files(nomination: Nomination, report: AchievementReport | None) -> list[FileContent]:
    """Return the report as PDF and Word; sections nobody wrote are left for a pen."""
    paper, context = report_paper(nomination, report)
    title = f"Báo cáo thành tích {nomination.recipient.name}"
    return files_of(paper, kind=form_of(nomination).kind, context=context, title=title)


def report_paper(
    nomination: Nomination, report: AchievementReport | None
) -> tuple[Printed, Context]:
    """Return the report as a paper, with the facts it is made of."""
    form, written = form_of(nomination), report.sections if report else {}
    passages = {each.slug: _passage(written.get(each.slug, "")) for each in form.sections}
    if form is SUDDEN:
        sudden = _sudden(nomination, passages)
        return sudden_achievement_report(sudden), sudden
    if form is COLLECTIVE:
        collective = _collective(nomination, passages)
        return collective_achievement_report(collective), collective
    individual = _individual(nomination, passages)
    return individual_achievement_report(individual), individual


def recorded(nomination: Nomination) -> list[tuple[str, list[str]]]:
    """Return what the records fill in by themselves: a heading and its lines, where there are."""
    titles, awards = _honours(nomination)
    found = (
        ("Mức độ hoàn thành nhiệm vụ", _gradings(nomination)),
        ("Danh hiệu thi đua", titles),
        ("Hình thức khen thưởng", awards),
    )
    lines = [(name, [f"{each.year}: {each.name}" for each in rows]) for name, rows in found]
    initiatives = [
        f"{each.recognised_on.year}: {each.title}" for each in nomination.initiatives.all()
    ]
    return [(name, rows) for name, rows in (*lines, ("Sáng kiến", initiatives)) if rows]


def _individual(
    nomination: Nomination, passages: dict[str, Any]
) -> IndividualAchievementReportContext:
    titles, awards = _honours(nomination)
    return IndividualAchievementReportContext(
        person=_person(nomination),
        request=f"tặng {nomination.honour_name}",
        place=nomination.body.place,
        date=clock.today(),
        initiatives=tuple(
            Initiative(
                year=str(each.recognised_on.year),
                name=each.title,
                effect=each.get_scope_display(),
                decision=f"{each.recognised_by} ngày {day(each.recognised_on)}",
            )
            for each in nomination.initiatives.all()
        ),
        gradings=_gradings(nomination),
        titles=titles,
        awards=awards,
        **passages,
    )


def _collective(
    nomination: Nomination, passages: dict[str, Any]
) -> CollectiveAchievementReportContext:
    titles, awards = _honours(nomination)
    return CollectiveAchievementReportContext(
        collective=_group(nomination),
        request=f"tặng {nomination.honour_name}",
        office=office_of(nomination.body),
        date=clock.today(),
        gradings=_gradings(nomination),
        titles=titles,
        awards=awards,
        **passages,
    )


def _sudden(nomination: Nomination, passages: dict[str, Any]) -> SuddenAchievementReportContext:
    is_person = nomination.recipient.kind == RecipientKind.INDIVIDUAL
    when = f"ngày {day(nomination.happened_on)}" if nomination.happened_on else nomination.period
    return SuddenAchievementReportContext(
        person=_person(nomination) if is_person else None,
        collective=None if is_person else _group(nomination),
        request=f"tặng {nomination.honour_name}",
        merit=nomination.achievement[:1].lower() + nomination.achievement[1:],
        place=nomination.body.place,
        date=clock.today(),
        happened=", ".join(each for each in (when, nomination.place) if each),
        **passages,
    )


def _person(nomination: Nomination) -> Person:
    person = nomination.recipient.person
    assert person is not None
    return Person(
        name=person.full_name,
        born=person.birth_date,
        sex=person.get_sex_display(),
        workplace=nomination.submission.unit.name,
        post=nomination.recipient_detail,
    )


def _group(nomination: Nomination) -> Collective:
    is_home = nomination.recipient.kind == RecipientKind.HOUSEHOLD
    line = "ĐẠI DIỆN HỘ GIA ĐÌNH" if is_home else "THỦ TRƯỞNG ĐƠN VỊ"
    return Collective(
        name=nomination.recipient.name, address=nomination.recipient_detail, leader_line=line
    )


def _passage(text: str) -> Passage:
    return Passage(paragraphs=tuple(line.strip() for line in text.splitlines() if line.strip()))


def _gradings(nomination: Nomination) -> tuple[Honour, ...]:
    known = [each for each in nomination.recipient.years.all() if each.completion]
    return tuple(
        Honour(year=str(each.year), name=each.get_completion_display())
        for each in sorted(known, key=lambda each: each.year)
    )


def _honours(nomination: Nomination) -> tuple[tuple[Honour, ...], tuple[Honour, ...]]:
    """Return titles and awards of the register, apart as the form has them."""
    titles: list[Honour] = []
    awards: list[Honour] = []
    held = honours_held([nomination.recipient_id]).get(nomination.recipient_id, ())
    for each in held:
        try:
            law = honour_on(each.honour, as_of=clock.today(), province=nomination.body.province)
        except LawbookError:
            continue
        into = titles if law.form is HonourForm.TITLE else awards
        into.append(Honour(year=str(each.year), name=law.name))
    return tuple(titles), tuple(awards)
