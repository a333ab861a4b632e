"""The widget that shows a mail's HTML asks nobody for anything."""

import socket
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QByteArray, QPoint, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inbox_assistant.ui.theme import Theme
from inbox_assistant.ui.thread.clean_html import clean_html
from inbox_assistant.ui.thread.original import Original
from tests.gui.thread.phoning_home import WAYS, Home, page


@pytest.fixture
def home() -> Iterator[Home]:
    """Return a server that counts who calls."""
    with Home() as home:
        yield home


@pytest.fixture
def original(qtbot: QtBot, theme: Theme) -> Original:
    """Return the widget, to be seen."""
    widget = Original(theme)
    widget.resize(600, 400)
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def callers(original: Original, home: Home, qtbot: QtBot) -> int:
    """Paint and point at everything; return who called besides this test itself."""
    original.grab()
    original.selectAll()
    for y in range(0, original.height(), 12):
        qtbot.mouseMove(original.viewport(), QPoint(20, y))
    QApplication.processEvents()
    before = home.calls
    port = int(home.address.rpartition(":")[2])
    # Whoever called before this is heard before this.
    socket.create_connection(("127.0.0.1", port)).close()
    qtbot.waitUntil(lambda: home.calls > before)
    return home.calls - 1


def test_no_way_to_phone_home_is_taken(
    original: Original, home: Home, qtbot: QtBot
) -> None:
    assert len(WAYS) >= 40
    original.show_mail("", page(home.address))
    assert "before" in original.toPlainText()
    assert callers(original, home, qtbot) == 0
    assert not original.openLinks()


@pytest.mark.parametrize("way", WAYS)
def test_the_cleaner_leaves_no_address(way: str) -> None:
    cleaned = clean_html(f"<p>before</p>{way}<p>after</p>".format(home="http://h.test"))
    assert cleaned is not None
    assert "h.test" not in cleaned


def test_even_what_is_not_cleaned_is_not_loaded(
    original: Original, home: Home, qtbot: QtBot
) -> None:
    original.setHtml(page(home.address))
    assert callers(original, home, qtbot) == 0
    for address in (home.address, "file:///etc/hostname", "qrc:/a", "data:,a"):
        kind = QTextDocument.ResourceType.ImageResource
        image = original.loadResource(kind.value, QUrl(address))
        assert isinstance(image, QImage)
        assert (image.width(), image.height()) == (1, 1)
        sheet = QTextDocument.ResourceType.StyleSheetResource
        assert original.loadResource(sheet.value, QUrl(address)) == QByteArray()
