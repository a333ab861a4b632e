"""What kind of mail a mail is: the one place where that is decided.

Two sentences guide every case that is not clear: whatever could be a buyer waiting,
waits; whatever could take a message off the queue must be trusted.
"""

from collections.abc import Callable
from dataclasses import dataclass

from inbox_assistant.domain.kind import Kind
from inbox_assistant.mail import wording
from inbox_assistant.mail.bounce import Bounce
from inbox_assistant.mail.domains import (
    imitates_amazon,
    is_amazon,
    is_no_reply,
    is_person,
    is_relay,
    pretends_amazon,
    relays_in,
)
from inbox_assistant.mail.facts import order_id_in
from inbox_assistant.mail.link import has_no_response_link

BUYER_TYPE = "BBC_MESSAGE_SENT_TO_MERCHANT"
_TYPES = {
    "BBC_MESSAGE_CONFIRMATION_TO_MERCHANT": Kind.COPY_OF_REPLY,
    "BUYER_OPTED_OUT_BSM_MESSAGES": Kind.OPT_OUT,
    "RETURN_REQUEST": Kind.RETURN,
    "REFUND_ISSUED": Kind.REFUND,
    "A_Z_CLAIM_RESPONDENT_NOTIFY": Kind.A_TO_Z,
    "A_Z_CLAIM_RESPONDENT_CLOSE": Kind.A_TO_Z,
    "BRC_SELLER_NOTIFICATION": Kind.CANCELLATION,
}
_TYPE_BEGINNINGS = {"A_Z_": Kind.A_TO_Z, "A_TO_Z_": Kind.A_TO_Z}
_SETTLING = frozenset({Kind.COPY_OF_REPLY, Kind.OPT_OUT, Kind.BOUNCE})
_A_TO_Z_SENDERS = ("atoz-guarantee", "seller-guarantee")
_NOTICE_SENDERS = (
    "seller-answers",
    "community-help",
    "ship-confirm",
    "fba-",
    "payments-messages",
    "store-news",
    "seller-notification",
    "cb-seller",
    "marketing",
)
_ORDER_SENDERS = ("order-update", "return")
_MOST_TEXT = 4_000
_MOST_SEARCHED = 50_000


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a mail shows of where it comes from and what it is for."""

    senders: tuple[str, ...]
    """Addresses in From (or Sender, where there is no From), lower case."""
    sender_name: str
    reply_to: tuple[str, ...]
    """Where an answer goes; a forwarder's notes of the first sender count too."""
    addressed: tuple[str, ...]
    """Addresses in To."""
    recipients: tuple[str, ...]
    """All it was sent to, To included."""
    subject: str
    text: str
    head: str
    """What stands around or above the writer's words; the beginning where unframed."""
    notification_type: str
    is_trusted: bool
    has_own_link: bool
    """Whether Amazon's own signed link stands below the words."""
    bounce: Bounce | None

    @property
    def from_relay(self) -> bool:
        """Whether an address of the aliases' domain sent it."""
        return any(is_relay(one) for one in self.senders)

    @property
    def from_amazon(self) -> bool:
        """Whether Amazon alone sent it."""
        return bool(self.senders) and all(is_amazon(one) for one in self.senders)

    @property
    def answers_to_buyer(self) -> bool:
        """Whether an answer would go to a buyer's alias."""
        return any(is_person(one) for one in self.reply_to)


@dataclass(frozen=True, slots=True)
class Ruling:
    """The kind of a mail and, in one phrase, why."""

    kind: Kind
    reason: str


_Rule = Callable[[Evidence], Ruling | None]


def classify(evidence: Evidence) -> Ruling:
    """Return what kind of mail *evidence* speaks for."""
    for rule in _RULES:
        ruling = rule(evidence)
        if ruling is not None:
            return _unless_refuted(ruling, evidence)
    return Ruling(Kind.NOT_AMAZON, "nothing in it points to Amazon")


def _unless_refuted(ruling: Ruling, evidence: Evidence) -> Ruling:
    if ruling.kind not in _SETTLING or evidence.is_trusted:
        return ruling
    return Ruling(
        Kind.FORGERY, f"looks like {ruling.kind}, but the sender's proof failed"
    )


