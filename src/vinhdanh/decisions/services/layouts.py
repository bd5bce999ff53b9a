"""A body's own layouts of certificates: copied from another, moved about, put back, dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.layout_rules import findings
from vinhdanh.decisions.models import CertificateLayout
from vinhdanh.decisions.queries.layouts import chosen
from vinhdanh.documents import layout_named, plain_layout
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.files import store
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor
    from vinhdanh.documents import CertificateLayout as Layout


@transaction.atomic
def copy_layout(*, actor: Actor, key: str, name: str) -> CertificateLayout:
    """Begin a layout of the body's own with another one, shipped or own.

    Raises:
        DomainError: the other one is gone, or the name is empty, too long or taken.
    """
    actor.require(Act.PRINT_CERTIFICATES)
    other = chosen(actor, key)
    layout = CertificateLayout(
        body=actor.body, name=_named(actor, name), base=other.base, content=other.content
    )
    layout.scan_path, layout.scan_sha256 = other.scan
    _write(actor, layout)
    _tell(actor, layout, "copied", f"lập mẫu bằng “{layout.name}” từ “{other.name}”")
    return layout


@transaction.atomic
def save_layout(
    *, actor: Actor, layout: CertificateLayout, version: int, name: str, content: Layout
) -> CertificateLayout:
    """Keep a layout as it was moved about.

    Raises:
        StaleError: somebody else changed it in between.
        DomainError: the name is empty, too long or taken; a box leaves the page, a size is odd.
    """
    fresh = _opened(actor, layout, version)
    fresh.name = _named(actor, name, but=fresh)
    for field, sentence in findings(content):
        raise DomainError(sentence, field=field)
    fresh.content = plain_layout(content, like=fresh.base)
    _write(actor, fresh)
    _tell(actor, fresh, "saved", f"sửa mẫu bằng “{fresh.name}”")
    return fresh


@transaction.atomic
def reset_layout(*, actor: Actor, layout: CertificateLayout, version: int) -> CertificateLayout:
    """Put page, boxes and offset back to the shipped layout; name and scan stay.

    Raises:
        StaleError: somebody else changed it in between.
    """
    fresh = _opened(actor, layout, version)
    fresh.content = plain_layout(layout_named(fresh.base), like=fresh.base)
    _write(actor, fresh)
    _tell(actor, fresh, "reset", f"trả mẫu bằng “{fresh.name}” về mẫu có sẵn")
    return fresh


@transaction.atomic
def keep_scan(
    *, actor: Actor, layout: CertificateLayout, version: int, scan: bytes
) -> CertificateLayout:
    """Keep a picture of the blank, a JPEG as large as the page; no bytes take it away.

    Raises:
        StaleError: somebody else changed it in between.
    """
    fresh = _opened(actor, layout, version)
    kept = store(scan, suffix=".jpg") if scan else None
    fresh.scan_path, fresh.scan_sha256 = (kept.path, kept.sha256) if kept else ("", "")
    _write(actor, fresh)
    told = "đưa ảnh phôi vào" if kept else "bỏ ảnh phôi khỏi"
    _tell(actor, fresh, "scanned", f"{told} mẫu bằng “{fresh.name}”")
    return fresh


@transaction.atomic
def delete_layout(*, actor: Actor, layout: CertificateLayout) -> None:
    """Drop a layout; what was printed with it keeps its own copy."""
    actor.require(Act.PRINT_CERTIFICATES)
    actor.require_own(layout.body_id)
    _tell(actor, layout, "dropped", f"bỏ mẫu bằng “{layout.name}”")
    CertificateLayout.objects.filter(pk=layout.pk).delete()


def _opened(actor: Actor, layout: CertificateLayout, version: int) -> CertificateLayout:
    """Lock a layout for a change by somebody who saw this version of it."""
    actor.require(Act.PRINT_CERTIFICATES)
    actor.require_own(layout.body_id)
    fresh = CertificateLayout.objects.select_for_update().filter(pk=layout.pk).first()
    if fresh is None:
        raise DomainError("Mẫu bằng này đã bị bỏ: hãy quay lại danh sách và chọn mẫu khác.")
    if fresh.version != version:
        raise StaleError(
            f"{fresh.updated_by.get_full_name()} vừa sửa mẫu “{fresh.name}”: hãy mở lại trang để"
            " xem bản mới rồi sửa tiếp."
        )
    fresh.version += 1
    return fresh


def _named(actor: Actor, name: str, *, but: CertificateLayout | None = None) -> str:
    """Return a name that is no other layout's."""
    name = squeeze(name)
    if not name:
        raise DomainError("Mẫu bằng chưa có tên: hãy đặt tên để còn chọn khi in.", field="name")
    require_fits(CertificateLayout, "name", name)
    others = CertificateLayout.objects.filter(body=actor.body, name=name)
    if (others.exclude(pk=but.pk) if but else others).exists():
        raise DomainError(f"Đã có mẫu bằng tên “{name}”: hãy đặt tên khác.", field="name")
    return name


def _write(actor: Actor, layout: CertificateLayout) -> None:
    layout.updated_by, layout.updated_at = actor.user, clock.now()
    layout.save()


def _tell(actor: Actor, layout: CertificateLayout, act: str, sentence: str) -> None:
    record(
        scope=actor.scope,
        actor=actor.name,
        action=f"layout.{act}",
        target=layout,
        sentence=sentence,
    )
