"""Beginning a reply from a template, and keeping one as a template."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject, Slot

from inbox_assistant.domain.template import Template
from inbox_assistant.services.filling import begin, holding, values_of
from inbox_assistant.settings import AGENT
from inbox_assistant.ui.composer.pane import HOLDING_BELOW
from inbox_assistant.ui.jobs import STORE

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from inbox_assistant.services.templating import Offered, Rechecked
    from inbox_assistant.ui.reply_room import ReplyRoom

_READ = "read"
_AT_ONCE = 3


class ReplyTemplates(QObject):
    """Serves the composer with saved replies."""

    def __init__(self, room: ReplyRoom) -> None:
        super().__init__(room.owner)
        self._room = room
        room.composer.holding.clicked.connect(self.hold)

    @Slot()
    def pick_template(self) -> None:
        """Offer the templates that fit the open thread."""
        opened = self._room.opened
        if opened is None:
            return
        from inbox_assistant.ui.composer.template_picker import (  # noqa: PLC0415
            TemplatePicker,
        )

        dialog = TemplatePicker(
            opened.row,
            self._room.window.icons.theme,
            self._room.window,
            proactive=opened.surroundings.basis.context.proactive,
        )
        dialog.picked.connect(partial(self._begin, opened.row.thread))
        dialog.finished.connect(self._room.correspondence.focus_reply)
        self._with_templates(dialog.offer)
        dialog.open()

    def _begin(self, thread: str, template: Template) -> None:
        opened = self._room.opened
        if (
            opened is None
            or opened.row.thread != thread
            or self._room.correspondence.is_sending
        ):
            return
        now = self._room.desk.clock()
        agent = self._room.desk.settings.get(AGENT)
        product = opened.surroundings.product
        begun = begin(template, opened.row, product, agent, now)(_said_day)
        self._room.composer.insert(begun.text, begun.step)

    @Slot()
    def hold(self) -> None:
        """Begin a holding reply in the buyer's language, where time is short."""
        opened = self._room.opened
        if opened is None:
            return
        due_at = opened.row.due_at
        if due_at is None or due_at - self._room.desk.clock() >= HOLDING_BELOW:
            self._room.tell(
                self.tr("A holding reply is offered when two hours are left.")
            )
            return
        self._with_templates(partial(self._begin_holding, opened.row.thread))

    def _begin_holding(self, thread: str, offered: list[Offered]) -> None:
        opened = self._room.opened
        if opened is None or opened.row.thread != thread:
            return
        known = {
            one.template.language: one.template
            for one in reversed(offered)
            if one.template.is_holding and one.is_fit(proactive=False)
        }
        chosen = holding(known, opened.row)
        if chosen is None:
            self._room.tell(self.tr("There is no holding reply any more."))
            return
        self._begin(thread, chosen)
        self._room.correspondence.focus_reply()

    @Slot()
    def save_template(self) -> None:
        """Keep what is written as a template."""
        opened, text = self._room.opened, self._room.composer.text
        if opened is None or not text.strip():
            self._room.tell(self.tr("Write the reply first, then save it."))
            return
        from inbox_assistant.ui.composer.save_template_dialog import (  # noqa: PLC0415
            SaveTemplateDialog,
            with_slots,
        )

        row, around = opened.row, opened.surroundings
        values = values_of(row, around.product, self._room.desk.settings.get(AGENT))
        template = Template(
            key=f"own.{uuid.uuid4().hex[:12]}",
            title="",
            language=row.language or "en",
            body=with_slots(text, values),
            topics=row.topics,
        )
        dialog = SaveTemplateDialog(
            template, row, self._room.window.icons.theme, self._room.window
        )
        dialog.saved.connect(
            lambda made: self._room.change(
                lambda cases: cases.templating.save(made).changes,
                said=self.tr("The template is saved."),
            )
        )
        dialog.finished.connect(self._room.correspondence.focus_reply)
        dialog.open()

    def recheck_templates(self) -> None:
        """Check the templates again where the rules or their words have changed."""
        self._room.jobs.run(
            STORE,
            # A few at a time: a draft that is to be stored must not wait for all.
            lambda: self._room.desk.use_cases.templating.recheck(_AT_ONCE),
            then=self._say_broken,
        )

    def _say_broken(self, checked: Rechecked) -> None:
        broken = checked.broken
        if checked.left:
            self.recheck_templates()
        if broken:
            names = ", ".join(f"“{one.template.title}”" for one in broken[:3])
            words = self.tr("The rules have changed: {names} would be held back now.")
            self._room.tell(words.format(names=names))

    def _with_templates(self, then: Callable[[list[Offered]], None]) -> None:
        self._room.jobs.run_newest(
            _READ,
            "templates",
            lambda: self._room.desk.reading.templates(),  # noqa: PLW0108 - in its lane
            then=then,
        )


def _said_day(day: date, language: str) -> str:
    """Return *day* as people write it in *language*, its weekday first."""
    return QLocale(language).toString(
        QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat
    )
