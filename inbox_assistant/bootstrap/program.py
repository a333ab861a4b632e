"""Puts the use cases together over an open profile."""

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial

from inbox_assistant import paths
from inbox_assistant.bootstrap.policy import Policy, policy_of, topics_of
from inbox_assistant.domain.clock import Clock, system_clock
from inbox_assistant.domain.errors import InputError
from inbox_assistant.services.accounts import AccountBook
from inbox_assistant.services.delivery import Delivering
from inbox_assistant.services.dismissing import Dismissing
from inbox_assistant.services.enclosing import Enclosing
from inbox_assistant.services.health import Health
from inbox_assistant.services.importing import Importing
from inbox_assistant.services.intake import Intake
from inbox_assistant.services.labelling import Labelling
from inbox_assistant.services.noting import Noting
from inbox_assistant.services.numbers import Numbers, numbers_of
from inbox_assistant.services.own_rules import OwnRules
from inbox_assistant.services.promising import Promising
from inbox_assistant.services.reading import Reading
from inbox_assistant.services.recovery import Recovered, recover
from inbox_assistant.services.reminding import Reminding
from inbox_assistant.services.replies import Replies
from inbox_assistant.services.retention import Retention
from inbox_assistant.services.scribe import Author, Scribe, desk_of
from inbox_assistant.services.settling import Settling
from inbox_assistant.services.strays import Strays
from inbox_assistant.services.sync import Syncing
from inbox_assistant.services.templating import Templating
from inbox_assistant.settings import AGENT, Settings, load_settings
from inbox_assistant.storage.lock import sole_holder
from inbox_assistant.storage.store import Store, open_reading, open_store


@dataclass(frozen=True, slots=True)
class Program:
    """Every use case over one writing store; used by the thread that made it."""

    profile: paths.Profile
    clock: Clock
    settings: Settings
    store: Store
    accounts: AccountBook
    intake: Intake
    importing: Importing
    reading: Reading
    settling: Settling
    replies: Replies
    dismissing: Dismissing
    noting: Noting
    promising: Promising
    enclosing: Enclosing
    templating: Templating
    delivering: Delivering
    strays: Strays
    syncing: Syncing
    health: Health
    labelling: Labelling
    retention: Retention
    reminding: Reminding
    own_rules: OwnRules


@contextmanager
def open_program(
    profile: paths.Profile, clock: Clock = system_clock, agent: str = ""
) -> Iterator[Program]:
    """Open *profile* for everything; leaving the block closes it.

    *agent* is who acts; by default the name in the settings, else the system's.
    """
    profile.create()
    store = open_store(profile.database)
    settings = load_settings(profile.settings)
    try:
        program = assemble(profile, store, settings, policy_of(profile), clock, agent)
        program.own_rules.note()
        yield program
    finally:
        store.close()


def assemble(
    profile: paths.Profile,
    store: Store,
    settings: Settings,
    policy: Policy,
    clock: Clock,
    agent: str = "",
) -> Program:
    """Put the use cases together over an open store; *agent* is who acts."""
    desk = desk_of(store)

    def author() -> Author:
        return Author(desk, agent or settings.get(AGENT) or _signed_in())

    scribe = Scribe(store, clock, author)
    accounts = AccountBook(store)
    intake = Intake(store, scribe, clock, policy.read_topics)
    delivering = Delivering(store, scribe, clock, intake)
    return Program(
        profile=profile,
        clock=clock,
        settings=settings,
        store=store,
        accounts=accounts,
        intake=intake,
        importing=Importing(store, delivering.keep, clock),
        reading=Reading(store, settings),
        settling=Settling(store, scribe, clock, settings),
        replies=Replies(
            store, scribe, clock, settings, policy.check, accounts.sender_for
        ),
        dismissing=Dismissing(store, scribe),
        noting=Noting(store, scribe),
        promising=Promising(store, scribe),
        enclosing=Enclosing(store, clock),
        templating=Templating(
            store,
            scribe,
            clock,
            policy.check,
            policy.mark,
            paths.resources() / "templates",
        ),
        delivering=delivering,
        strays=Strays(store, delivering),
        syncing=Syncing(store, clock, delivering, partial(topics_of, profile)),
        health=Health(store, scribe),
        labelling=Labelling(store, scribe, clock),
        retention=Retention(store, scribe, clock),
        reminding=Reminding(store, settings),
        own_rules=OwnRules(store, scribe, policy.own_state, policy.own_changes),
    )


def recover_profile(
    profile: paths.Profile,
    clock: Clock = system_clock,
    progress: Callable[[int], None] = lambda _done: None,
) -> Recovered:
    """Make a damaged *profile* whole; see ``services.recovery.recover``.

    Raises InputError when a window has the profile open.
    """
    profile.create()
    with sole_holder(profile.window_lock) as is_free:
        if not is_free:
            raise InputError("The window has this profile open.", "Close it first.")
        return recover_held(profile, clock, progress)


def recover_held(
    profile: paths.Profile, clock: Clock, progress: Callable[[int], None]
) -> Recovered:
    """Make a damaged *profile* whole whose window lock the caller holds."""

    def intake_over(store: Store) -> Intake:
        policy, settings = policy_of(profile), load_settings(profile.settings)
        return assemble(profile, store, settings, policy, clock).intake

    return recover(profile, clock, intake_over, progress)


@contextmanager
def open_reading_only(profile: paths.Profile) -> Iterator[Reading]:
    """Open *profile* for questions alone; made empty first where it is not there."""
    with open_reading_store(profile) as store:
        yield Reading(store, load_settings(profile.settings))


@contextmanager
def open_reading_store(profile: paths.Profile) -> Iterator[Store]:
    """Open the file of *profile* for reading; made empty where it is not there."""
    if not profile.database.exists():
        profile.create()
        open_store(profile.database).close()
    with open_reading(profile.database) as store:
        yield store


@contextmanager
def open_numbers(profile: paths.Profile) -> Iterator[Numbers]:
    """Open *profile* for questions about its numbers."""
    settings = load_settings(profile.settings)
    with open_reading_store(profile) as store:
        yield numbers_of(store, settings)


@lru_cache(maxsize=1)
def _signed_in() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "agent"
