"""Words that no dictionary of the text's language knows.

Amazon lists spelling errors among what a message must not contain. A dictionary knows
no names and few products, so what is found is a hint and never holds a reply back.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

from inbox_assistant.domain.finding import Finding, Fix, Severity

RULE = "any.spelling"
CATEGORY = "spelling"

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SKIPPED = re.compile(r"\S*[@/\\\d_{}]\S*|\S+\.\S+")
"""Addresses, numbers, slots: no word of any language."""
_SHORTEST = 3
_MOST = 40
MOST_SUGGESTIONS = 5
"""Words that are offered in place of one."""
_USUAL = {
    "en": ("en_GB", "en_US"), "pt": ("pt_PT", "pt_BR"), "sv": ("sv_SE", "sv"),
    "nl": ("nl_NL", "nl"), "de": ("de_DE",), "fr": ("fr_FR", "fr"),
    "it": ("it_IT", "it"), "es": ("es_ES", "es"), "pl": ("pl_PL", "pl"),
    "tr": ("tr_TR", "tr"),
}  # fmt: skip
_PLACES = {
    "US": "en_US", "CA": "en_CA", "AU": "en_AU", "UK": "en_GB", "IE": "en_GB",
    "BR": "pt_BR", "MX": "es_MX",
}  # fmt: skip


class Dictionary(Protocol):
    """What a dictionary of hunspell can do."""

    def spell(self, word: str) -> bool:
        """Return whether *word* is known."""
        ...

    def suggest(self, word: str) -> Sequence[str]:
        """Return words that *word* may have been meant to be, likely ones first."""
        ...


Suggest = Callable[[str, Path, str], Sequence[str]]
"""Does what ``suggest`` does, perhaps in another process."""


def suggest(name: str, folder: Path, word: str) -> list[str]:
    """Return what *word* may have been meant to be, by the dictionary *name*.

    It may take a second, in which Python does nothing else: hunspell keeps its lock.
    """
    dictionary = _kept(name, folder)
    return [] if dictionary is None else list(dictionary.suggest(word))


class Spelling:
    """The dictionaries of this computer, each loaded when it is first asked."""

    def __init__(self, folders: Iterable[Path], ask: Suggest = suggest) -> None:
        self._folders = tuple(folders)
        self._ask = ask
        self._loaded: dict[str, Dictionary | None] = {}
        self._known: dict[tuple[str, str], bool] = {}
        self._suggested: dict[tuple[str, str], tuple[str, ...]] = {}

    def name_of(self, language: str, marketplace: str | None = None) -> str | None:
        """Return the name of the dictionary for *language*, or ``None``."""
        own = _PLACES.get(marketplace or "", "")
        usual = _USUAL.get(language, (language,))
        names = (own, *usual) if own.startswith(language) else usual
        return next((name for name in names if self._folder_of(name)), None)

    def findings(
        self,
        text: str,
        language: str,
        marketplace: str | None = None,
        known: str = "",
    ) -> list[Finding]:
        """Return the words of *text* that the dictionary does not know.

        Words that stand in *known*, such as the buyer's own, are left alone. Those
        that were asked about by ``suggestions`` are found with fixes.
        """
        name = self.name_of(language, marketplace)
        dictionary = None if name is None else self._dictionary(name)
        if name is None or dictionary is None:
            return []
        usual = {word.casefold() for word in _WORD.findall(known)}
        skipped = [found.span() for found in _SKIPPED.finditer(text)]
        found = []
        for match in _WORD.finditer(text):
            word = match[0]
            is_name = word.isupper() or word.casefold() in usual
            if len(word) < _SHORTEST or is_name or _is_within(match.start(), skipped):
                continue
            if not self._is_known(name, dictionary, word):
                instead = self._suggested.get((name, word), ())
                found.append(_finding(word, *match.span(), instead))
        return found[:_MOST]

    def suggestions(
        self, word: str, language: str, marketplace: str | None = None
    ) -> tuple[str, ...]:
        """Return up to five words to write in place of *word*; slow the first time."""
        name = self.name_of(language, marketplace)
        folder = None if name is None else self._folder_of(name)
        if name is None or folder is None:
            return ()
        key = (name, word)
        if key not in self._suggested:
            offered = self._ask(name, folder, word.replace("’", "'"))
            mark = "’" if "’" in word else "'"
            likely = dict.fromkeys(one.replace("'", mark) for one in offered)
            likely.pop(word, None)
            self._suggested[key] = tuple(likely)[:MOST_SUGGESTIONS]
        return self._suggested[key]

    def _is_known(self, name: str, dictionary: Dictionary, word: str) -> bool:
        key = (name, word)
        if key not in self._known:
            plain = word.replace("’", "'")
            self._known[key] = dictionary.spell(plain)
        return self._known[key]

    def _folder_of(self, name: str) -> Path | None:
        return next(
            (
                folder
                for folder in self._folders
                if (folder / f"{name}.aff").is_file()
                and (folder / f"{name}.dic").is_file()
            ),
            None,
        )

    def _dictionary(self, name: str) -> Dictionary | None:
        if name not in self._loaded:
            self._loaded[name] = _load(name, self._folder_of(name))
        return self._loaded[name]


def _load(name: str, folder: Path | None) -> Dictionary | None:
    if folder is None:
        return None
    # A native library, which only a text that is written needs.
    from hunspell import Hunspell  # noqa: PLC0415

    try:
        made: Dictionary = Hunspell(name, hunspell_data_dir=str(folder))
    except (OSError, ValueError, LookupError):
        return None
    return made


@cache
def _kept(name: str, folder: Path) -> Dictionary | None:
    return _load(name, folder)


def _is_within(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _finding(word: str, start: int, end: int, instead: Sequence[str]) -> Finding:
    return Finding(
        rule=RULE,
        category=CATEGORY,
        severity=Severity.NOTE,
        start=start,
        end=end,
        text=word,
        message=f"“{word}” is in no dictionary of this language.",
        why="Amazon lists spelling errors among what a message must not contain.",
        fixes=tuple(Fix(f"Write “{one}”", start, end, one) for one in instead),
    )


def dictionary_folders(environment: Mapping[str, str], own: Path) -> list[Path]:
    """Return where dictionaries may be: the profile's *own* folder, the system's."""
    shares = environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    system = [
        Path(share) / folder
        for share in shares.split(":")
        for folder in ("hunspell", "myspell/dicts", "myspell")
    ]
    given = environment.get("DICPATH", "")
    asked = [Path(part) for part in given.split(":") if part]
    spelling = Path("Library/Spelling")
    home = environment.get("HOME", "")
    return [own, *asked, *([Path(home) / spelling] if home else []), *system]
