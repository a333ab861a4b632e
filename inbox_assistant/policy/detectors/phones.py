"""Telephone numbers, in digits or in words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from inbox_assistant.domain.marketplace import BY_CODE
from inbox_assistant.domain.order_id import DIGITS
from inbox_assistant.policy.detectors.scene import (
    Detect,
    Detected,
    Lore,
    Options,
    Scene,
    announces,
    texts,
    unfolded,
)
from inbox_assistant.policy.disguise import join_letters
from inbox_assistant.policy.tokens import Words, without_ideographs

_DIGIT = re.compile(r"\d")
_RUN = re.compile(
    r"(?<![\w#])(?:\+\s?|\(\+?)?\d(?:[ \t().\-–—/·•*]{0,4}\d){5,17}(?!\w)"
)
_KNOWN = re.compile(
    rf"{DIGITS}"
    r"|(?:\d{1,2}[./\-]){2}(?:\d{4}|\d{2})(?:\s?[–-]\s?(?:\d{1,2}[./\-]){2}\d{2,4})?"
    r"|\d{4}[./\-]\d{1,2}[./\-]\d{1,2}(?:\s.{0,8})?"
    r"|(?:19|20)\d{2}\s?[-–/]\s?(?:19|20)\d{2}"
    r"|\d{1,3}(?:[.,]\d{3}){1,3}"
    r"|(?:\d{1,3}\s?[./–-]\s?){1,3}\d{1,3}"
)
_DATES = re.compile(r"(?:\d{1,2}[./\-]){2}\d{2,4}|\d{4}[./\-]\d{1,2}[./\-]\d{1,2}")
_AMERICAN = re.compile(r"\(?[2-9]\d{2}\)?[\s.\-–/]{1,3}\d{3}[\s.\-–]{1,3}\d{4}")
_LOCAL_AMERICAN = re.compile(r"[2-9]\d{2}[\-.–]\d{4}")
_UNIT = re.compile(
    r"\s?(?:%|€|\$|£|¥|₹|usd|eur|gbp|kr|zl|tl|mm|cm|m\b|km|kg|g\b|mg|ml|l\b|w\b|v\b|mah|ah|"
    r"hz|lm|lumen|pcs|st(?:k|ü|u)|x\s?\d|pixel|px|dpi|円|元)"
)
_MONEY = re.compile(r"[€$£¥₹]\s?$")
_LOOKS_LIKE = str.maketrans("oil", "011")
_LOOKALIKE = re.compile(r"(?=[a-z]*\d)(?![il]\d{3,}$)[\doil]+")
"""Digits with letters in their place; one letter before digits names a model, L2730."""
_PIECES = re.compile(r"\d+|[^\W\d_]+")
_LISTED = re.compile(r"\s?[,;/]\s?")
_CODE = re.compile(r"(?<![^\s(:,;])(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{2,6}\s$")
"""The part of a parcel's number before the last digits, as in "1Z 88A 0F7 03 1122"."""
_SERVICE = re.compile(r"(?<![^\s(:,;])([A-Z]{2})\s?$")
_NINE = re.compile(r"[1-9]\d{2}\s?\d{3}\s?\d{3}")
"""What S10 of the Universal Postal Union writes between two and two letters."""
_CODE_REACH = 8
_SHORTEST_GLUED = 3
"""A shorter word that stands against a digit, as "on" in Turkish, spells nothing."""
_LEAST = 6
_MOST_RUNS = 8
"""More runs of digits than that in one sentence are a table."""
_MOST = 15
_LONGEST_NATIONAL = 11
"""Longer ones behind "number" alone are a parcel's."""
_INTERNATIONAL = 8
_NATIONAL = (9, 12)
_SPELLED_WORDS = 3
_CUE_REACH = 5


