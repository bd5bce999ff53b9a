"""Addresses of what goes up to the superior, and of what comes from below."""

from __future__ import annotations

from django.urls import path

from vinhdanh.web.views import forwarding, proposals

urlpatterns = [
    path("trinh-cap-tren/", forwarding.forwardings, name="forwardings"),
    path("trinh-cap-tren/tra-loi/", forwarding.answer_import, name="answer_import"),
    path("trinh-cap-tren/<int:pk>/", forwarding.forwarding, name="forwarding"),
    path("trinh-cap-tren/<int:pk>/ho-so.zip", forwarding.bundle, name="forwarding_bundle"),
    path("trinh-cap-tren/<int:pk>/nhac/", forwarding.forwarding_remind, name="forwarding_remind"),
    path("trinh-cap-tren/<int:pk>/nhan-tra-loi/", forwarding.answer_take, name="answer_take"),
    path("truong-hop-trinh/<int:pk>/", forwarding.case_answer, name="case_answer"),
    path("ho-so-cap-duoi/", proposals.proposals, name="proposals"),
    path("ho-so-cap-duoi/<int:pk>/", proposals.proposal, name="proposal"),
    path("ho-so-cap-duoi/<int:pk>/tep/<int:number>/", proposals.piece, name="proposal_piece"),
    path("ho-so-cap-duoi/<int:pk>/gui/", proposals.answer_send, name="answer_send"),
    path("ho-so-cap-duoi/<int:pk>/tra-loi.zip", proposals.answer_file, name="answer_file"),
    path("truong-hop-cap-duoi/<int:pk>/", proposals.case_judge, name="case_judge"),
]
