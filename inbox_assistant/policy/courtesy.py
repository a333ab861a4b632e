"""Messages that ask nothing, report nothing and promise nothing."""

import re

from inbox_assistant.policy.disguise import join_letters
from inbox_assistant.policy.matcher import Matcher
from inbox_assistant.policy.reading import words_of
from inbox_assistant.policy.rule import Writer
from inbox_assistant.policy.sentences import split_sentences
from inbox_assistant.policy.tokens import has_ideographs

_LONGEST = 700
"""A longer text is never thanks alone."""
_SIGNATURE_WORDS = 4
_MOST_NAMES = 2
_ASKS = re.compile(r"[?？؟]")
_NUMBER = re.compile(r"\d{4,}|\d\s?(?:€|\$|£|%|eur|usd|gbp)", re.IGNORECASE)


class Courtesy:
    """Tells whether a text is courtesy alone."""

    def __init__(
        self,
        matcher: Matcher,
        writers: dict[int, Writer],
        small: frozenset[int],
        brakes: frozenset[int],
    ) -> None:
        self._matcher = matcher
        self._writers = writers
        self._small = small
        self._brakes = brakes

    def needs_no_response(self, text: str) -> bool:
        """Return whether a buyer's *text* is nothing but courtesy.

        A question mark, a longer number or a word that brakes always needs one.
        """
        if _ASKS.search(text) or _NUMBER.search(text):
            return False
        return self._is_courtesy(text, Writer.BUYER, brakes=True)

    def only_thanks(self, text: str) -> bool:
        """Return whether a seller's *text* is nothing but courtesy."""
        return self._is_courtesy(text, Writer.SELLER, brakes=False)

    def opens_with_thanks(self, sentence: str) -> bool:
        """Return whether a buyer's *sentence* thanks and holds nothing that brakes."""
        return self._cover(sentence, Writer.BUYER, brakes=True)[1]

    def found_by(self, owner: int, text: str) -> list[tuple[int, int]]:
        """Return where one courtesy or brake, by its number, stands in *text*."""
        found = []
        for start, end in split_sentences(text):
            folded, raw = words_of(text[start:end])
            words = join_letters(raw, self._matcher.knows)
            spans = [
                (hit.start, hit.end)
                for hit in self._matcher.hits(folded.text, words)
                if hit.owner == owner
            ]
            found += [(start + a, start + b) for a, b in folded.spans(spans)]
        return found

    def _is_courtesy(self, text: str, writer: Writer, *, brakes: bool) -> bool:
        """Return whether courtesies of *writer* cover every word of *text*."""
        if len(text) > _LONGEST:
            return False
        some = False
        for start, end in split_sentences(text):
            sentence = text[start:end]
            covered, known = self._cover(sentence, writer, brakes=brakes)
            if not covered and not (some and _is_signature(sentence)):
                return False
            some = some or known
        return some

    def _cover(
        self, sentence: str, writer: Writer, *, brakes: bool
    ) -> tuple[bool, bool]:
        """Return whether a sentence is covered, and whether a courtesy is in it."""
        folded, raw = words_of(sentence)
        words = join_letters(raw, self._matcher.knows)
        spans = []
        known = False
        for hit in self._matcher.hits(folded.text, words):
            if hit.owner in self._brakes:
                if brakes:
                    return False, False
                continue
            whose = self._writers[hit.owner]
            if whose in (writer, Writer.BOTH):
                spans.append((hit.start, hit.end))
                known = known or hit.owner not in self._small
        bare = [
            (begin, stop)
            for begin, stop in zip(words.starts, words.ends, strict=True)
            if not _covers(spans, begin, stop, folded.text)
        ]
        named = known and _are_names(
            [sentence[slice(*folded.span(*one))] for one in bare]
        )
        return not bare or named, known


def _covers(spans: list[tuple[int, int]], begin: int, stop: int, text: str) -> bool:
    """Return whether one of *spans* covers a word, or several one without blanks.

    What looks like a word of Japanese or Chinese is a clause of many.
    """
    if any(start <= begin and stop <= end for start, end in spans):
        return True
    if not has_ideographs(text[begin:stop]):
        return False
    at = begin
    for start, end in sorted(spans):
        if start <= at < end:
            at = end
    return at >= stop


def _are_names(words: list[str]) -> bool:
    """Return whether the few *words* that no courtesy covers are names."""
    return len(words) <= _MOST_NAMES and all(word.istitle() for word in words)


def _is_signature(sentence: str) -> bool:
    """Return whether a line is a name: a few words, each with a capital."""
    words = re.findall(r"[^\W_]+", sentence)
    return len(words) <= _SIGNATURE_WORDS and all(
        word[0].isupper() and not word.isdecimal() for word in words
    )
