"""A page goes to whichever file is named."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from inbox_assistant.cli.printing import write_page


def test_a_page_goes_to_every_file_that_is_named(
    qapp: QApplication, tmp_path: Path
) -> None:
    assert qapp is not None
    names = [tmp_path / f"page.{form}" for form in ("html", "pdf", "png")]
    write_page("<p>words</p>", "Title", *names)
    assert [one.read_bytes()[:4] for one in names] == [b"<p>w", b"%PDF", b"\x89PNG"]
    write_page("<p>words</p>", "Title", None, None)
