"""Checks one table of a pack and makes a rule of it."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from inbox_assistant.domain.finding import Severity
from inbox_assistant.policy.bounded import refuse_unbounded
from inbox_assistant.policy.rule import (
    Applies,
    Category,
    Recipe,
    Rule,
    Section,
    Writer,
)
from inbox_assistant.policy.toml_tables import Table

TOPICS = (
    "product-question",
    "customization",
    "delivery",
    "shipping-problem",
    "product-problem",
    "return-refund",
    "order-change",
    "invoice",
    "thanks",
    "other",
)
ACTIONS = {
    "delete match": "Remove it",
    "delete clause": "Remove this part of the sentence",
    "delete sentence": "Remove the sentence",
    "lower case": "Write in small letters",
    "single mark": "Keep one mark",
}
WIDEST_WINDOW = 30
_HEAVIEST_WEIGHT = 5


class FieldError(ValueError):
    """A field of a table does not hold what it should."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class Origin:
    """What a rule takes from the file it stands in."""

    name: str
    file: str
    language: str
    defaults: Mapping[str, Any]
    categories: Mapping[str, Category]


Check = Callable[[str, Any], object]


def _text(field: str, value: Any) -> str:  # noqa: ANN401
    """Return *value*, a text."""
    if not isinstance(value, str) or not value.strip():
        raise FieldError(field, f"“{field}” must be a text")
    return value


