"""How each severity looks: a word, a shape, a colour and a kind of line."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCharFormat

from inbox_assistant.domain.finding import Severity

_Underline = QTextCharFormat.UnderlineStyle


@dataclass(frozen=True, slots=True)
class SeverityLook:
    """Four signs of one severity, so that none rests on its colour alone."""

    word: str
    icon: str
    colour: str
    underline: QTextCharFormat.UnderlineStyle


def severity_look(severity: Severity) -> SeverityLook:
    """Return how *severity* looks, in the language of the window."""
    translate = QCoreApplication.translate
    looks = {
        Severity.BLOCK: (translate("Severity", "Must change"), "block"),
        Severity.WARN: (translate("Severity", "Look again"), "warn"),
        Severity.NOTE: (translate("Severity", "Hint"), "note"),
    }
    lines = {
        Severity.BLOCK: _Underline.SingleUnderline,
        Severity.WARN: _Underline.DashUnderline,
        Severity.NOTE: _Underline.DotLine,
    }
    word, name = looks[severity]
    return SeverityLook(word, name, name, lines[severity])
