"""The whole of a mail, shown without ever loading anything."""

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from inbox_assistant.ui import spacing
from inbox_assistant.ui.scroll_bar import calm_scrolling
from inbox_assistant.ui.theme import Theme
from inbox_assistant.ui.thread.clean_html import clean_html

_HIGHEST = 360
_LONGEST = 64 * 1024
_HEAVY = "b, strong, h1, h2, h3, h4 { font-weight: 600 }"


class Original(QTextBrowser):
    """Show a mail's HTML after cleaning, or its text; by itself as high as needed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fits_its_mail = True
        """Whether it is as high as its mail; else whoever holds it decides."""
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The bundled typeface has no heavier face than this one.
        self.document().setDefaultStyleSheet(_HEAVY)
        self.setAccessibleName(self.tr("The whole mail"))
        calm_scrolling(self, theme)

    def show_mail(self, text: str, html: str | None) -> None:
        """Show *html* where it can be made harmless in no time, else *text*."""
        cleaned = clean_html(html) if html else None
        if cleaned is not None:
            self.setHtml(cleaned)
        else:
            self.setPlainText(text[:_LONGEST])
        if not self.fits_its_mail:
            return
        self.document().setTextWidth(self.viewport().width())
        needed = int(self.document().size().height()) + 2 * spacing.SMALL
        self.setFixedHeight(min(_HIGHEST, needed))

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        """Return nothing to be seen, whatever is asked for.

        Without any answer Qt would look for a file of that name by itself.
        """
        del url
        if kind == QTextDocument.ResourceType.ImageResource.value:
            empty = QImage(1, 1, QImage.Format.Format_ARGB32)
            empty.fill(0)
            return empty
        return QByteArray()
