"""A rule's own regular expression."""

import re

from inbox_assistant.policy.detectors.scene import (
    Detected,
    Detector,
    Scene,
    unfolded,
)
from inbox_assistant.policy.tokens import has_ideographs

_IDEOGRAPHS_FROM = "\u2e80"


def regex_detector(source: str) -> Detector:
    """Return a detector of *source*, which was checked to be bounded."""
    pattern: re.Pattern[str] | None = None

    def detect(scene: Scene) -> list[Detected]:
        nonlocal pattern
        if pattern is None:
            # Compiled when first needed: compiling is slow, starting must not be.
            pattern = re.compile(source)
        return [
            unfolded(scene, found.start(), found.end())
            for found in pattern.finditer(scene.folded.text)
            if found.end() > found.start()
        ]

    if has_ideographs(source):
        return Detector(detect, beyond=_IDEOGRAPHS_FROM)
    return Detector(detect, always=True)
