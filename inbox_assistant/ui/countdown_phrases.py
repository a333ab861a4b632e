"""The patterns of a countdown in the language of the window."""

from PySide6.QtCore import QCoreApplication

from inbox_assistant.domain.countdown import Phrases


def seen_phrases() -> Phrases:
    """Return the patterns for what is seen."""
    translate = QCoreApplication.translate
    return Phrases(
        days=translate("Countdown", "{days} d {hours} h"),
        hours=translate("Countdown", "{hours} h {minutes} min"),
        minutes=translate("Countdown", "{minutes} min"),
        minutes_seconds=translate("Countdown", "{minutes} min {seconds} s"),
        seconds=translate("Countdown", "{seconds} s"),
        over=translate("Countdown", "{hours}:{minutes:02d}"),
        over_days=translate("Countdown", "{days} d {hours} h"),
        overdue=translate("Countdown", "overdue by {span}"),
    )


def spoken_phrases() -> Phrases:
    """Return the patterns for what a screen reader says; they have no seconds."""
    translate = QCoreApplication.translate
    return Phrases(
        days=translate("Countdown", "{days} days {hours} hours left"),
        hours=translate("Countdown", "{hours} hours {minutes} minutes left"),
        minutes=translate("Countdown", "{minutes} minutes left"),
        minutes_seconds=translate("Countdown", "{minutes} minutes left"),
        seconds=translate("Countdown", "less than a minute left"),
        over=translate("Countdown", "{hours} hours {minutes} minutes"),
        over_days=translate("Countdown", "{days} days {hours} hours"),
        overdue=translate("Countdown", "overdue by {span}"),
    )
