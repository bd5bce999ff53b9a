"""Addresses of the fairness mirror."""

from __future__ import annotations

from django.urls import path

from vinhdanh.web.views import fairness

urlpatterns = [
    path("", fairness.fairness, name="fairness"),
    path("chi-tieu/", fairness.fairness_target, name="fairness_target"),
    path("quyet-dinh/<int:pk>/", fairness.fairness_decision, name="fairness_decision"),
]
