"""What composer and page both do with saved replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

if TYPE_CHECKING:
    from datetime import date

    from inbox_assistant.domain.template import Template
    from inbox_assistant.services.template_judging import Judged
    from inbox_assistant.ui.desk import Desk


def judge_at(desk: Desk, template: Template) -> Judged:
    """Return what is found in *template* as a reply is checked; for the lane check."""
    from inbox_assistant.services.reply_basis import Basis  # noqa: PLC0415
    from inbox_assistant.services.template_judging import judge  # noqa: PLC0415

    return judge(template, lambda text, context: desk.check(text, Basis(context)))


def said_day(day: date, language: str) -> str:
    """Return *day* as people write it in *language*, its weekday first."""
    return QLocale(language).toString(
        QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat
    )
