from vinhdanh.organizations.models.household import Household
from vinhdanh.organizations.models.initiative import Initiative
from vinhdanh.organizations.models.person import Person, Position
from vinhdanh.organizations.models.recipient import Recipient
from vinhdanh.organizations.models.standing import Discipline, Hold
from vinhdanh.organizations.models.unit import Supervision, Unit
from vinhdanh.organizations.models.year import YearRecord

__all__ = [
    "Discipline",
    "Hold",
    "Household",
    "Initiative",
    "Person",
    "Position",
    "Recipient",
    "Supervision",
    "Unit",
    "YearRecord",
]
