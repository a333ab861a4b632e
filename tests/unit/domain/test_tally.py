"""The worst of what waits gives its colour to all of it."""

import pytest

from inbox_assistant.domain.countdown import Urgency
from inbox_assistant.domain.tally import Tally


@pytest.mark.parametrize(
    ("tally", "worst"),
    [
        (Tally(), None),
        (Tally(3), Urgency.LATER),
        (Tally(3, soon=1), Urgency.SOON),
        (Tally(3, soon=1, overdue=1), Urgency.OVERDUE),
        # What is put off is counted only once it is over.
        (Tally(0, overdue=1), Urgency.OVERDUE),
    ],
)
def test_the_most_urgent_thread_decides(tally: Tally, worst: Urgency | None) -> None:
    assert tally.worst is worst
