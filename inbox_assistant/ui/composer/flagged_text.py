"""A plain text whose flagged words are tinted, and stay so while it is written."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTextBlock
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from inbox_assistant.domain.dismissal import Dismissal
from inbox_assistant.domain.finding import Finding
from inbox_assistant.policy.offsets import utf16_offsets
from inbox_assistant.services.dismissing import set_aside
from inbox_assistant.ui.composer.flag import Flag, Look, flags_of
from inbox_assistant.ui.composer.marks import Ink, Marks
from inbox_assistant.ui.composer.plain_text import plain_text
from inbox_assistant.ui.composer.severity_look import severity_look
from inbox_assistant.ui.theme import Theme

PAUSE = 150
"""Milliseconds without a key press after which the whole text is checked."""

_THIN = 1.5
"""Pixels of the line below flagged words."""

WHOLE = frozenset({"thanks-only", "wrong-language"})
"""Categories about a whole text, which a paragraph alone says nothing about."""

LookAtOnce = Callable[[str], Sequence[Finding]]


class FlaggedText(QPlainTextEdit):
    """Flags words; a changed paragraph at once, the whole text after a pause.

    Whoever checks listens to ``check_wanted`` and answers with ``show_findings``;
    an answer about a text that was changed meanwhile is dropped.
    """

    check_wanted = Signal(str, int)
    """The text and its revision, once the writer pauses."""

    flags_changed = Signal()
    """Other flags are shown now, after a check of the whole text."""

    written = Signal()
    """The text has changed, and not only its looks."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._flags: tuple[Flag, ...] = ()
        self._dismissals: tuple[Dismissal, ...] = ()
        self._revision = 0
        self._checked = self._asked = -1
        self._inks: dict[Look, Ink] = {}
        self._marks = Marks(self._ink)
        self.look_at_once: LookAtOnce | None = None
        """Checks a paragraph, quickly and in this thread; None: not yet."""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.ask_for_check)
        # It comes after the paint: the letter is seen before it is thought about.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._look)
        self.document().contentsChange.connect(self._change)
        theme.changed.connect(self._recolour)

    @property
    def text(self) -> str:
        """Return what is written, letter for letter."""
        return plain_text(self.document().toRawText())

    @property
    def revision(self) -> int:
        """Return the number of the text as it is now."""
        return self._revision

    @property
    def is_checked(self) -> bool:
        """Return whether the flags are those of the whole text as it is now."""
        return self._checked == self._revision

    @property
    def is_looking(self) -> bool:
        """Return whether a changed paragraph is still to be looked at."""
        return self._soon.isActive()

    @property
    def flags(self) -> tuple[Flag, ...]:
        """Return what is flagged, in the order of the text."""
        return self._flags

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what was found, in the order in which flags are numbered."""
        return tuple(flag.finding for flag in self._flags)

    @property
    def marked(self) -> list[str]:
        """Return the words that are underlined on the screen."""
        units = self.document().toRawText().encode("utf-16-le", "surrogatepass")
        return [
            plain_text(units[2 * a : 2 * b].decode("utf-16-le", "surrogatepass"))
            for a, b, _look in self._marks.shown
        ]

    @property
    def caret(self) -> int:
        """Return where the caret is, counted in code points."""
        units = self.text.encode("utf-16-le", "surrogatepass")
        before = units[: 2 * self.textCursor().position()]
        return len(before.decode("utf-16-le", "replace"))

    def set_draft(self, text: str, caret: int) -> None:
        """Begin with *text*, the caret after *caret* code points, nothing flagged."""
        self._flags = ()
        self.setPlainText(text)
        cursor = self.textCursor()
        ahead = self.text[:caret]
        cursor.setPosition(len(ahead.encode("utf-16-le", "surrogatepass")) // 2)
        self.setTextCursor(cursor)
        self._soon.stop()
        self._set_flags(())
        self.ask_for_check()

    def set_dismissals(self, known: Sequence[Dismissal]) -> None:
        """Show what was set aside; the present findings are told apart anew."""
        if tuple(known) != self._dismissals:
            self._dismissals = tuple(known)
            self.ask_for_check()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is flagged beneath the letters."""
        if self._marks:
            painter = QPainter(self.viewport())
            self._paint_marks(painter, event.rect())
            painter.end()
        super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Work out anew where the marks stand: the letters may be others."""
        super().changeEvent(event)
        # Qt tells of changes before the constructor has come this far.
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_marks"):
            self._marks.forget_places()

    def _paint_marks(self, painter: QPainter, rect: QRect) -> None:
        block = self.cursorForPosition(rect.topLeft()).block()
        place = self.blockBoundingGeometry(block).translated(self.contentOffset())
        left, top, bottom = place.left(), place.top(), place.bottom()
        above, below = rect.top(), rect.bottom()
        while True:
            self._marks.paint(painter, block, (left, top), (above - top, below - top))
            if bottom >= below:
                break
            block = block.next()
            if not block.isValid():
                break
            top, bottom = bottom, bottom + self.blockBoundingRect(block).height()

    @Slot()
    def ask_for_check(self) -> None:
        """Have the text checked now."""
        self._pause.stop()
        self._asked = self._revision
        self.check_wanted.emit(self.text, self._revision)

    def show_findings(self, revision: int, findings: Sequence[Finding]) -> bool:
        """Flag *findings* about the text of *revision*; say whether it is current."""
        if revision != self._revision:
            return False
        self._checked = revision
        # A look at one paragraph would know less than this.
        self._soon.stop()
        here = [one for one in findings if not one.attachment]
        self._set_flags(flags_of(self.document(), self.text, here, self._dismissals))
        return True

    def number_of(self, flag: Flag) -> int | None:
        """Return the number that *flag* has now, or that of one in its place."""
        for number, one in enumerate(self._flags):
            is_alike = one.finding.rule == flag.finding.rule and one.start == flag.start
            if one is flag or is_alike:
                return number
        return None

    def _alive(self) -> list[int]:
        return [n for n, flag in enumerate(self._flags) if not flag.is_gone]

    def _set_flags(self, flags: tuple[Flag, ...]) -> None:
        self._flags = flags
        self._show_marks()
        self.flags_changed.emit()

    def _show_marks(self) -> None:
        if self._marks.show(self._flags):
            self.viewport().update()

    @Slot(int, int, int)
    def _change(self, start: int, removed: int, added: int) -> None:
        self._revision += 1
        self._marks.move(start, removed, added)
        if added > 1:
            self._keep_layouts(start, start + added)
        if not self._soon.isActive():
            self._soon.start()
        self.written.emit()

    def _keep_layouts(self, start: int, end: int) -> None:
        """Have Qt keep what it finds out when it lays out a paragraph.

        It would throw it away and find it out again for the painting, which takes as
        long as all the rest between a key press and its letter.
        """
        block = self.document().findBlock(start)
        while block.isValid() and block.position() <= end:
            block.layout().setCacheEnabled(True)
            block = block.next()

    @Slot()
    def _look(self) -> None:
        """Check the paragraph at the caret; the others wait for a pause."""
        if self._asked != self._revision:
            self._pause.start()
        block = self.textCursor().block()
        block.layout().setCacheEnabled(True)
        if self.look_at_once is None:
            return
        text = plain_text(block.text())
        found = [one for one in self.look_at_once(text) if one.category not in WHOLE]
        found.sort(key=lambda one: (one.start, one.end))
        inside, others = self._parted(block)
        here = {_sight(flag): flag for flag in inside}
        wanted = self._sights(text, found, block.position())
        missing = [
            one for one, sight in zip(found, wanted, strict=True) if sight not in here
        ]
        if not missing and len(wanted) == len(inside):
            return
        kept = [here[sight] for sight in wanted if sight in here]
        fresh = flags_of(
            self.document(), text, missing, self._dismissals, block.position()
        )
        both = sorted([*others, *kept, *fresh], key=lambda flag: (flag.start, flag.end))
        self._flags = tuple(both)
        self._marks.show(self._flags)
        place = self.blockBoundingGeometry(block).translated(self.contentOffset())
        self.viewport().update(place.toAlignedRect())

    def _sights(
        self, text: str, found: Sequence[Finding], base: int
    ) -> list[tuple[object, ...]]:
        """Return what ``_sight`` would say of flags that are not made yet."""
        points = utf16_offsets(text, [p for one in found for p in (one.start, one.end)])
        aside = set_aside(found, self._dismissals)
        return [
            (
                base + points[2 * at],
                base + points[2 * at + 1],
                one.rule,
                one.message,
                (one.severity, at in aside),
            )
            for at, one in enumerate(found)
        ]

    def _parted(self, block: QTextBlock) -> tuple[list[Flag], list[Flag]]:
        """Return the flags that belong to *block* alone, and the others."""
        first, last = block.position(), block.position() + block.length() - 1
        inside: list[Flag] = []
        others: list[Flag] = []
        for flag in self._flags:
            is_inside = first <= flag.start and flag.end <= last
            is_own = is_inside and flag.finding.category not in (*WHOLE, "spelling")
            (inside if is_own else others).append(flag)
        return inside, others

    def _ink(self, look: Look) -> Ink:
        known = self._inks.get(look)
        if known is None:
            severity, is_dismissed = look
            seen = severity_look(severity)
            colours = self._theme.colours
            tint: QColor = getattr(colours, f"{seen.colour}_tint")
            line: QColor = getattr(colours, seen.colour)
            known = (
                Ink(None, QPen(colours.muted, _THIN, Qt.PenStyle.DotLine))
                if is_dismissed
                else Ink(tint, QPen(line, _THIN, seen.line))
            )
            self._inks[look] = known
        return known

    @Slot()
    def _recolour(self) -> None:
        self._inks.clear()
        self.viewport().update()


def _sight(flag: Flag) -> tuple[object, ...]:
    """Return what tells two flags apart on the screen and in a list."""
    finding = flag.finding
    return flag.start, flag.end, finding.rule, finding.message, flag.look


def alive(flags: Iterable[Flag]) -> list[Flag]:
    """Return those of *flags* whose words are still there."""
    return [flag for flag in flags if not flag.is_gone]
