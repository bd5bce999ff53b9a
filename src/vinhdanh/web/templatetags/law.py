"""Citations that lead to their article, and what must be verified, for the pages of the law."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from vinhdanh.kernel.text import initial_capital
from vinhdanh.lawbook.words import content_words, prize_words
from vinhdanh.web.law.links import citation_url
from vinhdanh.web.law.telling import honour_names
from vinhdanh.web.law_lines import PILLS
from vinhdanh.web.templatetags.ui import pill

if TYPE_CHECKING:
    from vinhdanh.lawbook import Citation, PrizeAnswer, Verdict
    from vinhdanh.lawbook.loading.instruments import Article
    from vinhdanh.lawbook.rules import Rule
    from vinhdanh.web.law.asked import Asked

register = template.Library()
NOTHING = SafeString("")


@register.simple_tag(takes_context=True)
def cite(context: dict[str, Any], citation: Citation | None) -> SafeString:
    """Draw a citation as a link to its article, for the day and the province of the page."""
    if citation is None:
        return NOTHING
    asked: Asked = context["asked"]
    url = citation_url(citation, asked.day)
    if not url:
        return format_html('<span class="small">{}</span>', citation)
    return format_html('<a class="small" href="{}{}">{}</a>', url, asked.query, citation)


@register.simple_tag
def unsure(reason: str | None) -> SafeString:
    """Draw that something must be verified; nothing where it was read."""
    return pill("care", "cần xác minh") if reason else NOTHING


@register.simple_tag(takes_context=True)
def why(context: dict[str, Any], reason: str | None) -> SafeString:
    """Say why something must be verified, unless the top of the page has said it."""
    if not reason or reason in context.get("said_above", ()):
        return NOTHING
    return format_html('<span class="sub">Cần xác minh: {}</span>', reason)


@register.simple_tag(takes_context=True)
def and_ask(context: dict[str, Any], name: str, value: str) -> str:
    """Return the end of an address for the day and the province of the page, and one answer."""
    asked: Asked = context["asked"]
    return asked.query_on(asked.day, **{name: value})


@register.simple_tag
def honour_named(slug: str) -> str:
    """Return the name of an honour in quotation marks."""
    return honour_names((slug,))


@register.simple_tag
def article_named(article: Article) -> str:
    """Return an article with its heading."""
    if not article.number:
        return article.heading or "Nội dung chung của văn bản"
    return f"Điều {article.number}. {article.heading}".rstrip(". ")


@register.simple_tag
def prize_told(answer: PrizeAnswer) -> str:
    """Return a prize: its multiple and its amount, as far as they are known."""
    return prize_words(answer)


@register.simple_tag
def rule_told(rule: Rule[Any]) -> str:
    """Return what a rule says, as a sentence."""
    return f"{initial_capital(content_words(rule.content))}."


@register.simple_tag
def verdict(found: Verdict) -> SafeString:
    """Draw what the law says."""
    return pill(PILLS[found], found.words)
