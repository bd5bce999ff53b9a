"""Award decisions, the honours they create and their certificates."""