def _bounced(evidence: Evidence) -> Ruling | None:
    bounce = evidence.bounce
    if bounce is None or any(is_person(one) for one in evidence.senders):
        return None
    if any(pretends_amazon(one) for one in evidence.senders):
        return None
    if not bounce.is_final:
        return Ruling(Kind.OTHER_NOTICE, "a mail server reports a delay or success")
    if bounce.recipient and not is_relay(bounce.recipient):
        return Ruling(Kind.NOT_AMAZON, "a mail to somebody who is no buyer came back")
    return Ruling(Kind.BOUNCE, "a mail server sent a mail back")


def _relayed(evidence: Evidence) -> Ruling | None:
    if not evidence.from_relay:
        return None
    kind = _kind_of_type(evidence.notification_type)
    if kind is not None and kind not in _SETTLING:
        return Ruling(kind, f"type {evidence.notification_type}")
    is_typed = evidence.notification_type == BUYER_TYPE
    if not is_typed and not any(
        is_person(one) for one in (*evidence.senders, *evidence.reply_to)
    ):
        return Ruling(Kind.OTHER_NOTICE, "from a relay address that nobody reads")
    if _is_staff(evidence) or (not is_typed and _asks_in(evidence.head)):
        return Ruling(Kind.CUSTOMER_SERVICE_RELAY, "Amazon's staff asks for a buyer")
    return Ruling(Kind.BUYER, "from a buyer's alias")


def _is_staff(evidence: Evidence) -> bool:
    """Say whether Amazon's staff writes from the alias; buyers may quote its words."""
    shown = evidence.sender_name
    name = wording.MARKETPLACE_TAIL.sub("", shown) or shown
    if "amazon" not in name.casefold():
        return False
    return bool(wording.STAFF.search(name)) or _asks_in(_beginning(evidence))


def _typed_by_amazon(evidence: Evidence) -> Ruling | None:
    kind_name = evidence.notification_type
    if not (evidence.from_amazon and kind_name):
        return None
    if kind_name == BUYER_TYPE:
        return Ruling(Kind.BUYER, f"type {kind_name}")
    kind = _kind_of_type(kind_name)
    if kind is not None:
        return Ruling(kind, f"type {kind_name}")
    return _said_by_amazon(evidence) or Ruling(
        Kind.OTHER_NOTICE, f"unknown type {kind_name[:60]} from Amazon"
    )


def _sent_by_amazon(evidence: Evidence) -> Ruling | None:
    if not evidence.from_amazon:
        return None
    local = evidence.senders[0]
    if local.startswith(_A_TO_Z_SENDERS):
        return Ruling(Kind.A_TO_Z, "from Amazon's A-to-z desk")
    if local.startswith(_NOTICE_SENDERS):
        return Ruling(Kind.OTHER_NOTICE, "from an address of Amazon's for notices")
    if local.startswith(_ORDER_SENDERS):
        return _named_by_subject(evidence)
    if evidence.has_own_link or evidence.answers_to_buyer:
        return _asked_for(evidence) or Ruling(
            Kind.BUYER, "from Amazon, with a buyer's reply address or signed link"
        )
    return _said_by_amazon(evidence) or _named_by_subject(evidence)


def _said_by_amazon(evidence: Evidence) -> Ruling | None:
    """Read those mails of Amazon's that need someone, whatever their type."""
    text = _beginning(evidence)
    if asked := _asked_for(evidence):
        return asked
    if wording.OPT_OUT.search(text):
        return Ruling(Kind.OPT_OUT, "Amazon says that the buyer opted out")
    if wording.MESSAGE_NOT_DELIVERED.search(text):
        return Ruling(Kind.BOUNCE, "Amazon says that a message was not delivered")
    return None


def _asks_in(text: str) -> bool:
    return wording.ASKED_BY_CUSTOMER_SERVICE.search(text) is not None


def _asked_for(evidence: Evidence) -> Ruling | None:
    if _asks_in(_beginning(evidence)):
        return Ruling(Kind.CUSTOMER_SERVICE_RELAY, "Amazon's staff asks for a buyer")
    return None