@dataclass(frozen=True, slots=True)
class _View:
    """The sentence with spelled-out digits as digits, and where each came from."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    spelled: frozenset[int]
    """Places of the view that were words."""


def find_phones(options: Options, lore: Lore) -> Detect:
    """Return a detector of telephone numbers.

    ``regions`` lists the countries whose ways of grouping digits are tried where
    nothing else tells a telephone number from another number.
    """
    regions = texts(options, "regions")

    def detect(scene: Scene) -> list[Detected]:
        words = join_letters(scene.words, lore.digits.__contains__)
        spelled = sum(_spells(word, lore) for word in words.words)
        text = scene.folded.text
        if spelled < _SPELLED_WORDS and len(_DIGIT.findall(text)) < _LEAST - 1:
            return []
        view = _view(scene, words, lore)
        found = _in_pieces(scene, words, lore)
        for run in islice(_RUN.finditer(without_ideographs(view.text)), _MOST_RUNS):
            if _is_phone(view, run, lore, regions):
                start, end = view.starts[run.start()], view.ends[run.end() - 1]
                place = unfolded(scene, start, end)
                if not _ends_a_code(scene.source, place):
                    found.append(place)
        return found

    return detect


def _in_pieces(scene: Scene, words: Words, lore: Lore) -> list[Detected]:
    """Return the number told by words and digits in one, as in ``7eight6``.

    Nobody writes a word like that but to hide it, so whatever parts them is skipped.
    """
    glued = [at for at, word in enumerate(words.words) if _glued(word, lore)]
    told = "".join(_glued(words.words[at], lore) or "" for at in glued)
    if len(glued) < len("76") or len(told) < _LEAST:
        return []
    return [unfolded(scene, words.starts[glued[0]], words.ends[glued[-1]])]


def _glued(word: str, lore: Lore) -> str | None:
    """Return the digits of a word made of digits and of words that spell some."""
    if not any(map(str.isdecimal, word)) or not any(map(str.isalpha, word)):
        return None
    told = []
    for piece in _PIECES.findall(word):
        digits = piece if piece.isdecimal() else lore.digits.get(piece)
        if digits is None or len(digits) < len(piece) < _SHORTEST_GLUED:
            return None
        told.append(digits)
    return "".join(told)


def _view(scene: Scene, words: Words, lore: Lore) -> _View:
    """Return the sentence with its digits spelled out put in digits."""
    text = scene.folded.text
    if all(_digits(word, lore) is None for word in words.words):
        return _View(text, range(len(text)), range(1, len(text) + 1), frozenset())
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    spelled: set[int] = set()
    at, twice = 0, False
    for number, word in enumerate(words.words):
        start, end = words.starts[number], words.ends[number]
        digits = _digits(word, lore)
        if word in lore.doubles and _next_is_digit(words.words, number, lore):
            twice = True
            continue
        last = signs[-1] if signs else ""
        joins = _joins(text[at:start], (last, len(signs) - 1 in spelled), word, digits)
        for offset, sign in enumerate(" " if joins else text[at:start]):
            signs.append(sign)
            starts.append(min(at + offset, start))
            ends.append(min(at + offset + 1, start))
        written = word if digits is None else digits * (2 if twice else 1)
        if digits is not None:
            spelled.update(range(len(signs), len(signs) + len(written)))
        whole = digits is not None or len(written) != end - start
        for offset, sign in enumerate(written):
            signs.append(sign)
            starts.append(start if whole else start + offset)
            ends.append(end if whole else start + offset + 1)
        at, twice = end, False
    signs.extend(text[at:])
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return _View("".join(signs), starts, ends, frozenset(spelled))


def _digits(word: str, lore: Lore) -> str | None:
    """Return the digits that *word* spells, ``None`` where it spells none."""
    if word.isdecimal():
        return None
    known = lore.digits.get(word)
    if known is not None:
        return known
    glued = _glued(word, lore)
    if glued is not None:
        return glued
    pieces = word.split("-")
    if len(pieces) > 1:
        parts = [lore.digits.get(piece) or _resembling(piece) for piece in pieces]
        plain = all(piece.isdecimal() for piece in pieces)
        return "".join(parts) if all(parts) and not plain else None
    return _resembling(word) or None


def _resembling(word: str) -> str:
    """Return the digits that *word*, with letters in their place, looks like."""
    if len(word) > _LONGEST_NATIONAL or not _LOOKALIKE.fullmatch(word):
        return ""
    return word.translate(_LOOKS_LIKE)


def _joins(gap: str, before: tuple[str, bool], word: str, digits: str | None) -> bool:
    """Return whether *word*, after a *gap*, goes on with a number.

    Between digits written as words anything may stand; where words and digits are
    mixed, a comma or what stands for one. *before* is the last sign, and whether a
    word spelled it.
    """
    last, spelled = before
    if spelled and digits is not None:
        return True
    mixed = word.isdecimal() if spelled else digits is not None and last.isdecimal()
    return mixed and _LISTED.fullmatch(gap) is not None


def _spells(word: str, lore: Lore) -> int:
    """Return how many digits *word* spells, parts of it where it has a hyphen."""
    glued = _glued(word, lore)
    if glued is not None:
        return len(glued)
    if "-" not in word:
        return word in lore.digits
    return sum(part in lore.digits for part in word.split("-"))


def _next_is_digit(words: list[str], number: int, lore: Lore) -> bool:
    """Return whether the word after *number* spells or is a digit."""
    following = words[number + 1] if number + 1 < len(words) else ""
    return following in lore.digits or following.isdecimal()


def _is_phone(
    view: _View, run: re.Match[str], lore: Lore, regions: tuple[str, ...]
) -> bool:
    """Return whether a run of digits is a telephone number."""
    written = run.group()
    digits = re.sub(r"\D", "", written)
    words = sum(place in view.spelled for place in range(*run.span()))
    if words >= _SPELLED_WORDS + 1 and len(digits) >= _LEAST:
        return True
    if not _LEAST <= len(digits) <= _MOST or _has_unit(view.text, run):
        return False
    cue = _cue(view.text[: run.start()], lore)
    if cue == "other" or (_KNOWN.fullmatch(written) and not _leads(written, cue)):
        return False
    if _DATES.search(written):
        return False
    if "+" in written or digits.startswith("00"):
        return _is_international(written, digits)
    if cue == "number":
        cue = "phone" if len(digits) <= _LONGEST_NATIONAL else "either"
    plain = written == digits or len(digits) > _LONGEST_NATIONAL
    doubtful = cue == "either" and plain
    national = not doubtful and _is_national(written, digits, regions)
    return cue == "phone" or national


def _is_international(written: str, digits: str) -> bool:
    """Return whether digits behind ``+`` or ``00`` are a number of some country."""
    if len(digits) < _INTERNATIONAL or digits.startswith("000"):
        return False
    if "+" in written or written != digits:
        return True
    import phonenumbers  # noqa: PLC0415 - slow to import

    try:
        number = phonenumbers.parse("+" + digits[len("00") :])
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_possible_number(number)


def _ends_a_code(source: str, place: Detected) -> bool:
    """Return whether the digits at *place* are the rest of a parcel's number."""
    before = source[max(0, place.start - _CODE_REACH) : place.start]
    service = _SERVICE.search(before)
    if service is None:
        return _CODE.search(before) is not None
    digits = source[place.start : place.end]
    return service[1] not in BY_CODE and _NINE.fullmatch(digits) is not None


