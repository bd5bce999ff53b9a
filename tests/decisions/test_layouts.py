from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from tests.scenarios.commune import decided, drafted, one_row, opened, voted
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.decisions.models import CertificateLayout
from vinhdanh.decisions.queries.layouts import choices_for, chosen, layout_of, layouts_for
from vinhdanh.decisions.services import issuing
from vinhdanh.decisions.services.certificates import make_certificates, order_certificates
from vinhdanh.decisions.services.layouts import (
    copy_layout,
    delete_layout,
    keep_scan,
    reset_layout,
    save_layout,
)
from vinhdanh.documents import A4_LANDSCAPE, layout_from_plain, layout_named
from vinhdanh.kernel.errors import StaleError
from vinhdanh.kernel.queries.audit import history_of

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.documents import CertificateLayout as Layout

ONLY_CLERK = "Anh/chị chưa có quyền in giấy khen: việc này của Công chức phụ trách thi đua."


@pytest.fixture
def own(commune: Commune) -> CertificateLayout:
    return copy_layout(actor=commune.clerk, key="a4_blank", name=" Phôi  2024 ")


def moved(layout: CertificateLayout, **changes: Any) -> Layout:
    """Return a layout with its recipient's box changed."""
    page = layout_from_plain(layout.content)
    boxes = dict(page.boxes)
    boxes["recipient"] = replace(boxes["recipient"], **changes)
    return replace(page, boxes=tuple(boxes.items()))


def save(
    layout: CertificateLayout, content: Layout, *, by: Actor, version: int = 1, name: str = "Phôi"
) -> CertificateLayout:
    return save_layout(actor=by, layout=layout, version=version, name=name, content=content)


# --- refusals ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("  ", "Mẫu bằng chưa có tên: hãy đặt tên để còn chọn khi in."),
        ("Phôi 2024", "Đã có mẫu bằng tên “Phôi 2024”: hãy đặt tên khác."),
        ("Phôi " * 20, "Tên mẫu dài 99 ký tự, quá mức 80 ký tự: hãy viết ngắn lại."),
    ],
)
def test_a_name_is_there_once_and_fits(
    commune: Commune, own: CertificateLayout, name: str, sentence: str
) -> None:
    with refused(sentence, field="name"):
        copy_layout(actor=commune.clerk, key="a4", name=name)


def test_the_database_keeps_names_apart(own: CertificateLayout) -> None:
    own.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        own.save()


def test_a_scan_has_its_hash(own: CertificateLayout) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        CertificateLayout.objects.update(scan_path="ab/abc.jpg")


@pytest.mark.parametrize("key", ["b5", "999999", ""])
def test_what_is_not_there_is_not_copied(commune: Commune, key: str) -> None:
    if key == "":
        assert copy_layout(actor=commune.clerk, key=key, name="Mẫu").base == "a4"
        return
    with refused("Mẫu bằng đã chọn không còn: hãy chọn mẫu khác.", field="layout"):
        copy_layout(actor=commune.clerk, key=key, name="Mẫu")


def test_layouts_are_the_clerks(commune: Commune, own: CertificateLayout) -> None:
    with refused(ONLY_CLERK, error=NotAllowedError):
        copy_layout(actor=commune.chair, key="a4", name="Mẫu")
    with refused(ONLY_CLERK, error=NotAllowedError):
        save(own, moved(own), by=commune.chair)
    with refused(ONLY_CLERK, error=NotAllowedError):
        delete_layout(actor=commune.village_head, layout=own)


def test_layouts_are_the_communes(commune: Commune, own: CertificateLayout) -> None:
    other = "Việc này thuộc cơ quan khác."
    with refused(other, error=NotAllowedError):
        save(own, moved(own), by=commune.outsider)
    with refused(other, error=NotAllowedError):
        delete_layout(actor=commune.outsider, layout=own)
    with refused("Mẫu bằng đã chọn không còn: hãy chọn mẫu khác.", field="layout"):
        copy_layout(actor=commune.outsider, key=str(own.pk), name="Mẫu")
    assert not layouts_for(commune.outsider).exists()