_SUBJECTS = (
    (wording.COPY_OF_REPLY, Kind.COPY_OF_REPLY),
    (wording.A_TO_Z, Kind.A_TO_Z),
    (wording.REFUND, Kind.REFUND),
    (wording.CANCELLATION, Kind.CANCELLATION),
    (wording.RETURN, Kind.RETURN),
)


def _named_by_subject(evidence: Evidence) -> Ruling:
    for pattern, kind in _SUBJECTS:
        if pattern.search(evidence.subject):
            return Ruling(kind, "from Amazon, by its subject")
    return Ruling(Kind.OTHER_NOTICE, "from Amazon, not from a buyer")


def _from_outside(evidence: Evidence) -> Ruling | None:
    """Judge a mail that neither Amazon nor an alias sent."""
    addresses = (*evidence.senders, *evidence.reply_to)
    if any(imitates_amazon(one) for one in addresses):
        return Ruling(Kind.FORGERY, "from a domain made to look like Amazon's")
    if evidence.answers_to_buyer:
        return Ruling(Kind.BUYER, "forwarded; an answer goes to a buyer's alias")
    if not evidence.senders and evidence.notification_type == BUYER_TYPE:
        return Ruling(Kind.BUYER, f"type {BUYER_TYPE}, without a sender")
    if evidence.notification_type:
        return Ruling(Kind.FORGERY, "Amazon's type from outside Amazon")
    return None


def _to_a_buyer(evidence: Evidence) -> Ruling | None:
    """Find replies of the shop, wherever they lie.

    Whoever wrote it: only a mail that lies in the shop's Sent folder may take
    anything off the queue, and that is known where mails are kept, not here.
    """
    pretends = any(pretends_amazon(one) for one in evidence.senders)
    if evidence.senders and not pretends and any(map(is_person, evidence.addressed)):
        return Ruling(Kind.REPLY, "to a buyer's alias")
    return None


def _in_amazons_name(evidence: Evidence) -> Ruling | None:
    if wording.CLAIMS_AMAZON.search(evidence.sender_name):
        return Ruling(Kind.FORGERY, "Amazon's name from outside Amazon")
    pretends = any(pretends_amazon(one) for one in evidence.senders)
    if pretends and (evidence.bounce or _speaks_of_buyers(evidence)):
        return Ruling(Kind.FORGERY, "from a domain that borrows Amazon's name")
    return None


def _unclear(evidence: Evidence) -> Ruling | None:
    if any(is_relay(one) for one in evidence.recipients):
        return Ruling(Kind.UNSORTED, "to a buyer's alias, but from an unknown address")
    # A colleague who passes a buyer's message on in the text of a mail: the message
    # itself came or will come in the shop's mailbox, and an answer to this mail would
    # reach the colleague. So it does not wait, but somebody must see it.
    if _speaks_of_buyers(evidence):
        return Ruling(Kind.UNSORTED, "a buyer's message or alias stands in its text")
    if not evidence.senders and (
        not evidence.text.strip() or order_id_in(evidence.text[:_MOST_SEARCHED])
    ):
        return Ruling(Kind.UNSORTED, "names no sender")
    return None


def _speaks_of_buyers(evidence: Evidence) -> bool:
    everything = f"{evidence.subject}\n{evidence.text}"[:_MOST_SEARCHED]
    # Of the three patterns each needs one of these words.
    small = everything.lower()
    if "marketplace" not in small and "no-response-needed" not in small:
        return False
    return (
        bool(relays_in(everything))
        or has_no_response_link(everything)
        or wording.SENT_BY_A_BUYER.search(everything) is not None
    )


_RULES: tuple[_Rule, ...] = (
    _bounced,
    _relayed,
    _typed_by_amazon,
    _sent_by_amazon,
    _from_outside,
    _to_a_buyer,
    _in_amazons_name,
    _unclear,
)


def _kind_of_type(name: str) -> Kind | None:
    if name in _TYPES:
        return _TYPES[name]
    return next(
        (kind for start, kind in _TYPE_BEGINNINGS.items() if name.startswith(start)),
        None,
    )


def _beginning(evidence: Evidence) -> str:
    return f"{evidence.subject}\n{evidence.text[:_MOST_TEXT]}"


def is_unanswerable(address: str) -> bool:
    """Say whether an answer to *address* would reach nobody or not Amazon."""
    return is_no_reply(address) or not is_amazon(address)
