"""A screen that nobody sees, of the size that people have."""

import os
from pathlib import Path

_OF_A_DESK = Path(__file__).with_name("screen.json")

OFFSCREEN = "offscreen" if os.name == "nt" else f"offscreen:configfile={_OF_A_DESK}"
"""Qt's platform; left to itself its screen is 800 by 800.

A drive's colon would end the path on Windows.
"""
