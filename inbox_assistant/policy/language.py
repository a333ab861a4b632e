"""Which language a text is written in, told by its small words and letters."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from inbox_assistant.policy.evidence import (
    FIRST_LANGUAGE,
    Evidence,
    counted,
    counts_in,
)
from inbox_assistant.policy.fold import fold_text
from inbox_assistant.policy.tokens import words_alone

Scores = dict[str, float]
Ranked = list[tuple[str, float]]

ENOUGH = 1.6
"""How much evidence a text needs; about two small words."""
CERTAIN, CERTAIN_LEAD = 3.0, 1.6
"""The same, for a language that leaves no doubt."""
LEAD = 1.25
"""How far ahead of the second language the first must be."""

_HAN = "[\u3400-\u9fff]"
_SCRIPTS = {
    "ja": "[\u3040-\u30ff]",
    "zh": _HAN,
    "ar": "[\u0620-\u064a\u066e-\u06d3]",
    "hi": "[\u0904-\u0939\u0958-\u0961]",
    "ko": "[\uac00-\ud7a3]",
    "he": "[\u05d0-\u05ea]",
    "ru": "[\u0430-\u044f]{4}",
    "el": "[\u03b1-\u03c9]{4}",
    "th": "[\u0e01-\u0e30]",
}
_CHINESE = "[的了吗嗎请請您你这這没沒们們么麼是我吧呢很什还還对對谢謝啊哪]"
_OTHER_SCRIPTS_FROM = "\u0370"
_LETTER_WEIGHT = 0.8
_EDGE_WEIGHT = 0.35
_EDGE_LENGTHS = (2, 3, 4, 5)
_LONG_ENOUGH = 4
_OTHER_LEAST = 2
_MEMO = 40_000
_READ = 4_096


def language_tables(tables: Mapping[str, Mapping[str, Any]]) -> dict[str, object]:
    """Return what is written about languages in the form ``Languages`` needs."""
    words = {
        name: dict.fromkeys(
            map(fold_text, f"{table['words']} {table.get('telling', '')}".split())
        )
        for name, table in tables.items()
    }
    endings = {
        name: dict.fromkeys(map(fold_text, table.get("endings", "").split()))
        for name, table in tables.items()
    }
    letters: dict[str, list[str]] = {}
    for name, table in tables.items():
        for letter in table.get("letters", ""):
            letters.setdefault(letter, []).append(name)
    return {
        "words": _shares(words, 1.0),
        "endings": _shares(endings, _EDGE_WEIGHT),
        "letters": letters,
    }


def _shares(
    sets: Mapping[str, Iterable[str]], weight: float
) -> dict[str, dict[str, float]]:
    """Return how much each text speaks for the languages that have it."""
    owners: dict[str, list[str]] = {}
    for name, texts in sets.items():
        for text in texts:
            owners.setdefault(text, []).append(name)
    # One table for all that the same languages have is stored and read once.
    split: dict[tuple[str, ...], dict[str, float]] = {}
    for names in map(tuple, owners.values()):
        split.setdefault(names, dict.fromkeys(names, weight / len(names)))
    return {text: split[tuple(names)] for text, names in owners.items()}


class Languages:
    """What is known about languages; tells which one a text is in."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self._words: dict[str, dict[str, float]] = tables["words"]
        self._endings: dict[str, dict[str, float]] = tables["endings"]
        self._letters: dict[str, list[str]] = tables["letters"]
        signs = "".join(self._letters)
        self._special = re.compile(f"[{re.escape(signs)}]") if signs else None
        self._memo: dict[str, tuple[tuple[str, float], ...]] = {}
        self._read: dict[Evidence, Scores] = {}
        known = {
            name
            for table in (self._words, self._endings)
            for weights in table.values()
            for name in weights
        }
        self._names = sorted(known.union(self._letters_of(), _SCRIPTS))
        self._lanes = {name: FIRST_LANGUAGE + at for at, name in enumerate(self._names)}

    def _letters_of(self) -> set[str]:
        """Return the languages that have letters of their own."""
        return {name for names in self._letters.values() for name in names}

    def evidence(self, source: str, words: Iterable[str]) -> Evidence:
        """Return what ``scores`` says, scripts left out, as one number."""
        totals = self._word_scores(words)
        if not source.isascii():
            self._add_letters(source.lower(), totals)
        return self._packed(totals)

    def script_evidence(self, source: str) -> Evidence:
        """Return what the scripts of a sentence say, as one number."""
        totals: Scores = {}
        _add_scripts(source.lower(), totals)
        return self._packed(totals)

    def _packed(self, totals: Scores) -> Evidence:
        """Return *totals* as one number."""
        return counted((self._lanes[name], weight) for name, weight in totals.items())

    def scores_in(self, evidence: Evidence) -> Scores:
        """Return the evidence for each language; the last ones are remembered."""
        scores = self._read.get(evidence)
        if scores is None:
            if len(self._read) >= _READ:
                self._read.clear()
            counts = counts_in(evidence)[FIRST_LANGUAGE:]
            named = zip(self._names, counts, strict=False)
            scores = {name: count for name, count in named if count}
            self._read[evidence] = scores
        return scores

    def scores(self, source: str, words: Iterable[str]) -> Scores:
        """Return the evidence for each language in a sentence of these *words*."""
        totals = self._word_scores(words)
        if not source.isascii():
            lower = source.lower()
            self._add_letters(lower, totals)
            if is_other_script(lower):
                _add_scripts(lower, totals)
        return totals

    def _word_scores(self, words: Iterable[str]) -> Scores:
        """Return what *words* say, each by itself."""
        totals: Scores = {}
        memo = self._memo
        for word in words:
            known = memo.get(word)
            if known is None:
                known = self._learn(word)
            for name, weight in known:
                totals[name] = totals.get(name, 0.0) + weight
        return totals

    def _learn(self, word: str) -> tuple[tuple[str, float], ...]:
        """Return, and remember, what one word says."""
        found = dict(self._words.get(word, {}))
        if not found and "'" in word:
            for part in word.split("'"):
                for name, weight in self._words.get(part, {}).items():
                    found[name] = found.get(name, 0.0) + weight
        if not found and len(word) > _LONG_ENOUGH and word.isalpha():
            for length in _EDGE_LENGTHS:
                for name, weight in self._endings.get(word[-length:], {}).items():
                    found[name] = found.get(name, 0.0) + weight
        if len(self._memo) >= _MEMO:
            self._memo.clear()
        known = tuple(found.items())
        self._memo[word] = known
        return known

    def _add_letters(self, lower: str, totals: Scores) -> None:
        """Add what special letters say."""
        if self._special is not None:
            for letter in self._special.findall(lower):
                names = self._letters[letter]
                for name in names:
                    share = _LETTER_WEIGHT / len(names)
                    totals[name] = totals.get(name, 0.0) + share

    def identify(self, text: str) -> str | None:
        """Return the language of *text*, ``None`` where too little tells it."""
        return best(self._scores_of(text))

    def certain(self, text: str) -> str | None:
        """Return the language of *text* where nothing is in doubt about it."""
        return dominant(self._scores_of(text))

    def told(self, text: str) -> tuple[str | None, str | None]:
        """Return the language of *text*, and the same where nothing is in doubt."""
        ranked = _ranked(self._scores_of(text))
        return _best(ranked), _dominant(ranked)

    def _scores_of(self, text: str) -> Scores:
        return self.scores(text, words_alone(fold_text(text)))


