"""What a machine writes into a reply, and how it waits for the window."""

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


def until(condition: Callable[[], bool], told: Callable[[], str] = str) -> None:
    """Let the window work until *condition* holds; *told* says what is instead."""
    for _ in range(4_000):
        if condition():
            return
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        QTest.qWait(1)
    assert condition(), told()
