"""Two languages nobody speaks: they make visible what is cut off or not translated.

``long`` puts accents on every word, makes it 40% longer and sets it in brackets; a text
without brackets was not translated, a bracket without its partner is cut off. ``rtl``
is written from right to left, in the letters of Hebrew.
"""

import re
from typing import Final

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

LONGER: Final = 0.4
ACCENTS = str.maketrans("aeiouycnsAEIOUYCNS", "áéíóúýçñšÁÉÍÓÚÝÇÑŠ")
HEBREW = str.maketrans("abcdefghijklmnopqrstuvwxyz", "אבגדהוזחטיכלמנסעפצקרשתףץןםב"[:26])
_WORD: Final = 10
_KEPT = re.compile(r"(\{[^}]*\}|%L?n|%\d|&(?=\w)|<[^>]*>|\*\.\w+|\([^)]*\*[^)]*\))")
_DATES = re.compile(r"[dMyHhms .,:'/]+\Z")
"""How dates are written: figures to Qt, no words to people; so are kinds of files."""


def long_words(text: str) -> str:
    """Return *text* with accents, 40% longer, in brackets."""
    if _DATES.match(text) or "(*" in text:
        return text
    parts = [
        part if at % 2 else part.translate(ACCENTS)
        for at, part in enumerate(_KEPT.split(text))
    ]
    more = round(len(_KEPT.sub("", text)) * LONGER)
    return f"[{''.join(parts)}{_padding(more)}]"


def _padding(count: int) -> str:
    """Return *count* signs in words as long as people write them."""
    return " ".join("~" * min(_WORD, count - at) for at in range(0, count, _WORD))


def reversed_words(text: str) -> str:
    """Return *text* in letters that are read from right to left."""
    if _DATES.match(text):
        return text
    parts = [
        part if at % 2 else part.lower().translate(HEBREW)
        for at, part in enumerate(_KEPT.split(text))
    ]
    return "".join(parts)


class PseudoTranslator(QTranslator):
    """Translates everything there is into one of the two."""

    def __init__(self, application: QApplication, mode: str) -> None:
        super().__init__(application)
        self._words = {"long": long_words, "rtl": reversed_words}[mode]
        self.seen: set[tuple[str, str]] = set()
        """Context and text of everything that was asked for."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's own
        """Return that there is something: Qt asks no empty translator."""
        return False

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        number: int = -1,
    ) -> str:
        """Return *source* in the language that nobody speaks."""
        del disambiguation
        self.seen.add((context, source))
        words = self._words(source)
        return words.replace("%n", str(number)) if number >= 0 else words


def pretend(application: QApplication, mode: str) -> PseudoTranslator:
    """Let *application* speak the pseudo language *mode* from now on."""
    translator = PseudoTranslator(application, mode)
    application.installTranslator(translator)
    if mode == "rtl":
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        QLocale.setDefault(QLocale(QLocale.Language.Hebrew))
    return translator


def stop(application: QApplication, translator: PseudoTranslator) -> None:
    """Let *application* speak as before."""
    application.removeTranslator(translator)
    application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(QLocale.c())
