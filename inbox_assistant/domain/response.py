"""Amazon's buckets: how a buyer message counts in the contact response metric.

Source: Seller Central help 200549770 (Contact Response Time): the time from a message
being received to the response being sent, weekends and holidays included; what took
more than 24 hours is late; what is older than 24 hours and has no response counts as
that; what is marked as needing no response is left out.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from inbox_assistant.domain.deadline import RESPONSE_WINDOW, deadline_of
from inbox_assistant.domain.settlement import How, Standing
from inbox_assistant.domain.state import State

DAYS = (7, 30, 90)
"""The windows that Amazon shows, in days of 24 hours."""

ANSWERS = frozenset({How.REPLIED, How.REPLIED_ELSEWHERE})


class Bucket(StrEnum):
    """How one message counts."""

    IN_TIME = "answered within 24 hours"
    LATE = "answered late"
    NO_RESPONSE = "no response"
    OPEN = "still in time"
    """Not answered, and its deadline is still ahead: it counts nowhere yet."""
    DISMISSED = "no response necessary"
    """Marked on Amazon; left out of the calculation."""
    SET_ASIDE = "settled with the older ones"
    """Waited before its mailbox was first imported; what became of it is not known."""


COUNTED = (Bucket.IN_TIME, Bucket.LATE, Bucket.NO_RESPONSE)
"""The buckets that make up the rates."""

FAILED = (Bucket.LATE, Bucket.NO_RESPONSE)


def bucket_of(received_at: datetime, standing: Standing, now: datetime) -> Bucket:
    """Return how a message counts at *now*; it must be one that could wait."""
    if standing.how in ANSWERS and standing.at is not None:
        took = standing.at - received_at
        return Bucket.LATE if took > RESPONSE_WINDOW else Bucket.IN_TIME
    if standing.state in {State.WAITING, State.TO_CONFIRM}:
        is_overdue = deadline_of(received_at).is_overdue(now)
        return Bucket.NO_RESPONSE if is_overdue else Bucket.OPEN
    if standing.how is How.NO_RESPONSE_NECESSARY:
        return Bucket.DISMISSED
    return Bucket.SET_ASIDE


def response_seconds(received_at: datetime, answered_at: datetime) -> int:
    """Return how long an answer took, in whole seconds.

    A clock that was set back can make an answer older than its question; that took
    no time.
    """
    return max(0, (answered_at - received_at) // timedelta(seconds=1))
