"""Whatever is done in the composer, in any order: flags are true and no word is lost.

A machine drives the real window over a real file. No rule waits for a state: what
does not fit does nothing, so that hypothesis may choose freely. After every step the
underlined stretches are those of a fresh check of the whole text, and what is written
is what a model of it says; what leaves is, byte for byte, what was confirmed.
"""

# ruff: noqa: D102 - the name of a rule says what it does

import email
import email.policy
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from inbox_assistant import paths
from inbox_assistant.bootstrap.policy import policy_of
from inbox_assistant.bootstrap.window import build
from inbox_assistant.domain.reply import OutboxReply
from inbox_assistant.policy.offsets import utf16_offsets
from inbox_assistant.services.dismissing import set_aside
from inbox_assistant.services.reply_basis import text_findings
from inbox_assistant.settings import SPELLING, UNDO_SECONDS, load_settings
from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.composer.gate_dialog import GateDialog
from inbox_assistant.ui.composer.reason_dialog import ReasonDialog
from inbox_assistant.ui.jobs import STORE
from tests.gui.window.written_words import PLANS, until

EXAMPLES = int(os.environ.get("COMPOSER_EXAMPLES", "6"))
"""Runs of fifty steps each; sixty make the three thousand of a thorough search."""
LONGEST = 1_500
MOST_QUEUED = 2


