"""What only the whole text shows: its length, its language, that it says nothing."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from inbox_assistant.policy.language import ENOUGH, Scores, best, dominant

if TYPE_CHECKING:
    from inbox_assistant.domain.finding import Fix
    from inbox_assistant.policy.courtesy import Courtesy

MOST_CHARACTERS = 4_000
"""What a message holds where no rule says otherwise."""
HINTS = "hints"
"""The detector of rules that say what the second reader hints at."""
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
        self, text: str, words: int, scores: Scores, languages: tuple[str, ...]
    ) -> list[Seen]:
        """Return what is found in *text*, of so many *words*.

        *scores* is the evidence for each language; *languages* are those that the
        buyer may write.
        """
        first = len(text) - len(text.lstrip())
        last = len(text.rstrip())
        found = []
        if self._length is not None and len(text) > self._most:
            found.append(Seen(self._length, 0, len(text), -1))
        if self._language is not None and _is_foreign(words, scores, languages):
            found.append(Seen(self._language, first, last, -1))
        thanks = self._thanks is not None and first < last
        if thanks and self._courtesy().only_thanks(text, dominant(scores)):
            found.append(Seen(self._thanks or 0, first, last, -1))
        return found


def _is_foreign(words: int, scores: Scores, languages: tuple[str, ...]) -> bool:
    """Return whether a text is clearly in another language than any of *languages*."""
    if not languages:
        return False
    if words < _LEAST_WORDS and max(scores.values(), default=0) < ENOUGH * _DOUBLE:
        return False
    likely = best(scores)
    if likely is None or likely in languages:
        return False
    own = max(scores.get(language, 0.0) for language in languages)
    return scores[likely] >= _DOUBLE * own
