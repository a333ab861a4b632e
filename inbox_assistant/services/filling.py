"""What a thread fills a template with, and what a template sets in motion."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from inbox_assistant.domain.marketplace import BY_CODE
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.reply import NextStep
from inbox_assistant.domain.template import (
    AGENT,
    FIRST_NAME,
    ORDER_NUMBER,
    PRODUCT,
    PROMISED_DATE,
    Template,
    filled,
)

SayDate = Callable[[date, str], str]
"""Writes a day as people do in a language, such as “Freitag, 4. Dezember”."""

_END_OF_DAY = time(18, 0)
"""When a promise for a day is due: while somebody is still there to keep it."""
_LONGEST_PRODUCT = 80
_WEEKEND = 5
_FAMILY_NAME_FIRST = frozenset({"JP"})


@dataclass(frozen=True, slots=True)
class Begun:
    """A text made from a template, and what is to happen when it is sent."""

    text: str
    step: NextStep


def begin(
    template: Template, row: QueueRow, product: str, agent: str, now: datetime
) -> Callable[[SayDate], Begun]:
    """Return *template* filled from the thread of *row*, once dates can be said."""

    def fill(say_date: SayDate) -> Begun:
        values = values_of(row, product, agent)
        step = NextStep(templates=(template.key,), tags=template.tags)
        if template.promise_days is not None:
            due_at = promised_at(template.promise_days, row.marketplace, now)
            day = due_at.astimezone(zone_of(row.marketplace)).date()
            values[PROMISED_DATE] = say_date(day, template.language)
            step = replace(step, promise_at=due_at, promise=template.title)
        return Begun(filled(template.body, values), step)

    return fill


def values_of(row: QueueRow, product: str, agent: str) -> dict[str, str]:
    """Return what is known for the slots; what is not known is left out."""
    known = {
        FIRST_NAME: _first_name(row),
        ORDER_NUMBER: row.order_id or "",
        PRODUCT: _short(product),
        AGENT: agent.strip(),
    }
    return {name: value for name, value in known.items() if value}


def promised_at(days: int, marketplace: str | None, now: datetime) -> datetime:
    """Return the end of the working day *days* from *now*, at *marketplace*, in UTC.

    One that falls on a weekend moves to the Monday after it.
    """
    zone = zone_of(marketplace)
    day = now.astimezone(zone).date() + timedelta(days=days)
    while day.weekday() >= _WEEKEND:
        day += timedelta(days=1)
    return datetime.combine(day, _END_OF_DAY, zone).astimezone(UTC)


def zone_of(marketplace: str | None) -> ZoneInfo:
    """Return the time zone of *marketplace*; UTC where none is known."""
    place = BY_CODE.get(marketplace or "")
    return ZoneInfo("UTC" if place is None else place.time_zone)


def holding(
    offered: Mapping[str, Template], row: QueueRow, fallback: str = "en"
) -> Template | None:
    """Return the holding reply in the buyer's language, else in *fallback*.

    *offered* are holding replies by language.
    """
    language = row.language
    if language is None and row.marketplace in BY_CODE:
        language = BY_CODE[row.marketplace].language
    return offered.get(language or fallback) or offered.get(fallback)


def _first_name(row: QueueRow) -> str:
    name = " ".join((row.buyer or "").split())
    if not name or row.marketplace in _FAMILY_NAME_FIRST:
        return name
    return name.partition(" ")[0]


def _short(product: str) -> str:
    """Return the beginning of a product's long title, up to a word's end."""
    plain = " ".join(product.split())
    if len(plain) <= _LONGEST_PRODUCT:
        return plain
    head = plain[:_LONGEST_PRODUCT].rpartition(" ")[0] or plain[:_LONGEST_PRODUCT]
    return head.rstrip(" ,;-|(\u2013")
