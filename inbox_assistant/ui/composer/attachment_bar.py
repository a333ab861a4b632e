"""The files beside a reply, above its text."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inbox_assistant.domain.attachment import Enclosure
from inbox_assistant.domain.finding import Finding, Severity
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.sentences import told

_LONGEST = 32


class AttachmentBar(QWidget):
    """One button a file; pressing it takes the file away again."""

    remove_wanted = Signal(int)
    """The number of the file to be taken away."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._shown: tuple[object, ...] = ()
        self.buttons: list[CalmButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(spacing.LARGE, spacing.MEDIUM, spacing.LARGE, 0)
        self._row.setSpacing(spacing.MEDIUM)
        self._row.addStretch(1)
        self.setAccessibleName(self.tr("Attached files"))
        self.hide()

    def show_files(
        self, files: Sequence[Enclosure], findings: Sequence[Finding]
    ) -> None:
        """Show *files*, each with the sign of the heaviest of its *findings*."""
        told = (tuple(files), tuple(findings))
        if told == self._shown:
            return
        self._shown = told
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(file, findings) for file in files]
        for place, button in enumerate(self.buttons):
            self._row.insertWidget(place, button)
        self.setVisible(bool(files))

    def _button(self, file: Enclosure, findings: Sequence[Finding]) -> CalmButton:
        size = QLocale().formattedDataSize(file.size)
        name = file.name
        if len(name) > _LONGEST:
            name = f"{name[: _LONGEST - 9]}…{name[-8:]}"
        button = CalmButton(f"{name}  {size}".replace("&", "&&"), self._icons.theme)
        own = [one for one in findings if one.attachment == file.name]
        worst = next((s for s in Severity if any(o.severity is s for o in own)), None)
        if worst is None:
            self._icons.dress(button, "attach", "muted")
        else:
            self._icons.dress(button, worst.value, worst.value)
        words = [self.tr("Take “{name}” away").format(name=file.name)]
        words.extend(told(one.message) for one in own)
        button.setToolTip("\n".join(words))
        button.setAccessibleName(f"{file.name}, {size}. {' '.join(words)}")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(
            lambda _checked=False: self.remove_wanted.emit(file.number)
        )
        return button
