"""Everything that can be set, made from the declarations of the settings."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.domain.errors import InboxAssistantError
from inbox_assistant.settings import DECLARED, GROUPS, Settings
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.field import Field
from inbox_assistant.ui.fonts import strong
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.notice_bar import NoticeBar
from inbox_assistant.ui.scroll_bar import CalmScrollBar
from inbox_assistant.ui.sentences import told, told_error
from inbox_assistant.ui.settings.setting_field import SettingField

_WIDTH, _HEIGHT = 640, 620
_TITLE = 1.2


class SettingsDialog(QDialog):
    """Lists the settings by group; what is changed holds from that moment on."""

    changed = Signal(object)
    """The ``Setting`` that has another value now."""

    def __init__(
        self, settings: Settings, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._icons = icons
        self.search = Field(icons.theme, self.tr("Search the settings"))
        self.search.setPlaceholderText(self.tr("Search the settings"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.notice = NoticeBar(icons)
        self.nothing = QLabel(self.tr("No setting has these words."))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.hide()
        self.fields = [SettingField(one, settings, icons.theme) for one in DECLARED]
        self._titles: dict[str, QLabel] = {}
        for field in self.fields:
            field.changed.connect(self.changed)
            field.refused.connect(self.notice.tell)
        self._lay_out()

    @Slot()
    def show_values(self) -> None:
        """Show what is set now, where something else has set it."""
        for field in self.fields:
            field.show_value()

    def export_to(self, path: Path) -> None:
        """Write every setting to the file at *path* and say so."""
        from inbox_assistant.services.settings_files import toml_of  # noqa: PLC0415

        try:
            path.write_text(toml_of(self._settings), "utf-8", newline="\n")
        except OSError as error:
            words = self.tr("The settings could not be written: {reason}")
            self.notice.tell(words.format(reason=error.strerror or error))
        else:
            self.notice.tell(self.tr("The settings are in {file}.").format(file=path))

    def import_from(self, path: Path) -> None:
        """Take the settings in the file at *path*, all of them or none."""
        from inbox_assistant.services.settings_files import (  # noqa: PLC0415
            put_all,
            read_toml,
        )

        before = {one.key: self._settings.value_of(one) for one in DECLARED}
        try:
            put_all(self._settings, read_toml(path.read_text("utf-8"), path.name))
        except InboxAssistantError as error:
            self.notice.tell(told_error(error))
        except (OSError, ValueError):
            words = self.tr("{file} could not be read.").format(file=path.name)
            self.notice.tell(words)
        self.show_values()
        for one in DECLARED:
            if self._settings.value_of(one) != before[one.key]:
                self.changed.emit(one)

    @Slot()
    def _choose_export(self) -> None:
        dialog = self._file_dialog(self.tr("Export the settings"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.selectFile("inbox-assistant-settings.toml")
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name)))
        dialog.open()

    @Slot()
    def _choose_import(self) -> None:
        dialog = self._file_dialog(self.tr("Import settings"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.import_from(Path(name)))
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title)
        dialog.setNameFilters([self.tr("Settings (*.toml)"), self.tr("All files (*)")])
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    @Slot(str)
    def _narrow(self, text: str) -> None:
        words = text.lower().split()
        shown = set()
        for field in self.fields:
            fits = field.matches(words)
            field.setVisible(fits)
            if fits:
                shown.add(field.setting.group)
        for group, title in self._titles.items():
            title.setVisible(group in shown)
        self.nothing.setVisible(not shown)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(spacing.LARGE)
        layout.addWidget(self.search)
        layout.addWidget(self.notice)
        layout.addWidget(self.nothing)
        layout.addWidget(self._list(), 1)
        layout.addLayout(self._buttons())
        self.resize(_WIDTH, _HEIGHT)
        self.search.setFocus()

    def _list(self) -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, spacing.LARGE, 0)
        column.setSpacing(spacing.WIDE)
        for group, name in GROUPS.items():
            title = QLabel(told(name))
            title.setFont(strong(self.font(), _TITLE))
            title.setContentsMargins(0, spacing.MEDIUM, 0, 0)
            self._titles[group] = title
            column.addWidget(title)
            for field in self.fields:
                if field.setting.group == group:
                    column.addWidget(field)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setVerticalScrollBar(CalmScrollBar(self._icons.theme))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _buttons(self) -> QHBoxLayout:
        theme = self._icons.theme
        taking = CalmButton(self.tr("Import…"), theme)
        taking.clicked.connect(self._choose_import)
        giving = CalmButton(self.tr("Export…"), theme)
        giving.clicked.connect(self._choose_export)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        line = QHBoxLayout()
        for button in (taking, giving):
            button.setAutoDefault(False)
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(close)
        return line
