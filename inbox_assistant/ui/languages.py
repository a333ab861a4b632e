"""The language of the window: its words, and how dates and numbers are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QLocale, QTranslator

from inbox_assistant.ui.qt_numbers import FROM_THE_LEFT, FROM_THE_RIGHT

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

SYSTEM = "system"
ENGLISH = "en"
"""The language that the sources are written in."""

_Script = QLocale.Script
MIRRORING = frozenset(
    {
        _Script.AdlamScript,
        _Script.ArabicScript,
        _Script.HebrewScript,
        _Script.NkoScript,
        _Script.SyriacScript,
        _Script.ThaanaScript,
    }
)
"""The scripts that run from right to left.

``QLocale.textDirection`` knows them, but answers by a name of ``Qt``.
"""


def locale_of(choice: str, system: QLocale, folder: Path) -> QLocale:
    """Return the locale for *choice*, a language's code or ``system``.

    Where the system's language has no translation in *folder*, words are English, and
    so are the names of days and months beside them; the territory stays.
    """
    if system.language() is QLocale.Language.C:
        # Nobody said where this computer stands.
        return system if choice in {SYSTEM, ENGLISH} else QLocale(choice)
    code = _code(system) if choice == SYSTEM else choice
    if code != ENGLISH and not _words(code, folder).exists():
        code = ENGLISH
    if code == _code(system):
        return system
    return QLocale(QLocale(code).language(), system.territory())


def speak(application: QApplication, folder: Path, choice: str) -> QLocale:
    """Let *application* speak the language of *choice*; return the locale in use.

    To be called before the first widget is made: words are asked for only once.
    """
    locale = locale_of(choice, QLocale.system(), folder)
    if locale != QLocale():
        QLocale.setDefault(locale)
    code = _code(locale)
    install(application, str(_words(code, folder)))
    if code != ENGLISH:
        # Of the buttons and file dialogs that are Qt's own.
        library = QtCore.QLibraryInfo
        place = library.path(library.LibraryPath.TranslationsPath)
        install(application, f"{place}/qtbase_{code}.qm")
        is_mirrored = locale.script() in MIRRORING
        # A property, as the setter would take a name of ``Qt``.
        application.setProperty(
            "layoutDirection", FROM_THE_RIGHT if is_mirrored else FROM_THE_LEFT
        )
    return locale


def install(application: QApplication, file: str) -> bool:
    """Take the translations of *file* into use; return whether it has any."""
    translator = QTranslator(application)
    if not translator.load(file):
        return False
    return application.installTranslator(translator)


def _words(code: str, folder: Path) -> Path:
    return folder / f"inbox-assistant_{code}.qm"


def _code(locale: QLocale) -> str:
    # The C locale stands where nothing is known; it is written in English.
    is_none = locale.language() is QLocale.Language.C
    return ENGLISH if is_none else QLocale.languageToCode(locale.language())
