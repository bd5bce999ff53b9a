"""Readers of files, each into the same grids."""
