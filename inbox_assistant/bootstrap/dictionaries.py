"""The dictionaries of this computer, and the process that is asked for other words."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from inbox_assistant.policy.spelling import Spelling, dictionary_folders
from inbox_assistant.services.suggesting import Suggesting

if TYPE_CHECKING:
    from pathlib import Path

    from inbox_assistant.domain.finding import Finding
    from inbox_assistant.policy.context import Context


class Dictionaries:
    """What a profile's own folder and the system's hold."""

    def __init__(self, own: Path) -> None:
        self._suggesting = Suggesting()
        folders = dictionary_folders(os.environ, own)
        self._spelling = Spelling(folders, self._suggesting.ask)

    def findings(self, text: str, language: str, context: Context) -> list[Finding]:
        """Return the words of *text* that none knows, and no buyer has written."""
        known = context.buyer_text or ""
        return self._spelling.findings(text, language, context.marketplace, known)

    def look_for_words(self, word: str, language: str, context: Context) -> None:
        """Look up what to write in place of *word*, for ``findings`` to offer."""
        self._spelling.suggestions(word, language, context.marketplace)

    def has(self, language: str, marketplace: str | None) -> bool:
        """Return whether there is one of *language*."""
        return self._spelling.name_of(language, marketplace) is not None

    def close(self) -> None:
        """End the process that is asked for words."""
        self._suggesting.close()
