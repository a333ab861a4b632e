"""Templates and their uses can be made again from the journal alone."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_assistant.domain.errors import InboxAssistantError
from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.reply import NextStep
from inbox_assistant.domain.template import Template
from inbox_assistant.services.safety import rebuild
from tests.fakes import FakeClock
from tests.integration.services.office import Office, open_office

OWN = Template("own.size", "Sizes", "en", "Dear {first_name}, {size} fits.")
KEYS = ("own.a", "own.b", "en.holding")


def known(office: Office) -> list[object]:
    return [one.template for one in office.program.templating.offered()]


def forget(office: Office) -> None:
    for table in ("template", "template_use"):
        office.store._connection.execute(f"delete from {table}")  # noqa: S608


def go_on(office: Office, step: tuple[str, str], written: list[str]) -> None:
    """Do one thing with the template of a key; what cannot be raises."""
    what, key = step
    templating = office.program.templating
    if what == "save":
        one = replace(OWN, key=key, title=f"After {len(written)}")
        written += templating.save(one).entries
    elif what == "remove":
        written += templating.remove(key).entries
    elif what == "undo" and written:
        templating.undo([written.pop()])
    elif what == "use":
        thread = office.ask(len(written) + 1)
        sent = office.program.replies.send(thread, "It fits.", step=NextStep((key,)))
        if len(written) % 2:
            office.program.replies.withdraw(sent[0].reply_id)


STEPS = st.tuples(
    st.sampled_from(("save", "remove", "undo", "use")), st.sampled_from(KEYS)
)


@settings(max_examples=25, deadline=None)
@given(st.lists(STEPS, max_size=12))
def test_whatever_was_done_a_rebuild_shows_the_same(
    steps: list[tuple[str, str]],
) -> None:
    with (
        TemporaryDirectory() as folder,
        open_office(Path(folder) / "profile", FakeClock()) as office,
    ):
        office.store._connection.execute("pragma synchronous = off")
        written: list[str] = []
        for step in steps:
            office.clock.advance(timedelta(minutes=3))
            try:
                go_on(office, step, written)
            except InboxAssistantError:
                continue
        before = known(office)
        forget(office)
        rebuild(office.store, office.program.intake)
        assert known(office) == before


def test_what_the_journal_does_not_tell_whole_stays_as_it_stands(
    office: Office,
) -> None:
    whole = replace(OWN, promise_days=2, tags=("vip",))
    office.store.templates.keep(whole, office.clock.now)
    with office.store.transaction():
        office.program.settling._scribe.write(
            Action.TEMPLATE_SAVED,
            data={"key": OWN.key, "title": "T", "language": "en", "body": "Hi"},
        )
    rebuild(office.store, office.program.intake)
    assert office.store.templates.all() == [whole]
    forget(office)
    rebuild(office.store, office.program.intake)
    assert office.store.templates.all() == [Template(OWN.key, "T", "en", "Hi")]


def test_a_row_newer_than_all_that_the_journal_tells_stays(office: Office) -> None:
    office.program.templating.save(OWN)
    newer = replace(OWN, title="Newer")
    office.store.templates.keep(newer, office.clock.now + timedelta(hours=1))
    rebuild(office.store, office.program.intake)
    assert office.store.templates.all() == [newer]
