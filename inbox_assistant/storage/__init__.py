"""The SQLite file of a profile; the one place that knows SQL."""
