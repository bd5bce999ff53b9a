"""The words a row is found by: as they are written and without diacritics, one after another."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.db import models

from vinhdanh.kernel.text import fold, one_spelling, squeeze

if TYPE_CHECKING:
    from collections.abc import Callable

_NO_WORD = re.compile(r"[\W_]+")


def words_in(text: str) -> list[str]:
    """Return the words of a text, lower case, each tone mark where the newer habit puts it.

    Signs that are no letter or figure part words; so does "_", which marks the tags of an index.
    """
    return _NO_WORD.sub(" ", one_spelling(squeeze(text))).split()


def index_words(text: str) -> str:
    """Return every word of a text once, as it is written and folded.

    >>> index_words("Đức, thôn Xá")
    'duc thon xa đức thôn xá'
    """
    words = words_in(text)
    plain = map(_folded, words)
    return " ".join(dict.fromkeys([*plain, *words]))


@lru_cache(maxsize=10_000)
def _folded(word: str) -> str:
    """Return a word without diacritics; names are made of few words."""
    return fold(word)


class WordsField(models.TextField[str, str]):
    """Keeps the words of other fields; filled at every write, in bulk as well."""

    def __init__(self, *, of: Callable[[Any], str] | None = None, **kwargs: Any) -> None:
        self.of = of
        kwargs.setdefault("editable", False)
        kwargs.setdefault("default", "")
        super().__init__(**kwargs)

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: ARG002, FBT001 - Django's
        """Return the words as the row has them now."""
        value = index_words(self.of(model_instance)) if self.of else ""
        setattr(model_instance, self.attname, value)
        return value
