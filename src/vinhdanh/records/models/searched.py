"""Rows that are found by words, with or without diacritics."""

from __future__ import annotations

from django.db import models

from vinhdanh.kernel.text import fold, one_spelling, squeeze


class Searched(models.Model):
    """Keeps its words twice, as they are written and folded, each after a space."""

    exact = models.TextField(editable=False, default="")
    folded = models.TextField(editable=False, default="")

    class Meta:
        abstract = True

    def save(self, **kwargs: object) -> None:
        words = self.words()
        self.exact = f" {one_spelling(squeeze(words))}"
        self.folded = f" {fold(words)}"
        if kept := kwargs.get("update_fields"):
            kwargs["update_fields"] = {*kept, "exact", "folded"}  # type: ignore[misc]
        super().save(**kwargs)  # type: ignore[arg-type]

    def words(self) -> str:
        """Return what the row is found by."""
        raise NotImplementedError
