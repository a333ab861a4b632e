"""What sort of mail a mail is."""

from enum import StrEnum


class Kind(StrEnum):
    """The kinds that intake tells apart, by the names used everywhere."""

    BUYER = "buyer"
    CUSTOMER_SERVICE_RELAY = "customer-service-relay"
    REPLY = "reply"
    """A mail of ours to a buyer's alias, found in a Sent folder or sent from here."""
    COPY_OF_REPLY = "copy-of-reply"
    OPT_OUT = "opt-out"
    RETURN = "return"
    REFUND = "refund"
    CANCELLATION = "cancellation"
    A_TO_Z = "a-to-z"
    OTHER_NOTICE = "other-notice"
    BOUNCE = "bounce"
    NOT_AMAZON = "not-amazon"
    FORGERY = "forgery"
    UNSORTED = "unsorted"
    UNREADABLE = "unreadable"


WAITING_KINDS = frozenset({Kind.BUYER, Kind.CUSTOMER_SERVICE_RELAY})
"""The kinds whose mails start Amazon's clock and wait for a response."""

URGENT_NOTICES = frozenset({Kind.A_TO_Z, Kind.CANCELLATION})
"""Notices that never wait in the queue but must be seen soon."""
