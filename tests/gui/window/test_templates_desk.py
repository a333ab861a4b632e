"""Saved replies are found, written, checked, kept, deleted and brought back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inbox_assistant import paths
from inbox_assistant.domain.finding import Severity
from inbox_assistant.domain.template import Template
from inbox_assistant.services.template_files import read_file
from inbox_assistant.services.templating import Offered
from inbox_assistant.settings import LANGUAGE, load_settings
from inbox_assistant.ui.application import Workplace
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.templates.choice import OWN, TO_LOOK_AT
from inbox_assistant.ui.templates.page import TemplatesPage
from inbox_assistant.ui.templates.wording import PREVIEW, UNASKED
from tests.gui.window.test_accessibility import unnamed
from tests.gui.window.test_small_screen import SMALL

Press = Callable[..., None]
Start = Callable[[], Workplace]
BAD = "Write to dora.shop@example.com, please."
CONTROL = Qt.KeyboardModifier.ControlModifier
SLOW = 20_000
OWN_RULE = """
[pack]
category = "promotion"
source   = "a rule of the house"
checked  = 2026-11-23

[rule.motto]
severity = "block"
phrases = ["quality since ever"]
message = "Leave the motto out."
flags   = ["Our motto: «quality since ever»."]
allows  = ["We look after quality."]
"""


@pytest.fixture
def page(workplace: Workplace, qtbot: QtBot) -> TemplatesPage:
    return shown(workplace, qtbot)


def shown(workplace: Workplace, qtbot: QtBot) -> TemplatesPage:
    """Open the page and wait until it lists what there is."""
    workplace.window.commands.action("templates").trigger()
    page = workplace.saved_replies.page
    assert page is not None
    qtbot.waitUntil(lambda: bool(page.choice.listed), timeout=SLOW)
    return page


def checked(page: TemplatesPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.wording.editor.is_checked, timeout=SLOW)


def write(page: TemplatesPage, title: str, body: str) -> str:
    """Begin a new one; return its key."""
    page.begin_new()
    page.particulars.title.setText(title)
    page.wording.editor.insertPlainText(body)
    page.particulars.title.textEdited.emit(title)
    assert page.template is not None
    assert (page.template.title, page.template.body) == (title, body)
    return page.template.key


def kept(workplace: Workplace) -> dict[str, Template]:
    found = workplace.correspondence.desk.templates()
    return {one.template.key: one.template for one in found}


def save(page: TemplatesPage, workplace: Workplace, qtbot: QtBot, key: str) -> None:
    checked(page, qtbot)
    page.save.click()
    qtbot.waitUntil(lambda: key in kept(workplace), timeout=SLOW)
    qtbot.waitUntil(page.undo.isVisible, timeout=SLOW)


def test_typing_narrows_the_list_by_title_words_language_and_state(
    page: TemplatesPage, qtbot: QtBot
) -> None:
    everything = len(page.choice.listed)
    assert everything > 40
    qtbot.keyClicks(page.choice.field, "german von uns")
    assert page.choice.listed == ["de.holding"]
    assert page.template is not None
    assert page.particulars.title.text() == page.template.title
    page.choice.field.setText("clean")
    assert len(page.choice.listed) == everything
    page.choice.which.setCurrentIndex(OWN)
    assert page.choice.listed == []
    page.choice.which.setCurrentIndex(TO_LOOK_AT)
    assert page.template is None
    assert not page.wording.isEnabled()


def test_flags_are_shown_live_and_hold_saving_back(
    page: TemplatesPage, workplace: Workplace, qtbot: QtBot
) -> None:
    key = write(page, "Mail", f"Dear {{first_name}},\n\n{BAD}")
    checked(page, qtbot)
    assert page.wording.editor.marked == ["dora.shop@example.com"]
    assert "(1)" in page.wording.case.tabText(0)
    assert len(page.wording.findings.cards) == 1
    page.save.click()
    assert "flagged first" in page._told.text()
    assert key not in kept(workplace)
    page.wording.findings.fix_chosen.emit(0, 0)
    qtbot.waitUntil(lambda: not page.wording.is_blocked, timeout=SLOW)
    save(page, workplace, qtbot, key)
    assert "example.com" not in kept(workplace)[key].body


def test_what_would_be_held_back_unasked_alone_is_told_apart(
    page: TemplatesPage, qtbot: QtBot
) -> None:
    write(page, "Where", "Your parcel has been shipped and is on its way to you.")
    checked(page, qtbot)
    assert not page.wording.is_blocked
    [as_answer] = page.wording.editor.findings
    assert as_answer.severity is Severity.WARN
    page.wording.case.setCurrentIndex(UNASKED)
    [unasked] = page.wording.editor.findings
    assert unasked.severity is Severity.BLOCK
    assert page.wording.findings.cards[0].finding == unasked


def test_a_changed_one_is_kept_duplicated_deleted_and_taken_back(
    page: TemplatesPage, workplace: Workplace, press: Press, qtbot: QtBot
) -> None:
    key = write(page, "It fits", "It fits, yes.")
    page.particulars.tags.setText("waiting for warehouse")
    page.particulars.days.setValue(2)
    save(page, workplace, qtbot, key)
    assert page.choice.key == key
    assert kept(workplace)[key].tags == ("waiting for warehouse",)
    assert kept(workplace)[key].promise_days == 2
    page.duplicate.click()
    copy = page.template
    assert copy is not None
    assert (copy.title, copy.tags) == ("It fits (copy)", ("waiting for warehouse",))
    page.delete.click()
    qtbot.waitUntil(lambda: copy.key not in page.choice.listed)
    page.choice.choose(key)
    press(page.choice.tree, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: key not in kept(workplace), timeout=SLOW)
    qtbot.waitUntil(lambda: key not in page.choice.listed, timeout=SLOW)
    press(page.choice.tree, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: key in kept(workplace), timeout=SLOW)
    qtbot.waitUntil(lambda: key in page.choice.listed, timeout=SLOW)


def test_a_shipped_one_deleted_comes_back(
    page: TemplatesPage, workplace: Workplace, qtbot: QtBot
) -> None:
    page.choice.choose("en.holding")
    page.delete.click()
    qtbot.waitUntil(lambda: "en.holding" not in kept(workplace), timeout=SLOW)
    page.head.shipped_wanted.emit()
    qtbot.waitUntil(lambda: "en.holding" in kept(workplace), timeout=SLOW)


def test_what_is_not_saved_survives_another_choice_and_another_start(
    start: Start, qtbot: QtBot
) -> None:
    workplace = start()
    page = shown(workplace, qtbot)
    key = write(page, "Half", "Half of it")
    page.choice.choose("en.holding")
    page.choice.choose(key)
    assert page.wording.editor.text == "Half of it"
    workplace.window.close()
    assert workplace.close() == []
    again = start()
    page = shown(again, qtbot)
    assert key in page.choice.listed
    page.choice.choose(key)
    assert page.wording.editor.text == "Half of it"
    page.revert.click()
    qtbot.waitUntil(lambda: key not in page.choice.listed)


def test_the_preview_fills_placeholders_and_says_what_happens(
    page: TemplatesPage, qtbot: QtBot
) -> None:
    write(page, "Soon", "Dear {first_name}, by {promised_date}: {size}.")
    page.particulars.days.setValue(2)
    page.particulars.tags.setText("vip")
    page.particulars.tags.textEdited.emit("vip")
    page.wording.look.setCurrentIndex(PREVIEW)
    text = page.wording.preview.toPlainText()
    assert text.startswith("Dear Kim, by ")
    assert text.endswith("{size}.")
    assert "promised" in page.wording.step_bar.words
    assert "vip" in page.wording.step_bar.words
    page.wording.look.setCurrentIndex(0)
    page.wording.insert_slot("product")
    page.wording.insert_slot("")
    qtbot.keyClicks(page.wording.editor, "width")
    assert page.wording.editor.text.endswith("{width}") or (
        "{product}{width}" in page.wording.editor.text
    )


def test_all_of_it_by_the_keyboard(
    page: TemplatesPage, workplace: Workplace, press: Press, qtbot: QtBot
) -> None:
    window = workplace.window
    assert window.focusWidget() is page.choice.field
    press(page.choice.field, Qt.Key.Key_N, CONTROL)
    assert window.focusWidget() is page.particulars.title
    qtbot.keyClicks(page.particulars.title, "Keys")
    seen = []
    for _ in range(12):
        press(window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(window.focusWidget())
        if seen[-1] is page.wording.editor:
            break
    assert seen[-1] is page.wording.editor
    qtbot.keyClicks(page.wording.editor, "It fits {size}, and {colour}.")
    press(page.wording.editor, Qt.Key.Key_Tab)
    assert window.focusWidget() is not page.wording.editor
    page.wording.editor.setFocus()
    checked(page, qtbot)
    press(page.wording.editor, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(
        lambda: "Keys" in {one.title for one in kept(workplace).values()},
        timeout=SLOW,
    )
    press(page.wording.editor, Qt.Key.Key_Escape)
    assert window.focusWidget() is page.choice.tree
    press(page.choice.tree, Qt.Key.Key_Escape)
    assert window.is_at_work


def test_every_part_has_a_name(
    page: TemplatesPage, workplace: Workplace, qtbot: QtBot
) -> None:
    write(page, "Mail", BAD)
    checked(page, qtbot)
    assert unnamed(workplace.window) == []


def test_files_go_out_and_come_in_and_can_be_taken_back(
    page: TemplatesPage, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    key = write(page, "It fits", "It fits, yes.")
    save(page, workplace, qtbot, key)
    own = tmp_path / "own.csv"
    workplace.saved_replies.write_out(own, is_own=True)
    qtbot.waitUntil(own.exists, timeout=SLOW)
    qtbot.waitUntil(lambda: "1 saved reply" in page._told.text(), timeout=SLOW)
    assert [one.key for one in read_file(own)] == [key]
    own.write_text(own.read_text().replace("It fits,yes", "").replace("yes", "indeed"))
    workplace.saved_replies.take_in(own)
    qtbot.waitUntil(lambda: "indeed" in kept(workplace)[key].body, timeout=SLOW)
    qtbot.waitUntil(lambda: "indeed" in page.wording.editor.text, timeout=SLOW)
    page.undo.click()
    qtbot.waitUntil(lambda: "yes" in kept(workplace)[key].body, timeout=SLOW)
    own.write_text("key,title\nbad")
    workplace.saved_replies.take_in(own)
    qtbot.waitUntil(lambda: "own.csv" in page._told.text(), timeout=SLOW)


def test_a_change_of_rules_marks_what_they_flag_now(
    page: TemplatesPage, workplace: Workplace, qtbot: QtBot, profile: paths.Profile
) -> None:
    key = write(page, "Kettle", "It fits, quality since ever.")
    save(page, workplace, qtbot, key)
    workplace.templates.recheck_templates()
    qtbot.waitUntil(lambda: len(workplace.templates._rules) > 1, timeout=SLOW)
    profile.rules.mkdir(parents=True, exist_ok=True)
    (profile.rules / "own.toml").write_text(OWN_RULE)
    known = {one.template.key: one for one in workplace.correspondence.desk.templates()}
    assert known[key] == Offered(known[key].template)
    workplace.templates.look_at_rules()
    page.choice.which.setCurrentIndex(TO_LOOK_AT)
    said: set[str] = set()

    def is_marked() -> bool:
        said.add(workplace.window.notice.words)
        return page.choice.listed == [key] and any("“Kettle”" in one for one in said)

    # Other rules are compiled first.
    qtbot.waitUntil(is_marked, timeout=3 * SLOW)


@pytest.mark.parametrize("language", ["en", "de"])
def test_on_a_small_screen_every_button_has_its_room(
    start: Start, profile: paths.Profile, qtbot: QtBot, language: str
) -> None:
    load_settings(profile.settings).put(LANGUAGE, language)
    workplace = start()
    page = shown(workplace, qtbot)
    page.tell("x", can_undo=True)
    window = workplace.window
    window.resize(*SMALL)
    least = window.minimumSizeHint()
    assert (least.width(), least.height()) <= SMALL
    qtbot.waitUntil(lambda: (window.width(), window.height()) == SMALL)
    for button in page.findChildren(CalmButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width(), button.text()
