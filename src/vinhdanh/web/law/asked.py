"""For which day, in which province a page speaks: from its address, kept in its links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.http import urlencode

from vinhdanh.kernel import clock
from vinhdanh.lawbook import default_corpus
from vinhdanh.web.forms.law import DayForm

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.lawbook.library import Regime, View
    from vinhdanh.web.requests import StaffRequest


@dataclass(frozen=True, slots=True)
class Asked:
    """The day and the province of a page, with the form that says so."""

    form: DayForm
    day: dt.date
    province: str
    home: str
    """The province of one's own body, which no link needs to name."""

    @property
    def view(self) -> View:
        """Return the law of that day and province."""
        return default_corpus().on(self.day, self.province)

    @property
    def regime(self) -> Regime:
        """Return the period the day lies in."""
        return default_corpus().regime(self.day)

    @property
    def query(self) -> str:
        """Return what a link must carry along; empty for today in one's own province."""
        return self.query_on(self.day)

    def query_on(self, day: dt.date, **more: str) -> str:
        """Return the end of an address that asks for a day, and for more."""
        kept = {"ngay": day.isoformat()} if day != clock.today() else {}
        if self.province != self.home:
            kept["tinh"] = self.province
        return f"?{urlencode(kept | more)}" if kept or more else ""


def asked_of(request: StaffRequest) -> Asked:
    """Return what an address asks for; where it cannot be read, today in one's own province."""
    home = home_of(request)
    form = DayForm(request.GET, home=home)
    if not form.is_valid():
        return Asked(form, clock.today(), home, home)
    return Asked(form, form.cleaned_data["ngay"], form.cleaned_data["tinh"], home)


def home_of(request: StaffRequest) -> str:
    """Return the province of one's own body, empty where the corpus has none of its rules."""
    home = request.actor.body.province
    return home if home in default_corpus().provinces else ""
