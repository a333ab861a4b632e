"""What a machine answered is no answer: Amazon does not count it either."""

from datetime import timedelta

import pytest

from inbox_assistant.domain.state import State
from inbox_assistant.policy.topics import TopicReading
from inbox_assistant.services.intake import Delivery, Intake
from inbox_assistant.services.scribe import Author, Scribe
from inbox_assistant.storage.mails import Arrival
from inbox_assistant.storage.store import Store
from tests.fakes import MORNING, FakeClock

ALIAS = "k3l2m1n0p9@marketplace.amazon.de"
QUESTION = f"""From: Anna <{ALIAS}>
To: service@shop.example
Subject: Frage (Order: 028-1234567-7654321)
Message-ID: <q@relay.example>

Wo ist mein Paket?
"""
ANSWER = f"""From: service@shop.example
To: {ALIAS}
Subject: Re: Frage (Order: 028-1234567-7654321)
Message-ID: <a@shop.example>
In-Reply-To: <q@relay.example>
{{header}}
Danke, wir melden uns.
"""


@pytest.mark.parametrize(
    ("header", "state"),
    [
        ("", State.SETTLED),
        ("Auto-Submitted: auto-replied\n", State.WAITING),
        ("X-Autoreply: yes\n", State.WAITING),
    ],
)
def test_an_automatic_answer_in_the_sent_folder_settles_nothing(
    store: Store, clock: FakeClock, header: str, state: State
) -> None:
    intake = Intake(
        store,
        Scribe(store, clock, Author("desk", "anna")),
        clock,
        lambda _: TopicReading(("other",), True, (), "de"),  # noqa: FBT003
    )
    asked = Arrival("shop/INBOX/1", "shop", MORNING - timedelta(hours=2))
    answered = Arrival(
        "shop/Sent/1", "shop", MORNING - timedelta(hours=1), in_sent_folder=True
    )
    intake.keep_batch(
        [
            Delivery(QUESTION.encode(), asked),
            Delivery(ANSWER.format(header=header).encode(), answered),
        ]
    )
    row = store.messages.of_partner(ALIAS)[0]
    assert row.standing.state is state
