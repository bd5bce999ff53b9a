"""Addresses of the layouts of certificates; a key is a shipped slug or the number of an own one."""

from __future__ import annotations

from django.urls import path

from vinhdanh.web.views import layout_acts, layouts

urlpatterns = [
    path("", layouts.layouts, name="layouts"),
    path("sao-chep/", layouts.layout_copy, name="layout_copy"),
    path("<slug:key>/", layouts.layout, name="layout"),
    path("<slug:key>/xem-thu/", layouts.layout_preview, name="layout_preview"),
    path("<slug:key>/hinh.png", layouts.layout_picture, name="layout_picture"),
    path("<slug:key>/in-thu.pdf", layouts.layout_grid, name="layout_grid"),
    path("<slug:key>/phoi.jpg", layout_acts.layout_scan, name="layout_scan"),
    path("<slug:key>/phoi/", layout_acts.layout_scan_keep, name="layout_scan_keep"),
    path("<slug:key>/bo-phoi/", layout_acts.layout_scan_drop, name="layout_scan_drop"),
    path("<slug:key>/mau-goc/", layout_acts.layout_reset, name="layout_reset"),
    path("<slug:key>/bo/", layout_acts.layout_delete, name="layout_delete"),
]
