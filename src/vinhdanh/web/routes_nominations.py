"""Addresses of what belongs to one nomination."""

from __future__ import annotations

from django.urls import path

from vinhdanh.web.views import (
    achievement,
    evidence,
    nomination_list,
    nomination_procedure,
    postings,
    sudden,
)

urlpatterns = [
    path("ho-so/", nomination_list.nominations, name="nominations"),
    path("ho-so/nhieu/buoc/", nomination_list.nominations_step, name="nominations_step"),
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
    path("cong-khai/", postings.postings, name="postings"),
    path("de-nghi/<int:pk>/cong-khai/", postings.posting_new, name="posting_new"),
    path("cong-khai/<int:pk>/", postings.posting, name="posting"),
    path(
        "cong-khai/<int:pk>/thong-bao.<slug:ending>", postings.posting_notice, name="posting_notice"
    ),
    path("y-kien/<int:pk>/tra-loi/", postings.opinion_answer, name="opinion_answer"),
    path("y-kien/<int:pk>/xem-xet/", postings.opinion_hold, name="opinion_hold"),
]
