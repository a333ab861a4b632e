"""Numbers of ``Qt`` that are wanted before the first rows are seen.

PySide makes all 93 enums of its ``Qt`` at once, as soon as one name of it is looked up
or one of them is asked for or answered by a call. That takes about as long as asking
for the first rows and painting them. What is seen first therefore does without ``Qt``;
``docs/decisions/first-sight.md`` says how, ``tests/gui/test_start.py`` holds it.
"""

DISPLAY_ROLE = 0
TOOL_TIP_ROLE = 3
ACCESSIBLE_TEXT_ROLE = 11
USER_ROLE = 0x100
"""``Qt.ItemDataRole``; Qt hands roles over as numbers anyway."""

NEVER = 1
"""``Qt.ScrollBarPolicy.ScrollBarAlwaysOff``, as a value of a property."""

FROM_THE_LEFT, FROM_THE_RIGHT = 0, 1
"""``Qt.LayoutDirection``, as values of a property."""

UNKNOWN, LIGHT, DARK = 0, 1, 2
"""``Qt.ColorScheme``, as values of a property."""
