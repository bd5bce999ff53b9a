"""A whole list of proposals: ratios, ceilings, double rewards, what is paid, fairness."""

from __future__ import annotations

from vinhdanh.lawbook.lists.check import check_list
from vinhdanh.lawbook.lists.entries import Entry, ListFinding, Severity
from vinhdanh.lawbook.lists.reading import ReadList, read_list
from vinhdanh.lawbook.lists.shares import quota

__all__ = ["Entry", "ListFinding", "ReadList", "Severity", "check_list", "quota", "read_list"]
