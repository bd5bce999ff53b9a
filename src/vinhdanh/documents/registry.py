"""All kinds of paper, found in the modules of `kinds`: whoever adds a module adds a kind."""

from __future__ import annotations

import difflib
import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from vinhdanh.documents import kinds as package
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def kinds() -> Mapping[str, Kind[Any]]:
    """Return every kind by its slug, in the order of the slugs."""
    modules = (
        import_module(f"{package.__name__}.{one.name}")
        for one in pkgutil.iter_modules(package.__path__)
    )
    found = (getattr(module, "KIND", None) for module in modules)
    return {one.slug: one for one in found if isinstance(one, Kind)}


def kind_named(slug: str) -> Kind[Any]:
    """Return a kind; "-" and "_" are alike.

    Raises:
        DocumentError: there is no such kind; the message names the nearest.
    """
    wanted = slug.replace("-", "_")
    if wanted not in kinds():
        near = difflib.get_close_matches(wanted, kinds(), n=1)
        advice = f"có phải “{near[0]}” không?" if near else "hãy xem “vinhdanh document kinds”."
        raise DocumentError(f"Không có loại văn bản “{slug}”; {advice}")
    return kinds()[wanted]
