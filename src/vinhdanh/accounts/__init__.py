"""Users, the roles they hold in a unit, and what each role may do."""
