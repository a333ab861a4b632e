"""Messages that ask nothing, report nothing and promise nothing."""

import re
from collections.abc import Iterable, Mapping

from inbox_assistant.policy.fold import Folded
from inbox_assistant.policy.matcher import Matcher
from inbox_assistant.policy.reading import spelled_words_of, words_of
from inbox_assistant.policy.sentences import split_sentences
from inbox_assistant.policy.tokens import Words, has_ideographs

_BUYER, _SELLER, _BOTH = "buyer", "seller", "both"
_LONGEST = 700
"""A longer text is never thanks alone."""
_SIGNATURE_WORDS = 4
_MOST_NAMES = 2
_FOLLOWS_NAME = re.compile(r"\s*(?:[,.!…:;)]|$)")
_ASKS = re.compile(r"[?？؟¿]")
_NOD = re.compile(
    "[\U0001f44c-\U0001f44d\U0001f44f\U0001f64f\U0001f64c\U0001f600-\U0001f60a\U0001f60d"
    "\U0001f642\U0001f60e\U0001f618\U0001f917\U0001f970\U0001f929\U0001f973\U0001fae1\U0001faf6"
    "\U0001f91d\U0001f493-\U0001f49d\U0001f49f\U0001f5a4\U0001f90d\U0001f90e\U0001f9e1\u2764\u2665"
    "\u263a\u2705\u2714\U0001f4af\U0001f389\U0001f38a\U0001f31f\u2b50\U0001f490\U0001f337\U0001f338\U0001f339]"
    r"|[:;]-?[)D]|<3"
)
"""A thumb up, a heart, a smile: what says thanks without a word."""
_SILENT = re.compile("[\\s\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff.,!…~-]*")
_YES_OR_NO = (
    "(?:yes|yep|yeah|no|nope|ja|jo|jawohl|nein|nee|oui|non|s[iíì]|sim|n[aã]o|nej|tak|nie"
    "|evet|hay[ıi]r|はい|いいえ)"
)
_VERDICT = re.compile(_YES_OR_NO + "[\\s.!,。！]*", re.IGNORECASE)
"""A yes or no alone: the seller has asked something, and acts by the answer."""
_MAY_TELL = re.compile(
    rf"\d|[\"“”„«»「」『』]|\A\s*{_YES_OR_NO}(?:[\s.!,、。！]|\Z)", re.IGNORECASE
)
"""Figures, words to be printed, the answer to a question of the seller's."""
_NUMBER = re.compile(r"\d{4,}|\d\s?(?:€|\$|£|%|eur|usd|gbp)", re.IGNORECASE)


class _Cover:
    """What the courtesies of one language cover of a sentence."""

    __slots__ = ("braked", "known", "spans")

    def __init__(self) -> None:
        self.spans: list[tuple[int, int]] = []
        self.known = False
        """Whether more than words that carry nothing is there."""
        self.braked = False