def is_other_script(text: str) -> bool:
    """Return whether *text* may hold letters of another script than the Latin one."""
    return not text.isascii() and max(text) >= _OTHER_SCRIPTS_FROM


def _add_scripts(lower: str, totals: Scores) -> None:
    """Add what scripts other than the Latin one say."""
    for name, script in _SCRIPTS.items():
        count = len(re.findall(script, lower))
        if name == "ja" and count:
            # Among kana, the characters of Chinese are Japanese too.
            count += len(re.findall(_HAN, lower))
        if count >= _OTHER_LEAST and not (name == "zh" and "ja" in totals):
            totals[name] = totals.get(name, 0.0) + count * 0.5
            if name == "zh" and not re.search(_CHINESE, lower):
                # A few characters in a row may be of either language.
                totals["ja"] = totals["zh"]


def best(scores: Scores) -> str | None:
    """Return the language that *scores* speak for, ``None`` where none is clear."""
    return _best(_ranked(scores))


def _ranked(scores: Scores) -> Ranked:
    """Return the languages with what speaks for them, the best first."""
    return sorted(scores.items(), key=lambda item: -item[1])


def _best(ranked: Ranked) -> str | None:
    if not ranked or ranked[0][1] < ENOUGH:
        return None
    if len(ranked) > 1 and ranked[0][1] < ranked[1][1] * LEAD:
        return None
    return ranked[0][0]


def dominant(scores: Scores) -> str | None:
    """Return the language that *scores* leave no doubt about, if there is one."""
    return _dominant(_ranked(scores))


def _dominant(ranked: Ranked) -> str | None:
    if not ranked or ranked[0][1] < CERTAIN:
        return None
    if len(ranked) > 1 and ranked[0][1] < ranked[1][1] * CERTAIN_LEAD:
        return None
    return ranked[0][0]


def spoken_in(scores: Scores, likely: str | None) -> str | None:
    """Return the language of a text of which *likely* is the language to expect.

    Without doubt it is one that the text itself shows; a few words are enough for the
    one that the buyer writes.
    """
    certain = dominant(scores)
    if certain is not None or likely is None:
        return certain
    own = scores.get(likely, 0.0)
    others = max((one for name, one in scores.items() if name != likely), default=0.0)
    return likely if own > others * LEAD else None


def identify(text: str) -> str | None:
    """Return the language of *text* by its ISO 639-1 code, ``None`` if unclear."""
    return _shipped().identify(text)


@cache
def _shipped() -> Languages:
    """Return what the shipped tables say about languages."""
    # Reading packs is only needed where no engine has been loaded.
    from inbox_assistant.paths import resources  # noqa: PLC0415
    from inbox_assistant.policy.toml_tables import read_tables  # noqa: PLC0415

    path = resources() / "policy" / "any" / "languages.toml"
    tables = read_tables(path.read_text("utf-8"), path.name)
    return Languages(
        language_tables({table.path[1]: table.values for table in tables.found})
    )
