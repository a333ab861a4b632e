"""The report as a file, in the form that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inbox_assistant.domain.errors import InputError
from inbox_assistant.reports.csv_lines import write_csv
from inbox_assistant.reports.health_page import health_page
from inbox_assistant.reports.health_rows import HEAD, health_rows
from inbox_assistant.ui.report.paper import write_pdf, write_png
from inbox_assistant.ui.report.phrasing import window_phrasing

if TYPE_CHECKING:
    from pathlib import Path

    from inbox_assistant.reports.response_times import Report


def export(report: Report, zone_name: str, form: str, path: Path) -> None:
    """Write *report* to *path* as ``pdf``, ``html``, ``csv`` or ``png``.

    Raises InputError when the file cannot be written.
    """
    phrasing = window_phrasing()
    page = health_page(report, zone_name, phrasing)
    try:
        if form == "pdf":
            title = phrasing.say("Contact response, last {count} days")
            write_pdf(page, path, title.format(count=report.days))
        elif form == "png":
            write_png(page, path)
        elif form == "html":
            path.write_text(page, "utf-8")
        else:
            with path.open("w", encoding="utf-8", newline="") as stream:
                write_csv(stream, HEAD, health_rows(report))
    except OSError as error:
        raise InputError(
            f"{path} cannot be written: {error.strerror}.", "Choose another place."
        ) from error
