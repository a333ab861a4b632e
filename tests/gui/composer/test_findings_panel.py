"""The panel lists findings in words, and the keyboard reaches everything."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.finding import Severity
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.composer.findings_panel import SHOWN, FindingsPanel
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.theme import SchemeChoice, Theme
from tests.gui.composer.invented import finding

TEXT = "Write to a@b.example, or call!!! Kind regards"
FINDINGS = (
    finding(TEXT, "a@b.example", fixes=(("Remove it", ""), ("Say “here”", "here"))),
    finding(TEXT, "!!!", Severity.WARN, fixes=(("One is enough", "!"),)),
    finding(TEXT, "Kind regards", Severity.NOTE),
)


@pytest.fixture
def panel(icons: Icons, shown: Callable[[QWidget], None]) -> FindingsPanel:
    panel = FindingsPanel(icons)
    panel.resize(360, 500)
    panel.show_findings(FINDINGS)
    shown(panel)
    panel.activateWindow()
    return panel


def words(widget: QWidget) -> str:
    """Return all that the labels in *widget* say."""
    return " / ".join(label.text() for label in widget.findChildren(QLabel))


def test_each_finding_says_severity_message_and_reason(panel: FindingsPanel) -> None:
    assert len(panel.cards) == 3
    first = words(panel.cards[0])
    assert "Must change" in first
    assert "Not “a@b.example”." in first
    assert "Because." in first
    assert panel.cards[1].accessibleName() == "Look again: Not “!!!”."


def test_the_summary_counts_by_severity(panel: FindingsPanel) -> None:
    assert panel._summary.text() == "To change: 1 · To look at: 1 · Hints: 1"
    panel.show_findings(())
    assert panel._summary.text() == "Nothing found"
    assert panel.cards == ()


def test_a_click_and_enter_go_to_the_words(panel: FindingsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.mouseClick(panel.cards[2], Qt.MouseButton.LeftButton)
    assert chosen.args == [2]
    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.keyClick(panel.cards[1], Qt.Key.Key_Return)
    assert chosen.args == [1]


def test_a_button_applies_its_own_fix(panel: FindingsPanel, qtbot: QtBot) -> None:
    buttons = panel.cards[0].findChildren(CalmButton)
    assert [button.text() for button in buttons] == [
        "Remove it",
        "Say “here”",
        "Set aside…",
    ]
    with qtbot.waitSignal(panel.fix_chosen) as chosen:
        qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert chosen.args == [0, 1]


def test_arrows_walk_from_card_to_card(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.cards[0].setFocus()
    qtbot.waitUntil(panel.cards[0].hasFocus)
    qtbot.keyClick(panel.cards[0], Qt.Key.Key_Down)
    assert panel.cards[1].hasFocus()
    qtbot.keyClick(panel.cards[1], Qt.Key.Key_Down)
    qtbot.keyClick(panel.cards[2], Qt.Key.Key_Down)
    assert panel.cards[2].hasFocus()
    qtbot.keyClick(panel.cards[2], Qt.Key.Key_Up)
    assert panel.cards[1].hasFocus()


def test_tab_reaches_cards_and_buttons(panel: FindingsPanel) -> None:
    buttons = panel.findChildren(CalmButton)
    assert len(buttons) == 6
    assert all(
        one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in (*panel.cards, *buttons)
    )


def test_the_keyboard_stays_in_the_list_when_a_finding_is_dealt_with(
    panel: FindingsPanel, qtbot: QtBot
) -> None:
    panel.cards[1].setFocus()
    qtbot.waitUntil(panel.cards[1].hasFocus)
    panel.show_findings([FINDINGS[0], FINDINGS[2]])
    assert panel.cards[1].hasFocus()


def test_the_same_findings_again_leave_the_cards_alone(panel: FindingsPanel) -> None:
    before = panel.cards
    panel.show_findings(list(FINDINGS))
    assert panel.cards == before


def test_very_many_findings_are_shown_a_part_at_a_time(panel: FindingsPanel) -> None:
    panel.show_findings([FINDINGS[0]] * (SHOWN + 7))
    assert len(panel.cards) == SHOWN
    assert panel._further.text() == "7 more follow when these are dealt with."
    panel.point_at(SHOWN + 3)


def test_what_was_found_is_never_read_as_markup(panel: FindingsPanel) -> None:
    text = "<b>bold</b>"
    panel.show_findings([finding(text, text, fixes=((text, ""),))])
    labels = panel.cards[0].findChildren(QLabel)
    texts = [label for label in labels if label.text()]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in texts)


def test_cards_follow_the_theme(panel: FindingsPanel, theme: Theme) -> None:
    before = panel.grab().toImage()
    theme.choose(SchemeChoice.DARK)
    assert panel.grab().toImage() != before


def test_the_panel_has_room_for_its_longest_button(panel: FindingsPanel) -> None:
    narrow = panel.minimumSizeHint().width()
    label = "Leave this whole sentence out of the reply"
    panel.show_findings((finding(TEXT, "a@b.example", fixes=((label, ""),)),))
    [button] = [one for one in panel.findChildren(CalmButton) if label in one.text()]
    room = panel.minimumSizeHint().width()
    assert narrow < room
    assert button.sizeHint().width() < room
    panel.show_findings(())
    assert panel.minimumSizeHint().width() == narrow
