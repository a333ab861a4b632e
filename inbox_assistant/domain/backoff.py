"""How long to leave a server alone that could not be reached."""

from datetime import timedelta

SHORTEST = timedelta(seconds=4)
LONGEST = timedelta(minutes=5)
_SPREAD = 0.5
"""Desks that lost one server together must not come back together."""


def pause(failures: int, chance: float) -> timedelta:
    """Return the pause after so many *failures* in a row, one at least.

    It doubles with each; *chance*, from 0 to 1, spreads it by a quarter either way.
    """
    doublings: int = 2 ** min(max(failures, 1) - 1, 20)
    return min(SHORTEST * doublings, LONGEST) * (1 - _SPREAD / 2 + _SPREAD * chance)
