"""Where a row is after the list was replaced, or who stands in for it."""

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from array import array

_NEARBY = 1000
_HEIRS = 200


def place_of(ids: "array[int]", number: int, near: int) -> int | None:
    """Return where *number* is in *ids*, looked for around *near* first."""
    start = max(0, near - _NEARBY)
    for part, offset in ((ids[start : near + _NEARBY], start), (ids, 0)):
        with suppress(ValueError):
            return offset + part.index(number)
    return None


def heir_of(old: "array[int]", place: int, new: "array[int]") -> int | None:
    """Return where in *new* the row at *place* of *old* is.

    When it is gone, the nearest row after it stands in for it, else the nearest
    before it: whoever has dealt with a message goes on with the next one.
    """
    same = place_of(new, old[place], place)
    if same is not None:
        return same
    after = old[place + 1 : place + 1 + _HEIRS]
    before = old[max(0, place - _HEIRS) : place]
    heirs = [*after, *reversed(before)]
    start = max(0, place - _NEARBY)
    nearby = _first_of(heirs, new[start : place + _NEARBY])
    if nearby is not None:
        return start + nearby
    return _first_of(heirs, new)


def _first_of(numbers: list[int], ids: "array[int]") -> int | None:
    """Return where in *ids* the first of *numbers* is that it holds."""
    wanted = set(numbers)
    places = {number: at for at, number in enumerate(ids) if number in wanted}
    return next((places[number] for number in numbers if number in places), None)
