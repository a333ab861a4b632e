"""What kind of mail a mail is, decided in one place."""

from dataclasses import replace

import pytest

from inbox_assistant.domain.kind import WAITING_KINDS, Kind
from inbox_assistant.mail.amazon import Evidence, classify, is_unanswerable
from inbox_assistant.mail.bounce import Bounce

RELAY = "abc@marketplace.amazon.de"
ROBOT = "no-reply-amazon-iba-buyer@marketplace.amazon.it"
AMAZON = "donotreply@amazon.com"
STRANGER = "someone@else.example"
FAKE = "abc@marketplace.amazon.com.evil.example"
COPY = "BBC_MESSAGE_CONFIRMATION_TO_MERCHANT"
NOTHING = Evidence(
    senders=(),
    sender_name="",
    reply_to=(),
    addressed=("desk@shop.example",),
    recipients=("desk@shop.example",),
    subject="",
    text="",
    head="",
    notification_type="",
    is_trusted=True,
    has_own_link=False,
    bounce=None,
)


def kind(**known: object) -> Kind:
    return classify(replace(NOTHING, **known)).kind  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["", "BBC_MESSAGE_SENT_TO_MERCHANT", "NEW_IN_2027"])
@pytest.mark.parametrize("trusted", [True, False])
def test_whatever_comes_from_a_buyers_alias_waits(name: str, *, trusted: bool) -> None:
    assert (
        kind(senders=(RELAY,), notification_type=name, is_trusted=trusted) is Kind.BUYER
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (COPY, Kind.COPY_OF_REPLY),
        ("BUYER_OPTED_OUT_BSM_MESSAGES", Kind.OPT_OUT),
        ("RETURN_REQUEST", Kind.RETURN),
        ("REFUND_ISSUED", Kind.REFUND),
        ("A_Z_CLAIM_RESPONDENT_NOTIFY", Kind.A_TO_Z),
        ("A_Z_CLAIM_RESPONDENT_CLOSE", Kind.A_TO_Z),
        ("A_Z_CLAIM_APPEALED", Kind.A_TO_Z),
        ("BRC_SELLER_NOTIFICATION", Kind.CANCELLATION),
        ("BBC_MESSAGE_SENT_TO_MERCHANT", Kind.BUYER),
        ("NEW_IN_2027", Kind.OTHER_NOTICE),
    ],
)
def test_amazons_type_decides_where_amazon_sent_it(name: str, expected: Kind) -> None:
    assert kind(senders=(AMAZON,), notification_type=name) is expected


@pytest.mark.parametrize("name", [COPY, "BUYER_OPTED_OUT_BSM_MESSAGES"])
def test_what_would_settle_a_message_must_be_trusted(name: str) -> None:
    found = kind(senders=(AMAZON,), notification_type=name, is_trusted=False)
    assert found is Kind.FORGERY


@pytest.mark.parametrize("name", ["RETURN_REQUEST", "A_Z_CLAIM_RESPONDENT_NOTIFY"])
def test_notices_that_settle_nothing_keep_their_kind_in_doubt(name: str) -> None:
    found = kind(senders=(AMAZON,), notification_type=name, is_trusted=False)
    assert found is not Kind.FORGERY


def test_a_copy_never_comes_from_an_alias() -> None:
    assert kind(senders=(RELAY,), notification_type=COPY) is Kind.BUYER


def test_a_notice_about_a_buyer_may_come_from_an_alias() -> None:
    found = kind(senders=(RELAY,), notification_type="RETURN_REQUEST")
    assert found is Kind.RETURN


def test_a_robot_of_the_relay_is_a_notice_unless_amazon_calls_it_a_buyer() -> None:
    assert kind(senders=(ROBOT,)) is Kind.OTHER_NOTICE
    found = kind(senders=(ROBOT,), notification_type="BBC_MESSAGE_SENT_TO_MERCHANT")
    assert found is Kind.BUYER


