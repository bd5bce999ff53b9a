"""Names in facts that some text of the corpus must know; a slip would change the verdict."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from vinhdanh.lawbook.errors import FactsError
from vinhdanh.lawbook.facts.model import Collective, Facts, Household, Individual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.lawbook.library import Corpus
    from vinhdanh.lawbook.names import Names


PART = re.compile(r"doi-tuong|quy-dinh|tieu-chuan|khoan-\w+")
"""What an assessment calls the parts of an honour that no condition of the corpus names."""


def refuse_unknown_names(facts: Facts, corpus: Corpus) -> None:
    """Raise FactsError for the first slug or condition id no version of the law knows."""
    names = corpus.names
    for what, known, named in (
        ("danh hiệu, hình thức khen thưởng", names.honours, _honours(facts)),
        ("loại hình khen thưởng", names.commendation_kinds, _kinds(facts)),
        ("trường hợp không xét", names.violations, _violations(facts)),
        ("điều kiện", names.conditions, _conditions(facts)),
    ):
        for path, name in named:
            if name not in known and not _is_part(what, name, names):
                raise FactsError(
                    f"Mục “{path}”: không có {what} nào là “{name}”; hãy sửa theo tên trong kho"
                    " quy định."
                )
    _refuse_doubles(facts, names.yearly)


def _is_part(what: str, name: str, names: Names) -> bool:
    """Tell whether a condition's name was made for a part, such as one of two standards."""
    whole, _, part = name.rpartition("/")
    return what == "điều kiện" and (
        (whole in names.conditions and part.partition(".")[0] in names.honours)
        or (whole in names.honours and bool(PART.fullmatch(part)))
    )


def _honours(facts: Facts) -> Iterator[tuple[str, str]]:
    for at, held in enumerate(facts.honours or ()):
        yield f"honours[{at}].honour", held.honour
    if isinstance(facts, Collective):
        for slug in facts.member_titles or {}:
            yield "member_titles", slug
    if isinstance(facts, Individual):
        for at, one in enumerate(facts.initiatives or ()):
            if isinstance(one.used_for, str):
                yield f"initiatives[{at}].used_for", one.used_for


def _kinds(facts: Facts) -> Iterator[tuple[str, str]]:
    for at, held in enumerate(facts.honours or ()):
        if held.kind is not None:
            yield f"honours[{at}].kind", held.kind


def _violations(facts: Facts) -> Iterator[tuple[str, str]]:
    if isinstance(facts, Household):
        for at, slug in enumerate(facts.violations or ()):
            yield f"violations[{at}]", slug


def _conditions(facts: Facts) -> Iterator[tuple[str, str]]:
    for path in ("attestations", "confirmations"):
        for name in getattr(facts, path):
            yield path, name


def _refuse_doubles(facts: Facts, yearly: frozenset[str]) -> None:
    """Refuse a yearly honour told twice for one year: it would count as two times."""
    held = Counter((each.honour, each.year) for each in facts.honours or ())
    for (slug, year), times in held.items():
        if times > 1 and slug in yearly:
            raise FactsError(f"Mục “honours” ghi “{slug}” năm {year} hai lần: hãy giữ một.")
