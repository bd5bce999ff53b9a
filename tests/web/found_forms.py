"""Every form that somebody's pages show, found by following their links."""

from __future__ import annotations

import re
from collections import Counter, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urljoin, urlsplit

from django.urls import Resolver404, resolve
from lxml import html  # type: ignore[import-untyped]
from tests.scenarios.mirror import FAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.test import Client

NOBODYS = ("/quy-dinh/", "/gallery/")
"""Pages that hold nothing of any commune."""
EACH = 2
"""So many pages of one address are read: their states differ."""
OWN = re.compile(rf"\d{{{len(str(FAR))},9}}")
SENTENCE = "Thử một câu"
TYPED = {
    "full_name": "Lê Văn Thử", "head_name": "Lê Văn Thử", "period": "năm 2024", "year": "2024",
    "symbol": "UBND-VP", "number": "99",
    "amount": "1000", "order": "9", "percent": "50", "limit": "1",
}  # fmt: skip
"""What is typed where nothing stands; everything else takes a day or a sentence."""


@dataclass(frozen=True, slots=True)
class FoundForm:
    """A form as it would be sent, and where."""

    page: str
    action: str
    method: str
    sent: tuple[tuple[str, str], ...]
    """Names and values, as a browser would send them once the empty ones are filled in."""
    offered: tuple[tuple[str, str], ...]
    """Names with every value that names something of the own commune."""

    @property
    def kind(self) -> tuple[object, ...]:
        """Equal for forms that differ only in what they are about."""
        words = {(name, value) for name, value in self.sent if not OWN.search(value)}
        steps = {(name, value) for name, value in words if name in {"step", "kind", "name"}}
        names = {OWN.sub("#", name) for name, _ in (*self.sent, *self.offered)}
        return (_route(self.action), self.method, frozenset(names), frozenset(steps))

    @property
    def is_typed(self) -> bool:
        """Tell whether something is written in it by hand, a name or a sentence."""
        return any(value in TYPED.values() or value == SENTENCE for _, value in self.sent)

    def with_foreign(self) -> Iterator[tuple[str, dict[str, list[str]]]]:
        """Yield what is tried: one name after the other with what the other commune has."""
        for name in dict.fromkeys(OWN.sub("#", name) for name, _ in self.offered):
            own, value = next(each for each in self.offered if OWN.sub("#", each[0]) == name)
            rest = [each for each in self.sent if OWN.sub("#", each[0]) != name]
            yield name, joined(rest, [(foreign(own), foreign(value))])


def foreign(text: str) -> str:
    """Return text with every own key turned into that of its twin in the other commune."""
    return OWN.sub(lambda found: str(int(found[0]) - FAR), text)


def walk(client: Client, start: list[str]) -> tuple[list[FoundForm], dict[str, str]]:
    """Return the forms that are unlike, and the first page of each address with its text."""
    waiting, seen, read = deque(start), set(start), Counter[str]()
    forms: dict[tuple[object, ...], FoundForm] = {}
    texts: dict[str, str] = {}
    while waiting:
        url = waiting.popleft()
        route = _route(url)
        if read[route] >= EACH:
            continue
        response = client.get(url)
        read[route] += 1
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            response.getvalue()  # a list that streams is closed where it ends
            read[route] = EACH
            continue
        text = texts[url] = response.content.decode()
        if not text.strip():
            continue
        page = html.fromstring(text)
        for found in _forms(page, url):
            forms.setdefault(found.kind, found)
        for link in (urljoin(url, each) for each in page.xpath("//a/@href")):
            known = urlsplit(link)._replace(fragment="").geturl()
            if known not in seen and _route(known) and not known.startswith(NOBODYS):
                seen.add(known)
                waiting.append(known)
    return list(forms.values()), texts


def _route(url: str) -> str:
    """Return the name of an address with its words, and the names of what is asked with it."""
    parts = urlsplit(url)
    try:
        found = resolve(parts.path)
    except Resolver404:
        return ""
    words = [each for each in found.kwargs.values() if isinstance(each, str)]
    asked = sorted(key for key, _ in parse_qsl(parts.query))
    return " ".join((found.url_name or "", *words, *asked))


def _forms(page: Any, url: str) -> Iterator[FoundForm]:
    for form in page.xpath("//form"):
        fields = form.xpath(".//*[@name and not(@form)]")
        if form.get("id"):
            fields += page.xpath(f"//*[@name and @form='{form.get('id')}']")
        sent: list[tuple[str, str]] = []
        offered: list[tuple[str, str]] = []
        for field in fields:
            values = _values(field)
            offered += [(field.get("name"), each) for each in values if OWN.search(each)]
            offered += [(field.get("name"), each) for each in values[:1]
                        if OWN.search(field.get("name"))]  # fmt: skip
            sent += _sent(field, values, {name for name, _ in sent})
        action = urljoin(url, form.get("action") or url)
        yield FoundForm(url, action, form.get("method", "get"), tuple(sent), tuple(offered))


def _values(field: Any) -> list[str]:
    if field.tag == "select":
        return [each.get("value", "") for each in field.xpath(".//option")]
    return [field.text or "" if field.tag == "textarea" else field.get("value") or ""]


def _sent(field: Any, values: list[str], there: set[str]) -> list[tuple[str, str]]:
    """Return what a field adds; of boxes and buttons of one name, the first or the ticked one."""
    name, kind = field.get("name"), field.get("type", "")
    if kind == "file" or (kind in {"radio", "submit"} and name in there):
        return []
    if kind == "checkbox":
        is_sent = field.get("checked") is not None or OWN.search(values[0])
        return [(name, values[0] or "on")] if is_sent or name.startswith("is_sure") else []
    is_left = bool(field.xpath("ancestor::div[contains(@class, 'field')][1]//*[@class='optional']"))
    if field.tag == "select":
        chosen = field.xpath(".//option[@selected]/@value") or values[:1]
        return [(name, chosen[0] if is_left or chosen[0] else next(filter(None, values), ""))]
    return [(name, values[0].strip() or ("" if is_left else _typed(field, name)))]


def _typed(field: Any, name: str) -> str:
    if name == "on" or name.endswith(("_on", "_date", "since")):
        return "24/06/2024"
    is_number = "numeric" in {field.get("inputmode"), field.get("type")} or field.get("min")
    return "1" if is_number else TYPED.get(name, SENTENCE)


def joined(*parts: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the values of each name."""
    found: dict[str, list[str]] = {}
    for name, value in (pair for part in parts for pair in part):
        found.setdefault(name, []).append(value)
    return found
