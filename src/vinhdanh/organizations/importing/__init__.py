"""How lists of this module enter the records; importing it enters the handlers."""

from __future__ import annotations

from vinhdanh.organizations.importing.households import HouseholdLists
from vinhdanh.organizations.importing.initiatives import InitiativeLists
from vinhdanh.organizations.importing.people import PeopleLists
from vinhdanh.organizations.importing.years import YearLists
from vinhdanh.organizations.imports import handles

handles(PeopleLists())
handles(HouseholdLists())
handles(YearLists())
handles(InitiativeLists())
