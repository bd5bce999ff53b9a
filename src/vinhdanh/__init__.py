"""Vinh Danh: the year of emulation and commendation work, from plan to honours register."""

__version__ = "0.1.0"
