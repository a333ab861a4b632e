"""Which palette is worn: the system's choice or the user's."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

from inbox_assistant.ui.palette import Colours, Palette, Scheme
from inbox_assistant.ui.qt_numbers import DARK, LIGHT, UNKNOWN

STYLE = ("-style", "fusion")
"""Arguments of the application object: set later, the style is all the dearer."""
WISHES_CONTRAST = "window/contrast"
"""The key in the state of the window that keeps what the system wished for last."""


class SchemeChoice(StrEnum):
    """What the user may choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


_ASKED = {
    SchemeChoice.SYSTEM: UNKNOWN,
    SchemeChoice.LIGHT: LIGHT,
    SchemeChoice.DARK: DARK,
    # Light or dark as the system is, with the strongest contrasts of either.
    SchemeChoice.CONTRAST: UNKNOWN,
}


class Theme(QObject):
    """Dress the application and tell everyone when the colours change.

    The application wears the style Fusion already; ``STYLE`` is the argument for it.
    What the system wishes for is asked by ``look_at_system``, once the first rows are
    seen: until then its own palette tells light from dark, and *wishes_contrast* says
    whether it was strong contrasts that it wished for last.
    """

    changed = Signal()
    """The palette was replaced; what was painted or tinted is to be made again."""

    def __init__(
        self,
        application: QApplication,
        palettes: Mapping[Scheme, Palette],
        choice: SchemeChoice = SchemeChoice.SYSTEM,
        *,
        wishes_contrast: bool = False,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._palettes = palettes
        self._choice = choice
        self.wishes_contrast = wishes_contrast
        """Whether the system wishes for strong contrasts, as far as is known."""
        # Where the platform does not tell its scheme, its own palette gives it away;
        # it must be looked at before ours replaces it.
        self._fallback = _scheme_of(application.palette())
        self._plain = self._fallback
        self._ask_for(choice)
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
        self._ask_for(choice)
        self._follow_system()

    def look_at_system(self) -> None:
        """Wear what the system wishes for, from now on."""
        hints = self._application.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)
        self._follow_system()

    @Slot()
    def _follow_system(self) -> None:
        hints = self._application.styleHints()
        told, scheme = hints.colorScheme(), QtCore.Qt.ColorScheme
        self._plain = self._fallback
        if told is not scheme.Unknown:
            self._plain = Scheme.DARK if told is scheme.Dark else Scheme.LIGHT
        self.wishes_contrast = _asks_for_contrast(hints)
        wanted = self._wanted()
        if wanted is not self.scheme:
            self._wear(wanted)

    def _ask_for(self, choice: SchemeChoice) -> None:
        """Let title bars and dialogs of the system's own be light or dark as well."""
        # A property, as the setter would take a name of ``Qt``.
        self._application.styleHints().setProperty("colorScheme", _ASKED[choice])

    def _wanted(self) -> Scheme:
        if self._choice in {SchemeChoice.LIGHT, SchemeChoice.DARK}:
            return Scheme(self._choice.value)
        if self._choice is SchemeChoice.CONTRAST or self.wishes_contrast:
            return self._plain.strong
        return self._plain

    def _wear(self, scheme: Scheme) -> None:
        self._worn = self._palettes[scheme]
        self._application.setPalette(self._worn.roles)
        self.changed.emit()


def _asks_for_contrast(hints: QStyleHints) -> bool:
    wish = hints.accessibility().contrastPreference()
    return wish is QtCore.Qt.ContrastPreference.HighContrast


def _scheme_of(palette: QPalette) -> Scheme:
    ground = palette.color(QPalette.ColorRole.Window).lightnessF()
    ink = palette.color(QPalette.ColorRole.WindowText).lightnessF()
    return Scheme.DARK if ink > ground else Scheme.LIGHT
