"""Addresses of the registers of documents."""

from __future__ import annotations

from django.urls import path

from vinhdanh.web.views import (
    documents,
    documents_drafts,
    documents_incoming,
    documents_issue,
    documents_numbers,
    documents_register,
    documents_signing,
)

urlpatterns = [
    path("", documents_register.documents, name="documents"),
    path("so-van-ban-di.xlsx", documents_register.outgoing_register, name="outgoing_register"),
    path("moi/", documents_issue.document_new, name="document_new"),
    path("soan/", documents_drafts.drafts, name="drafts"),
    path("soan/moi/", documents_drafts.draft_new, name="draft_new"),
    path("soan/<int:pk>/", documents_drafts.draft_edit, name="draft_edit"),
    path("soan/<int:pk>/bo/", documents_drafts.draft_discard, name="draft_discard"),
    path("soan/<int:pk>/ban-in.pdf", documents_drafts.draft_paper, name="draft_paper"),
    path("soan/<int:pk>/cap-so/", documents_drafts.draft_issue, name="draft_issue"),
    path("so-de-danh/", documents_numbers.kept_numbers, name="kept_numbers"),
    path("so-de-danh/<int:pk>/huy/", documents_numbers.number_cancel, name="number_cancel"),
    path("den/", documents_incoming.incoming, name="incoming"),
    path("den/so-van-ban-den.xlsx", documents_incoming.incoming_register, name="incoming_register"),
    path("den/moi/", documents_incoming.incoming_new, name="incoming_new"),
    path("den/<int:pk>/", documents_incoming.incoming_document, name="incoming_document"),
    path("den/tep/<int:pk>/", documents_incoming.incoming_file, name="incoming_file"),
    path("<int:pk>/", documents.document, name="document"),
    path("<int:pk>/buoc/", documents_drafts.document_step, name="document_step"),
    path("<int:pk>/ban-da-ky/", documents.document_attach, name="document_attach"),
    path("<int:pk>/ky-so/", documents_signing.document_sign, name="document_sign"),
    path("<int:pk>/da-doc/", documents.document_read, name="document_read"),
]
