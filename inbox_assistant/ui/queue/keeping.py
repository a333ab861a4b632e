"""What stays when the list of the queue becomes another one."""

from enum import Enum, auto


class Keeping(Enum):
    """Each keeps what the one before it keeps, and more."""

    NOTHING = auto()
    """Another list, seen from its beginning."""

    MARKS = auto()
    """The same work in another order, seen from its beginning."""

    PLACE = auto()
    """The same work; the row that is current stays so, where the list has it."""
