from vinhdanh.councils.models.council import Council, CouncilMember
from vinhdanh.councils.models.meeting import AgendaItem, Attendance, Meeting, Recusal
from vinhdanh.councils.models.minutes import MinutesFile
from vinhdanh.councils.models.vote import Ballot, Participation

__all__ = [
    "AgendaItem",
    "Attendance",
    "Ballot",
    "Council",
    "CouncilMember",
    "Meeting",
    "MinutesFile",
    "Participation",
    "Recusal",
]
