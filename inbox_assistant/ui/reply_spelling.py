"""What to write in place of a misspelt word, looked up when it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from inbox_assistant.ui.reply_room import ReplyRoom

_SPELLING = "spelling"
"""A lane of its own: a long word takes a second, and checks must not wait for it."""


class ReplySpelling(QObject):
    """Asks the dictionary about the word at the caret or chosen in the list."""

    def __init__(self, room: ReplyRoom) -> None:
        super().__init__(room.owner)
        self._room = room
        room.composer.editor.words_wanted.connect(self._look)

    @Slot(str)
    def _look(self, word: str) -> None:
        opened = self._room.opened
        if opened is None:
            return
        desk, basis = self._room.desk, opened.surroundings.basis
        editor = self._room.composer.editor
        text = editor.text
        self._room.jobs.run_newest(
            _SPELLING,
            f"words for {word}",
            lambda: desk.look_for_words(word, text, basis),
            then=lambda _nothing: editor.words_are_there(word),
        )
