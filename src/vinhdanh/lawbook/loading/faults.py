"""Faults that only the whole corpus shows, and the lines where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.errors import CorpusError
from vinhdanh.lawbook.loading.tree import Mapping

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vinhdanh.lawbook.rules import Rule


class FaultError(CorpusError):
    """A fault known by its key, whose line is looked up once where the files are at hand."""

    def __init__(
        self,
        message: str,
        *,
        file: str,
        fix: str,
        key: str,
        line: int = 0,
        value: Any = None,
        within: str = "",
    ) -> None:
        super().__init__(message, file=file, line=line, key=key, fix=fix)
        self.message, self.value, self.within = message, value, within

    def placed(self, root: Any) -> CorpusError:
        """Return the error with the line and key it has in the content of its file."""
        key, line = _place(self, root)
        return CorpusError(self.message, file=self.file, line=line, key=key, fix=self.fix)


def error(
    rule: Rule[Any], key: str, message: str, fix: str, *, value: Any = None, within: str = ""
) -> FaultError:
    """Return the error to raise about a rule.

    Args:
        rule: the rule.
        key: the key at fault, at whatever depth.
        message: what is wrong.
        fix: what to do.
        value: what the key holds, where several keys are called so.
        within: the id of the condition that holds the key.
    """
    return FaultError(
        message, file=rule.file, line=rule.line, key=key, fix=fix, value=value, within=within
    )


def _place(fault: FaultError, root: Any) -> tuple[str, int]:
    every = list(_mappings(root))
    start = next((each for each in every if each.line == fault.line), None)
    inside = list(_mappings(start)) if start is not None else every
    named = [each for each in inside if fault.within and _last(each.get("id")) == fault.within]
    holders = list(_mappings(named[-1])) if named else inside
    exact = [each for each in holders if fault.key in each and _holds(each[fault.key], fault.value)]
    if exact:
        return fault.key, exact[-1].lines[fault.key]
    short = _keys_of(holders, fault.value) if fault.value is not None else []
    first = named[-1].line if named else fault.line
    return short[-1] if short else (fault.key, max(first, 1))


def _keys_of(holders: Iterable[Mapping], value: Any) -> list[tuple[str, int]]:
    """Return the keys that hold a value, for operators written short."""
    return [
        (key, each.lines[key])
        for each in holders
        for key, found in each.items()
        if _holds(found, value)
    ]


def _holds(found: Any, value: Any) -> bool:
    return value is None or found == value or (isinstance(found, list) and value in found)


def _last(value: Any) -> str:
    return str(value).rsplit("/", 1)[-1]


def _mappings(value: Any) -> Iterator[Mapping]:
    """Yield a mapping and all inside it, the outer before the inner."""
    if isinstance(value, Mapping):
        yield value
    inner = value.values() if isinstance(value, Mapping) else value
    if isinstance(value, Mapping | list):
        for each in inner:
            yield from _mappings(each)
