"""May this recipient be given this honour on that day, under which text, and why?"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from vinhdanh.lawbook.assessment import Assessment, AuthorityAnswer, PrizeAnswer
from vinhdanh.lawbook.enums import Verdict
from vinhdanh.lawbook.errors import FactsError
from vinhdanh.lawbook.facts.checks import check_facts
from vinhdanh.lawbook.facts.timing import until_day
from vinhdanh.lawbook.findings import Finding, put_to_person, together
from vinhdanh.lawbook.judging import judge
from vinhdanh.lawbook.known import refuse_unknown_names
from vinhdanh.lawbook.library import refuse_moment
from vinhdanh.lawbook.loading.load import default_corpus
from vinhdanh.lawbook.lookups import authority_of, honour_rule
from vinhdanh.lawbook.money import prize_answer
from vinhdanh.lawbook.operators.base import Case, year_judged
from vinhdanh.lawbook.reasons import reason_for
from vinhdanh.lawbook.rules.procedure import Topic
from vinhdanh.lawbook.transitions import held_back, law_day

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.lawbook.facts.model import Facts
    from vinhdanh.lawbook.library import Corpus, View
    from vinhdanh.lawbook.rules import Honour, Rule

MORE_FAVOURABLE = (
    "Nếu quy định mới có lợi hơn thì được áp dụng quy định mới; nội dung quy định mới cần xác minh."
)


class _Asked(TypedDict):
    """What decides which text a part of the file follows."""

    honour: str
    as_of: dt.date
    received: dt.date | None
    province: str


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
        FactsError: the facts are impossible, or name what no text knows, or a recipient who cannot
            be given this honour, or the file was received after the decision.
    """
    asked = _Question(corpus or default_corpus(), honour, as_of, received, province)
    view = asked.law_of(Topic.STANDARD)
    rule = honour_rule(view, honour)
    _refuse_recipient(rule.content, facts)
    check_facts(facts, as_of=as_of)
    refuse_unknown_names(facts, asked.corpus)
    known, left_out = until_day(facts, as_of)
    case = Case(known, as_of, year_judged(known, as_of))
    unread = _law_itself(rule, case, view)
    findings = (*unread, *judge(rule.content, case, view))
    verdict = together(unread)
    if verdict is Verdict.MET:  # an earlier text cannot refuse for one that nobody read
        verdict = together(findings)
    return Assessment(
        honour=honour,
        name=rule.content.name,
        verdict=verdict,
        reason=reason_for(verdict, findings),
        regime=asked.corpus.regime(view.day).id,
        as_of=as_of,
        law_day=view.day,
        received=received,
        province=province,
        year=case.year,
        conditions=findings,
        authority=asked.authority(),
        prize=asked.prize(facts),
        facts=facts,
        notes=(*asked.notes(verdict), *left_out),
    )


class _Question:
    """What is asked, and the text that answers each part of it."""

    def __init__(
        self,
        corpus: Corpus,
        honour: str,
        as_of: dt.date,
        received: dt.date | None,
        province: str,
    ) -> None:
        refuse_moment(as_of)
        if received is not None:
            refuse_moment(received)
        if received is not None and received > as_of:
            raise FactsError(
                f"Ngày nhận hồ sơ {received:%d/%m/%Y} sau ngày quyết định {as_of:%d/%m/%Y}:"
                " hãy sửa một trong hai ngày."
            )
        self.corpus, self.honour, self.as_of = corpus, honour, as_of
        self.province, self.today = province, corpus.on(as_of, province)
        self._asked: _Asked = {
            "honour": honour,
            "as_of": as_of,
            "received": received,
            "province": province,
        }

    def law_of(self, topic: Topic) -> View:
        """Return the law one part follows."""
        day, _ = law_day(self.corpus, topic, **self._asked)
        return self.today if day == self.as_of else self.corpus.on(day, self.province)

    def authority(self) -> AuthorityAnswer:
        """Return who decides."""
        return authority_of(self.law_of(Topic.AUTHORITY), self.honour)

    def prize(self, facts: Facts) -> PrizeAnswer:
        """Return what it pays; the base salary is always that of the day of the decision."""
        law = self.law_of(Topic.PRIZE)
        return prize_answer(self.honour, facts.recipient, law=law, salary_day=self.today)

    def notes(self, verdict: Verdict) -> tuple[str, ...]:
        """Return why parts of the file follow an earlier text, each change once."""
        held = held_back(self.corpus, **self._asked)
        notes = [f"{each.text} ({each.citation})." for each in held]
        if verdict is not Verdict.MET and any(each.favourable for each in held):
            notes.append(MORE_FAVOURABLE)
        return tuple(notes)


def _refuse_recipient(honour: Honour, facts: Facts) -> None:
    if facts.recipient not in honour.recipients:
        words = ", ".join(each.words for each in honour.recipients)
        raise FactsError(
            f"“{honour.name}” chỉ tặng cho {words}, không tặng cho {facts.recipient.words}:"
            " hãy chọn danh hiệu, hình thức khác hoặc sửa mục recipient."
        )


def _law_itself(rule: Rule[Honour], case: Case, view: View) -> tuple[Finding, ...]:
    """Return a finding that asks a person where the text in force was not read."""
    if not rule.unconfirmed:
        return ()
    return (
        put_to_person(
            f"{rule.content.slug}/quy-dinh",
            f"Tiêu chuẩn theo văn bản có hiệu lực ngày {view.day:%d/%m/%Y}",
            rule.citation,
            why=rule.unconfirmed,
            case=case,
        ),
    )
