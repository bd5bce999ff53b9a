from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone

from vinhdanh.decisions.ceremony_papers import REPRESENTED
from vinhdanh.decisions.enums import ReissueKind
from vinhdanh.decisions.services.ceremonies import NEEDED, Taker
from vinhdanh.decisions.services.reissues import NO_APPLICANT, NO_REASON
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.web.forms.fields import DayField, HourField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.decisions.models import Ceremony, Honour


class ReissueForm(forms.Form):
    """A request for another certificate."""

    kind = forms.ChoiceField(
        label="Loại",
        choices=[
            (ReissueKind.EXCHANGE, "Cấp đổi: bằng bị hư hỏng, in sai"),
            (ReissueKind.REPLACEMENT, "Cấp lại: bằng bị mất, thất lạc"),
        ],
    )
    reason = forms.CharField(label="Lý do", max_length=300, error_messages={"required": NO_REASON})
    applicant = forms.CharField(
        label="Người đề nghị", max_length=200, error_messages={"required": NO_APPLICANT}
    )
    requested_on = DayField(label="Ngày đề nghị")


class CeremonyForm(forms.Form):
    """When, where and by whom honours are handed over."""

    name = forms.CharField(
        label="Buổi lễ", max_length=200, error_messages={"required": NEEDED["name"]}
    )
    held_on = DayField(label="Ngày trao")
    at = HourField(label="Giờ", initial="08:00")
    venue = forms.CharField(
        label="Địa điểm", max_length=200, error_messages={"required": NEEDED["venue"]}
    )
    presenter = forms.CharField(
        label="Người trao",
        required=False,
        max_length=200,
        help_text="Ví dụ: đồng chí Ngô Văn Quyên, Chủ tịch Ủy ban nhân dân xã.",
    )

    def planned(self) -> dict[str, Any]:
        """Return what the service asks for."""
        said = dict(self.cleaned_data)
        moment = dt.datetime.combine(said.pop("held_on"), said.pop("at"))
        return said | {"held_at": timezone.make_aware(moment)}

    @staticmethod
    def known(ceremony: Ceremony | None) -> dict[str, Any]:
        """Return what was said before."""
        if ceremony is None:
            return {}
        at = timezone.localtime(ceremony.held_at)
        return {
            "name": ceremony.name,
            "held_on": at.date(),
            "at": f"{at:%H:%M}",
            "venue": ceremony.venue,
            "presenter": ceremony.presenter,
        }


class TakersForm(forms.Form):
    """Who comes up for each honour, in the order of calling."""

    def __init__(self, *args: Any, honours: Sequence[Honour], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._honours = list(honours)
        for each in self._honours:
            known = getattr(each, "taker", None)
            kind = RecipientKind(each.recipient_kind)
            self.fields[f"taker_{each.pk}"] = forms.CharField(
                label=f"Người lên nhận của {each.recipient_name}",
                required=False,
                max_length=200,
                initial=known.name if known else "",
                widget=forms.TextInput(attrs={"placeholder": REPRESENTED.get(kind, "")}),
            )
            self.fields[f"absent_{each.pk}"] = forms.BooleanField(
                label=f"{each.recipient_name} vắng",
                required=False,
                initial=bool(known and known.is_absent),
            )

    def rows(self) -> list[tuple[Honour, forms.BoundField, forms.BoundField]]:
        """Return each honour with its two fields."""
        return [
            (each, self[f"taker_{each.pk}"], self[f"absent_{each.pk}"]) for each in self._honours
        ]

    def takers(self) -> dict[int, Taker]:
        """Return who comes up, by the number of the honour."""
        said = self.cleaned_data
        return {
            each.pk: Taker(said[f"taker_{each.pk}"], said[f"absent_{each.pk}"])
            for each in self._honours
        }
