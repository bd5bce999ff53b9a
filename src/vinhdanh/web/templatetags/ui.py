"""Small marks of the interface: icons, state pills, deadlines and measured bars.

Plain tags and not components, because tables draw them once per row.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from django.contrib.messages.storage.base import Message
    from django.forms import BoundField

register = template.Library()

ICONS = Path(__file__).resolve().parent.parent / "icons"
STATE_ICONS = {
    "neutral": "circle",
    "waiting": "hourglass",
    "good": "circle-check",
    "care": "triangle-alert",
    "stop": "octagon-alert",
    "info": "info",
}
MESSAGE_KINDS = {"success": "good", "warning": "care", "error": "stop"}
SOON = 5
"""From this many days before its date a deadline asks for care."""


class UnknownMarkError(template.TemplateSyntaxError):
    """A template names an icon or a state that does not exist."""


@cache
def drawing(name: str) -> str:
    """Return the inside of an icon file."""
    path = ICONS / f"{name}.svg"
    if not path.is_file():
        raise UnknownMarkError(f"No icon {name!r} in {ICONS}")
    inside = re.search(r"<svg[^>]*>(.*)</svg>", path.read_text(encoding="utf-8"), re.DOTALL)
    if inside is None:
        raise UnknownMarkError(f"{path} is no drawing")
    return re.sub(r"\s*\n\s*", "", inside[1]).replace(" />", "/>")


@register.simple_tag
@cache
def icon(name: str, size: int = 20) -> SafeString:
    """Draw an icon; it is ornament, the word beside it says the same."""
    return mark_safe(  # noqa: S308 - our own files
        f'<svg class="icon" width="{size}" height="{size}" viewBox="0 0 24 24" fill="none"'
        ' stroke="currentColor" stroke-width="1.75" stroke-linecap="round"'
        f' stroke-linejoin="round" aria-hidden="true" focusable="false">{drawing(name)}</svg>'
    )


@register.filter
def state_icon(state: str) -> str:
    """Return the icon that belongs to a state."""
    if state not in STATE_ICONS:
        raise UnknownMarkError(f"No state {state!r}: {', '.join(STATE_ICONS)}")
    return STATE_ICONS[state]


@register.simple_tag
def pill(state: str, word: str) -> SafeString:
    """Draw a state: its icon and its word."""
    return format_html(
        '<span class="pill pill-{}">{}{}</span>', state, icon(state_icon(state), 16), word
    )


def clock_state(days: int) -> str:
    """Return how much a deadline that many days ahead asks for."""
    if days < 0:
        return "stop"
    return "care" if days <= SOON else "neutral"


def clock_words(days: int, unit: str = "ngày") -> str:
    """Return a deadline in words: quá hạn 3 ngày, hạn hôm nay, còn 4 ngày."""
    if days < 0:
        return f"quá hạn {-days} {unit}"
    return f"còn {days} {unit}" if days else "hạn hôm nay"


@register.simple_tag
def clock(days: int | str, on: str = "", unit: str = "ngày", words: str = "") -> SafeString:
    """Draw a deadline: the words, and the date they mean."""
    left = int(days)
    state = clock_state(left)
    mark = {"stop": "octagon-alert", "care": "clock", "neutral": "calendar"}[state]
    date = format_html('<span class="clock-date">{}</span>', on) if on else ""
    return format_html(
        '<span class="clock clock-{}">{}<span>{}</span>{}</span>',
        state,
        icon(mark, 16),
        words or clock_words(left, unit),
        date,
    )


@register.simple_tag
def measure(done: int | str, total: int | str, sentence: str = "") -> SafeString:
    """Draw a measured bar with its sentence; nothing to measure is said, not drawn as done."""
    done, total = int(done), int(total)
    words = sentence or (f"{done}/{total}" if total else "Chưa có gì để đo")
    full = " is-full" if total and done >= total else ""
    return format_html(
        '<span class="measure{}"><progress value="{}" max="{}" aria-label="{}"></progress>'
        '<span class="measure-words">{}</span></span>',
        full,
        min(done, total),
        total or 1,
        words,
        words,
    )


@register.filter
def message_kind(message: Message) -> str:
    """Return the notice kind of a flash message."""
    return MESSAGE_KINDS.get(message.level_tag or "", "info")


@register.filter
def initials(name: str) -> str:
    """Return the letter a Vietnamese person is called by: the last name of the full name."""
    parts = name.split()
    return parts[-1][0].upper() if parts else "?"


@register.filter
def is_group(field: BoundField) -> bool:
    """Return whether a field is a set of choices that needs a legend instead of a label."""
    return bool(field.field.widget.use_fieldset)


@register.filter
def is_tick(field: BoundField) -> bool:
    """Return whether a field is one box to tick, whose label stands beside it."""
    return field.widget_type in {"checkbox", "nullboolean"} and not is_group(field)


@register.filter
def is_file(field: BoundField) -> bool:
    """Return whether a field is a file, whose control would else speak the browser's language."""
    return bool(field.field.widget.needs_multipart_form)


@register.filter
def is_optional(field: BoundField) -> bool:
    """Return whether a field may stay empty for good, and not only until something is signed."""
    return not field.field.required and not getattr(field.field, "needed_later", False)


@register.simple_tag
def control(field: BoundField, help_text: str = "") -> SafeString:
    """Draw a field's control, tied to its help and its errors for those who listen."""
    described = []
    if help_text or field.help_text:
        described.append(f"{field.auto_id}_helptext")
    if field.errors:
        described.append(f"{field.auto_id}_error")
    attrs: dict[str, str | bool] = {"aria-describedby": " ".join(described)} if described else {}
    if field.errors and not is_group(field):
        attrs["aria-invalid"] = "true"
    return field.as_widget(attrs=attrs)
