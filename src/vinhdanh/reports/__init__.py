"""Reports whose figures are read from the records."""
