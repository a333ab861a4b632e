"""Which signs a regular expression cannot do without.

Most of what people write holds none of them, so that most sentences need not be tried.
"""

import re
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

_WIDEST = 64
"""A range of more signs says little."""
_WEIGHTS = {**dict.fromkeys("-,'\"’", 6), **dict.fromkeys("0123456789:!?()", 3)}
"""How common signs are in what people write, beside 1 for the others."""

Signs = frozenset[str]


def required_signs(source: str) -> Signs:
    """Return signs of which every match of *source* holds at least one.

    Letters, blanks and full stops stand nearly everywhere and are never among them; the
    set is empty where nothing else is required. *source* must be a valid expression
    that is tried in folded text, whose digits are 0 to 9.
    """
    try:
        # The parser of ``re`` itself knows what an expression means; it is no public
        # module, so that whatever it is in other versions, nothing is said then.
        parsed = import_module("re._parser").parse(source)
        return _of_sequence(parsed) or frozenset()
    except (ImportError, AttributeError, TypeError, ValueError, re.error):
        return frozenset()


def _of_sequence(items: Iterable[Any]) -> Signs | None:
    """Return the rarest signs that some item requires; ``None`` where none does."""
    found = [signs for name, value in items if (signs := _of(str(name), value))]
    return min(found, key=_commonness, default=None)


def _of(name: str, value: Any) -> Signs | None:  # noqa: ANN401 - as the parser has it
    """Return the signs that one item requires."""
    if name == "LITERAL":
        return _usable({chr(value)})
    if name == "IN":
        return _of_set(value)
    if name == "BRANCH":
        return _of_branches(value[1])
    if name in ("SUBPATTERN", "ATOMIC_GROUP"):
        return _of_sequence(value[-1] if name == "SUBPATTERN" else value)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0] > 0:
        return _of_sequence(value[2])
    return None


def _of_branches(branches: Sequence[Iterable[Any]]) -> Signs | None:
    """Return what all of several branches require, one or the other."""
    found = [_of_sequence(branch) for branch in branches]
    sets = [signs for signs in found if signs]
    return frozenset().union(*sets) if len(sets) == len(found) else None


def _of_set(items: Iterable[Any]) -> Signs | None:
    """Return the signs of a set in brackets."""
    signs: set[str] = set()
    for name, value in items:
        if str(name) == "LITERAL":
            signs.add(chr(value))
        elif str(name) == "RANGE" and value[1] - value[0] < _WIDEST:
            signs.update(map(chr, range(value[0], value[1] + 1)))
        elif str(value) == "CATEGORY_DIGIT":
            signs.update("0123456789")
        else:
            return None
    return _usable(signs)


def _usable(signs: set[str]) -> Signs | None:
    """Return *signs* unless one of them stands nearly everywhere."""
    common = any(sign.isalpha() or sign.isspace() or sign == "." for sign in signs)
    return None if common else frozenset(signs)


def _commonness(signs: Signs) -> int:
    """Return how common *signs* are, all together."""
    return sum(_WEIGHTS.get(sign, 1) for sign in signs)
