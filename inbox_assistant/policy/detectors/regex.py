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
    """Return a detector of the ``source`` given, which was checked to be bounded.

    With ``script`` it is only tried in sentences that hold such a letter.
    """
    del lore
    pattern = re.compile(str(options["source"]))
    letters = options.get("script")
    script = re.compile(str(letters)) if letters else None

    def detect(scene: Scene) -> list[Detected]:
        if script is not None and not script.search(scene.folded.text):
            return []
        return [
            unfolded(scene, found.start(), found.end())
            for found in pattern.finditer(scene.folded.text)
            if found.end() > found.start()
        ]

    return detect
