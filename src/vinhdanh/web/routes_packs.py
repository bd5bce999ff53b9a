"""Addresses of packs."""

from __future__ import annotations

from django.urls import path

from vinhdanh.web.views import packs

urlpatterns = [
    path("<slug:kind>/<int:pk>/", packs.pack, name="pack"),
    path("<slug:kind>/<int:pk>/tat-ca.zip", packs.pack_zip, name="pack_zip"),
    path("<slug:kind>/<int:pk>/<int:page>/", packs.pack_piece, name="pack_piece"),
]
