"""Rows are set quickly in Latin letters and legibly in all others."""

import pytest
from PySide6.QtWidgets import QApplication

from inbox_assistant.ui.queue.row_style import row_style


@pytest.mark.parametrize("text", ["Where is it?", "Größe, façade, Łódź"])
def test_latin_letters_are_set_without_shaping(
    dressed: QApplication, text: str
) -> None:
    face = row_style(dressed.font()).text
    assert face.fit_for(text) is face


@pytest.mark.parametrize("text", ["سؤال عن الطلب", "नमस्ते", "e\u0301", "สวัสดี"])
def test_scripts_that_join_or_stack_letters_are_shaped(
    dressed: QApplication, text: str
) -> None:
    face = row_style(dressed.font()).text
    assert face.fit_for(text) is face.shaping


def test_joined_letters_are_narrower_than_single_ones(dressed: QApplication) -> None:
    face = row_style(dressed.font()).text
    text = "سؤال عن الطلب"
    single = sum(face.fit_for(letter).measured(letter) for letter in text)
    assert face.fit_for(text).measured(text) < single


def test_rows_grow_with_the_font(dressed: QApplication) -> None:
    font = dressed.font()
    before = row_style(font)
    font.setPointSizeF(font.pointSizeF() * 2)
    after = row_style(font)
    assert after.height > 1.5 * before.height
    assert after.first_line < after.second_line < after.height
