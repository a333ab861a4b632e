"""What came of trying to reach an account's servers, step by step."""

from dataclasses import dataclass
from enum import StrEnum


class TrialStep(StrEnum):
    """What is tried, in this order."""

    NAME = "name"
    """The server is found and answers."""
    TLS = "tls"
    """It proves who it is, and the connection is protected."""
    SIGN_IN = "sign-in"
    FOLDER = "folder"
    SENDING = "sending"
    """The sending server takes this account; nothing is sent."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One step: ``works`` is ``None`` where it was not come to."""

    step: TrialStep
    works: bool | None
    detail: str = ""


def broke_at(step: TrialStep, detail: str) -> list[Trial]:
    """Return the steps of a trial that ended at *step*: those before it worked."""
    steps = list(TrialStep)
    place = steps.index(step)
    return [
        *(Trial(one, works=True) for one in steps[:place]),
        Trial(step, works=False, detail=detail),
        *(Trial(one, works=None) for one in steps[place + 1 :]),
    ]
