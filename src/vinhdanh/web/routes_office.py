"""Addresses of emulation, the register of documents, files, units and the law."""

from __future__ import annotations

from django.urls import include, path

from vinhdanh.web.views import emulation, files

urlpatterns = [
    path("thi-dua/", emulation.emulation, name="emulation"),
    path("thi-dua/dang-ky/<int:unit_id>/", emulation.registration_form, name="registration_form"),
    path(
        "thi-dua/dang-ky/<int:pk>/tiep-nhan/",
        emulation.accept_registration,
        name="accept_registration",
    ),
    path(
        "thi-dua/dang-ky/<int:pk>/mo-lai/",
        emulation.reopen_registration,
        name="reopen_registration",
    ),
    path("thi-dua/phong-trao/moi/", emulation.movement_form, name="movement_form"),
    path("thi-dua/phong-trao/<int:pk>/", emulation.movement, name="movement"),
    path(
        "thi-dua/phong-trao/<int:pk>/ky/<int:unit_id>/", emulation.sign_pledge, name="sign_pledge"
    ),
    path("van-ban/", include("vinhdanh.web.routes_documents")),
    path("bo-giay-to/", include("vinhdanh.web.routes_packs")),
    path("bao-cao/cong-bang/", include("vinhdanh.web.routes_fairness")),
    path("tien-thuong/", include("vinhdanh.web.routes_money")),
    path("tep/<int:pk>/", files.file, name="file"),
    path("tep/<int:pk>/trang/<int:page>.png", files.page_image, name="page_image"),
    path("", include("vinhdanh.web.routes_forwarding")),
    path("", include("vinhdanh.web.routes_people")),
    path("quy-dinh/", include("vinhdanh.web.routes_law")),
]
