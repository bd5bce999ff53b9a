"""Settings, addresses and start-up of the one Django project."""
