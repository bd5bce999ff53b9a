"""Answers of the lawbook as text for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.enums import Verdict
from vinhdanh.lawbook.reasons import lower
from vinhdanh.lawbook.words import content_words, prize_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vinhdanh.lawbook.assessment import Assessment, AuthorityAnswer, PrizeAnswer
    from vinhdanh.lawbook.diff import Diff
    from vinhdanh.lawbook.findings import Finding
    from vinhdanh.lawbook.lists import ListFinding
    from vinhdanh.lawbook.prospects import Prospect
    from vinhdanh.lawbook.questions import HonourOnDay
    from vinhdanh.lawbook.rules import Condition, Rule
    from vinhdanh.lawbook.sheet import Sheet

MARKS = {Verdict.MET: "✓", Verdict.NOT_MET: "✗", Verdict.UNDETERMINED: "?"}
STEP = "  "
FEW = 2
"""So many missing facts are told in a list of honours."""


def honours_text(found: Iterable[HonourOnDay]) -> str:
    """Return a list of honours, one a line: slug, name, for whom, who decides."""
    return "\n".join(
        f"{each.slug}\n{STEP}{each.name}; {', '.join(one.words for one in each.recipients)};"
        f" {_authority(each.authority)}"
        for each in found
    )


def assessment_text(one: Assessment) -> str:
    """Return a verdict with its reasons and what follows from it."""
    lines = [f"{one.name}: {one.verdict.words}", one.reason]
    lines.append(
        f"Xét ngày {one.as_of:%d/%m/%Y} cho năm {one.year}, theo quy định ngày"
        f" {one.law_day:%d/%m/%Y} ({one.regime})."
    )
    lines += ["", *_findings(one.conditions, ""), ""]
    lines.append(f"Thẩm quyền: {_authority(one.authority)}")
    lines.append(f"Tiền thưởng: {_prize(one.prize)}")
    lines += [f"Lưu ý: {note}" for note in one.notes]
    return "\n".join(lines)


def sheet_text(one: Sheet) -> str:
    """Return what the law of a day says of an honour."""
    honour = one.honour.content
    kinds = ", ".join(each.words for each in honour.recipients)
    about = f"{honour.form.words.capitalize()} cho {kinds}, xét {honour.period.words}."
    lines = [
        f"{honour.name}" + (f" ({honour.short})" if honour.short else ""),
        f"{about} [{one.honour.citation}]",
    ]
    lines += [f"Cần xác minh: {one.honour.unconfirmed}"] if one.honour.unconfirmed else []
    lines.append(f"Thẩm quyền: {_authority(one.authority)}")
    lines += [f"Tiền thưởng cho {kind.words}: {_prize(prize)}" for kind, prize in one.prizes]
    lines += ["", "Tiêu chuẩn:", *_standards(one)]
    for rule in one.bars:
        lines += _conditions(rule.content.conditions, STEP)
    titles = {
        "votes": "Biểu quyết",
        "dossier": "Hồ sơ",
        "deadlines": "Thời hạn",
        "certificate": "Giấy chứng nhận, bằng",
    }
    for name, title in titles.items():
        if one.papers[name]:
            lines += ["", f"{title}:", *(_rule(each) for each in one.papers[name])]
    return "\n".join(lines)


def diff_text(one: Diff) -> str:
    """Return what changed between two days under headings."""
    title = f"Thay đổi từ ngày {one.before:%d/%m/%Y} đến ngày {one.after:%d/%m/%Y}"
    lines = [f"{title} ({one.regimes[0]} → {one.regimes[1]})"]
    if not one.changes:
        return f"{title}: không có thay đổi nào trong kho quy định."
    heading = None
    for each in one.changes:
        if heading != (each.is_commune, each.group):
            heading = (each.is_commune, each.group)
            lines += ["", each.heading + ("" if each.is_commune else " (ngoài cấp xã)")]
        lines.append(f"- {each.sentence} [{each.cited}]")
    return "\n".join(lines)


def outlook_text(found: Iterable[Prospect]) -> str:
    """Return what a recipient could be given, now and next year; each honour stands once."""
    every = list(found)
    now = [each for each in every if each.verdict is Verdict.MET]
    soon = [each for each in every if each.next_year]
    rest = [each for each in every if each not in now and each not in soon]
    asked = [each for each in rest if each.verdict is Verdict.UNDETERMINED]
    far = [each.name for each in rest if each.verdict is Verdict.NOT_MET]
    lines = ["Đề nghị được ngay:"]
    lines += [f"{STEP}✓ {each.name} ({_authority(each.authority)})" for each in now]
    lines += ["", "Năm sau có thể đề nghị:"]
    for each in soon:
        assert each.next_year is not None
        lines.append(f"{STEP}→ {each.name} ({_authority(each.authority)})")
        lines += [f"{STEP * 2}Hiện nay: {each.reason}", f"{STEP * 2}{each.next_year.sentence}"]
    lines += ["", "Cần biết thêm mới trả lời được:"]
    lines += [f"{STEP}? {each.name}: {_asked(each)}" for each in asked]
    lines += ["", f"Chưa đủ điều kiện: {'; '.join(far)}." if far else "Không có gì khác."]
    return "\n".join(lines)


def list_text(found: Iterable[ListFinding]) -> str:
    """Return what a list shows, one a line, the gravest first."""
    lines = [
        f"{each.severity.words}: {each.sentence}" + (f" [{each.citation}]" if each.citation else "")
        for each in found
    ]
    return "\n".join(lines) or "Danh sách không có gì cần xem lại."


def _asked(one: Prospect) -> str:
    told = "; ".join(lower(each.fact) for each in one.missing[:FEW])
    more = len(one.missing) - FEW
    return f"{told}; và {more} điều khác" if more > 0 else told


def _findings(found: Iterable[Finding], indent: str) -> Iterator[str]:
    for each in found:
        yield f"{indent}{MARKS[each.verdict]} {each.text} [{each.citation}]"
        yield from (f"{indent}{STEP}{told}" for told in each.evidence)
        if not any(one.verdict is Verdict.UNDETERMINED for one in each.conditions):
            yield from (
                f"{indent}{STEP}Cần: {one.fact.rstrip('.')}. Hỏi: {one.source}."
                for one in each.missing
            )
        yield from _findings(each.conditions, indent + STEP)


def _standards(one: Sheet) -> Iterator[str]:
    if not one.standards:
        yield f"{STEP}Các văn bản đã đọc không đặt tiêu chuẩn; cần xác minh."
    for rule in one.standards:
        if rule.content.groups:
            yield f"{STEP}{'; '.join(group.words for group in rule.content.groups).capitalize()}:"
        yield from _conditions(rule.content.conditions, STEP * 2 if rule.content.groups else STEP)
        if rule.content.note:
            yield f"{STEP}Lưu ý: {rule.content.note}"
    for rule in one.tightening:
        yield f"{STEP}Tỉnh quy định thêm:"
        yield from _conditions(rule.content.conditions, STEP * 2)


def _conditions(found: Iterable[Condition], indent: str) -> Iterator[str]:
    for each in found:
        joined = {"any": " (một trong các điều sau)", "not": " (không có điều nào sau đây)"}
        yield f"{indent}- {each.text}{joined.get(each.operator, '')} [{each.citation}]"
        if each.unconfirmed:
            yield f"{indent}{STEP}Cần xác minh: {each.unconfirmed}"
        yield from _conditions(each.children, indent + STEP)


def _rule(rule: Rule[Any]) -> str:
    told = f"{STEP}- {content_words(rule.content)} [{rule.citation}]"
    return f"{told} Cần xác minh: {rule.unconfirmed}" if rule.unconfirmed else told


def _authority(one: AuthorityAnswer) -> str:
    if one.level is None:
        return "cần xác minh ai quyết định"
    told = f"{one.level.words} [{one.citation}]"
    return f"{told}; cần xác minh: {one.unconfirmed}" if one.unconfirmed else told


def _prize(one: PrizeAnswer) -> str:
    told = prize_words(one)
    if one.citation:
        told += f" [{one.citation}]"
    return f"{told}; cần xác minh: {one.unconfirmed}" if one.unconfirmed else told
