"""The views say how much they hold, and what must not be overlooked."""

from datetime import timedelta

from PySide6.QtCore import Qt

from inbox_assistant.domain.view import View
from inbox_assistant.services.reading import Status
from inbox_assistant.services.todays_work import Pile
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.status_line import StatusLine
from inbox_assistant.ui.today.words import pile_words
from inbox_assistant.ui.view_row import COUNT_ROLE, LOUD_ROLE
from inbox_assistant.ui.views_panel import SHOWN, ViewsPanel
from tests.fakes import FakeClock


def status(clock: FakeClock, *, missed: int) -> Status:
    return Status(
        counts=dict.fromkeys(View, 0) | {View.PROMISES: 3, View.OVERDUE: 1},
        last_intake_at=clock.now - timedelta(minutes=5),
        next_due_at=None,
        urgent_notices=0,
        unsorted=0,
        unsure_replies=0,
        promises_missed=missed,
    )


def test_a_missed_promise_is_loud_in_colour_and_in_words(
    icons: Icons, clock: FakeClock
) -> None:
    panel, line = ViewsPanel(icons), StatusLine()
    item = panel.item(SHOWN.index(View.PROMISES))
    spoken = Qt.ItemDataRole.AccessibleTextRole
    panel.show_status(status(clock, missed=0))
    assert not item.data(LOUD_ROLE)
    assert item.data(spoken) == "Promises, 3"
    panel.show_status(status(clock, missed=2))
    assert item.data(LOUD_ROLE)
    assert item.data(COUNT_ROLE) == 3
    assert item.data(spoken) == "Promises, 3, 2 overdue"
    line.show_status(status(clock, missed=2), clock.now)
    assert "2 promise" in line.text


def test_what_is_overdue_is_loud_where_there_is_any(
    icons: Icons, clock: FakeClock
) -> None:
    panel = ViewsPanel(icons)
    panel.show_status(status(clock, missed=0))
    loud = {
        view for place, view in enumerate(SHOWN) if panel.item(place).data(LOUD_ROLE)
    }
    assert loud == {View.OVERDUE}


def test_the_card_of_promises_is_loud_as_well() -> None:
    assert pile_words(Pile(View.PROMISES, 2, later=1)).colour == "accent"
    late = pile_words(Pile(View.PROMISES, 2, later=1, missed=1))
    assert (late.colour, late.hint) == ("overdue", "1 overdue")
