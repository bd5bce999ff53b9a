"""Every component and page shape on invented data; only where DEBUG is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import render

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SHAPES = frozenset({"index", "today", "board", "table", "dossier", "form", "sign_in"})


@login_not_required
def gallery(request: HttpRequest, shape: str = "index") -> HttpResponse:
    """Show a page of the gallery."""
    if shape not in SHAPES:
        raise Http404
    return render(request, f"gallery/{shape}.html")
