"""The door: a file in, a draft of rows with findings out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.intake.lists.draft import ListDraft, ListFacts

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Mapping

    from vinhdanh.intake.lists.schema import ListSchema


def read_list(
    data: bytes,
    filename: str,
    *,
    schema: ListSchema,
    mapping: Mapping[str, str] | None = None,
    places: Collection[str] | None = None,
    as_of: dt.date | None = None,
) -> ListDraft:
    """Read a list (xlsx, docx, pdf), or raise UnreadableFileError with one Vietnamese sentence.

    `mapping` (heading -> key, NOT_USED to leave a column out) overrules what was recognised;
    `places` reads these sheets or tables instead of those that fit; on `as_of` nobody is older
    than 110 or not born yet.
    """
    del data, filename, schema, mapping, places, as_of
    return ListDraft((), (), {}, ListFacts(), "")
