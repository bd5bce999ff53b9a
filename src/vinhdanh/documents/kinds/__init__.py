"""Builders: the facts of one kind of paper in, a document out."""

from __future__ import annotations
