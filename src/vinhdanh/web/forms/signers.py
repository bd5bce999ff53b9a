"""Who signs, and in whose power."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from vinhdanh.accounts.enums import Role
from vinhdanh.accounts.models import Membership
from vinhdanh.kernel.text import squeeze
from vinhdanh.organizations.models import Position
from vinhdanh.records.enums import Authority

if TYPE_CHECKING:
    from vinhdanh.organizations.models import Unit


class SignerFields(forms.Form):
    """Authority, post and name over and under a signature (Decree 30/2020, Article 13)."""

    signer_authority = forms.ChoiceField(label="Quyền hạn ký", choices=Authority.choices)
    signer_name = forms.CharField(
        label="Người ký",
        max_length=50,
        required=False,
        widget=forms.TextInput(attrs={"list": "signers", "autocomplete": "off"}),
    )
    signer_position = forms.CharField(
        label="Chức vụ của người ký",
        max_length=100,
        required=False,
        help_text="Ghi khi không phải Chủ tịch ký, ví dụ Phó Chủ tịch.",
    )
    delegation = forms.CharField(
        label="Văn bản ủy quyền",
        max_length=200,
        required=False,
        help_text="Chỉ ghi khi ký thừa ủy quyền: số, ngày của giấy ủy quyền.",
    )

    def signer(self) -> dict[str, Any]:
        """Return authority, name and post as services take them."""
        facts = self.cleaned_data
        return {
            "signer_authority": Authority(facts["signer_authority"]),
            "signer_name": squeeze(facts["signer_name"]),
            "signer_position": squeeze(facts["signer_position"]),
        }


def usual_signer(body: Unit) -> dict[str, str]:
    """Return the chair as the signer to begin with; nobody where no account is the chair's."""
    chair = (
        Membership.objects.filter(unit=body, role=Role.CHAIR)
        .select_related("user__person")
        .order_by("id")
        .first()
    )
    name = chair.user.get_full_name() if chair else ""
    return {"signer_authority": Authority.HEAD, "signer_name": name}


def signers_of(body: Unit) -> list[tuple[str, str]]:
    """Return name and post of everybody who holds a post in the body itself, for suggestions."""
    posts = Position.objects.filter(unit=body, valid_to__isnull=True).select_related("person")
    return [(each.person.full_name, each.title) for each in posts]
