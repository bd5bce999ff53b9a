"""Addresses of the pages of the law."""

from __future__ import annotations

from django.urls import path

from vinhdanh.web.views import law, law_calculators, law_check, law_library

urlpatterns = [
    path("", law.honours, name="law"),
    path("danh-hieu/<slug:honour>/", law.honour, name="law_honour"),
    path("thay-doi/", law.changes, name="law_changes"),
    path("tien-thuong/", law_calculators.prize, name="law_prize"),
    path("thoi-han/", law_calculators.due, name="law_deadline"),
    path("ty-le/", law_calculators.ratio, name="law_ratio"),
    path("kiem-tra/", law_check.check, name="law_check"),
    path("van-ban/", law_library.library, name="law_library"),
    path("van-ban/<slug:instrument>/", law_library.instrument, name="law_instrument"),
    path("van-ban/<slug:instrument>/<slug:article>/", law_library.article, name="law_article"),
]
