"""YAML read into plain dicts and lists that remember their file and lines.

What PyYAML would take silently and the law cannot bear is refused here: a key named twice, anchors,
tags, a second document, octal numbers.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

from vinhdanh.lawbook.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVE: Any = yaml.SafeLoader("")
_INT = "tag:yaml.org,2002:int"
_TAGS = {
    tag: yaml.SafeLoader.yaml_constructors[tag]
    for tag in (
        "tag:yaml.org,2002:null",
        "tag:yaml.org,2002:bool",
        _INT,
        "tag:yaml.org,2002:float",
        "tag:yaml.org,2002:timestamp",
    )
}
_DECIMAL = re.compile(r"-?(0|[1-9][0-9_]*)")


class Mapping(dict[str, Any]):
    """A mapping of the file, with the line of each key."""

    __slots__ = ("file", "line", "lines")

    def __init__(self, file: str, line: int) -> None:
        super().__init__()
        self.file, self.line = file, line
        self.lines: dict[str, int] = {}

    def error(self, key: str, message: str, fix: str) -> CorpusError:
        """Return the error to raise about one key."""
        line = self.lines.get(key, self.line)
        return CorpusError(message, file=self.file, line=line, key=key, fix=fix)


def read_tree(text: str, *, file: str) -> Any:
    """Return the content of one YAML file, None where it is empty.

    Raises:
        CorpusError: the text is no YAML, or holds what is not read here.
    """
    try:
        return _document(_events(text), file)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _not_yaml(error.problem, file, line) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise _not_yaml(error.reason, file, line) from error


def _events(text: str) -> Iterator[Any]:
    """Return the events of a text; `yaml.parse` says the same, but asks twice for each."""
    loader = _LOADER(text)
    return iter(loader.get_event, None)


def _not_yaml(problem: str | None, file: str, line: int) -> CorpusError:
    fix = "look at the indentation, quotes and colons of this line."
    return CorpusError(f"this is not YAML ({problem}).", file=file, line=line, key="", fix=fix)


def _document(events: Iterator[Any], file: str) -> Any:
    starts = (each for each in events if isinstance(each, yaml.DocumentStartEvent))
    if next(starts, None) is None:
        return None
    found = _value(next(events), events, file, "")
    if (second := next(starts, None)) is not None:
        raise _refused(second, file, "", "a second document begins.", "write one file for each.")
    return found


def _value(event: Any, events: Iterator[Any], file: str, key: str) -> Any:
    if event.anchor:
        raise _refused(
            event, file, key, "anchors and aliases are not read.", "write the value out."
        )
    if event.tag:
        raise _refused(event, file, key, f"the tag {event.tag!r} is not read.", "take it out.")
    kind = type(event)
    if kind is yaml.ScalarEvent:
        return _scalar(event, file, key) if event.implicit[0] else event.value
    if kind is yaml.MappingStartEvent:
        return _mapping(event, events, file)
    items = []
    while type(inner := next(events)) is not yaml.SequenceEndEvent:
        items.append(_value(inner, events, file, key))
    return items


def _mapping(event: Any, events: Iterator[Any], file: str) -> Mapping:
    found = Mapping(file, _line(event))
    lines = found.lines
    while type(inner := next(events)) is not yaml.MappingEndEvent:
        if type(inner) is not yaml.ScalarEvent:
            raise _refused(inner, file, "", "a key is one word.", "write `key: value`.")
        key = inner.value
        twice = key in lines
        lines[key] = _line(inner)
        if twice:
            raise found.error(key, "this key stands twice in one mapping.", "keep one of them.")
        found[key] = _value(next(events), events, file, key)
    return found


def _scalar(event: Any, file: str, key: str) -> Any:
    text: str = event.value
    tag = _tag(text)
    if tag not in _TAGS:
        return text
    if tag == _INT and not _DECIMAL.fullmatch(text):
        fix = "write it plainly, or in quotes."
        raise _refused(event, file, key, f"{text} would be read as another number.", fix)
    try:
        return _TAGS[tag](_RESOLVE, yaml.ScalarNode(tag, text))
    except ValueError as error:
        fix = "write a day of the calendar."
        raise _refused(event, file, key, f"{text} is no day.", fix) from error


@cache
def _tag(text: str) -> str:
    return str(_RESOLVE.resolve(yaml.ScalarNode, text, (True, False)))


def _refused(event: Any, file: str, key: str, message: str, fix: str) -> CorpusError:
    return CorpusError(message, file=file, line=_line(event), key=key, fix=fix)


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
