"""A check that stores nothing: what a form says of one recipient, held against the law."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook import RecipientKind, assess, read_facts
from vinhdanh.web.forms.law_check import YEARS

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.lawbook import Assessment
    from vinhdanh.web.forms.law_check import CheckForm

NONE = "khong"
"""Stands in the form for: there is none. An empty field is: not known."""


def try_out(form: CheckForm, *, as_of: dt.date, province: str) -> Assessment:
    """Judge what a form says.

    Raises:
        FactsError: it says what cannot be.
    """
    assert form.needs is not None
    return assess(
        form.needs.slug,
        read_facts(facts_of(form), as_of=as_of),
        as_of=as_of,
        received=form.cleaned_data["nhan"],
        province=province,
    )


def facts_of(form: CheckForm) -> dict[str, Any]:
    """Return what a form says as facts; what it leaves open is left out."""
    assert form.needs is not None
    said = {name: value for name, value in form.cleaned_data.items() if value not in (None, "")}
    found: dict[str, Any] = {
        "recipient": form.needs.recipient.value,
        "for_year": form.year,
        "attested": said.get("xac_nhan", False),
        "attestations": dict.fromkeys(said.get("rieng", ()), True),
        "years": _years(said, form.year),
        "honours": _rows(said, form.held, ("honour", "year"), none="chua_tang"),
        "holds": _none_or_one(said, "xem_xet", "kind"),
    }
    own = {
        RecipientKind.INDIVIDUAL: _individual,
        RecipientKind.COLLECTIVE: _collective,
        RecipientKind.HOUSEHOLD: _household,
    }[form.needs.recipient]
    return _known(found) | own(said, form)


def _individual(said: dict[str, Any], form: CheckForm) -> dict[str, Any]:
    discipline = _none_or_one(said, "ky_luat", "level")
    if discipline:
        days = {"from": said.get("ky_luat_tu"), "to": said.get("ky_luat_den")}
        discipline[0] |= {name: day.isoformat() for name, day in days.items() if day}
    initiatives = _rows(said, form.initiatives, ("what", "year"), none="khong_sang_kien")
    return _known(
        {
            "group": said.get("nhom"),
            "initiatives": initiatives and [_initiative(**each) for each in initiatives],
            "discipline": discipline,
            "recruited_months": said.get("tuyen_dung"),
            "service_months": said.get("phuc_vu"),
        }
    )


def _initiative(*, what: str, year: int) -> dict[str, Any]:
    kind, _, scope = what.partition(":")
    return {"kind": kind, "scope": scope, "year": year, "used_for": None}


def _collective(said: dict[str, Any], form: CheckForm) -> dict[str, Any]:
    assert form.needs is not None
    titles = {slug: said.get(f"dat_{slug}") for slug in form.needs.titles}
    known = bool(titles) and None not in titles.values()
    found = {
        "members": said.get("tong"),
        "members_completing": said.get("hoan_thanh"),
        "member_titles": titles if known else None,
        "completion": said.get("muc_0"),
    }
    worst = said.get("nang_nhat")
    discipline = {"worst_discipline": None if worst == NONE else worst} if worst else {}
    return _known(found) | discipline  # null is no discipline; left out is not known


def _household(said: dict[str, Any], _form: CheckForm) -> dict[str, Any]:
    found = said.get("vi_pham") or None
    return _known({"violations": [] if said.get("khong_vi_pham") else found})


def _years(said: dict[str, Any], year: int) -> list[dict[str, Any]] | None:
    """Return gradings by year, with the absence of the year judged."""
    rows = []
    for offset in range(YEARS):
        row = {"completion": said.get(f"muc_{offset}")}
        if not offset:
            row |= {"absent_months": said.get("nghi"), "maternity_months": said.get("thai_san")}
        known = _known(row)
        if known:
            rows.append({"year": year - offset, **known})
    return rows or None


def _rows(
    said: dict[str, Any], rows: list[tuple[str, ...]], keys: tuple[str, ...], *, none: str
) -> list[dict[str, Any]] | None:
    """Return rows that were written; an empty list where it was said that there are none."""
    written = [
        dict(zip(keys, (said[name] for name in row), strict=True))
        for row in rows
        if all(name in said for name in row)
    ]
    return written or ([] if said.get(none) else None)


def _known(found: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if value is not None}


def _none_or_one(said: dict[str, Any], name: str, key: str) -> list[dict[str, Any]] | None:
    value = said.get(name)
    if value is None:
        return None
    return [] if value == NONE else [{key: value}]
