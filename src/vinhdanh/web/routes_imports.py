"""Addresses of lists that come in from files and go out as files."""

from __future__ import annotations

from django.urls import path

from vinhdanh.web.views import exports, import_rows, imports

urlpatterns = [
    path("nhap-danh-sach/", imports.imports, name="imports"),
    path("nhap-danh-sach/moi/<slug:kind>/", imports.import_new, name="import_new"),
    path("nhap-danh-sach/mau/<slug:kind>.xlsx", imports.import_form_file, name="import_form"),
    path("nhap-danh-sach/<int:pk>/", imports.import_preview, name="import"),
    path("nhap-danh-sach/<int:pk>/cot/", import_rows.import_columns, name="import_columns"),
    path("nhap-danh-sach/<int:pk>/bang/", import_rows.import_places, name="import_places"),
    path("nhap-danh-sach/<int:pk>/chi-tiet/", import_rows.import_details, name="import_details"),
    path("nhap-danh-sach/<int:pk>/xac-nhan/", imports.import_confirm, name="import_confirm"),
    path("nhap-danh-sach/<int:pk>/bo/", imports.import_discard, name="import_discard"),
    path("nhap-danh-sach/<int:pk>/de-lai.xlsx", import_rows.import_left_out, name="import_left"),
    path("nhap-danh-sach/dong/<int:pk>/", import_rows.import_row, name="import_row"),
    path("nhap-danh-sach/dong/<int:pk>/chon/", import_rows.import_row_choose, name="import_choose"),
    path("de-nghi/<int:pk>/nhap/", imports.import_nominations, name="import_nominations"),
    path("de-nghi/<int:pk>/xuat.xlsx", exports.export_nominations, name="export_nominations"),
    path("xuat-danh-sach/con-nguoi.xlsx", exports.export_people, name="export_people"),
    path("xuat-danh-sach/ho-gia-dinh.xlsx", exports.export_households, name="export_households"),
    path("xuat-danh-sach/so-khen-thuong.xlsx", exports.export_honours, name="export_honours"),
    path("xuat-danh-sach/danh-gia-nam.xlsx", exports.export_years, name="export_years"),
    path("xuat-danh-sach/sang-kien.xlsx", exports.export_initiatives, name="export_initiatives"),
]
