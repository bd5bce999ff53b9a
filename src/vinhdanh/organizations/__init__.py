"""Units, people, households: who can be honoured and who proposes."""
