"""What happens when the reply is sent, and not before."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inbox_assistant.domain.reply import NO_STEP, NextStep
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.moments import short_time


class StepBar(QWidget):
    """Says what is staged, a line for each part; a button leaves it out."""

    left_out = Signal(object)
    """The ``NextStep`` that is left without the part that is not to happen."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._shown: tuple[tuple[str, NextStep], ...] = ()
        self._lines: list[QWidget] = []
        self.buttons: list[CalmButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(spacing.LARGE, 0, spacing.MEDIUM, 0)
        self._column.setSpacing(0)
        self.setAccessibleName(self.tr("When the reply is sent"))
        self.show_step(NO_STEP)

    @property
    def words(self) -> str:
        """Return what is said."""
        return "\n".join(words for words, _left in self._shown)

    def show_step(self, step: NextStep) -> None:
        """Say what *step* will do."""
        parts = self._parts(step)
        self.setVisible(bool(parts))
        if parts == self._shown:
            return
        self._shown = parts
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            # The click that led here may still be on its way through the line.
            line.deleteLater()
        self.buttons = []
        self._lines = [self._line(words, left) for words, left in parts]
        for line in self._lines:
            self._column.addWidget(line)

    def _parts(self, step: NextStep) -> tuple[tuple[str, NextStep], ...]:
        """Return what is said of each part, and the step without it."""
        parts = []
        if step.promise_at is not None:
            words = self.tr("When sent: the buyer is promised to hear by {time}.")
            without = replace(step, promise_at=None, promise="")
            parts.append((words.format(time=short_time(step.promise_at)), without))
        for tag in step.tags:
            words = self.tr("When sent: tag “{tag}”")
            rest = tuple(one for one in step.tags if one != tag)
            parts.append((words.format(tag=tag), replace(step, tags=rest)))
        return tuple(parts)

    def _line(self, words: str, left: NextStep) -> QWidget:
        line = QWidget()
        label = QLabel(words)
        label.setWordWrap(True)
        button = CalmButton(self.tr("Leave out"), self._icons.theme, is_quiet=True)
        button.setToolTip(self.tr("Send the reply without this"))
        button.setAccessibleName(f"{button.text()}. {words}")
        button.clicked.connect(lambda _checked=False: self.left_out.emit(left))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing.MEDIUM)
        row.addWidget(label, 1)
        row.addWidget(button)
        self.buttons.append(button)
        return line
