"""Replies begin from saved ones and become such, in the real window."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.finding import Verdict
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.reply import NextStep
from inbox_assistant.domain.template import Template
from inbox_assistant.services.filling import begin
from inbox_assistant.services.templating import Offered
from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.composer.save_template_dialog import (
    SaveTemplateDialog,
    swapped,
    swaps_in,
)
from inbox_assistant.ui.composer.template_picker import TemplatePicker, ranked

Wait = Callable[[], QDialog]
BAD = "Write to me at dora.shop@example.com, please."


def test_a_template_is_found_by_typing_and_stages_its_promise(
    workplace: Workplace, qtbot: QtBot, dialog: Wait
) -> None:
    composer = workplace.window.composer
    workplace.window.commands.action("template").trigger()
    picker = dialog()
    assert isinstance(picker, TemplatePicker)
    qtbot.waitUntil(lambda: picker.list.count() > 0)
    qtbot.keyClicks(picker.field, "holding you will hear")
    qtbot.keyClick(picker.field, Qt.Key.Key_Backspace)
    picker.field.setText("you will hear from us (en)"[:22])
    assert picker.list.count() == 1
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "full answer" in composer.text)
    assert "{first_name}" not in composer.text
    assert composer.step.promise_at is not None
    assert "promised" in composer.step_bar.words
    assert composer.step_bar.isVisible()
    composer.step_bar.buttons[0].click()
    assert composer.step.promise_at is None
    assert composer.step.templates == ("en.holding",)


def test_tags_of_templates_are_shown_and_left_out_one_by_one(
    workplace: Workplace,
) -> None:
    composer = workplace.window.composer
    begun = begin(
        Template("k", "T", "en", "Hello", promise_days=2, tags=("warehouse", "vip")),
        workplace.correspondence.row or QueueRow(1, "t"),
        "",
        "",
        workplace.correspondence.desk.clock(),
    )(lambda day, _language: day.isoformat())
    composer.insert(begun.text, begun.step)
    composer.insert(" and more", NextStep(("other",), tags=("vip", "late")))
    assert composer.step.tags == ("warehouse", "vip", "late")
    assert composer.step.templates == ("k", "other")
    assert "tag “late”" in composer.step_bar.words
    assert len(composer.step_bar.buttons) == 4
    composer.step_bar.buttons[1].click()
    assert composer.step.tags == ("vip", "late")
    assert composer.step.promise_at == begun.step.promise_at


def test_below_two_hours_one_key_offers_a_holding_reply(
    workplace: Workplace, qtbot: QtBot
) -> None:
    composer = workplace.window.composer
    opened = workplace.correspondence.opened
    assert opened is not None
    assert opened.row.due_at is not None
    now = workplace.correspondence.desk.clock()
    assert opened.row.due_at - now < timedelta(hours=2)
    assert composer.holding.isVisible()
    workplace.window.commands.action("holding").trigger()
    qtbot.waitUntil(lambda: composer.step.promise_at is not None, timeout=20_000)
    assert composer.step.templates == (f"{opened.row.language}.holding",)
    assert (opened.row.buyer or "").split()[0] in composer.text


def test_a_reply_is_saved_with_placeholders_for_what_is_the_threads_own(
    workplace: Workplace, qtbot: QtBot, dialog: Wait
) -> None:
    row = workplace.correspondence.row
    assert row is not None
    first = (row.buyer or "").split()[0]
    composer = workplace.window.composer
    composer.editor.insertPlainText(f"Hi {first}, order {row.order_id}: it fits.")
    workplace.window.commands.action("save-template").trigger()
    asked = dialog()
    assert isinstance(asked, SaveTemplateDialog)
    assert asked.body.text == "Hi {first_name}, order {order_number}: it fits."
    name = next(box for box in asked.swaps if first in box.text())
    name.click()
    assert asked.body.text == f"Hi {first}, order {{order_number}}: it fits."
    name.click()
    qtbot.keyClicks(asked.title, "It fits")
    qtbot.keyClick(asked.title, Qt.Key.Key_Return)
    reading = workplace.correspondence.desk.reading
    qtbot.waitUntil(
        lambda: "It fits" in {one.template.title for one in reading.templates()},
        timeout=20_000,
    )


def test_a_reply_that_would_be_held_back_is_shown_with_its_flags_and_not_saved(
    workplace: Workplace, qtbot: QtBot, dialog: Wait
) -> None:
    workplace.window.composer.editor.insertPlainText(BAD)
    workplace.window.commands.action("save-template").trigger()
    asked = dialog()
    assert isinstance(asked, SaveTemplateDialog)
    saved: list[Template] = []
    asked.saved.connect(saved.append)
    qtbot.keyClicks(asked.title, "Mail")
    qtbot.keyClick(asked.title, Qt.Key.Key_Return)
    qtbot.waitUntil(asked.warning.isVisible, timeout=20_000)
    assert "dora.shop@example.com" in "".join(asked.body.marked)
    asked.body.setPlainText("It fits.")
    asked.keep.click()
    qtbot.waitUntil(lambda: bool(saved), timeout=20_000)
    assert saved[0].body == "It fits."


def test_names_are_swapped_whole_words_alone_and_the_longest_first() -> None:
    row = QueueRow(1, "t", buyer="Ann Ray Weber")
    values = {"first_name": "Ann", "order_number": "302-1", "agent": "Al"}
    text = "Dear Ann Ray Weber, 302-1 was announced to Ann. Always, Al"
    found = swaps_in(text, values, row)
    assert [one.words for one in found] == ["Ann Ray Weber", "302-1", "Ann"]
    assert swapped(text, found) == (
        "Dear {first_name}, {order_number} was announced to {first_name}. Always, Al"
    )
    japanese = swaps_in("山田花子様、", {}, QueueRow(1, "t", buyer="山田花子"))
    assert swapped("山田花子様、", japanese) == "{first_name}様、"


def test_templates_for_elsewhere_are_left_out_and_the_nearest_is_first() -> None:
    row = QueueRow(1, "t", language="de", marketplace="DE", topics=("delivery",))
    names = {
        "fr": Template("fr", "A", "fr", "x"),
        "de": Template("de", "B", "de", "x"),
        "topic": Template("topic", "C", "de", "x", topics=("delivery",)),
        "uk": Template("uk", "D", "de", "x", marketplace="UK"),
    }
    found = ranked([Offered(one) for one in names.values()], row)
    assert [one.template.key for one in found] == ["topic", "de", "fr"]


def test_an_enter_before_the_templates_are_there_takes_the_first_that_matches(
    workplace: Workplace, qtbot: QtBot
) -> None:
    composer = workplace.window.composer
    workplace.window.commands.action("template").trigger()
    picker = QApplication.activeModalWidget()
    assert isinstance(picker, TemplatePicker)
    assert picker.list.count() == 0
    qtbot.keyClicks(picker.field, "you will hear from us")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "full answer" in composer.text)
    assert QApplication.activeModalWidget() is None


def test_what_would_be_held_back_is_seen_before_it_is_inserted(
    workplace: Workplace, qtbot: QtBot, dialog: Wait
) -> None:
    composer = workplace.window.composer
    workplace.window.commands.action("template").trigger()
    picker = dialog()
    assert isinstance(picker, TemplatePicker)
    qtbot.waitUntil(lambda: picker.list.count() > 0)
    # Saved before a rule of one's own forbade it, and not checked since.
    picker.offer([Offered(Template("own.x", "Mail me", "en", BAD))])
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "once more" in picker.warning.text(), timeout=20_000)
    assert picker.isVisible()
    assert "dora.shop@example.com" in "".join(picker.preview.marked)
    assert composer.text == ""
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: composer.text == BAD)


def test_one_that_is_not_checked_yet_is_checked_and_then_inserted(
    workplace: Workplace, qtbot: QtBot, dialog: Wait
) -> None:
    workplace.window.commands.action("template").trigger()
    picker = dialog()
    assert isinstance(picker, TemplatePicker)
    qtbot.waitUntil(lambda: picker.list.count() > 0)
    picker.offer([Offered(Template("own.x", "Fits", "en", "It fits."))])
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    composer = workplace.window.composer
    qtbot.waitUntil(lambda: composer.text == "It fits.", timeout=20_000)


def test_a_holding_reply_is_begun_only_when_it_is_known_not_to_be_held_back(
    workplace: Workplace,
) -> None:
    row = workplace.correspondence.row
    assert row is not None
    composer, templates = workplace.window.composer, workplace.templates
    language = row.language or "en"
    one = Template("own.hold", "Soon", language, "Soon.", is_holding=True)
    for verdict, said in ((None, "being checked"), (Verdict.BLOCK, "no holding reply")):
        templates._begin_holding(row.thread, [Offered(one, verdict, verdict)])
        assert said in workplace.window.notice.words
        assert composer.text == ""
    templates._begin_holding(row.thread, [Offered(one, Verdict.OK, Verdict.OK)])
    assert composer.text == "Soon."
