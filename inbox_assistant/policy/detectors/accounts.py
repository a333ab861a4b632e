"""Numbers of cards, bank accounts and identity papers."""

import re

from inbox_assistant.policy.detectors.scene import (
    Detect,
    Detected,
    Lore,
    Options,
    Scene,
    announces,
    unfolded,
)
from inbox_assistant.policy.tokens import without_ideographs

_CARD = re.compile(r"(?<![\w\-])[3-6]\d{3}(?:[ \-.]?\d{4}){2}[ \-.]?\d{3,4}(?![\w\-])")
_AMEX = re.compile(r"(?<![\w\-])3[47]\d{2}[ \-]\d{6}[ \-]\d{5}(?![\w\-])")
_IBAN = re.compile(
    r"(?<![^\W_])[a-z]{2}\d{2}(?:[ \-]?[a-z0-9]{4}){2,7}"
    r"(?:[ \-]?[a-z0-9]{1,4})?(?![^\W_])"
)
_SOCIAL = re.compile(r"(?<![\w\-])\d{3}-\d{2}-\d{4}(?![\w\-])")
_LENGTHS = {
    length: frozenset(countries.split())
    for length, countries in {
        15: "no", 16: "be", 18: "dk fi nl", 19: "si", 20: "at ba ee lt lu xk",
        21: "ch hr li lv", 22: "bg de gb ge ie me rs", 23: "ae gi il",
        24: "ad cz es md pk ro sa se sk tn", 25: "pt", 26: "is tr",
        27: "fr gr it mc sm", 28: "al cy hu lb pl", 29: "br eg", 31: "mt",
    }.items()
}  # fmt: skip
_CHECK = 97
_DIGITS_LEAST = 10


def find_cards(options: Options, lore: Lore) -> Detect:
    """Return a detector of payment card numbers."""
    del options

    def detect(scene: Scene) -> list[Detected]:
        text = scene.folded.text
        bare = without_ideographs(text)
        found = [*_CARD.finditer(bare), *_AMEX.finditer(bare)]
        return [
            unfolded(scene, *card.span())
            for card in found
            if _is_card(card.group(), text[: card.start()], lore)
        ]

    return detect


def find_accounts(options: Options, lore: Lore) -> Detect:
    """Return a detector of IBANs and of American social security numbers."""
    del options, lore

    def detect(scene: Scene) -> list[Detected]:
        text = without_ideographs(scene.folded.text)
        if sum(map(str.isdecimal, text)) < _DIGITS_LEAST - 1:
            return []
        found = [
            unfolded(scene, iban.start(), iban.start() + length)
            for iban in _IBAN.finditer(text)
            if (length := _iban_length(iban.group()))
        ]
        found.extend(unfolded(scene, *item.span()) for item in _SOCIAL.finditer(text))
        return found

    return detect


def _is_card(written: str, before: str, lore: Lore) -> bool:
    """Return whether digits are a card's rather than a parcel's."""
    cue = re.findall(r"[^\W\d_]+", before)[-3:]
    if any(announces(word, lore.other) for word in cue):
        return False
    grouped = not written.isdecimal()
    return grouped or _passes_luhn(written)


def _passes_luhn(digits: str) -> bool:
    """Return whether the check digit of a card number is right."""
    total = 0
    for place, sign in enumerate(reversed(digits)):
        value = int(sign) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - digits' sum
    return total % 10 == 0


def _iban_length(written: str) -> int:
    """Return how many characters of *written* are an IBAN; 0 where none are."""
    wanted = next((n for n, lands in _LENGTHS.items() if written[:2] in lands), None)
    if wanted is None:
        return 0
    kept = ""
    for at, sign in enumerate(written):
        if sign.isalnum():
            kept += sign
        if len(kept) == wanted:
            digits = sum(map(str.isdecimal, kept))
            return at + 1 if digits >= min(_DIGITS_LEAST, wanted - 8) else 0
    numbers = "".join(str(int(sign, 36)) for sign in kept[4:] + kept[:4])
    return len(written) if int(numbers) % _CHECK == 1 else 0
