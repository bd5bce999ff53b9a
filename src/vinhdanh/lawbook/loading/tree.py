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
    from collections.abc import Callable

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVE: Any = yaml.SafeLoader("")
_INT = "tag:yaml.org,2002:int"
_READ = {
    tag: yaml.SafeLoader.yaml_constructors[tag]
    for tag in (
        "tag:yaml.org,2002:null",
        "tag:yaml.org,2002:bool",
        _INT,
        "tag:yaml.org,2002:float",
        "tag:yaml.org,2002:timestamp",
    )
}
_LOOKS: dict[str, list[tuple[str, re.Pattern[str]]]] = {
    first: [(tag, pattern) for tag, pattern in looks if tag in _READ]
    for first, looks in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
"""First letter of a plain word → what it may be instead of text, and how that looks."""
_SCALAR: Any = yaml.ScalarEvent
_MAPPING: Any = yaml.MappingStartEvent
_MAPPING_END: Any = yaml.MappingEndEvent
_SEQUENCE_END: Any = yaml.SequenceEndEvent
_DECIMAL = re.compile(r"-?(0|[1-9][0-9_]*)")


class Mapping(dict[str, Any]):
    """A mapping of the file, with the line of each key."""

    __slots__ = ("file", "line", "lines")

    def __init__(self, file: str, line: int) -> None:
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
    take = _LOADER(text).get_event  # `yaml.parse` says the same, but asks twice for each
    try:
        return _document(take, file)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _not_yaml(error.problem, file, line) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise _not_yaml(error.reason, file, line) from error


def _not_yaml(problem: str | None, file: str, line: int) -> CorpusError:
    fix = "look at the indentation, quotes and colons of this line."
    return CorpusError(f"this is not YAML ({problem}).", file=file, line=line, key="", fix=fix)


def _document(take: Callable[[], Any], file: str) -> Any:
    take()  # the stream begins
    if not isinstance(take(), yaml.DocumentStartEvent):
        return None
    found = _value(take(), take, file, "")
    take()  # the document ends
    if not isinstance(second := take(), yaml.StreamEndEvent):
        raise _refused(second, file, "", "a second document begins.", "write one file for each.")
    return found


def _value(event: Any, take: Callable[[], Any], file: str, key: str) -> Any:
    if event.anchor or event.tag:
        raise _marked(event, file, key)
    kind = type(event)
    if kind is _SCALAR:
        text: str = event.value
        if event.implicit[0]:
            for tag, pattern in _LOOKS.get(text[:1], ()):
                if pattern.match(text):
                    return _special(event, tag, file, key)
        return text
    if kind is _MAPPING:
        return _mapping(event, take, file)
    items = []
    while type(inner := take()) is not _SEQUENCE_END:
        items.append(_value(inner, take, file, key))
    return items


def _mapping(event: Any, take: Callable[[], Any], file: str) -> Mapping:
    found = Mapping(file, event.start_mark.line + 1)
    lines = found.lines
    while type(inner := take()) is _SCALAR:
        key = inner.value
        twice = key in lines
        lines[key] = inner.start_mark.line + 1
        if twice:
            raise found.error(key, "this key stands twice in one mapping.", "keep one of them.")
        found[key] = _value(take(), take, file, key)
    if type(inner) is not _MAPPING_END:
        raise _refused(inner, file, "", "a key is one word.", "write `key: value`.")
    return found


def _special(event: Any, tag: str, file: str, key: str) -> Any:
    """Return a plain word that is no text: nothing, a truth value, a number or a day."""
    text: str = event.value
    if tag == _INT and not _DECIMAL.fullmatch(text):
        fix = "write it plainly, or in quotes."
        raise _refused(event, file, key, f"{text} would be read as another number.", fix)
    try:
        return _read(tag, text)
    except ValueError as error:
        fix = "write a day of the calendar."
        raise _refused(event, file, key, f"{text} is no day.", fix) from error


@cache
def _read(tag: str, text: str) -> Any:
    return _READ[tag](_RESOLVE, yaml.ScalarNode(tag, text))


def _marked(event: Any, file: str, key: str) -> CorpusError:
    if event.anchor:
        fix = "write the value out."
        return _refused(event, file, key, "anchors and aliases are not read.", fix)
    return _refused(event, file, key, f"the tag {event.tag!r} is not read.", "take it out.")


def _refused(event: Any, file: str, key: str, message: str, fix: str) -> CorpusError:
    return CorpusError(message, file=file, line=event.start_mark.line + 1, key=key, fix=fix)
