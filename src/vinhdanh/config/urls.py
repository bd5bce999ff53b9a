"""Addresses of the whole project."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from vinhdanh.web.views.gallery import favicon, gallery

urlpatterns: list[URLPattern | URLResolver] = [
    path("favicon.ico", favicon, name="favicon"),
    path("kiem-tra/", include("vinhdanh.portal.urls")),
    path("", include("vinhdanh.web.urls")),
]
if settings.DEBUG:
    urlpatterns += [
        path("gallery/", gallery, name="gallery"),
        path("gallery/<slug:shape>", gallery, name="gallery_shape"),
    ]
