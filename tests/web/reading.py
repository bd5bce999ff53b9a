"""Reading a page as its reader does: its words, its refusals, its price."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html  # type: ignore[import-untyped]

from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    from django.test import Client
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

MOST_QUERIES = 12
SPOKEN = ("aria-label", "placeholder", "title", "alt")


def words(response: Response) -> str:
    """Return what a page says, in one line: its text and what is read aloud."""
    page = html.fromstring(response.content.decode())
    for hidden in page.xpath("//script | //style | //template"):
        hidden.drop_tree()
    pieces = page.xpath("//text()")
    for name in SPOKEN:
        pieces += page.xpath(f"//@{name}")
    return squeeze(" ".join(pieces))


def told(response: Response) -> list[str]:
    """Return the messages at the top of a page, and what stands in its summary of errors."""
    page = html.fromstring(response.content.decode())
    notices = page.xpath("//*[@id='messages']/div | //*[@id='error-summary']//li")
    return [squeeze(notice.text_content()) for notice in notices]


def acts(response: Response) -> set[str]:
    """Return the addresses that the forms in the body of a page post to."""
    page = html.fromstring(response.content.decode())
    return set(page.xpath("//main//form[@method='post']/@action"))


def filled(response: Response, **changes: Any) -> dict[str, Any]:
    """Return what the form of a page would send, with changes to what stands in it."""
    page = html.fromstring(response.content.decode())
    (form,) = page.xpath("//main//form[@method='post' and not(@action)]")
    return dict(form.form_values()) | changes


def queries(client: Client, url: str) -> int:
    """Return how many queries a page costs."""
    with CaptureQueriesContext(connection) as seen:
        assert client.get(url).status_code == 200
    return len(seen)
