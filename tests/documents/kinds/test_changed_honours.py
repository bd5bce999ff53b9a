"""Decisions that take honours back or restore them: one named in the article, several in a list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from vinhdanh.documents import DocumentError, kind_named
from vinhdanh.documents.model import Paragraph, Row, Table

if TYPE_CHECKING:
    from vinhdanh.documents import OfficialDocument

LATER = pytest.mark.parametrize("slug", ["revocation_decision", "restoration_decision"])


def built(slug: str, **changes: Any) -> OfficialDocument:
    kind = kind_named(slug)
    return kind.build(replace(kind.example(), **changes))


def text(document: OfficialDocument) -> str:
    paragraphs = (each for each in document.blocks if isinstance(each, Paragraph))
    return " ".join(run.text for each in paragraphs for run in each.runs)


@LATER
@pytest.mark.parametrize("missing", ["honours", "bases"])
def test_a_decision_without_honour_or_base_is_refused(slug: str, missing: str) -> None:
    with pytest.raises(DocumentError):
        built(slug, **{missing: ()})


@LATER
def test_one_honour_without_money_stands_in_the_article(slug: str) -> None:
    one = replace(kind_named(slug).example().honours[0], prize=None, salutation="bà")
    document = built(slug, honours=(one,))
    assert document.appendices == ()
    assert f"việc tặng {one.honour} cho bà {one.name}, {one.place}, tại " in text(document)
    assert "tiền thưởng" not in text(document)


@LATER
def test_several_stand_in_a_list_that_ends_with_the_sum(slug: str) -> None:
    honours = kind_named(slug).example().honours[:1] * 2
    document = built(slug, honours=honours)
    assert "đối với 02 (hai) trường hợp (có Danh sách kèm theo) tại " in text(document)
    (table,) = document.appendices[0].blocks
    assert isinstance(table, Table)
    last, prize = table.rows[-1], honours[0].prize
    assert isinstance(last, Row)
    assert last.cells[-1] == f"{2 * prize:,}".replace(",", ".")
