"""Rows are set quickly in Latin letters and legibly in all others."""

from itertools import accumulate

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from inbox_assistant.ui.queue.row_style import Face, row_style


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


def cut(face: Face, text: str, room: int) -> str:
    """Return *text* as Qt elides it."""
    return face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


@pytest.mark.parametrize(
    "text",
    [
        "The lid does not fit, where is it?",
        "Größe, façade, Łódź und noch viel mehr",
        "नमस्ते, मेरा पार्सल कहाँ है",
        "蓋が合いません。どこにありますか",
        "👩‍👩‍👧 and 🇩🇪 and e\u0301e\u0301e\u0301e\u0301",
    ],
)
@pytest.mark.parametrize("room", [0, 5, 30, 60, 100, 101, 102, 103])
def test_words_are_elided_as_qt_does_it(
    dressed: QApplication, text: str, room: int
) -> None:
    face = row_style(dressed.font()).text.fit_for(text)
    elided = face.elided(text, room)
    # Qt adds up widths in fractions of a pixel: it may cut a letter sooner or later.
    near = {cut(face, text, near) for near in (room - 1, room, room + 1)}
    assert elided in near
    assert face.measured(elided) <= room + 1


def test_no_letter_of_several_characters_is_divided(dressed: QApplication) -> None:
    face = row_style(dressed.font()).text
    family, accent = "👩‍👩‍👧", "e\u0301"
    text = (family + accent) * 4
    whole = {text[:end] for end in accumulate([0, *[5, 2] * 4])}
    found = {face.elided(text, room).removesuffix("…") for room in range(200)}
    assert found <= whole
    assert len(found) > 3
