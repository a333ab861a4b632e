"""What is written comes back letter for letter."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from inbox_assistant.ui.composer.plain_text import plain_text

ODD = "\u00a0\u202f\u2007\u200b\u200d\u2009 \t\näß👍🏽日é"


@given(st.text(alphabet=ODD))
def test_no_space_and_no_letter_changes(text: str) -> None:
    document = QTextDocument()
    document.setPlainText(text)
    assert plain_text(document.toRawText()) == text


def test_every_line_end_of_qt_is_one_letter() -> None:
    assert plain_text("a\u2028b\u2029c") == "a\nb\nc"
