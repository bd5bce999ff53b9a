"""Papers of other offices that the register knows already, however their office is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.decisions.enums import DecisionKind
from vinhdanh.decisions.models import Decision
from vinhdanh.decisions.same_papers import is_same_office, may_be_same_office, number_key
from vinhdanh.kernel.errors import DomainError

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.organizations.models import Unit


def known_paper(*, body: Unit, issuer: str, code: str, decided_on: dt.date) -> Decision | None:
    """Return the decision of another office that is meant, held; None where it is new.

    Raises:
        DomainError: one of that number and day is there, of an office that may be the same.
    """
    of_day = Decision.objects.filter(body=body, kind=DecisionKind.EXTERNAL, decided_on=decided_on)
    alike = [each for each in of_day if number_key(each.external_code) == number_key(code)]
    for each in alike:
        if is_same_office(each.issuer, issuer):
            return Decision.objects.select_for_update(of=("self",)).get(pk=each.pk)
    for each in alike:
        if may_be_same_office(each.issuer, issuer):
            raise DomainError(
                f"{each} ngày {decided_on:%d/%m/%Y} đã có trong hệ thống, do {each.issuer} ký;"
                f" “{issuer}” chưa rõ có phải nơi đó không: nếu phải thì ghi tên đúng như vậy, nếu"
                " là cơ quan khác thì ghi đủ tên.",
                field="issuer",
            )
    return None
