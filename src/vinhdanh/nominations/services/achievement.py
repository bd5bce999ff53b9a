"""Writing a report of achievement, also while it is being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import nfc
from vinhdanh.nominations.models import AchievementReport, ReportFingerprint
from vinhdanh.nominations.policies import may_rewrite
from vinhdanh.nominations.report_forms import LONGEST, form_of
from vinhdanh.nominations.services.locking import locked
from vinhdanh.nominations.similarity import fingerprints

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.nominations.models import Nomination


@transaction.atomic
def write_report(
    *,
    actor: Actor,
    nomination: Nomination,
    sections: Mapping[str, str],
    expected_version: int,
    is_autosave: bool = False,
) -> AchievementReport:
    """Keep what stands in a report.

    Args:
        actor: head of the proposing unit.
        nomination: a draft, or one that was returned.
        sections: section slug → text; slugs the form does not have are passed over.
        expected_version: the version its author read; 0 for a report that is not there yet.
        is_autosave: kept by the page while somebody types; the log waits for their own saving.

    Raises:
        StaleError: somebody else wrote in between; the sentence says who and when.
        DomainError: the nomination was sent, or a section is too long.
    """
    nomination = locked(nomination)
    if not (verdict := may_rewrite(nomination, actor)):
        raise NotAllowedError(verdict.reason)
    report = AchievementReport.objects.filter(nomination=nomination).first()
    if report and report.version != expected_version:
        raise StaleError(
            f"{report.updated_by_name} vừa sửa báo cáo này lúc"
            f" {report.updated_at.astimezone():%H:%M ngày %d/%m/%Y}: hãy chép phần anh/chị vừa viết"
            " ra chỗ khác, tải lại trang rồi viết tiếp."
        )
    report = report or AchievementReport(nomination=nomination, version=0)
    before, report.sections = report.sections, _kept(nomination, sections)
    report.version += 1
    report.updated_by, report.updated_by_name = actor.user, actor.name
    report.updated_at = clock.now()
    report.save()
    if before != report.sections:
        _take_fingerprints(report, nomination)
    if not is_autosave:
        record(
            scope=actor.scope,
            actor=actor.name,
            action="nomination.report_written",
            target=nomination,
            sentence="viết báo cáo thành tích",
            details={"report_version": report.version},
        )
    return report


def _kept(nomination: Nomination, sections: Mapping[str, str]) -> dict[str, str]:
    kept = {}
    for section in form_of(nomination).sections:
        text = nfc(sections.get(section.slug, "")).replace("\r\n", "\n").strip()
        if len(text) > LONGEST:
            raise DomainError(
                f"Phần “{section.title}” dài quá {LONGEST} chữ cái: hãy rút gọn, bản in chỉ nên"
                " dưới năm trang.",
                field=section.slug,
            )
        kept[section.slug] = text
    return kept


def _take_fingerprints(report: AchievementReport, nomination: Nomination) -> None:
    report.fingerprints.all().delete()
    ReportFingerprint.objects.bulk_create(
        ReportFingerprint(report=report, body_id=nomination.body_id, value=value)
        for value in sorted(fingerprints("\n".join(report.sections.values())))
    )
