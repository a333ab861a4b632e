"""What came of trying an account: one line for each step."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from inbox_assistant.domain.trial import Trial, TrialStep
from inbox_assistant.ui import spacing
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.sentences import told


class TrialView(QWidget):
    """Steps with a sign and words, never with colour alone; empty until a trial."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(spacing.MEDIUM)
        self._rows.setVerticalSpacing(spacing.TINY)
        self._rows.setColumnStretch(1, 1)
        self.hide()

    def say(self, words: str) -> None:
        """Show *words* in place of steps."""
        self._clear()
        self._add("", words)

    def show_trials(self, trials: Sequence[Trial]) -> None:
        """Show each step, and read the result out."""
        self._clear()
        for trial in trials:
            icon = {True: "ok", False: "block", None: "more"}[trial.works]
            words = f"{step_name(trial.step)}: {_result(trial)}"
            self._add(icon, words)
        failed = [one for one in trials if one.works is False]
        words = " ".join(f"{step_name(one.step)}: {told(one.detail)}" for one in failed)
        spoken = words or self.tr("Everything works.")
        self.setAccessibleName(spoken)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def _add(self, icon: str, words: str) -> None:
        row = self._rows.rowCount()
        sign = QLabel()
        if icon:
            colour = {"ok": "later", "block": "block"}.get(icon, "muted")
            ratio = self.devicePixelRatioF()
            sign.setPixmap(self._icons.pixmap(icon, colour, spacing.ICON, ratio))
        label = QLabel(words)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._rows.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(label, row, 1)
        self.show()

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def step_name(step: TrialStep) -> str:
    """Return what *step* is called."""
    translate = QCoreApplication.translate
    return {
        TrialStep.NAME: translate("Trial", "The server answers"),
        TrialStep.TLS: translate("Trial", "The connection is protected"),
        TrialStep.SIGN_IN: translate("Trial", "Signing in"),
        TrialStep.FOLDER: translate("Trial", "The folder"),
        TrialStep.SENDING: translate("Trial", "Sending"),
    }[step]


def _result(trial: Trial) -> str:
    translate = QCoreApplication.translate
    if trial.works is None:
        return translate("Trial", "not tried")
    return told(trial.detail) or translate("Trial", "works")
