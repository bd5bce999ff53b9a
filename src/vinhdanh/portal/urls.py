"""Addresses of the public pages."""

from __future__ import annotations

from django.urls import path

from vinhdanh.portal import views

urlpatterns = [
    path("", views.check, name="check"),
    path("<str:code>/", views.check_honour, name="check_honour"),
]
