"""Every component and page shape on invented data (only in DEBUG), and the mark itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.templatetags.static import static

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SHAPES = frozenset({"index", "today", "board", "table", "dossier", "form", "sign_in"})


@login_not_required
def gallery(request: HttpRequest, shape: str = "index") -> HttpResponse:
    """Show a page of the gallery."""
    if shape not in SHAPES:
        raise Http404
    return render(request, f"gallery/{shape}.html")


@login_not_required
def favicon(_request: HttpRequest) -> HttpResponse:
    """Lead browsers that ask for the old name, as they do beside a PDF, to the mark."""
    return redirect(static("vinhdanh/favicon.svg"))
