"""The distances of the window, in device-independent pixels."""

HAIR = 1
"""A dividing line."""
TINY = 2
SMALL = 4
MEDIUM = 8
LARGE = 12
WIDE = 16
GENEROUS = 24

RADIUS = 6
"""Corners of panels and bars."""
PILL_RADIUS = 8
"""Corners of a pill of one word."""

ICON = 16
"""An icon beside text."""
ICON_LARGE = 20
"""An icon that stands alone."""
ICON_EMPTY = 40
"""The icon of a list without rows."""
