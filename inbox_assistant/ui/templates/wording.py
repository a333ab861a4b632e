"""The words of a saved reply, what is found in them, and how they will read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.domain.finding import Severity, Verdict, verdict_of
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.composer.findings_panel import FindingsPanel
from inbox_assistant.ui.composer.flagged_text import alive
from inbox_assistant.ui.composer.step_bar import StepBar
from inbox_assistant.ui.scroll_bar import calm_scrolling
from inbox_assistant.ui.tab_bar import CalmTabBar
from inbox_assistant.ui.templates.text_editor import TemplateEditor
from inbox_assistant.ui.templates.words import slot_names

if TYPE_CHECKING:
    from inbox_assistant.domain.finding import Finding
    from inbox_assistant.services.filling import Begun
    from inbox_assistant.services.template_judging import Judged
    from inbox_assistant.ui.composer.flag import Flag
    from inbox_assistant.ui.icons import Icons

AS_ANSWER, UNASKED = range(2)
WORDS, PREVIEW = range(2)
_TO_NAME = "detail"
"""Stands in a new placeholder until it is named; slots have small Latin letters."""
_SHARES = (560, 340)
_NARROWEST = 240


class Wording(QWidget):
    """The text with its flags; two tabs tell what is flagged in which case."""

    preview_wanted = Signal()
    """It is to be shown as it would be sent."""

    case_turned = Signal()
    """The flags of the other case are shown."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = TemplateEditor(icons.theme)
        self.findings = FindingsPanel(icons, can_dismiss=False)
        self.preview = QPlainTextEdit()
        self.step_bar = StepBar(icons)
        self.slot_button = CalmButton(self.tr("Insert a placeholder"), icons.theme)
        icons.dress(self.slot_button, "down")
        self.look = CalmTabBar(icons.theme)
        self.case = CalmTabBar(icons.theme)
        self._theme = icons.theme
        self._found: tuple[tuple[Finding, ...], tuple[Finding, ...]] = ((), ())
        self._listed: tuple[Flag, ...] = ()
        self._pages = QStackedWidget()
        self._dress()
        self._lay_out()
        self._connect()

    @property
    def is_blocked(self) -> bool:
        """Return whether it would be held back even as an answer."""
        return verdict_of(self._found[AS_ANSWER]) is Verdict.BLOCK

    def show_text(self, text: str) -> None:
        """Begin with *text*, nothing flagged yet."""
        self._found = ((), ())
        self.editor.set_draft(text, 0)
        self.look.setCurrentIndex(WORDS)
        self.findings.show_findings((), self.tr("Checking…") if text else "")

    def show_judged(self, revision: int, judged: Judged) -> None:
        """Show what was found, unless the text has moved on."""
        if revision == self.editor.revision:
            self._found = (judged.reply, judged.proactive)
            self._show_case()

    def show_preview(self, begun: Begun) -> None:
        """Show how it would be sent and what would begin then."""
        self.preview.setPlainText(begun.text)
        self.step_bar.show_step(begun.step)
        for button in self.step_bar.buttons:
            button.hide()

    def reach_flag(self) -> None:
        """Go to what would be held back, as an answer."""
        self.case.setCurrentIndex(AS_ANSWER)
        self.look.setCurrentIndex(WORDS)
        self.editor.setFocus()
        self.editor.next_flag()

    @Slot()
    def offer_slots(self) -> None:
        """Open the list of placeholders at the caret."""
        menu = self._slot_menu()
        if self.editor.hasFocus():
            corner = self.editor.cursorRect().bottomLeft() + QPoint(0, spacing.SMALL)
            menu.popup(self.editor.viewport().mapToGlobal(corner))
        else:
            below = self.slot_button.rect().bottomLeft()
            menu.popup(self.slot_button.mapToGlobal(below))

    def insert_slot(self, name: str) -> None:
        """Put a slot where the caret is; without a *name* it is to be written."""
        self.look.setCurrentIndex(WORDS)
        cursor = self.editor.textCursor()
        cursor.insertText(f"{{{name or _TO_NAME}}}")
        if not name:
            end = cursor.position() - 1
            cursor.setPosition(end - len(_TO_NAME))
            cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
            self.editor.setTextCursor(cursor)
        self.editor.setFocus()

    def _slot_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for slot, name in slot_names().items():
            act = menu.addAction(f"{name}\t{{{slot}}}")
            act.triggered.connect(lambda _on=False, slot=slot: self.insert_slot(slot))
        menu.addSeparator()
        other = menu.addAction(self.tr("Asked for each time…"))
        other.triggered.connect(lambda _on=False: self.insert_slot(""))
        return menu

    @Slot()
    def _show_case(self) -> None:
        found = self._found[self.case.currentIndex()]
        self.editor.show_findings(self.editor.revision, found)
        for case, name in enumerate((self.tr("As an answer"), self.tr("Unasked"))):
            count = sum(one.severity is not Severity.NOTE for one in self._found[case])
            words = f"{name} ({count})" if count else name
            self.case.setTabText(case, words)

    @Slot()
    def _turn_case(self) -> None:
        self._show_case()
        self.case_turned.emit()

    @Slot()
    def _list(self) -> None:
        self._listed = tuple(alive(self.editor.flags))
        is_checked = self.editor.is_checked or not self.editor.text.strip()
        instead = "" if is_checked else self.tr("Checking…")
        found = [one.finding for one in self._listed]
        self.findings.show_findings(found, "" if found else instead)

    @Slot(int)
    def _reach(self, number: int) -> None:
        flag = self._flag(number)
        if flag is not None:
            self.look.setCurrentIndex(WORDS)
            self.editor.select_flag(flag)
            self.editor.setFocus()

    @Slot(int, int)
    def _fix(self, number: int, fix: int) -> None:
        flag = self._flag(number)
        if flag is not None:
            self.editor.apply_fix(flag, fix)

    def _flag(self, number: int) -> int | None:
        if number >= len(self._listed):
            return None
        return self.editor.number_of(self._listed[number])

    @Slot(int)
    def _turn(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self.slot_button.setEnabled(page == WORDS)
        if page == PREVIEW:
            self.preview_wanted.emit()

    def _dress(self) -> None:
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.preview.document().setDocumentMargin(spacing.LARGE)
        self.preview.setAccessibleName(self.tr("As it would be sent"))
        self.slot_button.setToolTip(self.tr("Filled from the thread (Ctrl+Space)"))
        self.look.setAccessibleName(self.tr("Words or preview"))
        self.look.addTab(self.tr("Words"))
        self.look.addTab(self.tr("Preview"))
        self.case.setAccessibleName(self.tr("Findings as an answer, or unasked"))
        for _ in range(2):
            self.case.addTab("")
        self._show_case()

    def _lay_out(self) -> None:
        split = QSplitter()
        split.setAccessibleName(self.tr("Words and findings"))
        split.addWidget(self._words())
        split.addWidget(self._beside())
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes(list(_SHARES))
        split.setChildrenCollapsible(False)
        split.setHandleWidth(spacing.HAIR)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    def _words(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.SMALL)
        above = QHBoxLayout()
        above.addWidget(self.look, 1)
        above.addWidget(self.slot_button)
        column.addLayout(above)
        sent = QWidget()
        as_sent = QVBoxLayout(sent)
        as_sent.setContentsMargins(0, 0, 0, 0)
        as_sent.addWidget(self.preview, 1)
        as_sent.addWidget(self.step_bar)
        self._pages.addWidget(self.editor)
        self._pages.addWidget(sent)
        column.addWidget(self._pages, 1)
        return left

    def _beside(self) -> QWidget:
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(spacing.MEDIUM, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.case)
        beside.addWidget(self.findings, 1)
        right.setMinimumWidth(_NARROWEST)
        return right

    def _connect(self) -> None:
        calm_scrolling(self.preview, self._theme)
        self.slot_button.clicked.connect(self.offer_slots)
        self.editor.slot_wanted.connect(self.offer_slots)
        self.editor.flags_changed.connect(self._list)
        self.findings.chosen.connect(self._reach)
        self.findings.fix_chosen.connect(self._fix)
        self.look.currentChanged.connect(self._turn)
        self.case.currentChanged.connect(self._turn_case)
