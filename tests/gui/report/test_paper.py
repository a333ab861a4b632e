"""Pages become PDF and PNG files, in every script."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from inbox_assistant import paths
from inbox_assistant.domain.errors import InputError
from inbox_assistant.ui.report.paper import be_ready_to_print, write_pdf, write_png

PAGE = "<h1>Report</h1><p>Ответ · 返信 · جواب</p>"


def test_the_application_that_is_there_prints(qapp: QApplication) -> None:
    assert be_ready_to_print(paths.resources() / "fonts") is qapp


def test_a_page_is_a_pdf_of_several_sheets(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp is not None
    short, long = tmp_path / "short.pdf", tmp_path / "long.pdf"
    write_pdf(PAGE, short, "Report")
    write_pdf(PAGE * 60, long, "Report")
    assert short.read_bytes().startswith(b"%PDF-")
    assert short.read_bytes().count(b"/Type /Page\n") == 1
    assert long.read_bytes().count(b"/Type /Page\n") > 2


def test_a_page_is_one_picture_with_something_on_it(
    qapp: QApplication, tmp_path: Path
) -> None:
    assert qapp is not None
    file = tmp_path / "page.png"
    write_png(PAGE, file)
    image = QImage(str(file))
    colours = {
        image.pixel(x, y) for x in range(0, 400, 3) for y in range(0, image.height(), 3)
    }
    assert len(colours) > 2


def test_a_place_that_cannot_be_written_is_told(
    qapp: QApplication, tmp_path: Path
) -> None:
    assert qapp is not None
    for write in (
        lambda path: write_pdf(PAGE, path, "R"),
        lambda path: write_png(PAGE, path),
    ):
        with pytest.raises(InputError, match="cannot be written"):
            write(tmp_path / "missing" / "file")
