"""Rules as they are stored: each is made when somebody asks for it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields

from inbox_assistant.domain.finding import Severity
from inbox_assistant.policy.programs import pack, unpack
from inbox_assistant.policy.rule import (
    Applies,
    Category,
    Problem,
    Recipe,
    Rule,
    Section,
    Writer,
)
from inbox_assistant.policy.runs import Runs, Stored, store_runs

_RULE_FIELDS = tuple(item.name for item in fields(Rule))
_CATEGORY_FIELDS = tuple(item.name for item in fields(Category))


class RuleBook(Sequence[Rule]):
    """Rules by their numbers."""

    def __init__(self, stored: Stored) -> None:
        self._stored = Runs(stored)
        self._made: dict[int, Rule] = {}

    def __len__(self) -> int:
        """Return how many rules there are."""
        return len(self._stored)

    def __getitem__(self, number: int) -> Rule:  # type: ignore[override] # no slices
        """Return the rule of that number."""
        rule = self._made.get(number)
        if rule is None:
            rule = _restored_rule(unpack(self._stored[number]))
            self._made[number] = rule
        return rule

    def __iter__(self) -> Iterator[Rule]:
        """Yield every rule."""
        return map(self.__getitem__, range(len(self._stored)))


def stored_rules(rules: Iterable[Rule]) -> bytes:
    """Return *rules* as they are stored."""
    return store_runs([pack(flat(rule)) for rule in rules])


def flat(value: Rule | Category | Problem) -> list[object]:
    """Return the fields of a value, in order, as plain ones."""
    return [plain(getattr(value, item.name)) for item in fields(value)]


def plain(value: object) -> object:
    """Return *value* without enumerations and dataclasses."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Recipe):
        return (value.action, value.label, value.replacement)
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(plain(item) for item in value)
    return value


def _restored_rule(values: list[object]) -> Rule:
    """Return the rule that was flattened to *values*."""
    named: dict[str, object] = dict(zip(_RULE_FIELDS, values, strict=True))
    return Rule(**{**named, **_kinds(named), **_rule_kinds(named)})  # type: ignore[arg-type]


def restored_category(values: list[object]) -> Category:
    """Return the category that was flattened to *values*."""
    named: dict[str, object] = dict(zip(_CATEGORY_FIELDS, values, strict=True))
    return Category(**{**named, **_kinds(named)})  # type: ignore[arg-type]


def _kinds(named: dict[str, object]) -> dict[str, object]:
    """Return the fields of rules and categories that are more than plain."""
    recipes = named["recipes"]
    return {
        "reply": Severity(str(named["reply"])),
        "proactive": Severity(str(named["proactive"])),
        "recipes": tuple(
            Recipe(*recipe)
            for recipe in (recipes if isinstance(recipes, tuple) else ())
        ),
    }


def _rule_kinds(named: dict[str, object]) -> dict[str, object]:
    """Return the fields of rules alone that are more than plain."""
    return {
        "section": Section(str(named["section"])),
        "applies": Applies(str(named["applies"])),
        "writer": Writer(str(named["writer"])),
    }
