"""What rules say, in Vietnamese: for the command line, comparisons and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.rules import (
    CertificateRule,
    CommendationKind,
    Deadline,
    DossierItem,
    OtherAuthority,
    Prize,
    Vote,
)
from vinhdanh.lawbook.rules.procedure import Unit

if TYPE_CHECKING:
    from decimal import Decimal

    from vinhdanh.lawbook.assessment import PrizeAnswer

NOT_READ = "chưa đọc được quy định"


def content_words(content: Any) -> str:
    """Return what a rule says, without its honours, as part of a sentence."""
    speak = _SPEAKERS.get(type(content))
    told = speak(content) if speak else str(content.text)
    return told.rstrip(".")


def deadline_words(one: Deadline) -> str:
    """Return how long a time limit is."""
    if one.unit is Unit.IMMEDIATELY:
        return "ngay"
    if one.date is not None:
        month, day = one.date.split("-")
        return f"trước ngày {int(day)}/{int(month)} hằng năm"
    if one.value is None:
        return NOT_READ
    told = f"{one.value} {one.unit.words}"
    longer = {
        "phức tạp": one.complex_value,
        "vùng sâu, vùng xa": one.remote_value,
        "vùng sâu, vùng xa, phức tạp": one.remote_complex_value,
    }
    more = [f"{case}: {value}" for case, value in longer.items() if value is not None]
    return f"{told} ({'; '.join(more)})" if more else told


def vote_words(one: Vote) -> str:
    """Return the share of votes asked for."""
    if one.percent is not None:
        return f"ít nhất {one.percent}% {one.denominator.words}"
    if one.candidate_percent is not None:
        return f"{NOT_READ}; các văn bản khác dùng {one.candidate_percent}%"
    return NOT_READ


def multiple_words(multiple: Decimal | None, maximum: Decimal | None = None) -> str:
    """Return a multiple of the base salary."""
    if multiple is not None:
        return f"{decimal(multiple)} lần mức lương cơ sở"
    return f"không quá {decimal(maximum)} lần mức lương cơ sở" if maximum else NOT_READ


def prize_words(answer: PrizeAnswer) -> str:
    """Return a prize with its amount where it is known."""
    told = multiple_words(answer.multiple, answer.maximum)
    return f"{told}, là {dong(answer.amount)}" if answer.amount is not None else told


def decimal(value: Decimal) -> str:
    """Return a number with a comma, without needless zeros."""
    return f"{value.normalize():f}".replace(".", ",")


def dong(amount: int) -> str:
    """Return an amount of money."""
    return f"{amount:,} đồng".replace(",", ".")


def _dossier(one: DossierItem) -> str:
    number = f" (mẫu {one.form_number})" if one.form_number else ""
    copies = f", {one.copies} bản" if one.copies else ""
    return f"{one.name}{number}{copies}"


def _certificate(one: CertificateRule) -> str:
    ornaments = (", có Quốc huy" if one.emblem else "") + (", có cờ đỏ" if one.red_flags else "")
    return f"khổ {one.paper}, {one.width} × {one.height} mm{ornaments}"


_SPEAKERS: dict[type, Any] = {
    CertificateRule: _certificate,
    CommendationKind: lambda one: f"{one.name}: {one.text}",
    Deadline: lambda one: f"{one.what}: {deadline_words(one)}",
    DossierItem: _dossier,
    OtherAuthority: lambda one: one.who,
    Prize: lambda one: multiple_words(one.multiple, one.maximum),
    Vote: vote_words,
}
