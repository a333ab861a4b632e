"""What a reply is to begin when it is sent, as a column holds it."""

import json

from inbox_assistant.domain.moment import from_iso, iso
from inbox_assistant.domain.reply import NO_STEP, NextStep


def step_to_text(step: NextStep) -> str:
    """Return *step* as JSON; nothing where nothing is to happen."""
    if not step:
        return ""
    return json.dumps(
        {
            "templates": step.templates,
            "promise_at": iso(step.promise_at),
            "promise": step.promise,
            "tags": step.tags,
        },
        ensure_ascii=False,
    )


def step_from_text(text: str) -> NextStep:
    """Return the step that ``step_to_text`` wrote as *text*."""
    if not text:
        return NO_STEP
    values = json.loads(text)
    at = values["promise_at"]
    return NextStep(
        templates=tuple(values["templates"]),
        promise_at=None if at is None else from_iso(at),
        promise=values["promise"],
        # Steps of earlier versions know of no tags.
        tags=tuple(values.get("tags", ())),
    )
