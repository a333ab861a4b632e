"""Templates: replies written once, with slots that each thread fills.

A slot is a name between braces, as in ``{order_number}``. Those of ``FROM_THREAD``
are filled from the thread; any other is asked for, and one that stays empty is found
by the rules and blocks the reply.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

FIRST_NAME = "first_name"
ORDER_NUMBER = "order_number"
PRODUCT = "product"
PROMISED_DATE = "promised_date"
AGENT = "agent"
FROM_THREAD = (FIRST_NAME, ORDER_NUMBER, PRODUCT, PROMISED_DATE, AGENT)
"""The slots that a thread fills, as far as it is known."""

_SLOT = re.compile(r"\{([a-z][a-z0-9_ ]{0,38}[a-z0-9])\}")


@dataclass(frozen=True, slots=True)
class Template:
    """One reply to begin from.

    ``language`` is an ISO 639-1 code, ``marketplace`` a country code or ``None`` for
    all. ``promise_days`` stages a promise due so many days later, counted at the
    marketplace. ``topics`` are what a buyer's message is about that it answers.
    ``tags`` are put on the thread when a reply made from it is sent.
    """

    key: str
    title: str
    language: str
    body: str
    marketplace: str | None = None
    topics: tuple[str, ...] = ()
    promise_days: int | None = None
    tags: tuple[str, ...] = ()
    is_holding: bool = False
    """It says when the real answer comes, and nothing else."""
    is_shipped: bool = False
    uses: int = 0
    last_used_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot in a text; ``start`` and ``end`` count code points, braces included."""

    name: str
    start: int
    end: int


def slots(text: str) -> tuple[Slot, ...]:
    """Return the slots in *text*, in their order."""
    return tuple(
        Slot(found[1], found.start(), found.end()) for found in _SLOT.finditer(text)
    )


def filled(body: str, values: Mapping[str, str]) -> str:
    """Return *body* with every slot that *values* fill; others stay as they are."""
    return _SLOT.sub(lambda found: values.get(found[1], found[0]), body)


def sample_values() -> dict[str, str]:
    """Return a value for each slot that a thread fills, for checks of templates."""
    return {
        FIRST_NAME: "Kim",
        ORDER_NUMBER: "302-1234567-1234567",
        PRODUCT: "Kettle 2 l",
        PROMISED_DATE: "12.12.",
        AGENT: "Robin",
    }
