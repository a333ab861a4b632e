"""The gate: every careless key leads back to the reply."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inbox_assistant.domain.finding import Finding, Severity
from inbox_assistant.ui.composer.gate_dialog import GateDialog
from inbox_assistant.ui.icons import Icons
from tests.gui.composer.invented import finding

TEXT = "Call +44 20 7946 0018, or write to dora@example.com at any time you like."
BLOCK = finding(TEXT, "+44 20 7946 0018")
WARN = finding(TEXT, "any time", Severity.WARN)
Key = Qt.Key


@pytest.fixture
def gate(
    icons: Icons, shown: Callable[[QWidget], None]
) -> Callable[..., tuple[GateDialog, list[str]]]:
    """Return a function that opens a gate and lists what it lets out."""
    parent = QWidget()
    shown(parent)

    def open_gate(
        *findings: Finding, may_override: bool = True
    ) -> tuple[GateDialog, list[str]]:
        dialog = GateDialog(findings, icons, parent, may_override=may_override)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        let_out: list[str] = []
        dialog.confirmed.connect(let_out.append)
        shown(dialog)
        dialog.activateWindow()
        return dialog, let_out

    return open_gate


Gate = Callable[..., tuple[GateDialog, list[str]]]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Escape])
@pytest.mark.parametrize("severity", [Severity.BLOCK, Severity.WARN])
def test_enter_and_escape_lead_back(
    gate: Gate, qtbot: QtBot, key: Qt.Key, severity: Severity
) -> None:
    dialog, let_out = gate(BLOCK if severity is Severity.BLOCK else WARN)
    qtbot.keyClick(dialog.focusWidget(), key)
    assert not dialog.isVisible()
    assert let_out == []


def test_the_way_back_has_the_keyboard_first_and_space_takes_it(
    gate: Gate, qtbot: QtBot
) -> None:
    dialog, let_out = gate(BLOCK)
    assert dialog.focusWidget() is dialog.back
    qtbot.keyClick(dialog.back, Key.Key_Space)
    assert not dialog.isVisible()
    assert let_out == []


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_after_a_reason_leads_back_as_well(
    gate: Gate, qtbot: QtBot, key: Qt.Key
) -> None:
    dialog, let_out = gate(BLOCK)
    qtbot.keyClicks(dialog.reason, "it is the number of the carrier")
    qtbot.keyClick(dialog.reason, key)
    assert not dialog.isVisible()
    assert let_out == []


def test_a_reason_tab_and_space_are_the_only_way_out(gate: Gate, qtbot: QtBot) -> None:
    dialog, let_out = gate(BLOCK, WARN)
    assert not dialog.send.isEnabled()
    dialog.reason.setFocus()
    qtbot.keyClicks(dialog.reason, " it is the number of the carrier ")
    qtbot.keyClick(dialog.reason, Key.Key_Tab)
    assert dialog.focusWidget() is dialog.send
    qtbot.keyClick(dialog.send, Key.Key_Return)
    assert let_out == []
    dialog.show()
    dialog.send.setFocus()
    qtbot.keyClick(dialog.send, Key.Key_Space)
    assert let_out == ["it is the number of the carrier"]


def test_spaces_are_no_reason(gate: Gate, qtbot: QtBot) -> None:
    dialog, _ = gate(BLOCK)
    qtbot.keyClicks(dialog.reason, "   ")
    assert not dialog.send.isEnabled()


def test_where_the_settings_forbid_it_there_is_no_way_out(gate: Gate) -> None:
    dialog, _ = gate(BLOCK, may_override=False)
    assert not dialog.send.isVisible()
    assert not dialog.reason.isVisible()


def test_warnings_alone_need_no_reason(gate: Gate, qtbot: QtBot) -> None:
    dialog, let_out = gate(WARN)
    assert not dialog.reason.isVisible()
    dialog.send.setFocus()
    qtbot.keyClick(dialog.send, Key.Key_Space)
    assert let_out == [""]


def test_a_long_list_is_scrolled_and_the_dialog_stays_on_the_screen(gate: Gate) -> None:
    dialog, _ = gate(*[BLOCK] * 60)
    assert dialog.height() < 600