def test_a_stale_page_overwrites_nothing(commune: Commune, own: CertificateLayout) -> None:
    save(own, moved(own, y=90), by=commune.clerk)
    sentence = "Nguyễn Thị Hạnh vừa sửa mẫu “Phôi”: hãy mở lại trang để xem bản mới rồi sửa tiếp."
    with refused(sentence, error=StaleError):
        save(own, moved(own, y=70), by=commune.clerk)
    with refused(sentence, error=StaleError):
        reset_layout(actor=commune.clerk, layout=own, version=1)


def test_a_dropped_layout_is_not_saved(commune: Commune, own: CertificateLayout) -> None:
    delete_layout(actor=commune.clerk, layout=CertificateLayout.objects.get())
    with refused("Mẫu bằng này đã bị bỏ: hãy quay lại danh sách và chọn mẫu khác."):
        save(own, moved(own), by=commune.clerk)


def test_a_box_off_the_page_is_not_saved(commune: Commune, own: CertificateLayout) -> None:
    with refused(
        "Ô “Tên người nhận” kéo tới 333 mm, quá khổ giấy 297 mm: hãy dời hoặc thu nhỏ ô.",
        field="recipient-x",
    ):
        save(own, moved(own, x=100), by=commune.clerk)


# --- what works --------------------------------------------------------------------------------


def test_a_copy_begins_as_the_other(commune: Commune, own: CertificateLayout) -> None:
    assert (own.name, own.base, own.version) == ("Phôi 2024", "a4_blank", 1)
    assert layout_from_plain(own.content) == layout_named("a4_blank")
    again = copy_layout(actor=commune.clerk, key=str(own.pk), name="Phôi 2025")
    assert again.content == CertificateLayout.objects.get(pk=own.pk).content
    assert [each.name for each in choices_for(commune.clerk)][:2] == ["Phôi 2024", "Phôi 2025"]
    assert history_of(again)[0].sentence == "lập mẫu bằng “Phôi 2025” từ “Phôi 2024”"


def test_moved_boxes_are_kept_in_their_order(commune: Commune, own: CertificateLayout) -> None:
    saved = save(own, moved(own, y=91.5, size=20), by=commune.clerk)
    kept = CertificateLayout.objects.get(pk=own.pk)
    page = layout_from_plain(kept.content)
    assert (dict(page.boxes)["recipient"].y, kept.version, kept.name) == (91.5, 2, "Phôi")
    assert [name for name, _ in page.boxes] == [name for name, _ in A4_LANDSCAPE.boxes]
    back = reset_layout(actor=commune.clerk, layout=saved, version=2)
    assert layout_from_plain(back.content) == layout_named("a4_blank")


def test_a_scan_is_kept_and_taken_away(commune: Commune, own: CertificateLayout) -> None:
    with_scan = keep_scan(actor=commune.clerk, layout=own, version=1, scan=b"\xff\xd8\xff")
    assert with_scan.scan_path.endswith(".jpg")
    copied = copy_layout(actor=commune.clerk, key=str(own.pk), name="Khác")
    assert copied.scan_sha256 == with_scan.scan_sha256
    assert keep_scan(actor=commune.clerk, layout=own, version=2, scan=b"").scan_path == ""


def test_a_batch_keeps_the_layout_it_used(
    commune: Commune, own: CertificateLayout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(issuing, "decision_files", lambda _: [])
    decision = decided(commune, drafted(commune, voted(commune, opened(commune, one_row(commune)))))
    with refused("Mẫu bằng đã chọn không còn: hãy chọn mẫu khác.", field="layout"):
        order_certificates(actor=commune.clerk, decision=decision, layout="khong-co")
    batch = order_certificates(actor=commune.clerk, decision=decision, layout=str(own.pk))
    delete_layout(actor=commune.clerk, layout=own)
    batch.refresh_from_db()
    assert (batch.layout_name, layout_of(batch)) == ("Phôi 2024", layout_named("a4_blank"))
    first = make_certificates(batch_id=batch.pk)
    assert (first.state, first.problem) == ("done", "")

    again = order_certificates(actor=commune.clerk, decision=decision, layout="a5")
    assert (again.state, again.sha256, again.layout_name) == ("waiting", "", chosen_name(commune))
    assert make_certificates(batch_id=batch.pk).sha256 != first.sha256


def chosen_name(commune: Commune) -> str:
    return chosen(commune.clerk, "a5").name
