"""Changes that leave an allowed sentence behind."""

import re
from collections.abc import Sequence

from inbox_assistant.domain.finding import Fix
from inbox_assistant.policy.rule import Recipe

Stretch = tuple[int, int]

_CLAUSE_START = re.compile(r"[,;–—](?=\s)|\s(?=\()")
_CLAUSE_END = re.compile(r"[,;–—](?=\s)|[.!?]+$")


def make_fixes(
    text: str, place: Stretch, sentence: Stretch, recipes: Sequence[Recipe]
) -> tuple[Fix, ...]:
    """Return the fixes that *recipes* describe for a finding at *place*."""
    return tuple(_make_fix(text, place, sentence, recipe) for recipe in recipes)


def _make_fix(text: str, place: Stretch, sentence: Stretch, recipe: Recipe) -> Fix:
    """Return the fix that one recipe describes."""
    if recipe.action == "delete sentence":
        start, end = _sentences(text, place, sentence)
        return Fix(recipe.label, start, end, "")
    if recipe.action == "delete clause":
        start, end = _clause(text, place, sentence)
        return Fix(recipe.label, start, end, "")
    if recipe.action == "delete match":
        start, end = _with_blank(text, place)
        return Fix(recipe.label, start, end, "")
    start, end = place
    found = text[start:end]
    replacement = {
        "lower case": found.lower(),
        "single mark": found[:1],
        "replace": recipe.replacement,
    }[recipe.action]
    return Fix(recipe.label, start, end, replacement)


def _sentences(text: str, place: Stretch, sentence: Stretch) -> Stretch:
    """Return the sentence of *place* with the blanks that part it from the next."""
    start = min(place[0], sentence[0])
    end = max(place[1], sentence[1])
    after = end
    while after < len(text) and text[after] in " \t":
        after += 1
    if after < len(text) and text[after] == "\n":
        # The last sentence of a line: the blank before it goes instead.
        after = end
        while start > 0 and text[start - 1] in " \t":
            start -= 1
    elif after >= len(text):
        while start > 0 and text[start - 1].isspace():
            start -= 1
    return start, after


def _clause(text: str, place: Stretch, sentence: Stretch) -> Stretch:
    """Return the part of the sentence, from comma to comma, that holds *place*."""
    begins = [
        found.start()
        for found in _CLAUSE_START.finditer(text, sentence[0], place[0] + 1)
    ]
    if not begins:
        return _sentences(text, place, sentence)
    end = _CLAUSE_END.search(text, place[1], sentence[1])
    return begins[-1], end.start() if end else sentence[1]


def _with_blank(text: str, place: Stretch) -> Stretch:
    """Return *place* with the blanks before it, or after it at a line's start."""
    start, end = place
    while start > 0 and text[start - 1] in " \t\u00a0":
        start -= 1
    if start == 0 or text[start - 1] == "\n":
        start = place[0]
        while end < len(text) and text[end] in " \t\u00a0":
            end += 1
    return start, end
