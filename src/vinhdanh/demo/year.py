"""Loading the year: every act on its day, all of it or nothing."""

from __future__ import annotations

from django.db import transaction

from vinhdanh.demo.commune import settle
from vinhdanh.demo.history import enter_history
from vinhdanh.demo.june import spend_june
from vinhdanh.demo.may import hold_may_round
from vinhdanh.demo.mending import correct_may_decision
from vinhdanh.demo.money import open_fund, pay_may_prizes, spend_spring
from vinhdanh.demo.paperwork import (
    establish_council,
    issue_council_plan,
    issue_letter,
    issue_plan,
)
from vinhdanh.demo.rivalry import launch_year, register_units
from vinhdanh.demo.units import NAME
from vinhdanh.demo.upward import forward_may_approvals
from vinhdanh.organizations.models import Unit


@transaction.atomic
def load_demo() -> bool:
    """Load the demonstration; return False, changing nothing, where it is loaded already."""
    if Unit.objects.filter(name=NAME, parent=None).exists():
        return False
    commune = settle()
    establish_council(commune)
    enter_history(commune)
    plan = issue_plan(commune)
    issue_letter(commune, plan)
    open_fund(commune)
    register_units(commune)
    launch_year(commune)
    issue_council_plan(commune, plan)
    spend_spring(commune)
    hold_may_round(commune)
    forward_may_approvals(commune)
    pay_may_prizes(commune)
    correct_may_decision(commune)
    spend_june(commune, plan)
    return True
