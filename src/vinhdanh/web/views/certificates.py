"""Certificates of a decision: ordered, downloaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.decisions.enums import BatchState
from vinhdanh.decisions.models import CertificateBatch
from vinhdanh.decisions.queries.decisions import decisions_for
from vinhdanh.decisions.services.certificates import order_certificates
from vinhdanh.decisions.tasks import certificates as certificates_task
from vinhdanh.kernel.files import load
from vinhdanh.web.acts import act_then_go
from vinhdanh.web.downloads import download

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.web.requests import StaffRequest


@require_POST
def certificates_order(request: StaffRequest, pk: int) -> HttpResponse:
    """Order the certificates; the worker makes them while the page can be left."""
    found = get_object_or_404(decisions_for(request.actor), pk=pk)

    def order() -> None:
        layout = request.POST.get("layout", "")
        batch = order_certificates(actor=request.actor, decision=found, layout=layout)
        if batch.state == BatchState.WAITING:
            transaction.on_commit(lambda: certificates_task.enqueue(batch.pk))

    return act_then_go(
        request,
        order,
        done="Đang tạo tệp giấy khen; anh/chị có thể làm việc khác.",
        to="decision",
        pk=pk,
    )


@require_safe
def certificates(request: StaffRequest, pk: int) -> HttpResponse:
    """Download the finished certificates."""
    found = get_object_or_404(decisions_for(request.actor), pk=pk)
    batch = get_object_or_404(CertificateBatch, decision=found, state=BatchState.DONE)
    name = f"Giấy khen kèm {found}.pdf".replace("/", "-")
    inline = request.GET.get("xem") == "1"
    return download(load(batch.path), name=name, ending="pdf", inline=inline)
