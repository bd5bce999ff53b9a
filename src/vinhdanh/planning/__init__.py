"""The year's plan, its tasks and the proof that each is done."""
