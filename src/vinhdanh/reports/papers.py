"""The six-month report as a paper: sentences made from figures, judgements as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.documents import (
    FigureTable,
    Paper,
    Passage,
    Signature,
    SixMonthReportContext,
    six_month_report,
)
from vinhdanh.kernel.wording import money
from vinhdanh.organizations.queries.units import supervision_on
from vinhdanh.records.papers import files_of, office_of
from vinhdanh.reports.fairness import paragraph, year_mirror

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.records.content import FileContent
    from vinhdanh.reports.models import Report
    from vinhdanh.reports.queries.figures import Figures

SYMBOL = "BC-UBND"


def report_files(context: SixMonthReportContext) -> list[FileContent]:
    """Return the report as PDF and Word."""
    number = context.paper.number
    label = f"{number:02d}-{SYMBOL}" if number else "dự thảo"
    return files_of(
        six_month_report(context),
        kind="six_month_report",
        context=context,
        title=f"Báo cáo {label}",
    )


def report_context(
    report: Report,
    figures: Figures,
    *,
    signer_name: str,
    number: int | None = None,
    date: dt.date | None = None,
) -> SixMonthReportContext:
    """Return the facts of the report's paper; without number and date it is a draft."""
    superior = supervision_on(report.body, as_of=date or report.cut_off_on)
    recipients = (superior.office_name,) if superior else ()
    return SixMonthReportContext(
        paper=Paper(
            office=office_of(report.body, symbol=SYMBOL),
            signature=Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), signer_name),
            recipients=(*recipients, "Các ngành, đoàn thể, các thôn", "Lưu: VT"),
            number=number,
            date=date,
            year=report.year,
        ),
        year=report.year,
        situation=_written(report.situation),
        leadership=Passage(paragraphs=leadership_sentences(figures)),
        movements=Passage(paragraphs=movement_sentences(figures)),
        commendation=Passage(
            paragraphs=(*commendation_sentences(figures), *fairness_sentences(report)),
            tables=_honour_tables(figures),
        ),
        supervision=_written(report.supervision),
        shortcomings=_written(report.shortcomings),
        tasks=_written(report.next_steps),
    )


def fairness_sentences(report: Report) -> tuple[str, ...]:
    """Return what the records say about who was honoured and who was not."""
    return paragraph(year_mirror(report.body, year=report.year, until=report.cut_off_on))


def leadership_sentences(figures: Figures) -> tuple[str, ...]:
    """Return what the records say about the plan and its documents."""
    plan = (
        f"Kế hoạch năm {figures.year} có {figures.tasks} nhiệm vụ; tính đến khi lập báo cáo đã"
        f" hoàn thành {figures.tasks_done} nhiệm vụ, {_overdue(figures.tasks_overdue)}."
        if figures.tasks
        else f"Tính đến khi lập báo cáo chưa có kế hoạch năm {figures.year} trong hệ thống."
    )
    return (
        plan,
        (
            f"Trong kỳ đã ban hành {figures.documents} văn bản; Hội đồng Thi đua - Khen thưởng họp"
            f" {figures.meetings} phiên xét khen thưởng."
        ),
    )


def movement_sentences(figures: Figures) -> tuple[str, ...]:
    """Return what the records say about registrations, movements and pledges."""
    registered = (
        f"Có {figures.units_registered}/{figures.units} đơn vị đăng ký thi đua năm {figures.year}."
    )
    if not figures.movements:
        return (registered, "Trong kỳ chưa phát động phong trào thi đua nào.")
    titles = "; ".join(f"“{title}”" for title in figures.movements)
    return (
        registered,
        (
            f"Đã phát động {len(figures.movements)} phong trào: {titles};"
            f" {figures.pledges_signed}/{figures.pledges_asked} giao ước đã được ký."
        ),
    )


def commendation_sentences(figures: Figures) -> tuple[str, ...]:
    """Return what the records say about nominations, decisions, honours and money."""
    if not figures.honours_total:
        return (f"Đã tiếp nhận {figures.nominations} đề nghị; chưa có quyết định khen thưởng.",)
    people = sum(each.individuals for each in figures.honours)
    lines = [
        (
            f"Đã tiếp nhận {figures.nominations} đề nghị khen thưởng; ban hành {figures.decisions}"
            f" quyết định, khen thưởng {figures.honours_total} trường hợp."
        )
    ]
    if people:
        lines.append(
            f"Trong {people} cá nhân được khen thưởng có {figures.women} nữ và"
            f" {figures.direct_workers} người lao động trực tiếp."
        )
    if figures.prize_total:
        lines.append(f"Tổng tiền thưởng theo quyết định là {money(figures.prize_total)}.")
    return tuple(lines)


def _overdue(number: int) -> str:
    return f"{number} nhiệm vụ quá hạn" if number else "không có nhiệm vụ quá hạn"


def _honour_tables(figures: Figures) -> tuple[FigureTable, ...]:
    if not figures.honours:
        return ()
    rows = tuple(
        (
            each.name,
            str(each.individuals),
            str(each.collectives),
            str(each.households),
            str(each.total),
        )
        for each in figures.honours
    )
    return (
        FigureTable(
            caption="Kết quả khen thưởng theo danh hiệu, hình thức",
            columns=("Danh hiệu, hình thức", "Cá nhân", "Tập thể", "Hộ gia đình", "Cộng"),
            rows=rows,
        ),
    )


def _written(text: str) -> Passage:
    """What somebody wrote; a part still missing says so and never that nothing happened."""
    lines = tuple(line.strip() for line in text.splitlines() if line.strip())
    return Passage(paragraphs=lines or ("[Chưa viết]",))
