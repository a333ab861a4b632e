"""Compiled packs kept in a file, so that the next start need not compile."""

import hashlib
import marshal
import sys
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from inbox_assistant import __version__
from inbox_assistant.domain.finding import Severity
from inbox_assistant.policy.assembly import Assembled
from inbox_assistant.policy.compiler import Compiled
from inbox_assistant.policy.pack import pack_files
from inbox_assistant.policy.rule import (
    Applies,
    Category,
    Problem,
    Recipe,
    Rule,
    Section,
    Writer,
)

FORM = 3
"""Raised whenever what is stored changes its form."""

_NAME = "policy.compiled"
_DIGEST = 32


def fingerprint(folders: Sequence[Path]) -> str:
    """Return a mark that changes with any file of the packs, and with the program."""
    digest = hashlib.blake2b(digest_size=_DIGEST)
    digest.update(f"{FORM} {__version__} {sys.version}".encode())
    for folder in folders:
        for path in pack_files(folder):
            content = path.read_bytes()
            digest.update(f"\0{path}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


class Cache:
    """The file in which compiled packs are kept.

    Whatever is wrong with it, it is only made again.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME

    def load(self, mark: str) -> Assembled | None:
        """Return what was stored under *mark*, ``None`` where that is missing."""
        try:
            content = self._path.read_bytes()
        except OSError:
            return None
        digest, payload = content[:_DIGEST], content[_DIGEST:]
        if hashlib.blake2b(payload, digest_size=_DIGEST).digest() != digest:
            return None
        try:
            stored = marshal.loads(payload)  # noqa: S302 - our own file, digest checked
        except (ValueError, EOFError, TypeError):
            return None
        if not isinstance(stored, dict) or stored.get("mark") != mark:
            return None
        return _restored(stored)

    def store(self, mark: str, assembled: Assembled) -> None:
        """Keep *assembled* under *mark*; a file that cannot be written is no loss."""
        payload = marshal.dumps({"mark": mark, **_plain(assembled)})
        digest = hashlib.blake2b(payload, digest_size=_DIGEST).digest()
        fresh = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(digest + payload)
            fresh.replace(self._path)
        except OSError:
            return


def _plain(assembled: Assembled) -> dict[str, Any]:
    """Return *assembled* as values that ``marshal`` can write."""
    return {
        "rules": [_flat(rule) for rule in assembled.rules],
        "topics": [_flat(rule) for rule in assembled.topics],
        "courtesies": [_flat(rule) for rule in assembled.courtesies],
        "problems": [_flat(problem) for problem in assembled.problems],
        "categories": [_flat(item) for item in assembled.categories.values()],
        "data": _plain_data(assembled.data),
        "owners": assembled.owners,
        "writers": {owner: str(who) for owner, who in assembled.writers.items()},
        "languages": assembled.languages,
        "small": sorted(assembled.small),
        "brakes": sorted(assembled.brakes),
        "compiled": [
            [getattr(compiled, item.name) for item in fields(compiled)]
            for compiled in (assembled.reply, assembled.buyer, assembled.courtesy)
        ],
    }


def _restored(stored: dict[str, Any]) -> Assembled:
    """Return what ``_plain`` wrote as it was."""
    reply, buyer, courtesy = (Compiled(*values) for values in stored["compiled"])
    categories = [_category(values) for values in stored["categories"]]
    return Assembled(
        rules=[_rule(values) for values in stored["rules"]],
        topics=[_rule(values) for values in stored["topics"]],
        courtesies=[_rule(values) for values in stored["courtesies"]],
        problems=[Problem(*values) for values in stored["problems"]],
        categories={category.name: category for category in categories},
        data=stored["data"],
        reply=reply,
        owners=stored["owners"],
        buyer=buyer,
        courtesy=courtesy,
        writers={owner: Writer(who) for owner, who in stored["writers"].items()},
        languages=stored["languages"],
        small=frozenset(stored["small"]),
        brakes=frozenset(stored["brakes"]),
    )


def _flat(value: Rule | Category | Problem) -> list[Any]:
    """Return the fields of a value, in order, as plain ones."""
    return [_plain_data(getattr(value, item.name)) for item in fields(value)]


def _plain_data(value: Any) -> Any:  # noqa: ANN401
    """Return *value* without enumerations, dataclasses and dates."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Recipe):
        return (value.action, value.label, value.replacement)
    if isinstance(value, dict):
        return {str(key): _plain_data(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_plain_data(item) for item in value)
    return value


_RULE_FIELDS = tuple(item.name for item in fields(Rule))
_CATEGORY_FIELDS = tuple(item.name for item in fields(Category))


def _rule(values: list[Any]) -> Rule:
    """Return the rule that was flattened to *values*."""
    named = dict(zip(_RULE_FIELDS, values, strict=True))
    named["section"] = Section(named["section"])
    named["reply"] = Severity(named["reply"])
    named["proactive"] = Severity(named["proactive"])
    named["applies"] = Applies(named["applies"])
    named["writer"] = Writer(named["writer"])
    named["recipes"] = tuple(Recipe(*recipe) for recipe in named["recipes"])
    return Rule(**named)


def _category(values: list[Any]) -> Category:
    """Return the category that was flattened to *values*."""
    named = dict(zip(_CATEGORY_FIELDS, values, strict=True))
    named["reply"] = Severity(named["reply"])
    named["proactive"] = Severity(named["proactive"])
    named["recipes"] = tuple(Recipe(*recipe) for recipe in named["recipes"])
    return Category(**named)
