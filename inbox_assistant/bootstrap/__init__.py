"""Wires the program together; the one place that knows every layer."""
