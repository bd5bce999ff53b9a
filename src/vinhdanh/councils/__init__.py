"""The council, its meetings and its votes."""
