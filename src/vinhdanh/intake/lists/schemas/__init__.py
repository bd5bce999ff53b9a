"""The kinds of list that are read."""

from __future__ import annotations

from vinhdanh.intake.lists.schemas.awards import HONOURS, NOMINATIONS
from vinhdanh.intake.lists.schemas.people import HOUSEHOLDS, PEOPLE
from vinhdanh.intake.lists.schemas.yearly import INITIATIVES, YEAR_RECORDS

SCHEMAS = {
    schema.key: schema
    for schema in (PEOPLE, HOUSEHOLDS, YEAR_RECORDS, INITIATIVES, NOMINATIONS, HONOURS)
}

__all__ = [
    "HONOURS",
    "HOUSEHOLDS",
    "INITIATIVES",
    "NOMINATIONS",
    "PEOPLE",
    "SCHEMAS",
    "YEAR_RECORDS",
]
