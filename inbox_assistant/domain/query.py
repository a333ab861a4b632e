"""What a person types into the search: operators, and words.

``from:anna topic:delivery is:overdue -tag:later "exact words"``. An operator's values
that are given several times are alternatives; different operators narrow each other; a
minus before one excludes. Whatever is no operator is looked for as words.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Operator(StrEnum):
    """What can be asked for besides words; the names are those typed."""

    FROM = "from"
    ORDER = "order"
    ASIN = "asin"
    IS = "is"
    TOPIC = "topic"
    BEFORE = "before"
    AFTER = "after"
    MARKETPLACE = "marketplace"
    ACCOUNT = "account"
    LANGUAGE = "language"
    AGENT = "agent"
    TAG = "tag"


class Trait(StrEnum):
    """What ``is:`` knows."""

    WAITING = "waiting"
    DUE_SOON = "due-soon"
    OVERDUE = "overdue"
    TO_CONFIRM = "to-confirm"
    SENT_BACK = "sent-back"
    SETTLED = "settled"
    OLDER = "older"
    SNOOZED = "snoozed"
    CLAIMED = "claimed"
    UNCLAIMED = "unclaimed"
    DRAFT = "draft"


_DATED = frozenset({Operator.BEFORE, Operator.AFTER})
_TOKEN = re.compile(r'(-?)([a-z]+):(?:"([^"]*)"|(\S*))|(\S+)', re.IGNORECASE)
_OPERATORS = {one.value: one for one in Operator}
_TRAITS = frozenset(one.value for one in Trait)
_PLAIN = re.compile(r'[^\s"]+')


@dataclass(frozen=True, slots=True)
class Term:
    """One operator with its value."""

    operator: Operator
    value: str
    excluded: bool = False

    def __str__(self) -> str:
        """Return the term as it is typed."""
        sign = "-" if self.excluded else ""
        plain = _PLAIN.fullmatch(self.value)
        value = self.value if plain else f'"{self.value}"'
        return f"{sign}{self.operator}:{value}"


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for; ``problems`` are parts that make no sense and are left out."""

    terms: tuple[Term, ...] = ()
    words: str = ""
    problems: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Return whether anything at all is asked for."""
        return bool(self.terms or self.words)

    def __str__(self) -> str:
        """Return the query as it is typed; reading that again gives the same."""
        return " ".join(filter(None, (*map(str, self.terms), self.words)))

    def having(self, term: Term) -> "Query":
        """Return the query with *term* as the only one of its operator."""
        others = tuple(one for one in self.terms if one.operator is not term.operator)
        return Query((*others, term) if term.value else others, self.words)


def parse_query(text: str) -> Query:
    """Return what *text* asks for; nothing that can be typed is an error."""
    terms: list[Term] = []
    words: list[str] = []
    problems: list[str] = []
    for match in _TOKEN.finditer(text):
        sign, name, quoted, plain, word = match.groups()
        operator = _OPERATORS.get((name or "").lower())
        if word is not None or operator is None:
            words.append(match[0])
            continue
        value = (quoted if quoted is not None else plain or "").strip()
        # An operator that is still being typed asks for nothing yet.
        if not value.strip('"'):
            continue
        term = Term(operator, _tidy(operator, value), excluded=bool(sign))
        if _makes_sense(term):
            terms.append(term)
        else:
            problems.append(match[0])
    # Told once is told; alternatives keep their order.
    return Query(tuple(dict.fromkeys(terms)), " ".join(words), tuple(problems))


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A way to go on: ``text`` is the whole query then, ``shown`` the new part."""

    text: str
    shown: str


def suggest(
    text: str, values: Mapping[Operator, Sequence[str]], most: int = 8
) -> list[Suggestion]:
    """Return how the last part of *text* may go on.

    *values* are those known for an operator, the most likely first.
    """
    start = _last_part(text)
    part = text[start:]
    sign = "-" if part.startswith("-") else ""
    name, colon, typed = part.removeprefix("-").partition(":")
    if not colon:
        shown = [f"{sign}{one}:" for one in _OPERATORS if one.startswith(name.lower())]
        shown = shown if name else []
    else:
        operator = _OPERATORS.get(name.lower())
        known = _known(operator, values)
        begin = typed.lstrip('"').lower()
        shown = [
            str(Term(operator, value, excluded=bool(sign)))
            for value in known
            if operator is not None and value.lower().startswith(begin)
        ]
    found = [one for one in shown if one != part][:most]
    return [Suggestion(text[:start] + one, one) for one in found]


def _known(
    operator: Operator | None, values: Mapping[Operator, Sequence[str]]
) -> Sequence[str]:
    if operator is None:
        return ()
    if operator is Operator.IS:
        return tuple(one.value for one in Trait)
    return values.get(operator, ())


def _last_part(text: str) -> int:
    """Return where the part begins that is being typed; quotes hold blanks together."""
    start, is_quoted = 0, False
    for place, letter in enumerate(text):
        if letter == '"':
            is_quoted = not is_quoted
        elif letter.isspace() and not is_quoted:
            start = place + 1
    return start


def _tidy(operator: Operator, value: str) -> str:
    value = value.replace('"', "")
    if operator in {Operator.MARKETPLACE, Operator.ASIN}:
        return value.upper()
    if operator in {Operator.IS, Operator.TOPIC, Operator.LANGUAGE}:
        return value.lower()
    return value


def _makes_sense(term: Term) -> bool:
    if term.operator is Operator.IS:
        return term.value in _TRAITS
    if term.operator in _DATED:
        try:
            date.fromisoformat(term.value)
        except ValueError:
            return False
    return True
