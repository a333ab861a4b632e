"""How each severity looks: a word, a shape, a colour and a kind of line."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt

from inbox_assistant.domain.finding import Severity

_Style = Qt.PenStyle


@dataclass(frozen=True, slots=True)
class SeverityLook:
    """Four signs of one severity, so that none rests on its colour alone."""

    word: str
    icon: str
    colour: str
    line: Qt.PenStyle


def severity_look(severity: Severity) -> SeverityLook:
    """Return how *severity* looks, in the language of the window."""
    translate = QCoreApplication.translate
    looks = {
        Severity.BLOCK: (translate("Severity", "Must change"), "block"),
        Severity.WARN: (translate("Severity", "Look again"), "warn"),
        Severity.NOTE: (translate("Severity", "Hint"), "note"),
    }
    lines = {
        Severity.BLOCK: _Style.SolidLine,
        Severity.WARN: _Style.DashLine,
        Severity.NOTE: _Style.DotLine,
    }
    word, name = looks[severity]
    return SeverityLook(word, name, name, lines[severity])
