"""The shape of a text: HTML, capitals, marks, length."""

import re

from inbox_assistant.domain.finding import Fix
from inbox_assistant.policy.detectors.scene import (
    LOUD,
    Detect,
    Detected,
    Lore,
    Options,
    Scene,
)

_TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|body|br|center|code|div|em|font|form|h[1-6]|head|hr|"
    r"html|i|iframe|img|input|li|link|meta|ol|p|pre|s|script|small|span|strong|style|sub|"
    r"sup|table|tbody|td|th|tr|u|ul|button|video)(?:\s[^<>]{0,300})?\s?/?>|<!--[^>]{0,200}-->",
    re.IGNORECASE,
)
_IMAGE = re.compile(r"!\[[^\]\n]{0,100}\]\([^)\n]{1,300}\)")
_MARKS = re.compile(r"[!?！？]{3,}|(?:[!?]\s){2,}[!?]")
_WORD = re.compile(r"[^\W\d_]{2,}(?:['’\-][^\W\d_]+)*|\S")
_LEAST_LETTERS = 8
_LEAST_WORDS = 2
_RUN_WORDS = 4
_RUN_LETTERS = 16
_LONG_WORD = 5


def find_markup(options: Options, lore: Lore) -> Detect:
    """Return a detector of HTML tags and Markdown images."""
    del options, lore

    def detect(scene: Scene) -> list[Detected]:
        found = []
        if "<" in scene.source:
            found = [Detected(*tag.span()) for tag in _TAG.finditer(scene.source)]
        if "![" in scene.source:
            images = _IMAGE.finditer(scene.source)
            found.extend(Detected(*image.span()) for image in images)
        return found

    return detect


def find_marks(options: Options, lore: Lore) -> Detect:
    """Return a detector of three exclamation or question marks and more."""
    del options, lore

    def detect(scene: Scene) -> list[Detected]:
        return [_single(scene, marks) for marks in _MARKS.finditer(scene.source)]

    return detect


def _single(scene: Scene, marks: re.Match[str]) -> Detected:
    """Return the marks, with a fix that leaves one of them."""
    start, end = marks.span()
    mark = "?" if "?" in marks.group() or "？" in marks.group() else marks.group()[0]
    mark = "？" if "？" in scene.source[start:end] else mark
    return Detected(start, end, (Fix("Keep one mark", start, end, mark),))


def find_capitals(options: Options, lore: Lore) -> Detect:
    """Return a detector of sentences in capitals."""
    del options, lore

    def detect(scene: Scene) -> list[Detected]:
        source = scene.source
        if not LOUD.search(source):
            return []
        return [_lowered(source, start, end) for start, end in _shouted(source)]

    return detect


def _shouted(source: str) -> list[tuple[int, int]]:
    """Return the stretches in capitals: the sentence, or four words of it."""
    words = [item for item in _WORD.finditer(source) if item.group()[0].isalpha()]
    loud = [item.group().isupper() and len(item.group()) > 1 for item in words]
    letters = sum(len(item.group()) for item in words)
    cased = [item for item in words if len(item.group()) > 1]
    if (
        all(item.group().isupper() for item in cased)
        and len(cased) >= _LEAST_WORDS
        and letters >= _LEAST_LETTERS
        and any(len(item.group()) >= _LONG_WORD for item in cased)
        and source == source.upper()
    ):
        return [(words[0].start(), len(source))]
    runs, begin = [], None
    for at, is_loud in enumerate([*loud, False]):
        if is_loud and begin is None:
            begin = at
        elif not is_loud and begin is not None:
            if _is_run(words[begin:at]):
                runs.append((words[begin].start(), words[at - 1].end()))
            begin = None
    return runs


def _is_run(words: list[re.Match[str]]) -> bool:
    """Return whether words in capitals are shouted rather than abbreviations."""
    lengths = [len(word.group()) for word in words]
    long_words = sum(length >= _LONG_WORD for length in lengths)
    return len(words) >= _RUN_WORDS and sum(lengths) >= _RUN_LETTERS and long_words > 1


def _lowered(source: str, start: int, end: int) -> Detected:
    """Return the stretch, with a fix that writes it small."""
    small = source[start:end].lower()
    first = start == 0 or source[:start].rstrip().endswith((".", "!", "?"))
    small = small[:1].upper() + small[1:] if first else small
    return Detected(start, end, (Fix("Write in small letters", start, end, small),))
