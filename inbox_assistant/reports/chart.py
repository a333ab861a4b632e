"""Where the parts of a bar chart stand; whoever draws it only fills boxes."""

from collections.abc import Sequence
from dataclasses import dataclass

TICKS = 4
"""At most so many lines of the scale stand above its base."""

_GAP = 0.28
"""The share of a column's room that stays empty beside it."""

_WIDEST = 48.0


@dataclass(frozen=True, slots=True)
class Column:
    """One bar: its label and the sizes of its parts, from the base upwards."""

    label: str
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """The room of a chart: its size, and the margins for scale and labels."""

    width: float
    height: float
    left: float = 36.0
    right: float = 8.0
    top: float = 10.0
    bottom: float = 22.0


@dataclass(frozen=True, slots=True)
class Box:
    """One filled part of the column numbered ``column``; y grows downwards."""

    column: int
    part: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A chart ready to be drawn.

    ``ticks`` pair the height of a line with its number, ``labels`` the middle of a
    column with its label; labels that would touch each other are left out.
    """

    boxes: tuple[Box, ...]
    ticks: tuple[tuple[float, int], ...]
    labels: tuple[tuple[float, str], ...]


def lay_out(
    columns: Sequence[Column], frame: Frame, label_width: float = 40.0
) -> Layout:
    """Return where everything of a chart of *columns* stands in *frame*.

    *label_width* is the room that one label wants.
    """
    step = tick_step(max((sum(column.parts) for column in columns), default=0))
    most = max((sum(column.parts) for column in columns), default=0)
    top = max(step, -(-most // step) * step)
    base = frame.height - frame.bottom
    unit = (base - frame.top) / top
    room = (frame.width - frame.left - frame.right) / max(1, len(columns))
    width = min(room * (1 - _GAP), _WIDEST)
    every = max(1, -int(-label_width // room)) if room > 0 else 1
    boxes, labels = [], []
    for number, column in enumerate(columns):
        middle = frame.left + room * (number + 0.5)
        if number % every == 0:
            labels.append((middle, column.label))
        y = base
        for part, size in enumerate(column.parts):
            y -= size * unit
            if size:
                x = middle - width / 2
                boxes.append(Box(number, part, x, y, width, size * unit))
    ticks = tuple((base - at * unit, at) for at in range(0, top + 1, step))
    return Layout(tuple(boxes), ticks, tuple(labels))


def tick_step(most: int) -> int:
    """Return a round step by which a scale up to *most* has at most four lines."""
    step, factors = 1, (2, 5, 10)
    power = 1
    while True:
        if -(-most // step) <= TICKS:
            return step
        for factor in factors:
            step = power * factor
            if -(-most // step) <= TICKS:
                return step
        power *= 10
