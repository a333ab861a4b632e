"""What tests of the window share: a dressed application and its parts."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inbox_assistant.paths import resources
from inbox_assistant.ui.bus import Bus
from inbox_assistant.ui.fonts import load_fonts, set_base_font
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.jobs import Jobs
from inbox_assistant.ui.languages import ENGLISH, speak
from inbox_assistant.ui.palette import Scheme, load_palette
from inbox_assistant.ui.theme import SchemeChoice, Theme
from tests.patience import PatientQtBot


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Return a bot that waits as long as a busy machine may take."""
    assert qapp is not None
    return PatientQtBot(request)


@pytest.fixture(autouse=True)
def language_of_before(qapp: QApplication) -> Iterator[None]:
    """Let the next test find the language that this one found."""
    known, locale = qapp.findChildren(QTranslator), QLocale()
    direction = qapp.layoutDirection()
    yield
    for translator in qapp.findChildren(QTranslator):
        if translator not in known:
            qapp.removeTranslator(translator)
            translator.deleteLater()
    if locale != QLocale():
        QLocale.setDefault(locale)
    if direction != qapp.layoutDirection():
        qapp.setLayoutDirection(direction)


@pytest.fixture
def english(qapp: QApplication) -> QLocale:
    """Speak English with its plurals, which stand in a file of translations as well."""
    return speak(qapp, resources() / "translations", ENGLISH)


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """Return the application with the bundled typeface."""
    load_fonts(resources() / "fonts")
    set_base_font(qapp)
    return qapp


@pytest.fixture
def theme(dressed: QApplication) -> Iterator[Theme]:
    """Return the light theme; the next test gets another one."""
    palettes = {one: load_palette(one, resources() / "palettes") for one in Scheme}
    theme = Theme(dressed, palettes, SchemeChoice.LIGHT)
    yield theme
    theme.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def icons(theme: Theme) -> Icons:
    """Return the shipped icons in the theme's colours."""
    return Icons(resources() / "icons", theme)


@pytest.fixture
def bus(qapp: QApplication) -> Bus:
    """Return a bus without receivers."""
    assert qapp is not None
    return Bus()


@pytest.fixture
def crashes() -> list[BaseException]:
    """Return the list that unexpected errors are kept in."""
    return []


@pytest.fixture
def jobs(bus: Bus, crashes: list[BaseException]) -> Iterator[Jobs]:
    """Return lanes of work that are finished after the test."""
    jobs = Jobs(bus, crashes.append)
    yield jobs
    assert jobs.close(10) == []


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Return a function that shows a widget and waits until it is painted."""

    def show(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()

    return show
