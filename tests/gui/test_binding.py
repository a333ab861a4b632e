"""The binding to Qt keeps count of what it hands out."""

import sys

from PySide6.QtWidgets import QApplication, QLabel

CALLS = 200


def test_calls_that_return_nothing_lose_no_reference_to_none(
    qapp: QApplication,
) -> None:
    assert qapp is not None
    # Pythons from 3.12 on do not count None, and so can lose no reference to it.
    label = QLabel()
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < CALLS / 4
