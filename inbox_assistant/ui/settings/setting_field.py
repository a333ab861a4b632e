"""One setting as it is shown: its name, what it means, and something to set it with."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.domain.errors import InboxAssistantError
from inbox_assistant.settings import AnySetting, Plain, Settings
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.field import Field
from inbox_assistant.ui.fonts import strong
from inbox_assistant.ui.muted_label import MutedLabel
from inbox_assistant.ui.sentences import told, told_error
from inbox_assistant.ui.theme import Theme

_HIGHEST = 1_000_000
"""Of a whole number that has no bound of its own."""
_WIDTH = 320
"""Of a line that a text is typed in."""


class SettingField(QWidget):
    """Shows a setting and stores each change at once."""

    changed = Signal(object)
    """The ``Setting`` whose value is another one now."""
    refused = Signal(str)
    """Why the value could not be stored."""

    def __init__(self, setting: AnySetting, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.setting = setting
        self._settings = settings
        self._label = told(setting.label)
        self._help = told(setting.help)
        self._words = [told(one) for one in setting.words]
        self.reset = CalmButton(self.tr("Reset"), theme, is_quiet=True)
        self.reset.setAccessibleName(
            self.tr("Reset “{setting}”").format(setting=self._label)
        )
        self.reset.clicked.connect(self._reset)
        self.value = self._make_value(theme)
        self.value.setAccessibleName(self._label)
        self.value.setAccessibleDescription(self._help)
        self._lay_out(theme)
        self.show_value()

    def matches(self, words: list[str]) -> bool:
        """Return whether each of *words*, in lower case, is found in the setting."""
        whole = " ".join((self._label, self._help, self.setting.key, *self._words))
        return all(word in whole.lower() for word in words)

    @Slot()
    def show_value(self) -> None:
        """Show what is set now."""
        value = self._settings.value_of(self.setting)
        self.value.blockSignals(True)  # noqa: FBT003 - Qt's own
        if isinstance(self.value, QCheckBox):
            self.value.setChecked(bool(value))
        elif isinstance(self.value, QSpinBox):
            self.value.setValue(int(value))
        elif isinstance(self.value, QComboBox):
            self.value.setCurrentIndex(self.value.findData(value))
        elif isinstance(self.value, Field) and self.value.text() != value:
            self.value.setText(str(value))
        self.value.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.reset.setVisible(value != self.setting.default)

    def _make_value(self, theme: Theme) -> QWidget:
        setting = self.setting
        if isinstance(setting.default, bool):
            box = QCheckBox(self._label)
            box.toggled.connect(self._put)
            return box
        if isinstance(setting.default, int):
            return self._number()
        if setting.choices:
            return self._choice()
        field = Field(theme, self._label)
        field.editingFinished.connect(lambda: self._put(field.text().strip()))
        return field

    def _number(self) -> QSpinBox:
        setting = self.setting
        number = QSpinBox()
        least, most = setting.least, setting.most
        number.setRange(
            -_HIGHEST if least is None else least, _HIGHEST if most is None else most
        )
        number.setKeyboardTracking(False)
        number.valueChanged.connect(self._put)
        return number

    def _choice(self) -> QComboBox:
        choice = QComboBox()
        words = self._words or list(self.setting.choices)
        for shown, value in zip(words, self.setting.choices, strict=True):
            choice.addItem(shown, value)
        choice.view().setAccessibleName(self._label)
        choice.currentIndexChanged.connect(lambda _at: self._put(choice.currentData()))
        return choice

    @Slot()
    def _reset(self) -> None:
        self._put(self.setting.default)
        self.value.setFocus()

    def _put(self, value: Plain) -> None:
        if value != self._settings.value_of(self.setting):
            try:
                self._settings.change(self.setting, value)
            except InboxAssistantError as error:
                self.refused.emit(told_error(error))
            else:
                self.changed.emit(self.setting)
        self.show_value()

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.SMALL)
        line = QHBoxLayout()
        line.setSpacing(spacing.MEDIUM)
        if isinstance(self.value, QCheckBox):
            self.value.setFont(strong(self.font()))
        else:
            name = QLabel(self._label)
            name.setFont(strong(self.font()))
            name.setWordWrap(True)
            name.setBuddy(self.value)
            column.addWidget(name)
        if isinstance(self.value, Field):
            self.value.setFixedWidth(_WIDTH)
        kept = self.reset.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(kept)
        line.addWidget(self.value)
        line.addStretch(1)
        line.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        words = self._help
        if self.setting.from_next_start:
            words = self.tr("{help} From the next start on.").format(help=words)
        column.addWidget(MutedLabel(words, theme))
