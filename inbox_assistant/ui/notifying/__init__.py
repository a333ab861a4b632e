"""Telling what waits to whoever does not look at the window."""
