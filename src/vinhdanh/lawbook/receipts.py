"""Receipts: an assessment with all it rests on, which gives the same bytes whenever re-run."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.assess import assess
from vinhdanh.lawbook.errors import FactsError, LawbookError
from vinhdanh.lawbook.facts.reading import read_facts
from vinhdanh.lawbook.facts.writing import write_facts
from vinhdanh.lawbook.library import VERSION
from vinhdanh.lawbook.loading.load import default_corpus
from vinhdanh.lawbook.rules.procedure import Topic
from vinhdanh.lawbook.transitions import held_back, law_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vinhdanh.lawbook.assessment import Assessment
    from vinhdanh.lawbook.citations import Citation
    from vinhdanh.lawbook.facts.model import Facts
    from vinhdanh.lawbook.findings import Finding
    from vinhdanh.lawbook.library import Corpus

ASKED = (Topic.STANDARD, Topic.AUTHORITY, Topic.PRIZE)


class ReceiptError(ValueError):
    """The receipt cannot be re-run; the message is one Vietnamese sentence."""


class CorpusChangedError(ReceiptError):
    """The law or the evaluator is no longer the one the receipt was made with."""


def receipt(
    assessment: Assessment, facts: Facts | None = None, *, corpus: Corpus | None = None
) -> dict[str, Any]:
    """Return what was asked, what was answered, and by which law and evaluator.

    Args:
        assessment: the answer of `assess`.
        facts: the facts it was given, for whoever wants to be sure that these are the ones.
        corpus: the corpus it was given, where it was not the one that ships.

    Raises:
        ReceiptError: the facts are not those of the assessment.
    """
    if facts is not None and facts != assessment.facts:
        raise ReceiptError("Số liệu không phải số liệu đã đánh giá: hãy đánh giá lại hồ sơ.")
    law = corpus or default_corpus()
    return {
        "evaluator": VERSION,
        "corpus": law.digest,
        "inputs": {
            "honour": assessment.honour,
            "as_of": assessment.as_of.isoformat(),
            "received": assessment.received.isoformat() if assessment.received else None,
            "province": assessment.province or None,
            "facts": write_facts(assessment.facts),
        },
        "articles": sorted(_articles(assessment, law)),
        "verdict": assessment.verdict.value,
        "trace": assessment.as_json(),
    }


def receipt_text(found: Mapping[str, Any]) -> str:
    """Return a receipt as JSON text with one spelling only: sorted keys, no spaces."""
    return json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def replay(found: Mapping[str, Any] | str, *, corpus: Corpus | None = None) -> str:
    """Assess the facts of a receipt again and return the receipt text that comes out.

    Raises:
        CorpusChangedError: law or evaluator differ, so another answer would prove nothing.
        ReceiptError: this is no receipt.
    """
    law = corpus or default_corpus()
    told = _decoded(found)
    asked = _asked(told)
    _check_same("Kho quy định", told.get("corpus"), law.digest)
    _check_same("Bộ đánh giá", told.get("evaluator"), VERSION)
    try:
        facts = read_facts(asked.facts, as_of=asked.as_of)
        again = assess(
            asked.honour,
            facts,
            as_of=asked.as_of,
            received=asked.received,
            province=asked.province,
            corpus=law,
        )
    except (FactsError, LawbookError) as error:
        raise ReceiptError(f"Không tính lại được phiếu đánh giá: {error}") from error
    return receipt_text(receipt(again, corpus=law))


@dataclass(frozen=True, slots=True)
class _Asked:
    honour: str
    as_of: dt.date
    received: dt.date | None
    province: str
    facts: Any


def _asked(told: Mapping[str, Any]) -> _Asked:
    try:
        inputs = told["inputs"]
        received = inputs["received"]
        return _Asked(
            honour=str(inputs["honour"]),
            as_of=dt.date.fromisoformat(inputs["as_of"]),
            received=dt.date.fromisoformat(received) if received else None,
            province=inputs["province"] or "",
            facts=inputs["facts"],
        )
    except (KeyError, TypeError, ValueError) as error:
        told_wrong = f"Phiếu đánh giá thiếu hoặc sai mục {error}: không tính lại được."
        raise ReceiptError(told_wrong) from error


def _decoded(found: Mapping[str, Any] | str) -> Mapping[str, Any]:
    if isinstance(found, str):
        try:
            found = json.loads(found)
        except (ValueError, RecursionError) as error:
            raise ReceiptError("Phiếu đánh giá không phải JSON.") from error
    if not isinstance(found, Mapping):
        raise ReceiptError("Phiếu đánh giá phải là một đối tượng JSON.")
    return found


def _check_same(name: str, then: object, now: str) -> None:
    if then != now:
        raise CorpusChangedError(
            f"{name} nay khác khi lập phiếu ({str(then)[:12]} thành {now[:12]}): kết quả cũ giữ"
            " nguyên trong phiếu; muốn có kết quả hiện nay thì đánh giá lại hồ sơ."
        )


def _articles(assessment: Assessment, law: Corpus) -> set[str]:
    """Return the ids of the articles cited, each in the version that was applied."""
    days = {assessment.as_of, assessment.law_day}
    cited = set(_citations(assessment.conditions))
    answers = (
        assessment.authority.citation,
        assessment.prize.citation,
        assessment.prize.salary_citation,
    )
    cited.update(each for each in answers if each)
    asked: Any = {
        "honour": assessment.honour,
        "as_of": assessment.as_of,
        "received": assessment.received,
        "province": assessment.province,
    }
    cited.update(each.citation for each in held_back(law, **asked))
    days.update(law_day(law, topic, **asked)[0] for topic in ASKED)
    wanted = {(each.instrument, each.article or "") for each in cited}
    return {
        each.id
        for each in law.articles
        if (each.instrument.number, each.number) in wanted
        and any(_stands(each.instrument.since, each.instrument.until, day) for day in days)
    }


def _stands(since: dt.date, until: dt.date | None, day: dt.date) -> bool:
    return since <= day and (until is None or day <= until)


def _citations(findings: Iterable[Finding]) -> Iterator[Citation]:
    for each in findings:
        yield each.citation
        yield from _citations(each.conditions)
