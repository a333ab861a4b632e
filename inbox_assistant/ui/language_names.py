"""The languages of messages, as people read them."""

from PySide6.QtCore import QCoreApplication, QLocale


def language_name(code: str) -> str:
    """Return the name of the language *code*, in the language of the window."""
    translate = QCoreApplication.translate
    known = {
        "ar": translate("Language", "Arabic"),
        "de": translate("Language", "German"),
        "en": translate("Language", "English"),
        "es": translate("Language", "Spanish"),
        "fr": translate("Language", "French"),
        "it": translate("Language", "Italian"),
        "ja": translate("Language", "Japanese"),
        "nl": translate("Language", "Dutch"),
        "pl": translate("Language", "Polish"),
        "pt": translate("Language", "Portuguese"),
        "sv": translate("Language", "Swedish"),
        "tr": translate("Language", "Turkish"),
    }
    return known.get(code) or QLocale.languageToString(QLocale(code).language())
