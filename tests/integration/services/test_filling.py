"""A template is filled from the thread; a promise is due at a working day's end."""

from datetime import UTC, date, datetime

import pytest

from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.reply import NextStep
from inbox_assistant.domain.template import Template
from inbox_assistant.services.filling import (
    begin,
    holding,
    promised_at,
    values_of,
    zone_of,
)

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
"""A Monday."""
ROW = QueueRow(
    1, "t", buyer="Nora  Fischer", order_id="302-1", marketplace="DE", language="de"
)
LONG = "Kettle of steel with a lid, 2 litres, for gas, induction or any other fire"


def say(day: date, language: str) -> str:
    return f"{language}:{day.isoformat()}"


def test_what_is_known_fills_and_what_is_not_is_left() -> None:
    template = Template(
        "k", "T", "de", "{first_name} {order_number} {product} {agent} {size}"
    )
    begun = begin(template, ROW, "Kettle", "", NOON)(say)
    assert begun.text == "Nora 302-1 Kettle {agent} {size}"
    assert begun.step == NextStep(("k",))


def test_a_promise_is_staged_with_its_day() -> None:
    template = Template("k", "T", "de", "bis {promised_date}", promise_days=2)
    begun = begin(template, ROW, "", "", NOON)(say)
    assert begun.text == "bis de:2026-11-25"
    assert begun.step == NextStep(
        ("k",), datetime(2026, 11, 25, 17, 0, tzinfo=UTC), "T"
    )


@pytest.mark.parametrize(
    ("days", "marketplace", "due"),
    [
        (2, "DE", datetime(2026, 11, 25, 17, 0, tzinfo=UTC)),
        (5, "DE", datetime(2026, 11, 30, 17, 0, tzinfo=UTC)),
        (2, "US", datetime(2026, 11, 26, 2, 0, tzinfo=UTC)),
        (2, None, datetime(2026, 11, 25, 18, 0, tzinfo=UTC)),
        (2, "JP", datetime(2026, 11, 25, 9, 0, tzinfo=UTC)),
    ],
)
def test_a_promise_ends_with_a_working_day_at_the_marketplace(
    days: int, marketplace: str | None, due: datetime
) -> None:
    assert promised_at(days, marketplace, NOON) == due


def test_a_long_title_is_cut_at_a_word() -> None:
    product = values_of(ROW, LONG, "")["product"]
    assert LONG.startswith(product)
    assert len(product) <= 80
    assert not product.endswith((" ", ","))


def test_a_japanese_name_is_kept_whole() -> None:
    row = QueueRow(1, "t", buyer="山田 花子", marketplace="JP")
    assert values_of(row, "", "Robin") == {"first_name": "山田 花子", "agent": "Robin"}


def test_a_place_nobody_knows_has_utc() -> None:
    assert zone_of("XX").key == "UTC"


def test_a_holding_reply_is_in_the_buyers_language_or_english() -> None:
    known = {
        code: Template(f"{code}.holding", "T", code, "x") for code in ("en", "de", "fr")
    }

    def chosen(**values: object) -> str:
        found = holding(known, QueueRow(1, "t", **values))  # type: ignore[arg-type]
        return "" if found is None else found.language

    assert chosen(language="fr", marketplace="DE") == "fr"
    assert chosen(marketplace="DE") == "de"
    assert chosen(language="ko") == chosen() == "en"
    assert holding({}, ROW) is None
