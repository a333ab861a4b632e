"""Words that no dictionary of the text's language knows.

Amazon lists spelling errors among what a message must not contain. A dictionary knows
no names and few products, so what is found is a hint and never holds a reply back.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from inbox_assistant.domain.finding import Finding, Severity

RULE = "any.spelling"
CATEGORY = "spelling"

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SKIPPED = re.compile(r"\S*[@/\\\d_{}]\S*|\S+\.\S+")
"""Addresses, numbers, slots: no word of any language."""
_SHORTEST = 3
_MOST = 40
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


class Spelling:
    """The dictionaries of this computer, each loaded when it is first asked."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._loaded: dict[str, Dictionary | None] = {}
        self._known: dict[tuple[str, str], bool] = {}

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

        Words that stand in *known*, such as the buyer's own, are left alone.
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
                found.append(_finding(word, *match.span()))
        return found[:_MOST]

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


def _is_within(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _finding(word: str, start: int, end: int) -> Finding:
    return Finding(
        rule=RULE,
        category=CATEGORY,
        severity=Severity.NOTE,
        start=start,
        end=end,
        text=word,
        message=f"“{word}” is in no dictionary of this language.",
        why="Amazon lists spelling errors among what a message must not contain.",
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
