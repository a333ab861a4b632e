"""Pages written to files: as they are, or as paper without a screen."""

from pathlib import Path

from inbox_assistant import paths


def write_page(
    page: str, title: str, html: Path | None, pdf: Path | None, png: Path | None = None
) -> None:
    """Write *page* to whichever file is named. Raises InputError or OSError."""
    if html is not None:
        html.write_text(page, "utf-8")
    if pdf is None and png is None:
        return
    # Qt is loaded for paper alone, and needs no screen for it.
    from inbox_assistant.ui.report import paper  # noqa: PLC0415

    application = paper.be_ready_to_print(paths.resources() / "fonts")
    if pdf is not None:
        paper.write_pdf(page, pdf, title)
    if png is not None:
        paper.write_png(page, png)
    del application
