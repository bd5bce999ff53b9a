from vinhdanh.reports.models.fairness import FairnessTarget
from vinhdanh.reports.models.report import Report

__all__ = ["FairnessTarget", "Report"]
