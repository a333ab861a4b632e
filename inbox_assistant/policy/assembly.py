"""Loaded packs compiled, and put in the parts that are stored."""

import marshal
from collections import Counter
from collections.abc import Iterable

from inbox_assistant.policy.assembled import Assembled, part_of
from inbox_assistant.policy.compiler import Compiler
from inbox_assistant.policy.detectors.catalogue import KINDS, TEXT_DETECTORS
from inbox_assistant.policy.detectors.lore import read_lore
from inbox_assistant.policy.fold import fold_text
from inbox_assistant.policy.language import language_tables
from inbox_assistant.policy.pack import LoadedPacks, RulePatterns
from inbox_assistant.policy.pattern import Pattern
from inbox_assistant.policy.programs import pack
from inbox_assistant.policy.required import required_signs
from inbox_assistant.policy.rule import Problem, Rule, Section, Writer
from inbox_assistant.policy.rulebook import flat, plain, stored_rules
from inbox_assistant.policy.tokens import has_ideographs, read_words

_SCRIPTS = {
    "ja": "[\u2e80-\u9fff\uf900-\ufaff]",
    "zh": "[\u2e80-\u9fff\uf900-\ufaff]",
    "ar": "[\u0600-\u06ff]",
    "hi": "[\u0900-\u097f]",
}
_SENTENCE = 10_000
"""Wider than any sentence: ``together`` without ``within``."""


def assemble(packs: LoadedPacks) -> Assembled:
    """Return *packs*, compiled."""
    rules, problems = _known(_of(packs, Section.RULE))
    common, usual = _common_words(packs), _usual_words(packs)
    reply, owners = Compiler(common, usual), []
    for number, rule in enumerate(rules):
        if rule.phrases or rule.together:
            _add(reply, rule, packs.patterns[rule.id])
            owners.append(number)
    buyer = Compiler(common, usual)
    topics = _of(packs, Section.TOPIC)
    for rule in topics:
        _add(buyer, rule, packs.patterns[rule.id])
    parts = {
        "rules": stored_rules(rules),
        "topics": stored_rules(topics),
        "problems": pack([flat(one) for one in [*packs.problems, *problems]]),
        "categories": pack([flat(one) for one in packs.categories.values()]),
        "detectors": pack(_detectors(rules)),
        "lore": pack(read_lore(packs.data)),
        # Tables that languages have in common are stored, and read, once.
        "languages": marshal.dumps(language_tables(packs.data.get("language", {}))),
        "rule_languages": pack([rule.languages for rule in rules]),
        "owners": pack(owners),
        **_compiled("reply", reply),
        **_compiled("buyer", buyer),
    }
    return Assembled({**parts, **_courtesies(packs, Compiler(common, usual))})


def _of(packs: LoadedPacks, section: Section) -> list[Rule]:
    """Return the rules of one section."""
    return [rule for rule in packs.rules if rule.section is section]


def _compiled(name: str, compiler: Compiler) -> dict[str, bytes]:
    """Return the parts that a compiler has made, as parts of what is called *name*."""
    return {part_of(name, part): made for part, made in compiler.parts().items()}


def _courtesies(packs: LoadedPacks, compiler: Compiler) -> dict[str, bytes]:
    """Return courtesies, brakes and small words, compiled by *compiler*."""
    writers: dict[int, str] = {}
    languages: dict[int, str] = {}
    brakes, small, rules = [], [], []
    for rule in packs.rules:
        if rule.section in (Section.COURTESY, Section.BRAKE):
            owner = _add(compiler, rule, packs.patterns[rule.id])
            rules.append(rule)
            writers[owner] = str(rule.writer)
            languages[owner] = "".join(rule.languages[:1])
            if rule.section is Section.BRAKE:
                brakes.append(owner)
    for (language, writer), patterns in packs.small.items():
        owner = compiler.add_owner()
        writers[owner] = str(Writer(writer))
        languages[owner] = language
        small.append(owner)
        _add_phrases(compiler, owner, patterns)
    return {
        "courtesies": stored_rules(rules),
        **_compiled("courtesy", compiler),
        "courtesy_owners": pack((writers, languages, small, brakes)),
    }


def _detectors(rules: list[Rule]) -> list[tuple[int, str, object, str, str, str]]:
    """Return what the rules without words look for.

    Number, detector, its options, regular expression, the letters without which that
    is not tried, and, where there are none, the signs without which it is not.
    """
    return [
        _detector(number, rule)
        for number, rule in enumerate(rules)
        if rule.detector or rule.pattern
    ]


def _detector(number: int, rule: Rule) -> tuple[int, str, object, str, str, str]:
    """Return what one rule looks for."""
    script = _script(rule)
    signs = "" if script else "".join(sorted(required_signs(rule.pattern)))
    options = plain(dict(rule.options))
    return (number, rule.detector, options, rule.pattern, script, signs)


def _script(rule: Rule) -> str:
    """Return the letters of the rule's language where they are its alone."""
    if has_ideographs(rule.pattern):
        return _SCRIPTS["ja"]
    return next((_SCRIPTS[name] for name in rule.languages if name in _SCRIPTS), "")


def _common_words(packs: LoadedPacks) -> frozenset[str]:
    """Return the small words of all languages."""
    tables = packs.data.get("language", {}).values()
    return frozenset(
        fold_text(word) for table in tables for word in table["words"].split()
    )


def _usual_words(packs: LoadedPacks) -> Counter[str]:
    """Return how often the rules' honest examples hold each word."""
    return Counter(
        word
        for rule in packs.rules
        for example in rule.allows
        for word in read_words(fold_text(example)).words
    )


def _known(rules: list[Rule]) -> tuple[list[Rule], list[Problem]]:
    """Return the rules whose detector exists, and what is wrong with the others."""
    known, problems = [], []
    for rule in rules:
        if rule.detector and rule.detector not in KINDS.keys() | TEXT_DETECTORS:
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
    for pattern in patterns.denied:
        compiler.add_denial(owner, pattern)
    return owner


def _add_phrases(compiler: Compiler, owner: int, patterns: Iterable[Pattern]) -> None:
    """Compile the patterns of one owner."""
    for pattern in patterns:
        compiler.add_phrase(owner, pattern)
