"""Pages to print and mail, in the language of the window."""

from PySide6.QtCore import QLocale

from inbox_assistant.reports.phrasing import Phrasing
from inbox_assistant.ui.moments import local_time
from inbox_assistant.ui.report.words import (
    bucket_name,
    dimension_name,
    share_words,
    span_name,
    value_label,
    value_name,
)
from inbox_assistant.ui.sentences import told


def window_phrasing() -> Phrasing:
    """Return how pages speak in this window; times are those of this computer."""
    return Phrasing(
        language=QLocale().bcp47Name(),
        say=told,
        moment=local_time,
        percent=share_words,
        span=span_name,
        head=bucket_name,
        title=dimension_name,
        value=value_name,
        label=value_label,
    )
