"""The window: widgets, models and painting."""
