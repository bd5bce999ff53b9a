"""Settings under test: the same project in memory, with a fast password hash."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("VINHDANH_DATA", tempfile.mkdtemp(prefix="vinhdanh-test-"))
os.environ.setdefault("VINHDANH_SECRET_KEY", "test-only")

from vinhdanh.config.settings import *  # noqa: F403
from vinhdanh.config.settings import DATABASES, STORAGES

ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STORAGES = STORAGES | {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["NAME"] = ":memory:"
