"""What a machine does with a reply, and how it waits for the window."""

from collections.abc import Callable

from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtTest import QTest

WORDS = st.sampled_from(
    [
        "The lid fits. ",
        "Write to anna@shop.example now. ",
        "Call 020 7946 0018! ",
        "Leave a 5-star review!!! ",
        "Dear {first_name}, ",
        "see www.shop.example/x ",
        "Danke und Grüße ",
        "x",
    ]
)
PASTED = st.sampled_from(
    [
        "👩‍👩‍👧 so nice 🙂 ",
        "שלום, כתבו אל dan@shop.example עכשיו ",
        "مرحبا 020 7946 0018 شكرا\n",
        "10\u00a0cm\u202fx 5\u00a0cm\n\n",
        "𝒜𝒷𝒸 e\u0301 ｍａｉｌ ",
        "one\ntwo\nthree ",
    ]
)


STEPS = 50
ONE_OF_MANY = st.tuples(st.integers(0, 100))
ACTS = {
    "write": st.tuples(WORDS),
    "paste": st.tuples(PASTED),
    "undo": st.tuples(),
    "fix": ONE_OF_MANY,
    "dismiss_or_count_again": ONE_OF_MANY,
    "switch_thread": st.tuples(st.integers(1, 3)),
    "template": ONE_OF_MANY,
    "send": st.tuples(),
    "undo_send": st.tuples(),
    "deliver": st.tuples(),
}
"""What may be done next, and with what."""
PLANS = st.lists(
    st.one_of(*(st.tuples(st.just(name), what) for name, what in ACTS.items())),
    min_size=STEPS,
    max_size=STEPS,
)
"""Whole runs, drawn before they begin: the window's state outlives each of them."""


def until(condition: Callable[[], bool], told: Callable[[], str] = str) -> None:
    """Let the window work until *condition* holds; *told* says what is instead."""
    for _ in range(4_000):
        if condition():
            return
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        QTest.qWait(1)
    assert condition(), told()
