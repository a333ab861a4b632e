"""Positions in a text, in the units of Python and of Qt."""

from bisect import bisect_left
from collections.abc import Iterable

_LAST_ONE_UNIT = 0xFFFF


def utf16_offsets(text: str, points: Iterable[int]) -> tuple[int, ...]:
    """Return *points*, counted in code points of *text*, counted in UTF-16 units.

    Qt counts UTF-16 units; a character beyond the basic plane, such as an emoji,
    is two of them.
    """
    wanted = tuple(points)
    if text.isascii() or max(text, default="") <= chr(_LAST_ONE_UNIT):
        return wanted
    wide = [at for at, sign in enumerate(text) if ord(sign) > _LAST_ONE_UNIT]
    return tuple(point + bisect_left(wide, point) for point in wanted)
