"""YAML read into plain dicts and lists that remember their file and lines.

Duplicate keys are refused here: PyYAML would keep the last one silently.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from vinhdanh.lawbook.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVE: Any = yaml.SafeLoader("")
_TAGS = {
    tag: yaml.SafeLoader.yaml_constructors[tag]
    for tag in (
        "tag:yaml.org,2002:null",
        "tag:yaml.org,2002:bool",
        "tag:yaml.org,2002:int",
        "tag:yaml.org,2002:float",
        "tag:yaml.org,2002:timestamp",
    )
}


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
    """Return the content of one YAML file.

    Raises:
        CorpusError: the text is no YAML, or a mapping names a key twice.
    """
    try:
        events = iter(yaml.parse(text, Loader=_LOADER))
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                return _value(next(events), events, file)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CorpusError(
            f"this is not YAML ({error.problem}).",
            file=file,
            line=line,
            key="",
            fix="look at the indentation, quotes and colons of this line.",
        ) from error
    return None


def _value(event: Any, events: Iterator[Any], file: str) -> Any:
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event)
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not isinstance(inner := next(events), yaml.SequenceEndEvent):
            items.append(_value(inner, events, file))
        return items
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(event, events, file)
    raise CorpusError(
        "anchors and aliases are not read.",
        file=file,
        line=event.start_mark.line + 1,
        key="",
        fix="write the value out.",
    )


def _mapping(event: Any, events: Iterator[Any], file: str) -> Mapping:
    found = Mapping(file, event.start_mark.line + 1)
    while not isinstance(inner := next(events), yaml.MappingEndEvent):
        key = str(inner.value)
        if key in found:
            found.lines[key] = inner.start_mark.line + 1
            raise found.error(key, "this key stands twice in one mapping.", "keep one of them.")
        found.lines[key] = inner.start_mark.line + 1
        found[key] = _value(next(events), events, file)
    return found


def _scalar(event: Any) -> Any:
    if not event.implicit[0]:
        return event.value
    tag = _RESOLVE.resolve(yaml.ScalarNode, event.value, (True, False))
    if (construct := _TAGS.get(tag)) is None:
        return event.value
    return construct(_RESOLVE, yaml.ScalarNode(tag, event.value))
