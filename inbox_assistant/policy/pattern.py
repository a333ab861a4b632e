"""The small language in which a rule says which words it looks for.

A pattern is a sequence of steps; a step is a choice of words or phrases, a gap, an
edge of the sentence, or a word that must not stand there. Nothing in it repeats, so
reading a sentence takes time linear in its length.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from inbox_assistant.policy.fold import fold_text
from inbox_assistant.policy.programs import Form
from inbox_assistant.policy.tokens import has_ideographs, read_words


class PatternError(ValueError):
    """A pattern is not written as patterns are."""


@dataclass(frozen=True, slots=True, order=True)
class Atom:
    """One word, or one way for a word to look."""

    form: Form
    text: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several words or phrases."""

    atoms: frozenset[Atom]
    phrases: tuple["Pattern", ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Without:
    """The word here is none of these."""

    atoms: frozenset[Atom]


@dataclass(frozen=True, slots=True)
class Gap:
    """At most ``most`` words, or characters of a script without blanks, between."""

    most: int


class Edge(StrEnum):
    """A place in the sentence."""

    START = "^"
    END = "$"


Step = Choice | Without | Gap | Edge


@dataclass(frozen=True, slots=True)
class Pattern:
    """Steps that follow each other."""

    steps: tuple[Step, ...]
    ideographs: bool = False
    """Whether it is read letter by letter, as scripts without blanks are."""


WIDEST_GAP = 12
WIDEST_GAP_OF_LETTERS = 30
SHORTEST_STEM = 3
SHORTEST_TYPO = 6
_PLAIN = re.compile(r"[^\W_](?:[^\W_]|[{},*'’\-])*")
_DEEPEST = 8
_MOST_FORMS = 200
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}
_SPECIAL = {"#": Atom(Form.NUMBER, ""), "#code": Atom(Form.CODE, "")}
_ANY = Atom(Form.ANY, "")


class PatternReader:
    """Reads patterns that may use word classes: its own, and those of *shared*."""

    def __init__(
        self,
        classes: Mapping[str, str | list[str]],
        shared: "PatternReader | None" = None,
    ) -> None:
        self._classes = classes
        self._shared = shared
        self._read: dict[str, tuple[Pattern, ...]] = {}
        self._reading: list[str] = []

    def read(self, source: str) -> Pattern:
        """Return the pattern that *source* describes."""
        phrases = self._phrases(source)
        pattern = phrases[0] if len(phrases) == 1 else Pattern((_choice(phrases),))
        ideographs = any(map(_has_ideographs, pattern.steps))
        _check(pattern, ideographs=ideographs)
        return Pattern(pattern.steps, ideographs)

    def _phrases(self, source: str) -> tuple[Pattern, ...]:
        """Return the alternatives of *source*, parted by bars between blanks."""
        parts: list[list[str]] = [[]]
        for item in _items(source):
            if item == "|":
                parts.append([])
            else:
                parts[-1].append(item)
        if not all(parts):
            message = f"an alternative is empty in “{source}”"
            raise PatternError(message)
        return tuple(
            Pattern(tuple(step for item in part for step in self._steps(item)))
            for part in parts
        )

    def _steps(self, item: str) -> tuple[Step, ...]:
        """Return the steps that one item stands for."""
        if item in ("^", "$"):
            return (Edge(item),)
        if item.startswith("~"):
            return (_gap(item),)
        if item.startswith("!"):
            return (Without(self._choice(item[1:]).atoms),)
        optional = item.endswith("?")
        choice = self._choice(item[:-1] if optional else item)
        if not optional and not choice.atoms and len(choice.phrases) == 1:
            return choice.phrases[0].steps
        return (Choice(choice.atoms, choice.phrases, optional),)

    def _choice(self, item: str) -> Choice:
        """Return the words and phrases that one item offers."""
        phrases: list[Pattern] = []
        for alternative in _alternatives(item):
            if alternative.startswith("("):
                phrases.extend(self._bracketed(alternative[1:-1]))
            elif "_" in alternative:
                parts = alternative.split("_")
                steps = tuple(step for part in parts for step in self._steps(part))
                phrases.append(Pattern(steps))
            elif alternative.startswith("@"):
                phrases.extend(self._class(alternative[1:]))
            else:
                for form in _forms(alternative):
                    phrases.extend(_literal(form))
        return _choice(tuple(phrases))

    def _bracketed(self, source: str) -> tuple[Pattern, ...]:
        """Return the phrases in parentheses, where any bar parts phrases.

        Where bars with blanks around them do, the others part words.
        """
        if "|" in _items(source):
            return self._phrases(source)
        parts = _alternatives(source, strict=False)
        return tuple(
            phrase for part in parts for phrase in (_words(part) or self._phrases(part))
        )

    def _class(self, name: str) -> tuple[Pattern, ...]:
        """Return the phrases of the word class called *name*."""
        if name in self._read:
            return self._read[name]
        if name not in self._classes and self._shared is not None:
            return self._shared._class(name)  # noqa: SLF001 - another of its kind
        if name not in self._classes:
            message = f"there is no word class “@{name}”"
            raise PatternError(message)
        if name in self._reading or len(self._reading) > _DEEPEST:
            message = f"the word class “@{name}” contains itself"
            raise PatternError(message)
        self._reading.append(name)
        try:
            source = self._classes[name]
            lines = [source] if isinstance(source, str) else source
            phrases = tuple(part for line in lines for part in self._phrases(line))
        finally:
            self._reading.pop()
        self._read[name] = phrases
        return phrases


