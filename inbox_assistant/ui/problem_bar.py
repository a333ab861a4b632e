"""A bar that tells what did not work and what can be done about it."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.fonts import strong
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.problem import Problem
from inbox_assistant.ui.tinted import TintedFrame

_DETAILS_LINES = 5


class ProblemBar(TintedFrame):
    """Show one problem at a time; it takes no focus and blocks nothing.

    The same problem reported again is shown once; further ones wait behind it.
    """

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons.theme, "block_tint", parent)
        self._icons = icons
        self._problems: list[Problem] = []
        self._sign = QLabel()
        self._message = _words()
        self._hint = _words()
        self._further = QLabel()
        self._details = _details()
        self._retry = CalmButton(self.tr("&Retry"), icons.theme)
        self._show_details = CalmButton(self.tr("&Details"), icons.theme)
        self._dismiss = QToolButton()
        self._lay_out()
        self._retry.clicked.connect(self._try_again)
        self._show_details.toggled.connect(self._details.setVisible)
        self._dismiss.clicked.connect(self.dismiss)
        icons.theme.changed.connect(self._draw_sign)
        self.hide()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return what is shown, and behind it what waits to be."""
        return tuple(self._problems)

    @Slot(object)
    def tell(self, problem: Problem) -> None:
        """Show *problem*, or let it wait behind the one that is shown."""
        if problem in self._problems:
            # Its way to try again may be a newer one.
            self._problems[self._problems.index(problem)] = problem
        else:
            self._problems.append(problem)
        self._show_first()

    @Slot()
    def dismiss(self) -> None:
        """Take the problem away and show the next one."""
        del self._problems[:1]
        self._show_first()

    def dismiss_for(self, label: str) -> None:
        """Take every problem away whose way out is called *label*: it was taken."""
        self._problems = [one for one in self._problems if one.retry_label != label]
        self._show_first()

    @Slot()
    def _try_again(self) -> None:
        problem = self._problems[0]
        self.dismiss()
        if problem.retry is not None:
            problem.retry()

    def _show_first(self) -> None:
        if not self._problems:
            self.hide()
            return
        problem = self._problems[0]
        is_new = self._message.text() != problem.message or self.isHidden()
        self._message.setText(problem.message)
        self._hint.setText(problem.hint)
        self._hint.setVisible(bool(problem.hint))
        self._details.setPlainText(problem.details)
        self._show_details.setVisible(bool(problem.details))
        if is_new:
            self._show_details.setChecked(False)
        self._retry.setText(problem.retry_label or self.tr("&Retry"))
        self._retry.setVisible(problem.retry is not None)
        further = len(self._problems) - 1
        self._further.setText(self.tr("{count} more").format(count=further))
        self._further.setVisible(further > 0)
        self.show()
        if is_new:
            self._announce(problem)

    def _announce(self, problem: Problem) -> None:
        words = f"{problem.message} {problem.hint}".strip()
        self.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @Slot()
    def _draw_sign(self) -> None:
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(
            self._icons.pixmap("block", "block", spacing.ICON_LARGE, ratio)
        )

    def _lay_out(self) -> None:
        self._message.setFont(strong(self.font()))
        self._show_details.setCheckable(True)
        self._dismiss.setAutoRaise(True)
        self._dismiss.setIconSize(QSize(spacing.ICON, spacing.ICON))
        self._dismiss.setAccessibleName(self.tr("Dismiss"))
        self._dismiss.setToolTip(self.tr("Dismiss"))
        self._icons.dress(self._dismiss, "close")
        self._draw_sign()
        words = QVBoxLayout()
        words.setSpacing(spacing.TINY)
        for part in (self._message, self._hint, self._details):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(
            spacing.LARGE, spacing.MEDIUM, spacing.MEDIUM, spacing.MEDIUM
        )
        row.setSpacing(spacing.MEDIUM)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for widget in (
            self._further,
            self._retry,
            self._show_details,
            self._dismiss,
        ):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)


def _words() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    # An error may quote what a server said; it is shown as it is.
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return label


def _details() -> QPlainTextEdit:
    edit = QPlainTextEdit()
    edit.setReadOnly(True)
    edit.setFrameShape(QFrame.Shape.NoFrame)
    edit.setFixedHeight(edit.fontMetrics().lineSpacing() * _DETAILS_LINES)
    edit.setAccessibleName(
        QCoreApplication.translate("ProblemBar", "Details of the problem")
    )
    edit.setTabChangesFocus(True)
    edit.hide()
    return edit
