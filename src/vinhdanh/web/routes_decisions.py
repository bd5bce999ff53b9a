"""Addresses of decisions, the register of honours and what becomes of honours later."""

from __future__ import annotations

from django.urls import include, path

from vinhdanh.web.views import (
    certificates,
    corrections,
    decision_acts,
    decisions,
    handing_over,
    other_decisions,
    register,
    restorations,
    revocations,
    roads,
)

urlpatterns = [
    path("quyet-dinh/", decisions.decisions, name="decisions"),
    path("quyet-dinh/soan/", decisions.decisions_draft, name="decisions_draft"),
    path("quyet-dinh/<int:pk>/", decisions.decision, name="decision"),
    path("quyet-dinh/<int:pk>/huy-bo/", revocations.revocation_new, name="revocation_new"),
    path("quyet-dinh/<int:pk>/khoi-phuc/", restorations.restoration_new, name="restoration_new"),
    path("quyet-dinh/<int:pk>/ban-quet/", other_decisions.scan, name="decision_scan"),
    path("quyet-dinh/<int:pk>/them-ban-quet/", other_decisions.scan_add, name="decision_scan_add"),
    path("so-khen-thuong/<int:pk>/dinh-chinh/", corrections.correction_new, name="correction_new"),
    path("quyet-dinh/<int:pk>/trao-thuong/", handing_over.ceremony, name="ceremony"),
    path(
        "quyet-dinh/<int:pk>/trao-thuong/nguoi-nhan/",
        handing_over.ceremony_takers,
        name="ceremony_takers",
    ),
    path(
        "quyet-dinh/<int:pk>/trao-thuong.<slug:ending>",
        handing_over.ceremony_list,
        name="ceremony_list",
    ),
    path("so-khen-thuong/<int:pk>/cap-lai/", handing_over.reissue_request, name="reissue_request"),
    path("cap-lai/<int:pk>/tra-loi/", handing_over.reissue_answer, name="reissue_answer"),
    path("cap-lai/<int:pk>/bang.pdf", handing_over.reissue_file, name="reissue_file"),
    path("thu-hoi/<int:pk>/", revocations.recovery, name="recovery"),
    path("quyet-dinh/<int:pk>/ky/", decision_acts.decision_sign, name="decision_sign"),
    path("quyet-dinh/<int:pk>/sua/", decision_acts.decision_correct, name="decision_correct"),
    path("quyet-dinh/<int:pk>/bo/", decision_acts.decision_discard, name="decision_discard"),
    path(
        "quyet-dinh/<int:pk>/du-thao.<slug:ending>",
        decision_acts.decision_draft,
        name="decision_draft",
    ),
    path("quyet-dinh/<int:pk>/in/", certificates.certificates_order, name="certificates_order"),
    path("quyet-dinh/<int:pk>/giay-khen.pdf", certificates.certificates, name="certificates"),
    path("quyet-dinh/mau-bang/", include("vinhdanh.web.routes_layouts")),
    path("so-khen-thuong/", register.register, name="register"),
    path("so-khen-thuong/so.xlsx", register.register_sheet, name="register_sheet"),
    path("so-khen-thuong/<int:pk>/", register.honour, name="honour"),
    path("so-khen-thuong/qua-trinh/<int:pk>/", roads.road, name="road"),
]
