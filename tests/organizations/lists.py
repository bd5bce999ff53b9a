"""Reading lists in, as the pages do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.intake.lists import SCHEMAS, write_list
from vinhdanh.organizations.services.imports import confirm_import, upload_list

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.enums import ImportKind
    from vinhdanh.organizations.models import ListImport


def read(actor: Actor, kind: ImportKind, *rows: Mapping[str, object]) -> ListImport:
    """Read rows in that were written as a file of the kind."""
    return upload_list(
        importer=actor, kind=kind, source_name="ds.xlsx", source=write_list(SCHEMAS[kind], rows)
    )


def confirm(actor: Actor, listing: ListImport) -> ListImport:
    """Confirm what is there now."""
    listing.refresh_from_db()
    return confirm_import(importer=actor, listing=listing, expected_version=listing.version)


def refusals(listing: ListImport) -> list[str]:
    """Return what is said of the rows that cannot be entered."""
    return list(listing.rows.filter(status="error").values_list("told", flat=True))
