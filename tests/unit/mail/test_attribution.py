"""Every mail program's way of introducing a quote is known; buyers' lines are not."""

import tomllib
from pathlib import Path

import pytest

from inbox_assistant.mail.attribution import (
    attribution_above,
    header_at,
    is_dated,
    is_title,
)
from inbox_assistant.mail.frame import take_apart

HEADERS: dict[str, str] = tomllib.loads(
    (Path(__file__).parents[2] / "fixtures" / "quote-headers.toml").read_text("utf-8")
)
D = "-" * 13
OLD = f"https://sellercentral.amazon.de/messaging/no-response-needed?t=OLD&h={'a' * 40}"
NEW = f"https://sellercentral.amazon.de/messaging/no-response-needed?t=NEW&h={'b' * 40}"
WORDS = (
    "No, thanks.\n\nWhere to? At 10:30 I am in:\n- first\n- second\n\nSent by my phone"
)
QUOTES = [
    "Dear customer,\n\nwe send a new lid.\n\nNorthlight",
    f"{D} Begin message {D}\n\nWe send a new lid.\n\n{D} End message {D}",
    f"Hello.\n\n{D} Message: {D}\n\nA new lid.\n\n{D} End message {D}\n{OLD}",
]
FRAMES = {
    "none": "{}",
    "new": f"You have received a message.\n\n# 302-1234567-1234567:\n\n"
    f"{D} Message: {D}\n\n{{}}\n\n{D} End message {D}\n\nResolve case\n{NEW}",
    "old": f"Order ID 302-1234567-1234567:\n1 of Pot [ASIN: B0ABCDEFGH]\n\n"
    f"{D} Begin message {D}\n\n{{}}\n\n{D} End message {D}\n\n[commMgrTok:A1]",
}


def signed(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n"))


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("program", HEADERS)
def test_what_a_program_quotes_is_no_word_of_the_buyers(
    program: str, frame: str
) -> None:
    for quote in QUOTES:
        for shown in (quote, signed(quote)):
            body = f"{WORDS}\n\n{HEADERS[program]}\n\n{shown}"
            found = take_apart(FRAMES[frame].format(body))
            assert found.words == WORDS
            assert "OLD" not in (found.tail or "")
            assert frame != "new" or NEW in (found.tail or "")


@pytest.mark.parametrize("program", HEADERS)
def test_words_below_a_signed_quote_are_the_buyers_too(program: str) -> None:
    text = f"Hello.\n\n{HEADERS[program]}\n\n{signed(QUOTES[0])}\n\nBlue, please."
    assert take_apart(text).words.split() == ["Hello.", "Blue,", "please."]


@pytest.mark.parametrize(
    "text",
    [
        "On 20 October 2026 at 10:15 you wrote:\nit will come",
        "Am 20.10.2026 um 10:15 schrieb ich Ihnen:\nes fehlt",
        "Le 20/10/2026 à 10:15 vous m'avez écrit :\ndemain",
        "From: Berlin\nTo: Hamburg\nDate: 3 May 2026",
        "De: 10:00\nA: 12:00\nFecha: 20/10/2026",
        "Order: 7\nDelivered: 20.10.2026 10:15\nName: Nora\nStreet: 1",
        "20.10.2026 12:30 [Hamburg]:\nleft the depot",
        "--- original packaging ---\nName: Nora\nStreet: 1",
        "-- the original message was lost --\nplease send it again",
        "Size: 10:20\n\nname@shop",
        "From: me\n\nhello",
    ],
)
def test_what_a_buyer_may_write_is_no_quote(text: str) -> None:
    plain = text.split("\n")
    assert [header_at(plain, index) for index in range(len(plain))] == [None] * len(
        plain
    )
    assert take_apart(text).words == text


def test_an_attribution_is_found_from_its_last_line_upwards() -> None:
    plain = ["Bye", "", "On Tue, Oct 20,", "2026 at 9:14 Shop", "<a@b.example> wrote:"]
    assert header_at(plain, 4) == (2, 5)
    assert header_at(plain, 3) is None


def test_less_is_asked_of_a_line_directly_above_quote_signs() -> None:
    assert attribution_above(["Shop wrote:", "", "> hi"], 2) == 0
    assert attribution_above(["You asked me:", "> hi"], 1) is None
    assert attribution_above(["> hi"], 0) is None
    assert attribution_above(["> a", "> hi"], 1) is None


def test_a_title_has_fewer_dashes_than_amazons_lines() -> None:
    assert is_title("-----Original Message-----")
    assert is_title("---------- Forwarded message ---------")
    assert not is_title(f"{D} Original message {D}")
    assert not is_title("-----Message-----")


def test_a_line_is_dated_by_a_day_and_a_time() -> None:
    assert is_dated("20.11.26 10:12 Shop")
    assert not is_dated("10:12")
    assert not is_dated("20 November 2026")
