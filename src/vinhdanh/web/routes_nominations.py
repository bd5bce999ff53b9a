"""Addresses of what belongs to one nomination."""

from __future__ import annotations

from django.urls import path

from vinhdanh.web.views import achievement, evidence, nomination_procedure, sudden

urlpatterns = [
    path("de-nghi/dot-xuat/", sudden.sudden_new, name="sudden_new"),
    path(
        "ho-so/<int:pk>/thu-tuc/",
        nomination_procedure.nomination_procedure,
        name="nomination_procedure",
    ),
    path("ho-so/<int:pk>/minh-chung/", evidence.nomination_evidence, name="nomination_evidence"),
    path("minh-chung-ho-so/<int:pk>/", evidence.nomination_proof, name="nomination_proof"),
    path(
        "minh-chung-ho-so/<int:pk>/bo/",
        evidence.nomination_proof_remove,
        name="nomination_proof_remove",
    ),
    path("ho-so/<int:pk>/bao-cao/", achievement.nomination_report, name="nomination_report"),
    path(
        "ho-so/<int:pk>/bao-cao/luu-nhap/",
        achievement.nomination_report_autosave,
        name="nomination_report_autosave",
    ),
    path(
        "ho-so/<int:pk>/bao-cao.<slug:ending>",
        achievement.nomination_report_file,
        name="nomination_report_file",
    ),
]
