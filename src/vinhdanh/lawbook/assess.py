"""May this recipient be given this honour on that day, under which text, and why?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.assessment import Assessment, AuthorityAnswer, PrizeAnswer
from vinhdanh.lawbook.enums import Verdict
from vinhdanh.lawbook.errors import FactsError, LawbookError
from vinhdanh.lawbook.evaluation import (
    Finding,
    evaluate,
    find,
    standards_for,
    standards_of,
    tightening,
    together,
)
from vinhdanh.lawbook.loading.load import default_corpus
from vinhdanh.lawbook.money import prize_answer
from vinhdanh.lawbook.operators.base import UNIT, Case, Missing, year_judged
from vinhdanh.lawbook.reasons import reason_for
from vinhdanh.lawbook.rules import Authority, Bar, Delegation, Honour, OtherAuthority
from vinhdanh.lawbook.rules.procedure import Topic
from vinhdanh.lawbook.transitions import Applied, law_day

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.lawbook.facts.model import Facts
    from vinhdanh.lawbook.library import Corpus, View
    from vinhdanh.lawbook.rules import Rule

CONFIRM = "người có thẩm quyền xác minh"


def assess(
    honour: str,
    facts: Facts,
    *,
    as_of: dt.date,
    received: dt.date | None = None,
    province: str = "",
    corpus: Corpus | None = None,
) -> Assessment:
    """Judge one recipient for one honour.

    Args:
        honour: slug.
        facts: what is known; what is left out counts as unknown.
        as_of: day of the decision.
        received: day the file was received for appraisal; a file received before a change of the
            law goes on under the earlier text where the law says so.
        province: slug of the province whose own rules count as well.
        corpus: another corpus than the one that ships.

    Raises:
        LawbookError: the honour, the province or the day is not in the corpus.
        FactsError: the facts are about a recipient who cannot be given this honour.
    """
    law = corpus or default_corpus()
    day, held = law_day(law, Topic.STANDARD, honour=honour, as_of=as_of, received=received)
    view = law.on(day, province)
    rule = honour_rule(view, honour)
    if facts.recipient not in rule.content.recipients:
        words = ", ".join(each.words for each in rule.content.recipients)
        raise FactsError(
            f"“{rule.content.name}” chỉ tặng cho {words}, không tặng cho {facts.recipient.words}:"
            " hãy chọn danh hiệu, hình thức khác hoặc sửa mục recipient."
        )
    case = Case(facts, as_of, year_judged(facts, as_of))
    findings = (*_law_itself(rule, case, day), *judge(rule.content, case, view))
    verdict = together(findings)
    return Assessment(
        honour=honour,
        name=rule.content.name,
        verdict=verdict,
        reason=reason_for(verdict, findings),
        regime=law.regime(day).id,
        as_of=as_of,
        law_day=day,
        received=received,
        province=province,
        year=case.year,
        conditions=findings,
        authority=_authority(law, honour, as_of, received, province),
        prize=_prize(law, honour, facts, as_of, received),
        notes=_notes(held, verdict),
    )


def judge(honour: Honour, case: Case, view: View) -> tuple[Finding, ...]:
    """Return what the standard of an honour and the bars before it say of a case."""
    return (*_standard(honour, case, view), *_bars(honour, case, view))


def honour_rule(view: View, slug: str) -> Rule[Honour]:
    """Return the definition of an honour on the day of a view.

    Raises:
        LawbookError: no text in force on that day defines it.
    """
    rule = view.one(Honour, slug)
    if rule is None:
        raise LawbookError(
            f"Không có danh hiệu, hình thức “{slug}” trong quy định ngày {view.day:%d/%m/%Y};"
            " xem danh sách bằng lệnh: vinhdanh law honours."
        )
    return rule


def _law_itself(rule: Rule[Honour], case: Case, day: dt.date) -> tuple[Finding, ...]:
    """Return a finding that asks a person where the text in force was not read."""
    if not rule.unconfirmed:
        return ()
    said = case.facts.confirmations.get(f"{rule.content.slug}/quy-dinh")
    asked = Missing(rule.unconfirmed, CONFIRM)
    verdict = Verdict.UNDETERMINED
    if said is not None:
        verdict = Verdict.MET if said.answer else Verdict.NOT_MET
    return (
        Finding(
            f"{rule.content.slug}/quy-dinh",
            verdict,
            f"Tiêu chuẩn theo văn bản có hiệu lực ngày {day:%d/%m/%Y}",
            rule.citation,
            "text",
            (f"{said.by} xác minh: {said.reason}",) if said else (),
            () if said else (asked,),
        ),
    )


def _standard(honour: Honour, case: Case, view: View) -> tuple[Finding, ...]:
    rules = standards_for(honour.slug, case, view)
    if not rules:
        return (_no_standard(honour, case, view),)
    extra = evaluate(tightening(honour.slug, case, view), case, view)
    if len(rules) == 1:
        found = evaluate(rules[0].content.conditions, case, view)
        return (*_unread(rules[0], view), *found, *extra)
    return (_one_of(honour, rules, case, view), *extra)


def _unread(rule: Rule[Any], view: View) -> tuple[Finding, ...]:
    """Return a finding where the standard alone (not the honour) must be confirmed."""
    defined = view.one(Honour, rule.content.honour)
    if not rule.unconfirmed or (defined and defined.unconfirmed):
        return ()
    return (
        Finding(
            f"{rule.content.honour}/tieu-chuan",
            Verdict.UNDETERMINED,
            "Tiêu chuẩn cần xác minh",
            rule.citation,
            "text",
            missing=(Missing(rule.unconfirmed, CONFIRM),),
        ),
    )


def _one_of(honour: Honour, rules: list[Any], case: Case, view: View) -> Finding:
    """Return the finding where the group is unknown and the clauses differ."""
    inner = tuple(
        Finding(
            f"{honour.slug}/khoan-{rule.citation.clause or number}",
            together(found := evaluate(rule.content.conditions, case, view)),
            ", ".join(group.words for group in rule.content.groups).capitalize(),
            rule.citation,
            "all",
            conditions=found,
        )
        for number, rule in enumerate(rules, 1)
    )
    verdicts = {each.verdict for each in inner}
    same = verdicts.pop() if len(verdicts) == 1 else Verdict.UNDETERMINED
    asked = Missing("Thuộc nhóm đối tượng nào (cán bộ, công chức hay công nhân, nông dân)", UNIT)
    return Finding(
        f"{honour.slug}/doi-tuong",
        same,
        "Đạt tiêu chuẩn theo nhóm đối tượng",
        rules[0].citation,
        "any",
        missing=(asked,) if same is Verdict.UNDETERMINED else (),
        conditions=inner,
    )


def _no_standard(honour: Honour, case: Case, view: View) -> Finding:
    """Return the finding where no text read holds a standard for this recipient."""
    everyone = standards_of(honour.slug, view)
    if everyone and getattr(case.facts, "group", None) is not None:
        groups = [group for rule in everyone for group in rule.content.groups]
        words = "; ".join(group.words for group in groups)
        return Finding(
            f"{honour.slug}/doi-tuong",
            Verdict.NOT_MET,
            f"Thuộc đối tượng: {words}",
            everyone[0].citation,
            "group_in",
            (case.individual().group.words.capitalize(),),  # type: ignore[union-attr]
        )
    open_term = next(
        (rule for rule in view.all(Delegation) if honour.slug in rule.content.honours), None
    )
    defined = honour_rule(view, honour.slug)
    why = open_term.content.text if open_term else "Các văn bản đã đọc không có tiêu chuẩn này."
    return Finding(
        f"{honour.slug}/tieu-chuan",
        Verdict.UNDETERMINED,
        "Đạt tiêu chuẩn do cấp có thẩm quyền quy định",
        (open_term or defined).citation,
        "text",
        missing=(Missing(why, CONFIRM),),
    )


def _bars(honour: Honour, case: Case, view: View) -> tuple[Finding, ...]:
    return tuple(
        find(condition, case, view)
        for rule in view.all(Bar)
        if rule.content.applies_to(honour.slug, honour.form, case.facts.recipient)
        for condition in rule.content.conditions
    )


def authority_of(view: View, honour: str) -> AuthorityAnswer:
    """Return who decides an honour on the day of a view."""
    rule = view.one(Authority, honour)
    others = tuple(
        each.content.who for each in view.all(OtherAuthority) if honour in each.content.honours
    )
    if rule is None:
        reason = "Các văn bản đã đọc không nêu thẩm quyền quyết định."
        return AuthorityAnswer(None, None, reason, others)
    return AuthorityAnswer(rule.content.level, rule.citation, rule.unconfirmed, others)


def _authority(
    law: Corpus, honour: str, as_of: dt.date, received: dt.date | None, province: str
) -> AuthorityAnswer:
    day, _ = law_day(law, Topic.AUTHORITY, honour=honour, as_of=as_of, received=received)
    return authority_of(law.on(day, province), honour)


def _prize(
    law: Corpus, honour: str, facts: Facts, as_of: dt.date, received: dt.date | None
) -> PrizeAnswer:
    day, _ = law_day(law, Topic.PRIZE, honour=honour, as_of=as_of, received=received)
    return prize_answer(honour, facts.recipient, law=law.on(day), salary_day=law.on(as_of))


def _notes(held: Applied | None, verdict: Verdict) -> tuple[str, ...]:
    if held is None:
        return ()
    notes = [f"{held.text} ({held.citation})."]
    if held.favourable and verdict is not Verdict.MET:
        notes.append(
            "Nếu quy định mới có lợi hơn thì được áp dụng quy định mới; nội dung quy định mới cần"
            " xác minh."
        )
    return tuple(notes)