class Courtesy:
    """Tells whether a text is courtesy alone.

    Each language is tried by itself: what carries nothing in one may be the matter
    itself in another.
    """

    def __init__(
        self,
        matcher: Matcher,
        writers: Mapping[int, str],
        languages: Mapping[int, str],
        small: Iterable[int],
        brakes: Iterable[int],
    ) -> None:
        self._matcher = matcher
        self._writers = writers
        self._languages = languages
        self._every = sorted(set(languages.values()) - {""})
        self._small = frozenset(small)
        self._brakes = frozenset(brakes)

    def needs_no_response(self, text: str, language: str | None = None) -> bool:
        """Return whether a buyer's *text* is nothing but courtesy.

        A question mark, a longer number, a bare yes or no, or a word that brakes
        always needs one.
        With *language* only the courtesies of that language are tried.
        """
        if _must_be_answered(text):
            return False
        if is_nod(text):
            return True
        return self._is_courtesy(text, _BUYER, language)

    def may_need_none(self, text: str, language: str | None = None) -> bool:
        """Return whether nothing in a buyer's *text* says that it needs a response.

        That is a question mark, a number, words in quotation marks, a yes or no at the
        beginning, length, or a word that brakes: in *language*, and in any where that
        is not known.
        """
        if len(text) > _LONGEST or _must_be_answered(text) or _MAY_TELL.search(text):
            return False
        tried = [language] if language in self._every else self._every
        for start, end in split_sentences(text):
            folded, words = spelled_words_of(text[start:end], self._matcher.knows)
            covers = self._read(folded.text, words, _BUYER)
            if any(covers[name].braked for name in tried):
                return False
        return True

    def only_thanks(self, text: str, language: str | None = None) -> bool:
        """Return whether a seller's *text* is nothing but courtesy."""
        return self._is_courtesy(text, _SELLER, language)

    def opens_with_thanks(self, sentence: str) -> bool:
        """Return whether a buyer's *sentence* is thanks for its greater part.

        It holds nothing that brakes.
        """
        folded, words = words_of(sentence)
        covers = self._read(folded.text, words, _BUYER).values()
        mostly = any(
            2 * len(_bare(cover, words, folded.text)) <= len(words.starts)
            for cover in covers
            if cover.known
        )
        return mostly and not any(cover.braked for cover in covers)

    def found_by(self, owner: int, text: str) -> list[tuple[int, int]]:
        """Return where one courtesy or brake, by its number, stands in *text*."""
        found = []
        for start, end in split_sentences(text):
            folded, words = spelled_words_of(text[start:end], self._matcher.knows)
            spans = [
                (hit.start, hit.end)
                for hit in self._matcher.hits(folded.text, words)
                if hit.owner == owner
            ]
            found += [(start + a, start + b) for a, b in folded.spans(spans)]
        return found

    def _is_courtesy(self, text: str, writer: str, language: str | None) -> bool:
        """Return whether courtesies of one language cover every word of *text*."""
        if len(text) > _LONGEST:
            return False
        tried = [language] if language in self._every else self._every
        left = dict.fromkeys(tried, False)
        for start, end in split_sentences(text):
            sentence = text[start:end]
            courteous = self._courteous(sentence, writer)
            signed = _is_signature(sentence)
            left = {
                name: some or courteous[name][1]
                for name, some in left.items()
                if name in courteous and (courteous[name][0] or (some and signed))
            }
            if not left:
                return False
        return any(left.values())

    def _courteous(self, sentence: str, writer: str) -> dict[str, tuple[bool, bool]]:
        """Return, by language, whether a sentence is covered and holds a courtesy.

        For a buyer a language in which something in it brakes is left out.
        """
        folded, words = spelled_words_of(sentence, self._matcher.knows)
        covers = self._read(folded.text, words, writer)
        result = {}
        for name, cover in covers.items():
            if cover.braked and writer == _BUYER:
                continue
            covered = _is_covered(cover, words, folded)
            result[name] = (covered, cover.known)
        return result

    def _read(self, text: str, words: Words, writer: str) -> dict[str, _Cover]:
        """Return what each language's courtesies and brakes find in a sentence."""
        covers = {name: _Cover() for name in self._every}
        for hit in self._matcher.hits(text, words):
            owner = hit.owner
            language = self._languages[owner]
            named = [covers[language]] if language else list(covers.values())
            for cover in named:
                if owner in self._brakes:
                    cover.braked = True
                elif self._writers[owner] in (writer, _BOTH):
                    cover.spans.append((hit.start, hit.end))
                    cover.known = cover.known or owner not in self._small
        return covers


def _must_be_answered(text: str) -> bool:
    """Return whether *text* asks, holds a longer number or is a bare yes or no."""
    return (
        _ASKS.search(text) is not None
        or _NUMBER.search(text) is not None
        or _VERDICT.fullmatch(text.strip()) is not None
    )


def is_nod(text: str) -> bool:
    """Return whether *text* is nothing but signs that nod: a thumb up, a heart."""
    rest, nods = _NOD.subn("", text)
    return nods > 0 and _SILENT.fullmatch(rest) is not None


def _is_covered(cover: _Cover, words: Words, folded: Folded) -> bool:
    """Return whether courtesies cover all of a sentence, but for names spoken to."""
    if not cover.spans:
        return not words.starts
    bare = _bare(cover, words, folded.text)
    if not bare or not cover.known:
        return not bare
    return _are_names(folded.source, folded.spans(bare))


def _bare(cover: _Cover, words: Words, text: str) -> list[tuple[int, int]]:
    """Return the words that no courtesy covers."""
    return [
        (begin, stop)
        for begin, stop in zip(words.starts, words.ends, strict=True)
        if not _covers(cover.spans, begin, stop, text)
    ]


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


def _are_names(sentence: str, words: list[tuple[int, int]]) -> bool:
    """Return whether the few *words* that no courtesy covers are names.

    A name is spoken to: a comma, a mark or the end of the sentence follows it.
    """
    if len(words) > _MOST_NAMES:
        return False
    return all(
        sentence[start:end].istitle()
        and (
            _FOLLOWS_NAME.match(sentence, end) is not None
            or any(end + 1 == other for other, _ in words)
        )
        for start, end in words
    )


def _is_signature(sentence: str) -> bool:
    """Return whether a line is a name: a few words, each with a capital."""
    words = re.findall(r"[^\W_]+", sentence)
    return len(words) <= _SIGNATURE_WORDS and all(
        word[0].isupper() and not word.isdecimal() for word in words
    )
