"""Loaded packs made ready to work with, as plain data that can be stored."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from inbox_assistant.policy.compiler import Compiled, Compiler
from inbox_assistant.policy.detectors.catalogue import DETECTORS, TEXT_DETECTORS
from inbox_assistant.policy.fold import fold_text
from inbox_assistant.policy.pack import LoadedPacks, RulePatterns
from inbox_assistant.policy.pattern import Pattern
from inbox_assistant.policy.rule import Category, Problem, Rule, Section, Writer

_SENTENCE = 10_000
"""Wider than any sentence: ``together`` without ``within``."""


@dataclass(slots=True)
class Assembled:
    """Every rule, and everything compiled from them."""

    rules: list[Rule]
    """The rules that find, by number."""
    topics: list[Rule]
    """The rules that read topics, by owner."""
    courtesies: list[Rule]
    problems: list[Problem]
    categories: dict[str, Category]
    data: dict[str, dict[str, dict[str, Any]]]
    reply: Compiled
    """Finds what may not be written."""
    owners: list[int]
    """The number of the rule that each owner of ``reply`` is."""
    buyer: Compiled
    """Finds what a buyer's message is about."""
    courtesy: Compiled
    """Finds what carries nothing."""
    writers: dict[int, Writer] = field(default_factory=dict)
    """Whose each owner of ``courtesy`` is."""
    languages: dict[int, str] = field(default_factory=dict)
    """The language of each; empty for what every language has."""
    small: frozenset[int] = frozenset()
    brakes: frozenset[int] = frozenset()


def assemble(packs: LoadedPacks) -> Assembled:
    """Return *packs*, compiled."""
    rules = [rule for rule in packs.rules if rule.section is Section.RULE]
    topics = [rule for rule in packs.rules if rule.section is Section.TOPIC]
    rules, problems = _known(rules)
    common = _common_words(packs)
    reply, owners = Compiler(common), []
    for number, rule in enumerate(rules):
        if rule.phrases or rule.together:
            _add(reply, rule, packs.patterns[rule.id])
            owners.append(number)
    buyer = Compiler(common)
    for rule in topics:
        _add(buyer, rule, packs.patterns[rule.id])
    result = Assembled(
        rules=rules,
        topics=topics,
        courtesies=[],
        problems=[*packs.problems, *problems],
        categories=packs.categories,
        data=packs.data,
        reply=reply.finish(),
        owners=owners,
        buyer=buyer.finish(),
        courtesy=Compiled(),
    )
    _add_courtesies(result, packs)
    return result


def _add_courtesies(result: Assembled, packs: LoadedPacks) -> None:
    """Compile courtesies, brakes and small words."""
    compiler = Compiler(_common_words(packs))
    brakes, small = set(), set()
    for rule in packs.rules:
        if rule.section in (Section.COURTESY, Section.BRAKE):
            owner = _add(compiler, rule, packs.patterns[rule.id])
            result.courtesies.append(rule)
            result.writers[owner] = rule.writer
            result.languages[owner] = "".join(rule.languages[:1])
            if rule.section is Section.BRAKE:
                brakes.add(owner)
    for (language, writer), patterns in packs.small.items():
        owner = compiler.add_owner()
        result.writers[owner] = Writer(writer)
        result.languages[owner] = language
        small.add(owner)
        _add_phrases(compiler, owner, patterns)
    result.courtesy = compiler.finish()
    result.small, result.brakes = frozenset(small), frozenset(brakes)


def _common_words(packs: LoadedPacks) -> frozenset[str]:
    """Return the small words of all languages."""
    tables = packs.data.get("language", {}).values()
    return frozenset(
        fold_text(word) for table in tables for word in table["words"].split()
    )


def _known(rules: list[Rule]) -> tuple[list[Rule], list[Problem]]:
    """Return the rules whose detector exists, and what is wrong with the others."""
    known, problems = [], []
    for rule in rules:
        if rule.detector and rule.detector not in DETECTORS.keys() | TEXT_DETECTORS:
            message = f"there is no detector “{rule.detector}”."
            problems.append(Problem(rule.file, rule.line, rule.id, message))
        else:
            known.append(rule)
    return known, problems


def _add(compiler: Compiler, rule: Rule, patterns: RulePatterns) -> int:
    """Compile one rule and return its owner."""
    owner = compiler.add_owner(question=rule.question)
    _add_phrases(compiler, owner, patterns.phrases)
    for together in patterns.together:
        compiler.add_together(owner, together, rule.within or _SENTENCE)
    for pattern in patterns.unless:
        compiler.add_guard(owner, pattern)
    return owner


def _add_phrases(compiler: Compiler, owner: int, patterns: Iterable[Pattern]) -> None:
    """Compile the patterns of one owner."""
    for pattern in patterns:
        compiler.add_phrase(owner, pattern)
