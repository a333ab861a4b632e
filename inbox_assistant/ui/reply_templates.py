"""Beginning a reply from a template, and keeping one as a template."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from inbox_assistant.domain.changes import TEMPLATES_CHANGED
from inbox_assistant.domain.finding import Verdict
from inbox_assistant.domain.template import Template
from inbox_assistant.services.filling import begin, holding, values_of
from inbox_assistant.settings import AGENT
from inbox_assistant.ui.composer.pane import HOLDING_BELOW
from inbox_assistant.ui.jobs import STORE
from inbox_assistant.ui.template_matters import judge_at, said_day

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from inbox_assistant.services.template_judging import Judged
    from inbox_assistant.services.templating import Offered
    from inbox_assistant.ui.reply_room import ReplyRoom
    from inbox_assistant.ui.templates_desk import TemplatesDesk

_READ, _CHECK = "read", "check"
_AT_ONCE = 3


class ReplyTemplates(QObject):
    """Serves the composer with saved replies."""

    def __init__(self, room: ReplyRoom, saved_replies: TemplatesDesk) -> None:
        super().__init__(room.owner)
        self._room = room
        self._saved_replies = saved_replies
        self._rules = ""
        """The mark of the rules by which the templates were checked last."""
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
        dialog.check_wanted.connect(partial(self._check, dialog.show_judged))
        dialog.manage_wanted.connect(self._saved_replies.show)
        dialog.finished.connect(self._room.correspondence.focus_reply)
        self._with_templates(dialog.offer)
        dialog.open()

    def _check(
        self, show: Callable[[int, Judged], None], template: Template, revision: int
    ) -> None:
        """Let *show* hear what is found in *template*; the newest question counts."""
        self._room.jobs.run_newest(
            _CHECK,
            "template",
            lambda: judge_at(self._room.desk, template),
            then=partial(show, revision),
        )

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
        begun = begin(template, opened.row, product, agent, now)(said_day)
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
            if one.template.is_holding and one.reply not in {None, Verdict.BLOCK}
        }
        chosen = holding(known, opened.row)
        is_unsure = any(one.template.is_holding and not one.reply for one in offered)
        if chosen is None and is_unsure:
            self.recheck_templates()
            self._room.tell(self.tr("Saved replies are being checked; try again soon."))
            return
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
            swaps_in,
        )

        row, around = opened.row, opened.surroundings
        values = values_of(row, around.product, self._room.desk.settings.get(AGENT))
        template = Template(
            key=f"own.{uuid.uuid4().hex[:12]}",
            title="",
            language=row.language or "en",
            body=text,
            topics=row.topics,
        )
        dialog = SaveTemplateDialog(
            template,
            swaps_in(text, values, row),
            row.marketplace,
            self._room.window.icons.theme,
            self._room.window,
        )
        dialog.check_wanted.connect(partial(self._check, dialog.show_judged))
        dialog.saved.connect(
            lambda made: self._room.change(
                lambda cases: cases.templating.save(made).changes,
                said=self.tr("The saved reply is kept."),
            )
        )
        dialog.finished.connect(self._room.correspondence.focus_reply)
        dialog.open()

    @Slot()
    def look_at_rules(self) -> None:
        """Check the templates again if the rules are no longer those of before."""
        if self._rules:
            self._room.jobs.run_newest(
                _READ, "rules-mark", self._room.desk.rules_mark, then=self._hear_rules
            )

    def _hear_rules(self, mark: str) -> None:
        if mark != self._rules:
            self.recheck_templates()

    @Slot()
    def recheck_templates(self) -> None:
        """Check again what was checked by other rules, or never; a few at a time."""

        def look() -> tuple[str, tuple[Judged, ...], int]:
            rules = self._room.desk.rules_mark()
            stale = [
                one.template for one in self._room.desk.templates() if one.reply is None
            ]
            judged = tuple(self._room.desk.judge(one) for one in stale[:_AT_ONCE])
            return rules, judged, len(stale) - len(judged)

        self._room.jobs.run_newest(
            _CHECK, "rules", look, then=lambda looked: self._keep_checked(*looked)
        )

    def _keep_checked(self, rules: str, judged: Sequence[Judged], left: int) -> None:
        self._rules = rules
        if judged:
            self._room.jobs.run(
                STORE,
                lambda: self._room.desk.use_cases.templating.keep_judged(judged, rules),
                then=lambda _changes: self._say_broken(judged, left),
            )

    def _say_broken(self, judged: Sequence[Judged], left: int) -> None:
        self._saved_replies.hear(TEMPLATES_CHANGED)
        broken = [one for one in judged if one.verdicts[0] is Verdict.BLOCK]
        if left:
            self.recheck_templates()
        if broken:
            names = ", ".join(f"“{one.template.title}”" for one in broken[:3])
            words = self.tr("The rules have changed: {names} would be held back now.")
            self._room.tell(words.format(names=names))

    def _with_templates(self, then: Callable[[list[Offered]], None]) -> None:
        self._room.jobs.run_newest(
            _READ,
            "templates",
            lambda: self._room.desk.templates(),  # noqa: PLW0108 - in its lane
            then=then,
        )
