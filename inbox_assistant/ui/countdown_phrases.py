"""The patterns of a countdown in the language of the window."""

from PySide6.QtCore import QCoreApplication, QObject

from inbox_assistant.domain.countdown import Phrases
from inbox_assistant.domain.spoken_countdown import SpokenPhrases


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


class SpokenUnits(QObject):
    """Counts days, hours and minutes in the language of the window.

    An object, since Qt's tools know plurals in its ``tr`` alone.
    """

    def days(self, count: int) -> str:
        """Return how many days there are."""
        return self.tr("%n day(s)", "", count)

    def hours(self, count: int) -> str:
        """Return how many hours there are."""
        return self.tr("%n hour(s)", "", count)

    def minutes(self, count: int) -> str:
        """Return how many minutes there are."""
        return self.tr("%n minute(s)", "", count)


def spoken_phrases() -> SpokenPhrases:
    """Return how a screen reader says the units and spans."""
    translate = QCoreApplication.translate
    units = SpokenUnits()
    return SpokenPhrases(
        days=units.days,
        hours=units.hours,
        minutes=units.minutes,
        both=translate("Countdown", "{more} {less}"),
        left=translate("Countdown", "{span} left"),
        overdue=translate("Countdown", "{span} overdue"),
        moment=translate("Countdown", "less than a minute left"),
    )
