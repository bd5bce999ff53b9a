"""Submissions of units and the nominations in them."""
