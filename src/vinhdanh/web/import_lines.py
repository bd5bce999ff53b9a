"""Lists from files on the page of today: read in, and not confirmed yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from vinhdanh.kernel.wording import count
from vinhdanh.organizations.queries.imports import waiting_lists
from vinhdanh.web.lines import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.accounts.actor import Actor


def import_lines(actor: Actor) -> Iterator[Line]:
    """Tell whoever read a list in that nothing of it is in the records yet."""
    lists = list(waiting_lists(actor))
    if len(lists) == 1:
        yield Line(
            f"Danh sách “{lists[0].title}” đang chờ xác nhận",
            reverse("import", args=[lists[0].pk]), "Xem lại", "file-spreadsheet",
            detail=f"{lists[0].get_kind_display()}, đọc ngày {lists[0].at.astimezone():%d/%m/%Y}",
        )  # fmt: skip
    elif lists:
        yield Line(
            f"{count(len(lists)).capitalize()} danh sách từ tệp đang chờ xác nhận",
            reverse("imports"), "Xem lại", "file-spreadsheet",
            detail=", ".join(each.title for each in lists[:3]),
        )  # fmt: skip
