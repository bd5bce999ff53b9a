"""Millimetres on a page: as many decimals as they have, with a comma."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def millimetres(value: float) -> str:
    """Return 84,5 for 84.5 and 297 for 297.0."""
    return f"{value:.1f}".rstrip("0").rstrip(".").replace(".", ",")


@register.filter
def plain(value: float) -> str:
    """Return a number as scripts and drawings read it: 84.5."""
    return f"{value:g}"