def _has_ideographs(step: Step) -> bool:
    """Return whether a word of *step* is of a script without blanks."""
    if isinstance(step, Gap | Edge):
        return False
    if any(has_ideographs(atom.text) for atom in step.atoms):
        return True
    phrases = step.phrases if isinstance(step, Choice) else ()
    return any(_has_ideographs(inner) for one in phrases for inner in one.steps)


def _words(part: str) -> list[Pattern]:
    """Return the phrases of *part* where it is one plain word in any of its forms.

    Among words a dollar sign is one of them, not the sentence's end.
    """
    if part != "$" and not _PLAIN.fullmatch(part):
        return []
    return [phrase for form in _forms(part) for phrase in _literal(form)]


def _choice(phrases: tuple[Pattern, ...]) -> Choice:
    """Return a choice among *phrases*; those of one word become atoms."""
    atoms: set[Atom] = set()
    longer: list[Pattern] = []
    for phrase in phrases:
        step = phrase.steps[0]
        if len(phrase.steps) == 1 and isinstance(step, Choice) and not step.optional:
            atoms |= step.atoms
            longer.extend(step.phrases)
        else:
            longer.append(phrase)
    return Choice(frozenset(atoms), tuple(dict.fromkeys(longer)))


def _items(source: str) -> Iterator[str]:
    """Yield the parts of *source* between blanks, parentheses kept together."""
    depth, item = 0, ""
    for sign in source:
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            break
        if sign.isspace() and depth == 0:
            if item:
                yield item
            item = ""
        else:
            item += sign
    if depth:
        message = f"a parenthesis has no partner in “{source}”"
        raise PatternError(message)
    if item:
        yield item


def _alternatives(item: str, *, strict: bool = True) -> list[str]:
    """Return the parts of *item* between bars, parentheses kept together."""
    parts = item.split("|") if "(" not in item else _outer_parts(item)
    if not all(parts) or (
        strict and any("(" in part and part[0] != "(" for part in parts)
    ):
        message = f"an alternative is empty or unclear in “{item}”"
        raise PatternError(message)
    return parts


def _outer_parts(item: str) -> list[str]:
    """Return the parts of *item* between the bars outside parentheses."""
    parts, depth = [""], 0
    for sign in item:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _gap(item: str) -> Gap:
    """Return the gap that an item such as ``~3`` describes."""
    if not item[1:].isdecimal() or int(item[1:]) > WIDEST_GAP_OF_LETTERS:
        message = f"“{item}” is no gap; write ~1 to ~{WIDEST_GAP}"
        raise PatternError(message)
    return Gap(int(item[1:]))


