"""The detectors that packs can name."""

from collections.abc import Callable

from inbox_assistant.policy.detectors.accounts import account_detector, card_detector
from inbox_assistant.policy.detectors.links import (
    email_detector,
    handle_detector,
    link_detector,
)
from inbox_assistant.policy.detectors.phones import phone_detector
from inbox_assistant.policy.detectors.pictures import (
    emoji_detector,
    emoticon_detector,
)
from inbox_assistant.policy.detectors.scene import Detector, Lore, Options
from inbox_assistant.policy.detectors.shape import (
    capitals_detector,
    marks_detector,
    markup_detector,
)
from inbox_assistant.policy.detectors.slots import placeholder_detector

Factory = Callable[[Options, Lore], Detector]

DETECTORS: dict[str, Factory] = {
    "link": link_detector,
    "email": email_detector,
    "handle": handle_detector,
    "phone": phone_detector,
    "emoji": emoji_detector,
    "emoticon": emoticon_detector,
    "placeholder": placeholder_detector,
    "markup": markup_detector,
    "marks": marks_detector,
    "capitals": capitals_detector,
    "card": card_detector,
    "account": account_detector,
}
"""Detectors of a sentence, by the name that a rule gives."""

TEXT_DETECTORS = frozenset({"length", "wrong-language", "thanks-only"})
"""Detectors of a whole text, which the engine itself carries out."""
