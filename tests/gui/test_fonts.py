"""The bundled typeface is really the one in use."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from inbox_assistant.paths import resources
from inbox_assistant.ui.fonts import (
    FAMILY,
    figures,
    load_fonts,
    scaled,
    set_base_font,
    strong,
)


def test_the_window_is_set_in_the_bundled_typeface(dressed: QApplication) -> None:
    assert QFontInfo(dressed.font()).family() == FAMILY
    assert QFontInfo(strong(dressed.font())).weight() == QFont.Weight.DemiBold


def test_a_file_that_is_no_typeface_is_named(
    qapp: QApplication, tmp_path: Path
) -> None:
    assert qapp is not None
    (tmp_path / "broken.otf").write_bytes(b"nothing")
    assert load_fonts(tmp_path, ["broken.otf"]) == ["broken.otf"]


def test_the_licence_lies_beside_the_typeface() -> None:
    text = (resources() / "fonts" / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text


def test_digits_of_a_countdown_have_one_width(dressed: QApplication) -> None:
    metrics = QFontMetricsF(figures(dressed.font()))
    widths = {metrics.horizontalAdvance(digit * 8) for digit in "0123456789"}
    assert len(widths) == 1


@pytest.mark.parametrize(("wished", "used"), [(14.0, 14.0), (2.0, 10.0), (90.0, 10.0)])
def test_a_size_is_kept_where_it_is_sensible(
    dressed: QApplication, wished: float, used: float
) -> None:
    before = dressed.font()
    set_base_font(dressed, wished)
    assert dressed.font().pointSizeF() == used
    dressed.setFont(before)


def test_a_font_measured_in_pixels_is_scaled_too() -> None:
    font = QFont(FAMILY)
    font.setPixelSize(20)
    assert scaled(font, 1.5).pixelSize() == 30
