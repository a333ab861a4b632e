"""The journal alone says which templates there are and how often each was used."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.domain.kept_templates import (
    Kept,
    kept_templates,
    record_of,
    template_uses,
)
from inbox_assistant.domain.template import Template

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
WHOLE = Template(
    key="own.size",
    title="Sizes",
    language="de",
    body="Guten Tag {first_name}",
    marketplace="DE",
    topics=("delivery",),
    promise_days=3,
    tags=("waiting for warehouse",),
    is_holding=True,
)


def at(number: int) -> datetime:
    return NOON + timedelta(minutes=number)


def entry(
    number: int, action: Action, undoes: str | None = None, **data: object
) -> Entry:
    return Entry(
        f"e{number}", "desk", "anna", at(number), action, undoes=undoes, data=data
    )


def saved(number: int, template: Template = WHOLE) -> Entry:
    return entry(number, Action.TEMPLATE_SAVED, **record_of(template))


def test_a_template_is_read_back_whole() -> None:
    assert kept_templates([saved(1)]) == {WHOLE.key: Kept(WHOLE, at(1))}


def test_the_last_change_counts_and_undoing_it_brings_the_one_before() -> None:
    other = replace(WHOLE, title="Other", tags=())
    changes = [saved(1), saved(2, other)]
    assert kept_templates(changes[::-1])[WHOLE.key].template == other
    undone = entry(3, Action.UNDONE, "e2")
    assert kept_templates([*changes, undone])[WHOLE.key] == Kept(WHOLE, at(1))


def test_what_was_taken_away_is_known_to_be_gone() -> None:
    removed = entry(2, Action.TEMPLATE_REMOVED, key=WHOLE.key)
    known = kept_templates([saved(1), removed])
    assert known == {WHOLE.key: Kept(None, at(2))}
    back = kept_templates([saved(1), removed, entry(3, Action.UNDONE, "e2")])
    assert back[WHOLE.key].template == WHOLE


def test_an_entry_of_an_early_version_is_not_whole() -> None:
    early = entry(
        1, Action.TEMPLATE_SAVED, key="k", title="T", language="en", body="Hi"
    )
    kept = kept_templates([early])["k"]
    assert kept == Kept(Template("k", "T", "en", "Hi"), at(1), is_whole=False)


def test_uses_are_counted_without_those_called_back() -> None:
    entries = [
        entry(1, Action.REPLY_QUEUED, reply="r1", templates=["a", "b"]),
        entry(2, Action.REPLY_QUEUED, reply="r2", templates=["a"]),
        entry(3, Action.REPLY_QUEUED, reply="r3"),
        entry(4, Action.REPLY_WITHDRAWN, reply="r2"),
    ]
    assert template_uses(entries) == {"a": (1, at(2)), "b": (1, at(1))}
