"""A commune's year to look around in: the real plan of xã Minh Tiến, with invented people."""
