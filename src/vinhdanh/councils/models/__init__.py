from vinhdanh.councils.models.box import BallotBox
from vinhdanh.councils.models.council import Council, CouncilMember
from vinhdanh.councils.models.item import AgendaItem, Ceiling, Recusal, RoundResult
from vinhdanh.councils.models.kinship import Kinship
from vinhdanh.councils.models.meeting import Attendance, Meeting, Teller
from vinhdanh.councils.models.paper import (
    MeetingPaper,
    MinutesFile,
    PlannedMeeting,
    TallyFile,
    WorkPlan,
)
from vinhdanh.councils.models.vote import Ballot, PaperTally, Participation, Urn

__all__ = [
    "AgendaItem",
    "Attendance",
    "Ballot",
    "BallotBox",
    "Ceiling",
    "Council",
    "CouncilMember",
    "Kinship",
    "Meeting",
    "MeetingPaper",
    "MinutesFile",
    "PaperTally",
    "Participation",
    "PlannedMeeting",
    "Recusal",
    "RoundResult",
    "TallyFile",
    "Teller",
    "Urn",
    "WorkPlan",
]