@pytest.mark.parametrize("name", ["", COPY, "BBC_MESSAGE_SENT_TO_MERCHANT"])
def test_a_domain_that_looks_like_amazons_is_a_forgery(name: str) -> None:
    assert kind(senders=(FAKE,), notification_type=name) is Kind.FORGERY


def test_amazons_type_from_outside_is_a_forgery() -> None:
    assert kind(senders=(STRANGER,), notification_type=COPY) is Kind.FORGERY


def test_amazons_name_from_outside_is_a_forgery() -> None:
    found = kind(senders=(STRANGER,), sender_name="Nora - Amazon Marketplace")
    assert found is Kind.FORGERY


def test_a_forwarded_message_that_answers_to_the_buyer_waits() -> None:
    for name in ("", "BBC_MESSAGE_SENT_TO_MERCHANT"):
        found = kind(senders=(STRANGER,), reply_to=(RELAY,), notification_type=name)
        assert found is Kind.BUYER
    assert kind(senders=(STRANGER,), reply_to=(ROBOT,)) is not Kind.BUYER


def test_amazons_staff_that_asks_for_a_buyer_waits() -> None:
    text = "We have been contacted by a customer regarding the order below."
    for sender in (RELAY, "cust.service@amazon.com", AMAZON):
        found = kind(senders=(sender,), text=text, head=text)
        assert found is Kind.CUSTOMER_SERVICE_RELAY
    assert kind(senders=(STRANGER,), text=text) not in WAITING_KINDS


@pytest.mark.parametrize(
    ("sender", "subject", "expected"),
    [
        ("order-update@amazon.com", "Return authorization request", Kind.RETURN),
        ("do-not-reply@amazon.com", "Refund initiated for order", Kind.REFUND),
        ("atoz-guarantee-no-reply@amazon.fr", "Garantie", Kind.A_TO_Z),
        ("seller-guarantee@amazon.com", "Claim", Kind.A_TO_Z),
        ("auto-communication@amazon.de", "Ihre E-Mail an Nora", Kind.COPY_OF_REPLY),
        (AMAZON, "Stornierungsanfrage zu Bestellung", Kind.CANCELLATION),
        ("seller-answers@amazon.com", "Refund question", Kind.OTHER_NOTICE),
        ("store-news@amazon.com", "Returns made easy", Kind.OTHER_NOTICE),
        ("fba-noreply@amazon.com", "Your inbound shipment", Kind.OTHER_NOTICE),
    ],
)
def test_older_notices_are_known_by_sender_and_subject(
    sender: str, subject: str, expected: Kind
) -> None:
    assert kind(senders=(sender,), subject=subject) is expected


def test_amazons_own_signed_link_marks_a_buyers_message() -> None:
    assert kind(senders=(AMAZON,), has_own_link=True) is Kind.BUYER


def test_a_message_that_amazon_did_not_deliver_has_come_back() -> None:
    text = "Your message was not delivered because it did not meet the guidelines."
    assert kind(senders=(AMAZON,), text=text) is Kind.BOUNCE
    assert kind(senders=(AMAZON,), text=text, is_trusted=False) is Kind.FORGERY


def test_a_mail_that_came_back_from_an_alias_is_a_bounce() -> None:
    daemon = "mailer-daemon@mx.example"
    failed = Bounce("<a>", RELAY, is_final=True)
    assert kind(senders=(daemon,), bounce=failed) is Kind.BOUNCE
    assert kind(senders=(daemon,), bounce=failed, is_trusted=False) is Kind.FORGERY
    unknown = replace(failed, recipient=None)
    assert kind(senders=(daemon,), bounce=unknown) is Kind.BOUNCE
    elsewhere = replace(failed, recipient=STRANGER)
    assert kind(senders=(daemon,), bounce=elsewhere) is Kind.NOT_AMAZON
    late = replace(failed, is_final=False)
    assert kind(senders=(daemon,), bounce=late) is Kind.OTHER_NOTICE


def test_a_buyers_own_bounce_is_still_a_message_of_the_buyers() -> None:
    failed = Bounce("<a>", RELAY, is_final=True)
    assert kind(senders=(RELAY,), bounce=failed) is Kind.BUYER


