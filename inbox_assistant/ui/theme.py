"""Which palette is worn: the system's choice or the user's."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from inbox_assistant.ui.palette import Colours, Palette, Scheme

STYLE = ("-style", "fusion")
"""Arguments of the application object: set later, the style is all the dearer."""


class SchemeChoice(StrEnum):
    """What the user may choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


_ASKED = {
    SchemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
    SchemeChoice.LIGHT: Qt.ColorScheme.Light,
    SchemeChoice.DARK: Qt.ColorScheme.Dark,
    # Light or dark as the system is, with the strongest contrasts of either.
    SchemeChoice.CONTRAST: Qt.ColorScheme.Unknown,
}


class Theme(QObject):
    """Dress the application and tell everyone when the colours change.

    The application wears the style Fusion already; ``STYLE`` is the argument for it.
    """

    changed = Signal()
    """The palette was replaced; what was painted or tinted is to be made again."""

    def __init__(
        self,
        application: QApplication,
        palettes: Mapping[Scheme, Palette],
        choice: SchemeChoice = SchemeChoice.SYSTEM,
        wishes_contrast: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._palettes = palettes
        self._choice = choice
        self._wishes_contrast = wishes_contrast or self._system_wishes_contrast
        # Where the platform does not tell its scheme, its own palette gives it away;
        # it must be looked at before ours replaces it.
        self._fallback = _scheme_of(application.palette())
        self._worn = palettes[self._fallback]
        hints = application.styleHints()
        hints.setColorScheme(_ASKED[choice])
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)
        self._wear(self._wanted())

    @property
    def scheme(self) -> Scheme:
        """Return which palette is worn."""
        return self._worn.scheme

    @property
    def colours(self) -> Colours:
        """Return the colours with a meaning of the palette that is worn."""
        return self._worn.colours

    def choose(self, choice: SchemeChoice) -> None:
        """Follow the system, or stay light or dark."""
        self._choice = choice
        self._application.styleHints().setColorScheme(_ASKED[choice])
        self._wear(self._wanted())

    @Slot()
    def _follow_system(self) -> None:
        self._wear(self._wanted())

    def _wanted(self) -> Scheme:
        if self._choice in {SchemeChoice.LIGHT, SchemeChoice.DARK}:
            return Scheme(self._choice.value)
        hints = self._application.styleHints()
        told = hints.colorScheme()
        plain = self._fallback
        if told is not Qt.ColorScheme.Unknown:
            plain = Scheme.DARK if told is Qt.ColorScheme.Dark else Scheme.LIGHT
        if self._choice is SchemeChoice.CONTRAST or self._wishes_contrast():
            return plain.strong
        return plain

    def _system_wishes_contrast(self) -> bool:
        wish = self._application.styleHints().accessibility().contrastPreference()
        return wish is Qt.ContrastPreference.HighContrast

    def _wear(self, scheme: Scheme) -> None:
        self._worn = self._palettes[scheme]
        self._application.setPalette(self._worn.roles)
        self.changed.emit()


def _scheme_of(palette: QPalette) -> Scheme:
    ground = palette.color(QPalette.ColorRole.Window).lightnessF()
    ink = palette.color(QPalette.ColorRole.WindowText).lightnessF()
    return Scheme.DARK if ink > ground else Scheme.LIGHT
