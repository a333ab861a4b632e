"""Moments as the reader's clock shows them, and where they were read."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTimeZone


def local_time(at: datetime) -> str:
    """Return *at* in the reader's own time zone, day and month in words."""
    moment = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    pattern = QCoreApplication.translate("Moments", "ddd d MMM yyyy, HH:mm")
    return QLocale().toString(moment, pattern)


def short_time(at: datetime) -> str:
    """Return a weekday, day and time in the zone of this computer."""
    locale = QLocale()
    moment = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    pattern = QCoreApplication.translate("Moments", "ddd d MMM")
    day = locale.toString(moment.date(), pattern)
    time = locale.toString(moment.time(), QLocale.FormatType.ShortFormat)
    return f"{day}, {time}"


def clock_time(at: datetime) -> str:
    """Return the time of day of *at* in the reader's own time zone."""
    moment = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    return QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)


def exact_time(at: datetime) -> str:
    """Return *at* to the second, in UTC."""
    zone = QTimeZone(QTimeZone.Initialization.UTC)
    moment = QDateTime.fromSecsSinceEpoch(int(at.timestamp()), zone)
    return moment.toString("yyyy-MM-dd HH:mm:ss") + " UTC"


def provenance(source: str) -> str:
    """Return in words where a time of receipt was read."""
    translate = QCoreApplication.translate
    words = {
        "date-header": translate("Moments", "as the mail's own date says"),
        "mail-server": translate("Moments", "as the mail server recorded it"),
        "received-header": translate("Moments", "as the receiving server stamped it"),
        "file": translate("Moments", "as the mail's file says"),
        "import": translate("Moments", "when it came into the program"),
    }
    return words.get(source, source)
