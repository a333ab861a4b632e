"""What only the whole text shows: its length, its language, that it says nothing."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from inbox_assistant.policy.language import ENOUGH, Scores, best, dominant
from inbox_assistant.policy.reading import Reading

if TYPE_CHECKING:
    from inbox_assistant.domain.finding import Fix
    from inbox_assistant.policy.courtesy import Courtesy

MOST_CHARACTERS = 4_000
"""What a message holds where no rule says otherwise."""
_DOUBLE = 2.0
_LEAST_WORDS = 5


class Seen(NamedTuple):
    """A stretch of the text that a rule, by its number, has found."""

    rule: int
    start: int
    end: int
    sentence: int
    """The number of the sentence; -1 for the whole text."""
    fixes: "tuple[Fix, ...]" = ()


class WholeText:
    """Finds what the rules with a detector of whole texts look for."""

    def __init__(
        self, numbers: Mapping[str, int], most: int, courtesy: "Callable[[], Courtesy]"
    ) -> None:
        self._length = numbers.get("length")
        self._language = numbers.get("wrong-language")
        self._thanks = numbers.get("thanks-only")
        self._most = most
        self._courtesy = courtesy

    def find(
        self, text: str, readings: Sequence[Reading], language: str | None
    ) -> list[Seen]:
        """Return what is found in *text*, read sentence by sentence."""
        first = len(text) - len(text.lstrip())
        last = len(text.rstrip())
        found = []
        if self._length is not None and len(text) > self._most:
            found.append(Seen(self._length, 0, len(text), -1))
        if self._language is not None and _is_foreign(readings, language):
            found.append(Seen(self._language, first, last, -1))
        if self._thanks is not None and readings:
            spoken = dominant(_totals(readings))
            if self._courtesy().only_thanks(text, spoken):
                found.append(Seen(self._thanks, first, last, -1))
        return found


def _totals(readings: Sequence[Reading]) -> Scores:
    """Return the evidence for each language in all sentences together."""
    totals: Scores = {}
    for reading in readings:
        for name, weight in reading.scores.items():
            totals[name] = totals.get(name, 0.0) + weight
    return totals


def _is_foreign(readings: Sequence[Reading], language: str | None) -> bool:
    """Return whether a text is clearly in another language than *language*."""
    if language is None:
        return False
    totals = _totals(readings)
    if sum(reading.words for reading in readings) < _LEAST_WORDS and (
        max(totals.values(), default=0) < ENOUGH * _DOUBLE
    ):
        return False
    likely = best(totals)
    if likely is None or likely == language:
        return False
    return totals[likely] >= _DOUBLE * totals.get(language, 0.0)
