"""Answer Amazon buyer messages in time and within the rules."""

__version__ = "0.1.0"