def _leads(written: str, cue: str) -> bool:
    """Return whether a number of doubtful shape is one by what stands before."""
    return cue == "phone" and written.count("-") < len("--")


def _is_national(written: str, digits: str, regions: tuple[str, ...]) -> bool:
    """Return whether digits are grouped as a country's telephone numbers are."""
    grouped = len(re.findall(r"\d+", written)) > 1
    low, high = _NATIONAL
    if _AMERICAN.fullmatch(written) or _LOCAL_AMERICAN.fullmatch(written):
        return True
    if digits[0] == "0" and low <= len(digits) <= high:
        return grouped or _is_valid(digits, regions)
    groups = [len(group) for group in re.findall(r"\d+", written)]
    usual = groups in (
        [3, 3, 3], [3, 2, 2, 2], [5, 5], [3, 3, 2, 2], [3, 7], [3, 6], [4, 3, 3],
        [2, 3, 2, 2], [3, 3, 4], [4, 4, 4], [2, 4, 4],
    ) or all(group == 1 for group in groups)  # fmt: skip
    return grouped and usual and _is_valid(digits, regions)


def _is_valid(digits: str, regions: tuple[str, ...]) -> bool:
    """Return whether *digits* are a number in one of *regions*."""
    import phonenumbers  # noqa: PLC0415 - slow to import

    for region in regions:
        try:
            number = phonenumbers.parse(digits, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return True
    return False


def _has_unit(text: str, run: re.Match[str]) -> bool:
    """Return whether the digits are an amount of something."""
    after = text[run.end() : run.end() + 8]
    return bool(_UNIT.match(after) or _MONEY.search(text[: run.start()]))


def _cue(before: str, lore: Lore) -> str:
    """Return what the nearest telling word *before* a number announces.

    A word that announces both kinds ("number") leaves it to the one before; where that
    speaks of a parcel, it is "either", and how the digits are grouped decides; where
    nothing else tells, it is "number".
    """
    doubtful = False
    for word in reversed(re.findall(r"[^\W_]+", before)[-_CUE_REACH:]):
        phone, other = announces(word, lore.phone), announces(word, lore.other)
        if phone and other:
            doubtful = True
        elif phone:
            return "phone"
        elif other:
            return "either" if doubtful else "other"
    return "number" if doubtful else ""