@pytest.fixture(scope="module")
def workplace(
    dressed: QApplication, samples: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workplace]:
    """Return one window for all the runs: they go on where the last one ended."""
    assert dressed is not None
    profile = paths.Profile(tmp_path_factory.mktemp("machine") / "profile")
    shutil.copytree(samples, profile.folder)
    load_settings(profile.settings).put(UNDO_SECONDS, 120)
    load_settings(profile.settings).put(SPELLING, value=False)
    made = build(profile, is_demo=True)
    # Somebody writes all the time, so that no thread takes over by itself.
    made.window.queue.is_in_use = lambda: True
    made.start()
    until(lambda: made.correspondence.row is not None)
    until(lambda: made.window.composer.editor.look_at_once is not None)
    yield made
    made.end()
    assert made.close() == []
    assert made.problems_met == set()
    made.window.deleteLater()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Composer:
    """The composer beside a model of what it should hold."""

    steps = 0
    """How many steps were taken in all."""

    def __init__(
        self,
        workplace: Workplace,
        texts: dict[str, str],
        queued: dict[str, OutboxReply],
    ) -> None:
        self.workplace = workplace
        self.texts = texts
        """What each thread's reply should say; it outlives a run, as drafts do."""
        self.queued = queued
        self.acts: list[str] = []
        """What was done, which a failure tells the end of."""
        window = self.workplace.window
        self.composer = window.composer
        self.editor = window.composer.editor
        self.policy = policy_of(None)
        self.open_some_thread()
        self.to_end()

    @property
    def thread(self) -> str:
        """Return the key of the open thread."""
        return self.composer.thread_key or ""

    @property
    def text(self) -> str:
        """Return what the model says is written."""
        return self.texts.setdefault(self.thread, "")

    def wrote(self, text: str) -> None:
        """Let the model hold *text*, the caret at its end."""
        self.texts[self.thread] = text
        self.to_end()

    def told(self) -> str:
        """Return where the window stands, and what it should hold."""
        stands = f"{self.thread}: {self.editor.text!r} and not {self.text!r}"
        return f"after {self.acts[-3:]}: {stands}"

    def to_end(self) -> None:
        cursor = self.editor.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self.editor.setTextCursor(cursor)

    def write(self, words: str) -> None:
        if len(self.text) >= LONGEST:
            return
        before = self.text
        for letter in words:
            if letter.isascii():
                QTest.keyClicks(self.editor, letter)
            else:
                self.editor.insertPlainText(letter)
        self.wrote(before + words)

    def paste(self, words: str) -> None:
        if len(self.text) >= LONGEST:
            return
        before, data = self.text, QMimeData()
        data.setText(words)
        self.editor.insertFromMimeData(data)
        self.wrote(before + words)

    def undo(self) -> None:
        before = self.text
        if not self.editor.document().isUndoAvailable():
            return
        self.editor.undo()
        after = self.editor.text
        self.editor.redo()
        assert self.editor.text == before
        self.editor.undo()
        assert self.editor.text == after
        self.wrote(after)

    def fix(self, which: int) -> None:
        fixable = [n for n, flag in enumerate(self.editor.flags) if flag.fixes]
        if not fixable:
            return
        number = fixable[which % len(fixable)]
        change = self.editor.flags[number].finding.fixes[0]
        text = self.text
        assert self.editor.apply_fix(number, 0)
        self.wrote(text[: change.start] + change.replacement + text[change.end :])

    def dismiss_or_count_again(self, which: int) -> None:
        if not self.editor.flags:
            return
        number = which % len(self.editor.flags)
        flag = self.editor.flags[number]
        was = self.workplace.correspondence.opened
        self.editor.dismiss_wanted.emit(number)
        if flag.dismissal is None:
            dialog = self.dialog(ReasonDialog)
            dialog._choose()
        until(lambda: self.workplace.correspondence.opened is not was)

    def switch_thread(self, by: int) -> None:
        numbers = self.workplace.window.queue.numbers()
        here = self.thread
        current = self.workplace.window.queue.current_number()
        place = list(numbers).index(current) if current in numbers else 0
        number = numbers[(place + by) % min(len(numbers), 6)]
        self.open_number(number)
        if self.thread != here:
            until(lambda: self.editor.text == self.text)
        self.to_end()

    def open_some_thread(self) -> None:
        """Go on where something is to be written: an answered thread may be gone."""
        if self.composer.thread_key is None or self.reading():
            self.open_number(self.workplace.window.queue.numbers()[0])
            self.to_end()

    def open_number(self, number: int) -> None:
        self.workplace.window.queue.go_to(number)
        self.workplace.correspondence.open_number(number)
        until(lambda: self.composer.thread_key is not None and not self.reading())
        if not self.text.strip() and not self.editor.text.strip():
            # A draft of blanks alone is none and is not kept.
            self.texts[self.thread] = self.editor.text

    def reading(self) -> bool:
        """Return whether the open thread is still being read."""
        opened = self.workplace.correspondence.opened
        return opened is None or opened.row.thread != self.composer.thread_key

    def template(self, which: int) -> None:
        if len(self.text) >= LONGEST:
            return
        offered = self.workplace.correspondence.desk.reading.templates()
        template = sorted(one.template.key for one in offered)[which % len(offered)]
        chosen = next(o.template for o in offered if o.template.key == template)
        before = self.text
        self.workplace.templates._begin(self.thread, chosen)
        inserted = self.editor.text
        assert inserted.startswith(before)
        assert len(inserted) > len(before)
        assert "{promised_date}" not in inserted[len(before) :]
        self.wrote(inserted)

    def send(self) -> None:
        if not self.text.strip() or self.thread in self.queued:
            return
        thread, body = self.thread, self.text
        sent = self.pass_gate()
        if not sent:
            # It was refused; every word is still there.
            assert self.editor.text == body
            return
        [reply] = sent
        assert reply.body == body
        mail = email.message_from_bytes(reply.raw, policy=email.policy.default)
        part = mail.get_body(("plain",))
        assert part is not None
        said = part.get_content().replace("\r\n", "\n")
        assert said.startswith(body.strip("\n"))
        self.queued[thread] = reply
        self.texts[thread] = ""
        until(lambda: self.composer.thread_key is not None and not self.reading())
        until(lambda: self.editor.text == self.text)
        self.to_end()

    def pass_gate(self) -> list[OutboxReply]:
        """Send what is written, for a reason if one is asked; return what was stored.

        The bar shows a problem that is told again only once, so each one is heard.
        """
        sent: list[OutboxReply] = []
        refused: list[object] = []
        correspondence = self.workplace.correspondence
        ends = (
            correspondence.sent.connect(sent.append),
            self.workplace.bus.problem.connect(refused.append),
        )
        # A thread that has just come up wants to be read before it is answered.
        correspondence._came_at = None
        correspondence.send()

        def is_over() -> bool:
            for gate in self.workplace.window.findChildren(GateDialog):
                if gate.isVisible():
                    gate.reason.setText("agreed")
                    gate._confirm()
            return bool(sent or refused)

        until(is_over, lambda: f"{self.told()}, sending: {correspondence.is_sending}")
        for end in ends:
            QObject.disconnect(end)
        return sent

    def undo_send(self) -> None:
        if not self.queued:
            return
        thread, reply = next(iter(self.queued.items()))
        self.composer.save_now()
        begun = self.texts.get(thread, "")
        done: list[object] = []
        outgoing = self.workplace.outgoing

        def back(result: object) -> None:
            outgoing._back(None, result)  # type: ignore[arg-type]
            done.append(result)

        self.workplace.jobs.run(
            STORE,
            lambda: self.workplace.correspondence.desk.use_cases.replies.withdraw(
                reply.reply_id
            ),
            then=back,
        )
        until(lambda: bool(done))
        del self.queued[thread]
        both = f"{reply.body}\n\n{begun}"
        is_alone = not begun.strip() or begun.strip() == reply.body.strip()
        self.texts[thread] = reply.body if is_alone else both
        if self.thread == thread:
            until(lambda: self.editor.text == self.text)
        self.to_end()

    def deliver(self) -> None:
        if len(self.queued) <= MOST_QUEUED:
            return
        thread, reply = next(iter(self.queued.items()))
        received: list[bytes] = []
        done: list[object] = []

        def take(one: OutboxReply, before_dot: Callable[[], None]) -> str:
            before_dot()
            received.append(one.raw)
            return "250"

        self.workplace.jobs.run(
            STORE,
            lambda: self.workplace.correspondence.desk.use_cases.delivering.deliver(
                reply.reply_id, take
            ),
            then=done.append,
        )
        until(lambda: bool(done))
        self.workplace.bus.changed.emit(done[0])
        assert received == [reply.raw]
        del self.queued[thread]

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """Return the open dialog of *kind*."""
        until(lambda: any(d.isVisible() for d in self.dialogs(kind)))
        return next(d for d in self.dialogs(kind) if d.isVisible())

    def dialogs(self, kind: type[QDialog]) -> list[QDialog]:
        return self.workplace.window.findChildren(kind)

    def nothing_is_lost_and_every_flag_is_true(self) -> None:
        Composer.steps += 1
        self.open_some_thread()
        until(lambda: self.editor.text == self.text, self.told)
        until(lambda: not self.reading(), self.told)
        text = self.text
        self.editor.ask_for_check()
        until(lambda: self.editor.is_checked and not self.editor.is_looking, self.told)
        desk = self.workplace.correspondence.desk
        around = desk.reading.surroundings(self.thread)
        fresh = (
            text_findings(self.policy.check, text, around.basis) if text.strip() else []
        )
        fresh.sort(key=lambda one: (one.start, one.end))
        aside = set_aside(fresh, around.dismissals)
        points = utf16_offsets(text, [p for one in fresh for p in (one.start, one.end)])
        wanted = sorted(
            (points[2 * at], points[2 * at + 1], (one.severity, at in aside))
            for at, one in enumerate(fresh)
            if one.start < one.end
        )
        shown = self.editor._marks

        def both() -> str:
            marked = f"{sorted(map(tuple, shown.shown))} and not {wanted}"
            checked = f"checked: {self.editor.is_checked}, reading: {self.reading()}"
            return f"{self.told()}; {marked}; {checked}"

        until(lambda: sorted(map(tuple, shown.shown)) == wanted, both)


@pytest.mark.timeout(3600)
def test_no_word_is_lost_and_every_flag_is_true(workplace: Workplace) -> None:
    texts: dict[str, str] = {}
    desk = workplace.correspondence.desk
    for row in desk.reading.rows(workplace.window.queue.numbers()):
        draft = desk.reading.draft(row.thread)
        texts[row.thread] = "" if draft is None else draft.body

    queued: dict[str, OutboxReply] = {}

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        # A run goes on where the last one ended, so none can be played again.
        phases=[Phase.generate],
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(plan=PLANS)
    def run(plan: list[tuple[str, tuple[object, ...]]]) -> None:
        machine = Composer(workplace, texts, queued)
        machine.nothing_is_lost_and_every_flag_is_true()
        for act, given_with in plan:
            machine.acts.append(act)
            getattr(machine, act)(*given_with)
            machine.nothing_is_lost_and_every_flag_is_true()

    run()
    print(f"{Composer.steps} steps")  # noqa: T201 - shown by a thorough run
