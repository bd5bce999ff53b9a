"""What came in last and waits: a list to look over, a sudden deed for the chair."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from vinhdanh.demo.moments import moment
from vinhdanh.demo.sheets import sheet
from vinhdanh.nominations.enums import FactList
from vinhdanh.nominations.services.answers import call_whole
from vinhdanh.nominations.services.sudden import Deed, Doer, propose_suddenly
from vinhdanh.nominations.services.transitions import take_step
from vinhdanh.organizations.enums import ImportKind
from vinhdanh.organizations.services.imports import upload_list
from vinhdanh.organizations.services.recipients import recipient_for_household

if TYPE_CHECKING:
    from vinhdanh.demo.commune import Commune
    from vinhdanh.nominations.models import Nomination

HEADINGS = ("Họ và tên", "Ngày sinh", "Ông/Bà", "Chức vụ", "Đơn vị")
MEMBERS = (
    ("Ông Vũ Đình Chiến", "07/05/1962", "Ông", "Chủ tịch Hội", "Hội Cựu chiến binh xã"),
    ("Bà  Phạm Thị Lành", "12/9/1961", "Bà", "Chi hội trưởng", "Hội Cựu chiến binh xã"),
    ("NGUYỄN VĂN TÍCH", "03.02.1959", "Ông", "Chi hội trưởng", "Hội Cựu chiến binh xã"),
    ("Trần Văn Bính", "", "Ông", "Hội viên", "Hội Cựu chiến binh xã"),
    ("Lê Xuân Hòe", "31/02/1957", "Ông", "Hội viên", "Hội Cựu chiến binh xã"),
    ("Đỗ Văn Quản", "1955", "Ông", "Hội viên", "CCB thôn Bắc Cầu"),
    ("Ông Đặng Văn Thỏa", "1958", "Bà", "Hội viên", "Hội Cựu chiến binh xã"),
    ("Hoàng Thị Vượng", "20/11/1964", "Bà", "Hội viên", "Hội Cựu chiến binh xã"),
    ("Hoàng Thị Vượng", "20/11/1964", "Bà", "Hội viên", "Hội Cựu chiến binh xã"),
)
"""As the association handed it in: one known already, a day that is none, one twice."""
RESCUER = "Lương Văn Tiệp"
SEEN = "đã đến tận nơi, gặp gia đình được giúp và trưởng thôn"


def leave_list_in_preview(commune: Commune) -> None:
    """Read a list in that nobody has confirmed."""
    with moment("2024-06-21T16:30"):
        upload_list(
            importer=commune.actor("vanphong"),
            kind=ImportKind.PEOPLE,
            source_name="Danh sach hoi vien CCB.xlsx",
            source=sheet("DANH SÁCH HỘI VIÊN HỘI CỰU CHIẾN BINH", HEADINGS, MEMBERS),
        )


def propose_sudden_deed(commune: Commune) -> None:
    """A village head writes from the phone on Sunday; the clerk looks at it on Monday morning."""
    household = commune.households[RESCUER]
    with moment("2024-06-23T20:40"):
        (nomination,) = propose_suddenly(
            actor=commune.actor("thon2"),
            unit=commune.units["thon2"],
            doers=[Doer(recipient_for_household(household), household.address)],
            honour="giay-khen-ho-gia-dinh",
            deed=Deed(
                what="Đã kịp thời dập tắt đám cháy, đưa 02 cụ già ra khỏi nhà bên cạnh an toàn",
                happened_on=dt.date(2024, 6, 23),
                place="Xóm 2, thôn Đông Hạ",
            ),
        )
    with moment("2024-06-24T07:15"):
        _appraise(commune, nomination)


def _appraise(commune: Commune, nomination: Nomination) -> None:
    clerk = commune.actor("vanphong")
    lists = (FactList.HOLDS,)
    call_whole(actor=clerk, nomination=nomination, lists=lists, among=lists)
    take_step(actor=clerk, nomination=nomination, name="appraise", reason=SEEN)
