from vinhdanh.organizations.models.household import Household
from vinhdanh.organizations.models.initiative import Initiative, InitiativeAuthor
from vinhdanh.organizations.models.list_import import ImportRow, ListImport
from vinhdanh.organizations.models.person import Person, Position
from vinhdanh.organizations.models.recipient import Recipient
from vinhdanh.organizations.models.standing import Discipline, Hold
from vinhdanh.organizations.models.succession import UnitSuccession
from vinhdanh.organizations.models.unit import Supervision, Unit
from vinhdanh.organizations.models.year import YearRecord

__all__ = [
    "Discipline",
    "Hold",
    "Household",
    "ImportRow",
    "Initiative",
    "InitiativeAuthor",
    "ListImport",
    "Person",
    "Position",
    "Recipient",
    "Supervision",
    "Unit",
    "UnitSuccession",
    "YearRecord",
]
