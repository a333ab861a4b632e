"""Holds rules to the examples that they carry."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inbox_assistant.domain.finding import Severity
from inbox_assistant.policy.context import Context
from inbox_assistant.policy.engine import Engine
from inbox_assistant.policy.rule import Applies, Problem, Rule, Section
from inbox_assistant.policy.schema import TOPICS

_MARKED = re.compile("«(.*?)»", re.DOTALL)
_LANGUAGE = "en"
_DEPENDING = frozenset({"order-notice", "stock-delay", "product-guidance"})

Stretches = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Example:
    """A text, and the stretches of it that are marked."""

    text: str
    marked: tuple[tuple[int, int], ...]


def read_example(written: str) -> Example:
    """Return the text of an example without its « and », and what they mark."""
    marked = [
        (found.start() - 2 * number, found.end() - 2 * number - 2)
        for number, found in enumerate(_MARKED.finditer(written))
    ]
    return Example(written.replace("«", "").replace("»", ""), tuple(marked))


def example_context(rule: Rule) -> Context:
    """Return what the examples of *rule* answer."""
    language = rule.languages[0] if rule.languages else _LANGUAGE
    if rule.applies is Applies.PROACTIVE:
        return Context(language=language)
    if rule.asked or rule.category in _DEPENDING:
        return Context(buyer_topics=rule.asked or ("other",), language=language)
    return Context(buyer_topics=TOPICS, language=language)


def check_examples(engine: Engine) -> Iterator[Problem]:
    """Yield what does not hold of the examples of every rule of *engine*."""
    for rule in engine.rules:
        # The examples of the longest text would be as long; its tests write them.
        if rule.detector != "length":
            yield from check_rule(engine, rule)
    for rule in (*engine.topic_rules, *engine.courtesy_rules):
        yield from check_rule(engine, rule)


def check_rule(engine: Engine, rule: Rule) -> Iterator[Problem]:
    """Yield what does not hold of the examples of one rule."""
    for written in rule.flags:
        example = read_example(written)
        found = _found(engine, rule, example.text)
        if sorted(found) != sorted(example.marked):
            shown = ", ".join(f"“{example.text[a:b]}”" for a, b in found) or "nothing"
            yield _problem(rule, f"flags “{written}” but finds {shown}")
    for text in rule.allows:
        if rule.section is not Section.RULE:
            if _found(engine, rule, text):
                yield _problem(rule, f"allows “{text}” but finds something in it")
            continue
        for finding in engine.check(text, example_context(rule)):
            if finding.severity is not Severity.NOTE:
                said = f"{finding.rule}: “{finding.text}”"
                yield _problem(rule, f"allows “{text}”, flagged by {said}")


def _found(engine: Engine, rule: Rule, text: str) -> Stretches:
    """Return where *rule* itself finds something in *text*."""
    return _merged(engine.found_by(rule, text, example_context(rule)))


def _merged(stretches: Sequence[tuple[int, int]]) -> Stretches:
    """Return *stretches* without repeats, those inside others left out."""
    return [
        one
        for one in sorted(set(stretches))
        if not any(
            other != one and other[0] <= one[0] and one[1] <= other[1]
            for other in stretches
        )
    ]


def _problem(rule: Rule, message: str) -> Problem:
    """Return what is wrong with the examples of *rule*."""
    return Problem(rule.file, rule.line, rule.id, message)
