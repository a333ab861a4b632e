"""A rule's own regular expression."""

import re

from inbox_assistant.policy.detectors.scene import (
    Detect,
    Detected,
    Lore,
    Options,
    Scene,
    unfolded,
)


def find_pattern(options: Options, lore: Lore) -> Detect:
    """Return a detector of the ``source`` given, which was checked to be bounded."""
    del lore
    pattern = re.compile(str(options["source"]))

    def detect(scene: Scene) -> list[Detected]:
        return [
            unfolded(scene, found.start(), found.end())
            for found in pattern.finditer(scene.folded.text)
            if found.end() > found.start()
        ]

    return detect
