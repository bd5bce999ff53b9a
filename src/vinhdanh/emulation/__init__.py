"""Registrations of titles, movements and pledges."""
