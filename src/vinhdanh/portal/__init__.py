"""Public pages: whoever holds a paper can check it, without an account."""
