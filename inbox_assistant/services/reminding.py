"""What is to be told to whoever does not look at the window just now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.intake_alarm import Intake, IntakeAlarm, intake_alarms
from inbox_assistant.domain.office import zone_named
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.quiet_hours import parse_quiet_hours
from inbox_assistant.domain.reminder import (
    Reminder,
    ReminderPlan,
    due_reminders,
    parse_leads,
)
from inbox_assistant.domain.tally import Tally
from inbox_assistant.domain.view import View
from inbox_assistant.services.accounts import AccountBook
from inbox_assistant.settings import (
    INTAKE_HOURS,
    QUIET_HOURS,
    REMIND_BEFORE,
    SOON_HOURS,
    TIME_ZONE,
    Settings,
)
from inbox_assistant.storage.store import Store

_REFUSED = "The server refused the password."


@dataclass(frozen=True, slots=True)
class Outlook:
    """What waits, and what is to be told now; ``first`` is the first one's row."""

    tally: Tally
    reminders: tuple[Reminder, ...] = ()
    alarms: tuple[IntakeAlarm, ...] = ()
    first: QueueRow | None = None
    is_silent: bool = False
    """Whether a mailbox is no longer read, told or not."""


class Reminding:
    """The reminders of one profile."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._settings = settings

    def outlook(
        self,
        now: datetime,
        watched_since: datetime,
        problems: Mapping[str, str],
    ) -> Outlook:
        """Return what waits and what is to be told at *now*.

        *watched_since* is since when mailboxes are read without a break, *problems*
        why the last try of some of them failed, by name.
        """
        plan = plan_of(self._settings)
        until = now + max(plan.leads, default=timedelta()) + plan.pause
        reminders = due_reminders(
            self._store.reminders.pending(until),
            plan,
            now,
            self._store.reminders.last_told_at(),
        )
        patience = timedelta(hours=self._settings.get(INTAKE_HOURS))
        intakes = self._intakes(problems)
        known = [replace(one, told_of=None) for one in intakes]
        silent = intake_alarms(known, watched_since, patience, now)
        alarms = intake_alarms(intakes, watched_since, patience, now)
        return Outlook(
            tally=self._tally(now),
            reminders=reminders,
            # Nobody can answer at night what has not come in.
            alarms=() if plan.quiet.holds(now) else alarms,
            first=self._first(reminders),
            is_silent=bool(silent),
        )

    def note_told(
        self,
        reminders: Sequence[Reminder],
        alarms: Iterable[IntakeAlarm],
        now: datetime,
    ) -> None:
        """Remember what was told, so that it is not told again."""
        with self._store.transaction():
            if reminders:
                self._store.reminders.keep(reminders, now)
            for alarm in alarms:
                self._store.reminders.keep_silence(alarm.account, alarm.since)

    def _tally(self, now: datetime) -> Tally:
        soon = now + timedelta(hours=self._settings.get(SOON_HOURS))
        views = (View.WAITING, View.DUE_SOON, View.OVERDUE)
        return Tally(*(self._store.threads.count(view, now, soon) for view in views))

    def _first(self, reminders: Sequence[Reminder]) -> QueueRow | None:
        for one in reminders[:1]:
            number = self._store.threads.number(one.thread)
            return next(iter(self._store.threads.rows([number or 0])), None)
        return None

    def _intakes(self, problems: Mapping[str, str]) -> list[Intake]:
        held = self._store.accounts.held()
        found = []
        for account in AccountBook(self._store).all():
            cursor = self._store.accounts.cursor(account.name, account.folder)
            problem = problems.get(account.name, "")
            if not problem and account.name in held:
                problem = _REFUSED
            found.append(
                Intake(
                    account.name,
                    None if cursor is None else cursor.synced_at,
                    problem,
                    self._store.reminders.silence_told(account.name),
                )
            )
        return found


def plan_of(settings: Settings) -> ReminderPlan:
    """Return when to remind, as set; what cannot be understood is as shipped.

    A slip of the pen in the settings must not silence what waits.
    """
    try:
        leads = parse_leads(settings.get(REMIND_BEFORE))
    except InputError:
        leads = parse_leads(REMIND_BEFORE.default)
    try:
        zone = zone_named(settings.get(TIME_ZONE))
        quiet = parse_quiet_hours(settings.get(QUIET_HOURS), zone)
    except InputError:
        quiet = parse_quiet_hours("")
    return ReminderPlan(leads, quiet)
