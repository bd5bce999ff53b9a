from vinhdanh.organizations.models.household import Household
from vinhdanh.organizations.models.person import Person, Position
from vinhdanh.organizations.models.recipient import Recipient
from vinhdanh.organizations.models.unit import Supervision, Unit

__all__ = ["Household", "Person", "Position", "Recipient", "Supervision", "Unit"]
