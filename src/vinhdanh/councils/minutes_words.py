"""What the minutes say of the votes: how they were held, what was needed, what was missing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vinhdanh.councils.enums import Outcome, VoteForm, VoteWay
from vinhdanh.councils.models import Ballot
from vinhdanh.documents import Clause
from vinhdanh.documents.kinds.tally import base_in_words
from vinhdanh.kernel.wording import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.councils.models import AgendaItem, Attendance


def proceedings(items: list[AgendaItem]) -> tuple[Clause, ...]:
    """Return what came of earlier rounds, who was not waited for, what was put off."""
    decided = [item for item in items if item.outcome != Outcome.DEFERRED]
    return (
        *(clause for item in decided for clause in _rounds(item)),
        *_given_up(decided),
        *(_deferral(item) for item in items if item.outcome == Outcome.DEFERRED),
    )


def _deferral(item: AgendaItem) -> Clause:
    nomination, reason = item.nomination, item.defer_reason.rstrip(".")
    return Clause(
        text=f"Hội đồng hoãn xét {nomination.honour_name} đối với {nomination.recipient.name}"
        f" vì {reason[:1].lower()}{reason[1:]}."
    )


def voting(decided: list[AgendaItem]) -> str:
    """How the vote was held; raised hands that the clerk recorded are counted by name."""
    forms = dict.fromkeys(VoteForm(item.form).label.lower() for item in decided)
    recorded = Ballot.objects.filter(item__in=decided, participation__way=VoteWay.HAND)
    hands = Counter(recorded.values_list("entered_by", flat=True))
    told = [f"{count:02d} lượt giơ tay do {name} ghi" for name, count in sorted(hands.items())]
    letters = Ballot.objects.filter(item__in=decided, participation__way=VoteWay.WRITING).count()
    told += [f"{letters:02d} ý kiến bằng văn bản"] if letters else []
    return ", ".join([*forms, *([f"trong đó có {joined(told)}"] if told else [])])


def rule(decided: list[AgendaItem]) -> str:
    """What each honour needed, with its source; one rule for all is told once.

    Where items of one honour needed something else, as after a recusal, whose they are is told.
    """
    needs: dict[tuple[str, str], list[AgendaItem]] = {}
    for item in decided:
        needs.setdefault((item.threshold, f" (theo {item.threshold_source})"), []).append(item)
    sources = list(dict.fromkeys(source for _, source in needs))
    shared = sources[0] if len(sources) == 1 else ""
    in_groups = Counter(name for items in needs.values() for name in _honours(items))
    told = [
        f"{_whose(items, in_groups)} có {needed} đồng ý{'' if shared else source}"
        if len(needs) > 1
        else f"có {needed} đồng ý"
        for (needed, source), items in needs.items()
    ]
    return "; ".join(told) + shared


def _honours(items: list[AgendaItem]) -> dict[str, list[str]]:
    """Return the honours of some items, each with its recipients."""
    found: dict[str, list[str]] = {}
    for item in items:
        found.setdefault(item.nomination.honour_name, []).append(item.nomination.recipient.name)
    return found


def _whose(items: list[AgendaItem], in_groups: Counter[str]) -> str:
    return joined([
        name if in_groups[name] == 1 else f"{name} của {joined(people)}"
        for name, people in _honours(items).items()
    ])  # fmt: skip


def base(decided: list[AgendaItem], rows: list[Attendance]) -> str:
    """Of whom shares are taken: first of most items, then of whose items else."""
    groups: dict[str, list[str]] = {}
    for item in sorted(decided, key=lambda item: item.order):
        groups.setdefault(base_in_words(len(rows), item.eligible), []).append(
            item.nomination.recipient.name
        )
    first, *others = sorted(groups, key=lambda told: -len(groups[told])) or [""]
    absent = ", kể cả người vắng mặt" if any(not row.is_present for row in rows) else ""
    return "; ".join([
        f"{first}{absent}" if first else "",
        *(f"riêng hồ sơ của {joined(groups[told])} tính trên {told}" for told in others),
    ])  # fmt: skip


def _rounds(item: AgendaItem) -> Iterator[Clause]:
    """What came of earlier rounds, and how a place was given by rank."""
    rounds, name = list(item.rounds.all()), item.nomination.recipient.name
    for each in rounds[:-1]:
        yield Clause(
            text=f"{name}: vòng {each.round} được {each.agreed},"
            f" {'đạt' if each.passed else 'chưa đạt'} tỷ lệ; Hội đồng bỏ phiếu lại."
        )
    if item.rank:
        kept = "được chọn" if item.outcome == Outcome.APPROVED else "không được chọn"
        yield Clause(text=f"{name}: xếp thứ {item.rank} theo số phiếu, {kept}; {item.rank_reason}.")


def _given_up(decided: list[AgendaItem]) -> Iterator[Clause]:
    """Whose votes had not come when the chair let an item be counted; alike ones together."""
    names: dict[str, list[str]] = {}
    for item in decided:
        rounds = list(item.rounds.all())
        for each in rounds:
            if each.missing:
                at = f" (vòng {each.round})" if len(rounds) > 1 else ""
                names.setdefault(each.missing, []).append(f"{item.nomination.recipient.name}{at}")
    for missing, whose in names.items():
        yield Clause(
            text=f"{joined(whose)}: chủ trì cho chốt kết quả khi {missing}; người không cho ý kiến"
            " không được tính là đồng ý."
        )
