from vinhdanh.planning.models.evidence import Evidence, TaskDocument
from vinhdanh.planning.models.plan import Plan, PlanFinding
from vinhdanh.planning.models.task import Task

__all__ = ["Evidence", "Plan", "PlanFinding", "Task", "TaskDocument"]
