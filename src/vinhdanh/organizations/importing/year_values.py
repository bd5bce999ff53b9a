"""The figures of a year in a row, held against those of the records."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from vinhdanh.kernel.text import fold
from vinhdanh.kernel.wording import joined
from vinhdanh.organizations.enums import DisciplineForm, RecipientKind
from vinhdanh.organizations.importing.judging import RowError
from vinhdanh.organizations.models import YearRecord
from vinhdanh.organizations.models.year import NONE

if TYPE_CHECKING:
    from collections.abc import Mapping

COUNTED = ("members_completing", "members_advanced", "members_exemplary")
PERSONAL = ("completion", "absent_months", "maternity_months")
COLLECTIVE = ("completion", "members", *COUNTED)
LARGEST = 32_767
"""What a small whole number of the database holds."""
_NOBODY = frozenset({"khong", "khong co", "khong co ai bi ky luat", "khong bi ky luat", "0", "-"})
_FORMS = {fold(label): value for value, label in DisciplineForm.choices}


def said_of(kind: RecipientKind, said: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a row says of a year, by the field of the record.

    Raises:
        RowError: a word or figure cannot be kept.
    """
    names = COLLECTIVE if kind == RecipientKind.COLLECTIVE else PERSONAL
    found = {name: said[name] for name in names if said.get(name) not in {None, ""}}
    if too_many := next((each for each in COLLECTIVE[1:] if found.get(each, 0) > LARGEST), None):
        raise RowError(f"{found[too_many]} người là quá nhiều: hãy kiểm tra lại.")
    if text := fold(str(said.get("discipline", ""))):
        found |= _discipline(kind, text, str(said["discipline"]))
    return found


def _discipline(kind: RecipientKind, text: str, written: str) -> dict[str, str]:
    if text in _NOBODY:
        return {"worst_discipline": NONE} if kind == RecipientKind.COLLECTIVE else {}
    if kind != RecipientKind.COLLECTIVE:
        raise RowError(
            f"Kỷ luật “{written}” của cá nhân cần ngày bắt đầu nên không nhập từ danh sách: hãy ghi"
            " ở hồ sơ đề nghị, và bỏ trống ô này."
        )
    if text not in _FORMS:
        ways = joined([f"“{label}”" for label in DisciplineForm.labels])
        raise RowError(f"Không hiểu kỷ luật “{written}”: hãy ghi “Không”, hoặc một trong {ways}.")
    return {"worst_discipline": _FORMS[text]}


def differences(there: YearRecord, said: Mapping[str, Any]) -> str:
    """Return, in words, what the record says otherwise; empty where nothing."""
    told = [
        _label(name)
        for name, value in said.items()
        if not _is_unknown(there, name) and getattr(there, name) != value
    ]
    return joined(told) or _excess(there, said)


def filled(there: YearRecord | None, said: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is not known yet."""
    return {name: value for name, value in said.items() if not there or _is_unknown(there, name)}


def _is_unknown(there: YearRecord, name: str) -> bool:
    if name == "maternity_months":  # 0 says something only beside the months of absence
        return there.absent_months is None
    return getattr(there, name) in {None, ""}


def _excess(there: YearRecord, said: Mapping[str, Any]) -> str:
    """Name the first count that is larger than the members, once both sources are taken."""
    members = said.get("members", there.members)
    for name in COUNTED:
        count = said.get(name, getattr(there, name))
        if members is not None and count is not None and count > members:
            return f"{_label(name)} nhiều hơn tổng số thành viên"
    absent = said.get("absent_months", there.absent_months)
    maternity = said.get("maternity_months", there.maternity_months)
    if maternity > (absent if absent is not None else Decimal(0)):
        return f"{_label('maternity_months')} nhiều hơn số tháng nghỉ"
    return ""


def _label(name: str) -> str:
    return str(YearRecord._meta.get_field(name).verbose_name)  # type: ignore[union-attr] # noqa: SLF001
