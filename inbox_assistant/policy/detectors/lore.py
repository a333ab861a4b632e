"""Reads the tables of numbers, signs and carriers that detectors know."""

from collections.abc import Mapping
from typing import Any

from inbox_assistant.policy.fold import fold_text

Tables = Mapping[str, Mapping[str, Mapping[str, Any]]]


def read_lore(data: Tables) -> dict[str, object]:
    """Return what all languages' tables together say, as plain data."""
    digits: dict[str, str] = {}
    doubles: set[str] = set()
    for table in data.get("digits", {}).values():
        for key, words in table.items():
            if key == "twice":
                doubles.update(_words(words))
            else:
                digits.update(dict.fromkeys(_words(words), key))
    signs = data.get("signs", {}).values()
    numbers = data.get("numbers", {}).values()
    phone = {word for table in numbers for word in _words(table.get("phone", ""))}
    other = {word for table in numbers for word in _words(table.get("other", ""))}
    return {
        "digits": digits,
        "doubles": sorted(doubles),
        "ats": [word for table in signs for word in _words(table.get("at", ""))],
        "places": [word for table in signs for word in _words(table.get("place", ""))],
        "spots": _spots(data),
        "dots": _dots(data),
        "phone": sorted(phone),
        "other": sorted(other),
        "carriers": _carriers(data),
    }


_OTHER_SIGNS = ("at", "place", "spot")


def _dots(data: Tables) -> dict[str, list[str] | None]:
    """Return the words for a dot and the endings each may stand before."""
    dots: dict[str, list[str] | None] = {}
    for table in data.get("signs", {}).values():
        for name, value in table.items():
            if name == "dot":
                dots.update(dict.fromkeys(_words(value)))
            elif name not in _OTHER_SIGNS:
                # Italian and Spanish share "punto", each with endings of its own.
                shared = dots.get(fold_text(name)) or []
                dots[fold_text(name)] = sorted({*shared, *value})
    return dots


def _spots(data: Tables) -> dict[str, list[str]]:
    """Return the words for a dot, and after which words of its language it is none."""
    spots: dict[str, list[str]] = {}
    for table in data.get("signs", {}).values():
        for name in table.keys() - {*_OTHER_SIGNS}:
            for word in _words(table[name]) if name == "dot" else [fold_text(name)]:
                shared = spots.get(word, [])
                spots[word] = sorted({*shared, *_words(table.get("spot", ""))})
    return spots


def _carriers(data: Tables) -> dict[str, str]:
    """Return the carriers' names by the domains of their tracking pages."""
    tables = data.get("carriers", {}).values()
    return {
        domain: name
        for table in tables
        for name, domains in table.items()
        for domain in domains
    }


def _words(listed: str) -> list[str]:
    """Return the words of a list parted by bars, folded."""
    return [fold_text(word) for word in listed.split("|") if word]