def _texts(field: str, value: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Return *value*, a list of texts."""
    if not isinstance(value, list) or not value:
        raise FieldError(field, f"“{field}” must be a list of texts, not empty")
    return tuple(_text(field, item) for item in value)


def _maybe_texts(field: str, value: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Return *value*, a list of texts, which may be empty."""
    return () if value == [] else _texts(field, value)


def _sets(field: str, value: Any) -> tuple[tuple[str, ...], ...]:  # noqa: ANN401
    """Return *value*, a list of texts or a list of such lists."""
    if isinstance(value, list) and value and isinstance(value[0], list):
        return tuple(_texts(field, item) for item in value)
    return (_texts(field, value),)


def _flag(field: str, value: Any) -> bool:  # noqa: ANN401
    """Return *value*, true or false."""
    if not isinstance(value, bool):
        raise FieldError(field, f"“{field}” must be true or false")
    return value


def _number(low: int, high: int) -> Check:
    """Return a check for whole numbers between *low* and *high*."""

    def check(field: str, value: Any) -> int:  # noqa: ANN401
        if not isinstance(value, int) or not low <= value <= high:
            raise FieldError(field, f"“{field}” must be from {low} to {high}")
        return value

    return check


def _one_of(kind: type[Severity | Applies | Writer]) -> Check:
    """Return a check for the values of an enumeration."""

    def check(field: str, value: Any) -> object:  # noqa: ANN401
        if value not in [str(item) for item in kind]:
            names = ", ".join(kind)
            raise FieldError(field, f"“{field}” must be one of {names}")
        return kind(value)

    return check


def _options(field: str, value: Any) -> dict[str, object]:  # noqa: ANN401
    """Return *value*, a table."""
    if not isinstance(value, dict):
        raise FieldError(field, f"“{field}” must be a table: {{ name = value }}")
    return value


def _date(field: str, value: Any) -> str:  # noqa: ANN401
    """Return *value*, a date, as ISO writes it."""
    if not isinstance(value, dt.date):
        raise FieldError(field, f"“{field}” must be a date such as 2026-11-23")
    return value.isoformat()


def _regex(field: str, value: Any) -> str:  # noqa: ANN401
    """Return *value*, a regular expression that cannot be slow."""
    source = _text(field, value)
    wrong = refuse_unbounded(source)
    if wrong:
        raise FieldError(field, wrong)
    return source


def read_recipes(field: str, value: Any) -> tuple[Recipe, ...]:  # noqa: ANN401
    """Return the fixes that a list describes."""
    if not isinstance(value, list):
        raise FieldError(field, f"“{field}” must be a list")
    return tuple(_recipe(field, item) for item in value)


def _recipe(field: str, value: Any) -> Recipe:  # noqa: ANN401
    """Return the fix that an action's name or a table describes."""
    if isinstance(value, str) and value in ACTIONS:
        return Recipe(value, ACTIONS[value])
    if isinstance(value, dict) and set(value) == {"label", "replace"}:
        label = _text(field, value["label"])
        return Recipe("replace", label, str(value["replace"]))
    names = ", ".join(ACTIONS)
    raise FieldError(field, f"a fix is one of {names}, or {{ label, replace }}")


_COMMON: dict[str, Check] = {
    "phrases": _texts,
    "together": _sets,
    "within": _number(1, WIDEST_WINDOW),
    "unless": _texts,
    "question": _flag,
    "pattern": _regex,
    "why": _text,
    "checked": _date,
    "flags": _texts,
    "allows": _texts,
    "languages": _texts,
}
_FIELDS: dict[Section, dict[str, Check]] = {
    Section.RULE: {
        **_COMMON,
        "category": _text,
        "severity": _one_of(Severity),
        "applies": _one_of(Applies),
        "denied": _maybe_texts,
        "wide": _flag,
        "unless_buyer_asked": _maybe_texts,
        "message": _text,
        "fixes": read_recipes,
        "detector": _text,
        "options": _options,
        "asked": _maybe_texts,
    },
    Section.TOPIC: {
        **_COMMON,
        "topic": _text,
        "subject": _text,
        "weight": _number(1, _HEAVIEST_WEIGHT),
    },
    Section.COURTESY: {**_COMMON, "writer": _one_of(Writer)},
    Section.BRAKE: dict(_COMMON),
}
_KINDS = ("phrases", "together", "detector", "pattern")


def read_rule(table: Table, origin: Origin) -> Rule:
    """Return the rule that *table* describes; FieldError names what is wrong."""
    section = Section(table.path[0])
    values = _checked(table.values, _FIELDS[section])
    for field in ("flags", "allows"):
        if field not in values:
            raise FieldError(field, f"a rule needs examples: “{field}” is missing")
    if not any(kind in values for kind in _KINDS):
        raise FieldError("phrases", "a rule needs phrases, together or detector")
    if not all("«" in text and "»" in text for text in values["flags"]):
        raise FieldError("flags", "mark the exact stretch with « and »")
    if section is Section.RULE:
        values = _completed(values, origin)
    if section is Section.TOPIC and values.get("topic") not in TOPICS:
        raise FieldError("topic", "“topic” must be one of " + ", ".join(TOPICS))
    values.setdefault("why", origin.defaults.get("source", ""))
    checked = origin.defaults.get("checked")
    values.setdefault("checked", checked.isoformat() if checked else "")
    values.setdefault("languages", (origin.language,) if origin.language else ())
    return Rule(
        id=f"{origin.name}.{table.path[1]}",
        section=section,
        file=origin.file,
        line=table.line,
        **values,
    )


def _checked(values: dict[str, Any], fields: dict[str, Check]) -> dict[str, Any]:
    """Return *values*, each of them checked."""
    for field in values:
        if field not in fields:
            raise FieldError(field, f"there is no field “{field}”")
    return {field: fields[field](field, value) for field, value in values.items()}


def _completed(values: dict[str, Any], origin: Origin) -> dict[str, Any]:
    """Return the fields of a rule with what its category says by default."""
    name = values.setdefault("category", origin.defaults.get("category", ""))
    category = origin.categories.get(name)
    if category is None:
        raise FieldError("category", f"there is no category “{name}”")
    severity = values.pop("severity", None)
    values["reply"] = severity or category.reply
    values["proactive"] = severity or category.proactive
    values.setdefault("unless_buyer_asked", category.unless_buyer_asked)
    values.setdefault("message", category.message)
    values.setdefault(
        "denied", _maybe_texts("denied", origin.defaults.get("denied", []))
    )
    values["recipes"] = values.pop("fixes", category.recipes)
    return values
