"""The window speaks the language that was chosen, and so do its numbers."""

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication

from inbox_assistant.domain.errors import InputError
from inbox_assistant.paths import resources
from inbox_assistant.ui.language_names import language_name
from inbox_assistant.ui.languages import MIRRORING, locale_of, speak
from inbox_assistant.ui.sentences import told, told_any, told_error

FOLDER = resources() / "translations"


@pytest.fixture
def german(qapp: QApplication) -> QLocale:
    """Let the application speak German for one test."""
    return speak(qapp, FOLDER, "de")


@pytest.mark.parametrize(
    ("choice", "system", "name"),
    [
        ("system", "de_AT", "de_AT"),
        ("system", "en_GB", "en_GB"),
        ("de", "de_CH", "de_CH"),
        ("de", "C", "de_DE"),
        ("system", "C", "C"),
        ("en", "C", "C"),
    ],
)
def test_the_locale_follows_choice_and_system(
    choice: str, system: str, name: str
) -> None:
    assert locale_of(choice, QLocale(system), FOLDER).name() == name


@pytest.mark.parametrize(("choice", "system"), [("system", "fr_FR"), ("en", "de_DE")])
def test_days_and_months_are_in_the_language_of_the_words(
    choice: str, system: str
) -> None:
    found = locale_of(choice, QLocale(system), FOLDER)
    assert found.language() is QLocale.Language.English


def test_words_plurals_and_numbers_are_german(german: QLocale) -> None:
    assert german.language() is QLocale.Language.German
    translate = QCoreApplication.translate
    assert translate("Commands", "Settings…") == "Einstellungen…"
    assert translate("Imports", "%n mail(s) added", "", 1) == "1 E-Mail hinzugefügt"
    assert translate("Imports", "%n mail(s) added", "", 2) == "2 E-Mails hinzugefügt"
    assert QLocale().toString(1234.5, "f", 1) == "1.234,5"
    assert translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert language_name("en") == "Englisch"
    assert language_name("fi") == "Finnish"


def test_plurals_are_english_without_a_choice(qapp: QApplication) -> None:
    speak(qapp, FOLDER, "en")
    translate = QCoreApplication.translate
    assert translate("Imports", "%n mail(s) added", "", 1) == "1 mail added"
    assert translate("Imports", "%n mail(s) added", "", 2) == "2 mails added"


def test_sentences_from_below_are_recognised_with_their_values(german: QLocale) -> None:
    assert german.language() is QLocale.Language.German
    error = InputError("There is no thread “x {y}”.", "Choose another name for it.")
    assert told_error(error) == (
        "Es gibt keinen Vorgang „x {y}“. Wählen Sie einen anderen Namen dafür."
    )
    assert told_any(error) == told_error(error)
    assert told("thanks only") == "nur Dank"
    assert told("Never ask for stars.") == "Bitten Sie nie um Sterne."
    assert told("Nobody has written this.") == "Nobody has written this."
    assert told_any(ValueError("odd")) == "odd"
    assert told("") == ""


def test_without_a_translation_sentences_stay_as_they_are(qapp: QApplication) -> None:
    assert qapp is not None
    assert told("There is no thread “x”.") == "There is no thread “x”."


def test_every_locale_runs_in_the_direction_that_qt_knows() -> None:
    script, land = QLocale.Script.AnyScript, QLocale.Country.AnyCountry
    locales = QLocale.matchingLocales(QLocale.Language.AnyLanguage, script, land)
    mirrored = {
        one.script()
        for one in locales
        if one.textDirection() is Qt.LayoutDirection.RightToLeft
    }
    assert mirrored == MIRRORING
