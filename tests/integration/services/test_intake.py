"""Every mail is kept byte by byte, whatever is wrong with it."""

import os
import random
from pathlib import Path

import pytest

from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.state import State
from inbox_assistant.policy.topics import TopicReading
from inbox_assistant.services.intake import Delivery, Intake
from inbox_assistant.services.scribe import Author, Scribe
from inbox_assistant.storage.mails import Arrival
from inbox_assistant.storage.store import Store
from tests.damage import damaged
from tests.fakes import MORNING, FakeClock

FIXTURES = Path(__file__).parents[2] / "fixtures" / "mails"
ALIAS = "k3l2m1n0p9@marketplace.amazon.de"
ORDER = "028-1234567-7654321"
QUESTION = f"""From: Anna <{ALIAS}>
Subject: Frage (Order: {ORDER})
Message-ID: <q@relay.example>
Date: Mon, 2 Mar 2026 06:00:00 +0000

Wo ist mein Paket?
""".encode()
ANSWER = f"""From: someone@else.example
To: {ALIAS}
Subject: Re: Frage (Order: {ORDER})
Message-ID: <a@shop.example>
In-Reply-To: <q@relay.example>
Date: Mon, 2 Mar 2026 07:00:00 +0000

Danke, wir melden uns.
""".encode()
RETURNED = f"""From: MAILER-DAEMON@mx.shop.example
To: desk@shop.example
Subject: Undelivered
Date: Mon, 2 Mar 2026 07:30:00 +0000
X-Failed-Recipients: {ALIAS}
In-Reply-To: <unknown@shop.example>

The mail could not be delivered.
""".encode()


@pytest.fixture
def intake(store: Store, clock: FakeClock) -> Intake:
    return Intake(
        store,
        Scribe(store, clock, Author("desk", "anna")),
        clock,
        lambda _: TopicReading(("other",), True, (), "de"),  # noqa: FBT003
    )


def sample_folder() -> Path:
    """Return where the standard library keeps the mails it is tested with."""
    libraries = [Path(os.__file__).parent, *Path("/usr/lib").glob("python3.*")]
    for library in libraries:
        if (library / "test/test_email/data").is_dir():
            return library / "test/test_email/data"
    pytest.fail(
        "The standard library's own mails are missing: install the Debian package"
        " libpython3.X-testsuite of the Python that is there."
    )


def from_folder(name: str, *, sent: bool = False) -> Arrival:
    return Arrival(f"shop/{name}", "shop", MORNING, in_sent_folder=sent)


def keep_and_compare(store: Store, intake: Intake, mails: list[bytes]) -> None:
    kept = intake.keep_batch(
        [Delivery(raw, from_folder(f"INBOX/{n}")) for n, raw in enumerate(mails)]
    )
    assert kept.added + kept.already_there == len(mails)
    for raw in mails:
        number = store.mails.find(raw)
        assert number is not None
        assert store.mails.read(number) == raw
    again = intake.keep_batch(
        [Delivery(raw, from_folder(f"INBOX/{n}")) for n, raw in enumerate(mails)]
    )
    assert again.added == 0


def test_the_standard_librarys_mails_are_kept_byte_by_byte(
    store: Store, intake: Intake
) -> None:
    files = sorted(sample_folder().glob("*.txt"))
    assert len(files) > 40
    keep_and_compare(store, intake, [path.read_bytes() for path in files])


def test_damaged_mails_are_kept_byte_by_byte(store: Store, intake: Intake) -> None:
    chance = random.Random(2026)
    mails = [path.read_bytes() for path in sorted(FIXTURES.glob("*.eml"))]
    keep_and_compare(
        store, intake, [damaged(chance.choice(mails), chance) for _ in range(400)]
    )


@pytest.mark.parametrize("first", ["INBOX", "Sent"])
def test_a_reply_counts_by_the_folder_it_lies_in_whenever_that_is_learnt(
    store: Store, intake: Intake, first: str
) -> None:
    intake.keep_batch([Delivery(QUESTION, from_folder("INBOX/1"))])
    intake.keep_batch(
        [Delivery(ANSWER, from_folder(f"{first}/2", sent=first == "Sent"))]
    )
    rows = {row.kind: row for row in store.messages.of_partner(ALIAS)}
    assert rows[Kind.REPLY].trusted is (first == "Sent")
    waits = State.SETTLED if first == "Sent" else State.WAITING
    assert rows[Kind.BUYER].standing.state is waits
    intake.keep_batch([Delivery(ANSWER, from_folder("Sent/3", sent=True))])
    rows = {row.kind: row for row in store.messages.of_partner(ALIAS)}
    assert rows[Kind.BUYER].standing.state is State.SETTLED


def test_what_came_back_of_an_unknown_mail_finds_the_thread_of_its_alias(
    store: Store, intake: Intake
) -> None:
    intake.keep_batch(
        [
            Delivery(QUESTION, from_folder("INBOX/1")),
            Delivery(RETURNED, from_folder("INBOX/2")),
        ]
    )
    asked = store.messages.of_partner(ALIAS)[0]
    assert asked.thread_id is not None
    kinds = [row.kind for row in store.messages.of_thread(asked.thread_id)]
    assert kinds == [Kind.BUYER, Kind.BOUNCE]
