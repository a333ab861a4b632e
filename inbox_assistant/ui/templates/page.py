"""The page of saved replies: the list, and beside it the one that is chosen."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.domain.template import Template
from inbox_assistant.services.templating import Offered
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.templates.choice import TemplateChoice
from inbox_assistant.ui.templates.head import Head
from inbox_assistant.ui.templates.particulars import Particulars
from inbox_assistant.ui.templates.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from inbox_assistant.ui.icons import Icons

_SHARES = (470, 850)
_TOLD_AFTER = 250
"""Milliseconds after the first change that is not told yet."""


class TemplatesPage(QWidget):
    """Stands in the place of the queue; what is written is never lost by leaving."""

    closed = Signal()
    """The queue is wanted back."""

    check_wanted = Signal(object, int)
    """A ``Template`` that is to be judged, and the revision of its words."""

    save_wanted = Signal(object)
    """A ``Template`` to be kept."""

    delete_wanted = Signal(str)
    """The key of one to be taken away."""

    undo_wanted = Signal()
    """The last change is to be taken back."""

    unsaved_changed = Signal(object)
    """What is written and not saved, as templates."""

    shown = Signal(object)
    """The ``Template`` that is shown now."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved: dict[str, Offered] = {}
        self._edits: dict[str, Template] = {}
        self._key = ""
        self._is_offered = False
        self._shown: Template | None = None
        self.head = Head(icons)
        self.choice = TemplateChoice(icons)
        self.particulars = Particulars(icons)
        self.wording = Wording(icons)
        self._told = QLabel()
        self.undo = CalmButton(self.tr("Undo"), icons.theme)
        self.duplicate = CalmButton(self.tr("Duplicate"), icons.theme)
        self.delete = CalmButton(self.tr("Delete"), icons.theme)
        self.revert = CalmButton(self.tr("Discard changes"), icons.theme)
        self.save = CalmButton(self.tr("Save"), icons.theme, is_main=True)
        self._room = QWidget()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TOLD_AFTER)
        self._lay_out()
        self._connect()
        self.tell("")

    @property
    def template(self) -> Template | None:
        """Return the saved reply that is shown, as it is written now."""
        known = self._edits.get(self._key)
        if known is None and self._key in self._saved:
            known = self._saved[self._key].template
        return known

    @property
    def unsaved(self) -> tuple[Template, ...]:
        """Return what is written and not saved."""
        return tuple(self._edits.values())

    def offer(self, offered: Sequence[Offered], unsaved: Sequence[Template]) -> None:
        """Show what there is; *unsaved* was written before and not saved."""
        self._saved = {one.template.key: one for one in offered}
        if not self._is_offered:
            self._is_offered = True
            self._edits = {one.key: one for one in unsaved}
        self._list()
        self._show_anew()

    def begin(self, template: Template) -> None:
        """Show *template*, which is new and not saved yet."""
        self._edits[template.key] = template
        self._list()
        self.choice.choose(template.key)
        self._tell_unsaved()
        self.particulars.title.setFocus()

    def was_saved(self, template: Template) -> None:
        """Hear that *template* is kept; what was written since stays unsaved."""
        # First of all it is there: the list must not lose the one that is shown.
        self._saved[template.key] = Offered(template)
        if self._edits.get(template.key) == template:
            del self._edits[template.key]
            self._tell_unsaved()
        self._list()

    def tell(self, words: str, *, can_undo: bool = False) -> None:
        """Say *words* below the title, until something else is said."""
        self._told.setText(words)
        self._told.setVisible(bool(words))
        self.undo.setVisible(can_undo)

    @Slot()
    def begin_new(self) -> None:
        """Begin a saved reply in the language of the one that is shown."""
        near = self.template
        language = "en" if near is None else near.language
        self.begin(Template(new_key(), "", language, ""))

    @Slot()
    def begin_copy(self) -> None:
        """Begin with a copy of the one that is shown."""
        near = self.template
        if near is not None:
            title = self.tr("{title} (copy)").format(title=near.title)
            self.begin(
                replace(
                    near,
                    key=new_key(),
                    title=title,
                    is_shipped=False,
                    uses=0,
                    last_used_at=None,
                )
            )

    @Slot()
    def discard(self) -> None:
        """Show the one that is shown as it was saved; one never saved goes."""
        if self._edits.pop(self._key, None) is not None:
            self._tell_unsaved()
            self._show_anew()

    @Slot()
    def keep(self) -> None:
        """Have the one that is shown kept, unless it would be held back."""
        template = self.template
        if template is None or template.key not in self._edits:
            return
        wrong = self.particulars.wrong_tag
        if not template.title:
            self.tell(self.tr("Give it a title first."))
            self.particulars.title.setFocus()
        elif wrong is not None:
            words = self.tr("“{tag}” cannot be a tag: it is too long or has quotes.")
            self.tell(words.format(tag=wrong))
            self.particulars.tags.setFocus()
        elif self.wording.is_blocked:
            self.tell(self.tr("Change what is flagged first: it would be held back."))
            self.wording.reach_flag()
        else:
            self.save_wanted.emit(template)

    @Slot()
    def remove(self) -> None:
        """Have the one that is shown taken away; one never saved is discarded."""
        if self._key in self._saved:
            self.delete_wanted.emit(self._key)
        else:
            self.discard()

    @Slot()
    def focus_choice(self) -> None:
        """Put the keyboard into the list."""
        self.choice.field.setFocus()

    @Slot()
    def _leave(self) -> None:
        """Go from the words back to the list, and from there to the queue."""
        if self.wording.editor.hasFocus():
            self.choice.tree.setFocus()
        else:
            self.closed.emit()

    def _list(self) -> None:
        known = dict(self._saved)
        for key, one in self._edits.items():
            standing = known.get(key)
            known[key] = (
                Offered(one)
                if standing is None
                else replace(standing, template=_counted(one, standing.template))
            )
        self.choice.offer(list(known.values()), self._edits)
        self._allow()

    @Slot(str)
    def _show(self, key: str) -> None:
        """Show the saved reply *key* beside the list."""
        if key != self._key:
            self._key = key
            self._shown = None
            self._show_anew()

    def _show_anew(self) -> None:
        """Show the chosen one as it stands now, unless that is what is shown."""
        template = self.template
        shown = self._shown
        if template and shown and _counted(template, shown) == shown:
            return
        self._shown = template
        self._room.setEnabled(template is not None)
        seen = template or Template("", "", "en", "")
        # Told first: what checks at once must know what it checks for.
        self.shown.emit(seen)
        self.particulars.show_template(seen)
        self.wording.show_text(seen.body)
        self._allow()

    @Slot()
    def _write(self) -> None:
        """Take what was typed as the unsaved form of the one that is shown."""
        template = self.template
        if template is None:
            return
        text = self.wording.editor.text
        written = self.particulars.put_into(replace(template, body=text))
        if written == template:
            return
        saved = self._saved.get(self._key)
        if saved is not None and written == saved.template:
            self._edits.pop(self._key, None)
        else:
            self._edits[self._key] = written
        self._shown = written
        self._allow()
        if not self._pause.isActive():
            self._pause.start()

    @Slot()
    def _write_particulars(self) -> None:
        self._write()
        template = self.template
        if template is not None:
            # Language, place and topics bear on what is flagged.
            self.shown.emit(template)
            self.wording.editor.ask_for_check()

    @Slot()
    def _tell_unsaved(self) -> None:
        self._pause.stop()
        self._list()
        self.unsaved_changed.emit(self.unsaved)

    @Slot(str, int)
    def _ask_for_check(self, text: str, revision: int) -> None:
        template = self.template
        if template is not None:
            self.check_wanted.emit(replace(template, body=text), revision)

    def _allow(self) -> None:
        is_unsaved = self._key in self._edits
        self.save.setEnabled(is_unsaved)
        self.revert.setEnabled(is_unsaved)
        is_there = self.template is not None
        for button in (self.duplicate, self.delete):
            button.setEnabled(is_there)

    def _connect(self) -> None:
        self.choice.chosen.connect(self._show)
        self.choice.delete_wanted.connect(self.remove)
        self.choice.left.connect(self.particulars.title.setFocus)
        self.particulars.changed.connect(self._write_particulars)
        self.wording.editor.written.connect(self._write)
        self.wording.editor.check_wanted.connect(self._ask_for_check)
        self._pause.timeout.connect(self._tell_unsaved)
        for button, act in (
            (self.head.new, self.begin_new),
            (self.head.back, self.closed),
            (self.duplicate, self.begin_copy),
            (self.delete, self.remove),
            (self.revert, self.discard),
            (self.save, self.keep),
            (self.undo, self.undo_wanted),
        ):
            button.clicked.connect(act)
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Esc", self._leave),
            ("Ctrl+S", self.keep),
            ("Ctrl+N", self.begin_new),
            ("Ctrl+D", self.begin_copy),
            ("Ctrl+L", self.focus_choice),
        )
        for key, wanted in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(wanted)

    def _lay_out(self) -> None:
        split = QSplitter()
        split.setAccessibleName(self.tr("List and saved reply"))
        split.addWidget(self.choice)
        split.addWidget(self._beside())
        split.setSizes(list(_SHARES))
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(spacing.HAIR)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.MEDIUM)
        column.addWidget(self.head)
        column.addLayout(self._notice())
        column.addWidget(split, 1)

    def _notice(self) -> QHBoxLayout:
        self._told.setWordWrap(True)
        notice = QHBoxLayout()
        notice.setContentsMargins(spacing.WIDE, 0, spacing.WIDE, 0)
        notice.addWidget(self._told, 1)
        notice.addWidget(self.undo)
        return notice

    def _beside(self) -> QWidget:
        self.save.setToolTip(self.tr("Check and keep it (Ctrl+S)"))
        self.duplicate.setToolTip(self.tr("Begin with a copy (Ctrl+D)"))
        buttons = QHBoxLayout()
        buttons.setSpacing(spacing.MEDIUM)
        for button in (self.delete, self.duplicate):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.revert, self.save):
            buttons.addWidget(button)
        column = QVBoxLayout(self._room)
        column.setContentsMargins(spacing.MEDIUM, 0, spacing.WIDE, spacing.LARGE)
        column.setSpacing(spacing.MEDIUM)
        column.addWidget(self.particulars)
        column.addWidget(self.wording, 1)
        column.addLayout(buttons)
        return self._room


def new_key() -> str:
    """Return a key that no other saved reply has."""
    return f"own.{uuid.uuid4().hex[:12]}"


def _counted(written: Template, saved: Template) -> Template:
    return replace(
        written,
        uses=saved.uses,
        last_used_at=saved.last_used_at,
        is_shipped=saved.is_shipped,
    )
