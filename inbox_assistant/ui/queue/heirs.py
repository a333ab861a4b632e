"""Where a row is after the list was replaced, or who stands in for it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from array import array

_NEARBY = 1000
_HEIRS = 200


def place_of(ids: "array[int]", number: int, near: int) -> int | None:
    """Return where *number* is in *ids*, looked for around *near* first."""
    start = max(0, near - _NEARBY)
    nearby = ids[start : near + _NEARBY]
    if number in nearby:
        return start + nearby.index(number)
    return ids.index(number) if number in ids else None


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
    wanted = set(after) | set(before)
    places = {number: at for at, number in enumerate(new) if number in wanted}
    for number in (*after, *reversed(before)):
        if number in places:
            return places[number]
    return None