def _forms(word: str) -> list[str]:
    """Return the forms that braces in *word* stand for."""
    forms = [""]
    rest = word
    while "{" in rest:
        before, _, rest = rest.partition("{")
        inside, closed, rest = rest.partition("}")
        if not closed:
            message = f"a brace has no partner in “{word}”"
            raise PatternError(message)
        forms = [f + before + ending for f in forms for ending in inside.split(",")]
    if "}" in rest or len(forms) > _MOST_FORMS:
        message = f"the braces are wrong in “{word}”"
        raise PatternError(message)
    return [form + rest for form in forms]


@lru_cache(maxsize=65_536)
def _literal(word: str) -> tuple[Pattern, ...]:
    """Return the phrases, mostly of one word, that one written word stands for."""
    if word in _SPECIAL:
        return (Pattern((Choice(frozenset({_SPECIAL[word]})),)),)
    if word == "*":
        return (Pattern((Choice(frozenset({_ANY})),)),)
    lead, tail = word.startswith("*"), word.endswith("*")
    typo = word.endswith("~")
    form = {
        (False, False): Form.TYPO if typo else Form.WORD,
        (False, True): Form.PREFIX,
        (True, False): Form.SUFFIX,
        (True, True): Form.PART,
    }[lead, tail]
    bare = word.strip("*").rstrip("~")
    if "*" in bare or "~" in bare:
        message = f"a star or tilde stands inside “{word}”"
        raise PatternError(message)
    return tuple(_phrase(spelling, form, word) for spelling in _spellings(bare))


def _phrase(spelling: str, form: Form, word: str) -> Pattern:
    """Return the steps of one spelling; a blank-less script is one piece."""
    if has_ideographs(spelling):
        return Pattern((Choice(frozenset({Atom(Form.WORD, spelling)})),))
    parts = [_joined(part) for part in read_words(spelling).words]
    if not parts:
        message = f"“{word}” holds no word"
        raise PatternError(message)
    if form is not Form.WORD and len(parts) != 1:
        message = f"“{word}” must be one word to take a star or tilde"
        raise PatternError(message)
    least = SHORTEST_TYPO if form is Form.TYPO else SHORTEST_STEM
    if form is not Form.WORD and len(parts[0]) < least:
        message = f"“{word}” is too short for a star or tilde"
        raise PatternError(message)
    return Pattern(tuple(Choice(frozenset({Atom(form, part)})) for part in parts))


def _joined(word: str) -> str:
    """Return *word* without its hyphens and apostrophes."""
    return word.replace("-", "").replace("'", "")


def _spellings(word: str) -> tuple[str, ...]:
    """Return *word* folded, and with umlauts written as two letters."""
    written = word.lower()
    spelled = "".join(_UMLAUTS.get(sign, sign) for sign in written)
    return tuple(dict.fromkeys((fold_text(written), fold_text(spelled))))


def _check(pattern: Pattern, *, ideographs: bool) -> None:
    """Refuse a pattern without a word of its own, or with a gap too wide."""
    _check_gaps(pattern, WIDEST_GAP_OF_LETTERS if ideographs else WIDEST_GAP)
    if not any(_decides(step) for step in pattern.steps):
        message = "a pattern needs a word that is neither a number nor optional"
        raise PatternError(message)


def _check_gaps(pattern: Pattern, widest: int) -> None:
    """Refuse a gap too wide, inside a phrase as well."""
    for step in pattern.steps:
        if isinstance(step, Gap) and step.most > widest:
            message = f"a gap is wider than ~{widest}"
            raise PatternError(message)
        for phrase in step.phrases if isinstance(step, Choice) else ():
            _check_gaps(phrase, widest)


def _decides(step: Step) -> bool:
    """Return whether *step* asks for a word of its own."""
    if not isinstance(step, Choice) or step.optional:
        return False
    if any(atom.form is Form.ANY for atom in step.atoms):
        return False
    phrases = all(any(map(_decides, phrase.steps)) for phrase in step.phrases)
    words = all(atom.form is not Form.NUMBER for atom in step.atoms)
    return phrases and words
