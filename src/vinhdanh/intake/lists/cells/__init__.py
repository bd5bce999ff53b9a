"""Types of value: how a cell is read into one and written from one."""