def test_a_forged_daemon_is_a_forgery() -> None:
    failed = Bounce("<a>", RELAY, is_final=True)
    sender = "mailer-daemon@amazon.mail.example"
    assert kind(senders=(sender,), bounce=failed) is Kind.FORGERY


def test_a_mail_to_an_alias_is_a_reply_whoever_wrote_it() -> None:
    ours = {"senders": ("desk@shop.example",), "addressed": (RELAY,)}
    assert kind(**ours) is Kind.REPLY
    assert kind(**ours, is_trusted=False) is Kind.REPLY
    assert kind(**ours, sender_name="Northlight on Amazon") is Kind.REPLY
    assert kind(senders=(), addressed=(RELAY,)) is not Kind.REPLY
    assert kind(senders=(STRANGER,), addressed=(ROBOT,)) is not Kind.REPLY


def test_no_forger_and_no_buyer_replies() -> None:
    assert kind(senders=(FAKE,), addressed=(RELAY,)) is Kind.FORGERY
    assert kind(senders=(RELAY,), addressed=(RELAY,)) is Kind.BUYER
    found = kind(senders=(STRANGER,), reply_to=(RELAY,), addressed=(RELAY,))
    assert found is Kind.BUYER


def test_a_mail_with_an_alias_in_copy_is_left_to_people() -> None:
    assert kind(senders=(STRANGER,), recipients=(RELAY,)) is Kind.UNSORTED


@pytest.mark.parametrize(
    "text",
    [
        f"forwarded from {RELAY}",
        "---------- Forwarded message ----------\nFrom: Nora - Amazon Marketplace",
        "*Von:* Nora - Amazon Marketplace\n*Gesendet:* heute",
        (
            "https://sellercentral.amazon.de/messaging/no-response-needed"
            f"?t=T1&m=M1&mp=A1&c=C1&h={40 * 'a'}&s=1"
        ),
    ],
)
def test_a_buyers_message_passed_on_in_a_text_is_left_to_people(text: str) -> None:
    assert kind(senders=(STRANGER,), text=text) is Kind.UNSORTED


def test_an_order_that_a_stranger_mentions_is_nothing_of_amazons() -> None:
    text = "order 302-5551234-1234567"
    assert kind(senders=(STRANGER,), text=text) is Kind.NOT_AMAZON
    assert kind(senders=(), text=text) is Kind.UNSORTED
    assert kind(senders=(), text="") is Kind.UNSORTED


def test_a_firm_that_bears_amazons_name_is_a_forger_where_it_speaks_of_buyers() -> None:
    firm = "tips@amazon-seller-news.example"
    assert kind(senders=(firm,), text="Answer faster!") is Kind.NOT_AMAZON
    assert kind(senders=(firm,), text=f"mail {RELAY}") is Kind.FORGERY
    assert kind(senders=(firm,), sender_name="Amazon") is Kind.FORGERY


def test_a_buyer_who_quotes_amazons_staff_is_a_buyer() -> None:
    words = "They said: we have been contacted by a customer. So I write to you."
    typed = {"senders": (RELAY,), "notification_type": "BBC_MESSAGE_SENT_TO_MERCHANT"}
    assert kind(**typed, text=words, head=words) is Kind.BUYER
    for name in ("Amazon - Amazon Marketplace", "Amazon Customer Service"):
        found = kind(**typed, text=words, sender_name=name)
        assert found is Kind.CUSTOMER_SERVICE_RELAY
    found = kind(**typed, text="no known words", sender_name="Amazon Kundenservice")
    assert found is Kind.CUSTOMER_SERVICE_RELAY


def test_everything_else_is_nothing_of_amazons() -> None:
    assert kind(senders=(STRANGER,), text="hello") is Kind.NOT_AMAZON


def test_answers_go_to_people_at_amazon_only() -> None:
    assert is_unanswerable(AMAZON)
    assert is_unanswerable(STRANGER)
    assert not is_unanswerable("cust.service@amazon.com")
