"""``review`` and ``forecast``: what was missed, why, and what will be."""

import argparse
from datetime import datetime, timedelta

from inbox_assistant.bootstrap.program import open_numbers, open_program
from inbox_assistant.cli import output
from inbox_assistant.cli.arguments import number_of_days
from inbox_assistant.cli.output import Exit, aside
from inbox_assistant.cli.triage import moment_in
from inbox_assistant.domain.breach import Cause
from inbox_assistant.domain.clock import system_clock
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.moment import iso
from inbox_assistant.reports.causes import Week
from inbox_assistant.reports.forecast import Forecast
from inbox_assistant.reports.health_words import percent
from inbox_assistant.services.overdue_review import BreachRow
from inbox_assistant.services.standing_changes import thread_messages


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Add the commands of this module."""
    review = commands.add_parser("review", help="what missed its 24 hours, and why")
    review.add_argument("threads", nargs="*", metavar="THREAD", help="for --cause")
    review.add_argument("--days", type=number_of_days, default=30, metavar="N")
    review.add_argument(
        "--cause", choices=[one.value for one in Cause], help="say why THREAD was late"
    )
    review.add_argument("--weeks", action="store_true", help="the causes of each week")
    review.add_argument("--json", action="store_true", help="JSON Lines")
    review.set_defaults(run=run_review)
    forecast = commands.add_parser("forecast", help="what breaches if nobody works")
    forecast.add_argument("--until", metavar="TIME", help="default: the next shift")
    forecast.add_argument(
        "--answering",
        nargs="+",
        metavar="THREAD",
        help="what answering these now makes of the 7 day late rate",
    )
    forecast.add_argument("--json", action="store_true")
    forecast.set_defaults(run=run_forecast)


def run_review(chosen: argparse.Namespace) -> Exit:
    """List breaches or the causes of each week; first write causes down."""
    now = system_clock()
    since = now - timedelta(days=chosen.days)
    if chosen.cause is not None:
        _explain(chosen, since, now)
    with open_numbers(chosen.profile) as numbers:
        if chosen.weeks:
            _tell_weeks(numbers.review.weeks(since, now), as_json=chosen.json)
            return Exit.DONE
        rows = numbers.review.breaches(since, now)
    if chosen.json:
        for row in rows:
            output.line(breach_record(row))
    else:
        output.table(
            (
                row.thread,
                row.breach.value,
                iso(row.due_at) or "",
                row.cause.value if row.cause else "?",
                row.subject,
            )
            for row in rows
        )
    return Exit.ATTENTION if any(row.cause is None for row in rows) else Exit.DONE


def breach_record(row: BreachRow) -> dict[str, object]:
    """Return one breach; times are ISO 8601 UTC ending in ``Z``."""
    return {
        "thread": row.thread,
        "message": row.key,
        "received_at": iso(row.received_at),
        "due_at": iso(row.due_at),
        "breach": row.breach.value,
        "cause": row.cause and row.cause.value,
        "agent": row.agent,
    }


def _explain(chosen: argparse.Namespace, since: datetime, now: datetime) -> None:
    if not chosen.threads:
        raise InputError("Name the threads that the cause is for.")
    with open_numbers(chosen.profile) as numbers:
        for thread in chosen.threads:
            thread_messages(numbers.store, thread)
        breaches = numbers.review.breaches(since, now)
    late = {row.thread for row in breaches}
    for thread in chosen.threads:
        if thread not in late:
            aside(f"The thread “{thread}” was not late; nothing is written down of it.")
    keys = [row.key for row in breaches if row.thread in chosen.threads]
    with open_program(chosen.profile) as program:
        program.health.explain(keys, Cause(chosen.cause))


def _tell_weeks(weeks: list[Week], *, as_json: bool) -> None:
    for week in weeks:
        shares = [(one.cause, one.count, one.together) for one in week.shares]
        if as_json:
            causes = [
                {"cause": cause and cause.value, "count": count, "together": together}
                for cause, count, together in shares
            ]
            output.line(
                {
                    "week": week.monday.isoformat(),
                    "count": week.count,
                    "causes": causes,
                }
            )
            continue
        output.text(f"Week of {week.monday.isoformat()}: {week.count}")
        output.table(
            (
                "",
                cause.value if cause else "not explained yet",
                str(count),
                percent(together),
            )
            for cause, count, together in shares
        )


def run_forecast(chosen: argparse.Namespace) -> Exit:
    """Say what breaches until a time, and what answering saves."""
    now = system_clock()
    with open_numbers(chosen.profile) as numbers:
        asked = numbers.forecasting
        until = moment_in(chosen.until) if chosen.until else asked.next_shift(now)
        forecast = asked.forecast(now, until)
        names = numbers.names([one.thread for one in forecast.unattended])
        for thread in chosen.answering or ():
            thread_messages(numbers.store, thread)
        choice = asked.choice(chosen.answering, now) if chosen.answering else None
    record = forecast_record(forecast, names)
    if choice is not None:
        record["choice"] = {
            "at": iso(choice.at),
            "answering": choice.answering,
            "leaving": choice.leaving,
        }
    if chosen.json:
        output.document(record)
        return Exit.DONE
    _tell_forecast(forecast, names)
    if choice is not None:
        output.text(
            f"Answering these now keeps the 7 day late rate at "
            f"{percent(choice.answering)}, leaving them makes it "
            f"{percent(choice.leaving)}."
        )
    return Exit.DONE


def forecast_record(forecast: Forecast, names: dict[int, str]) -> dict[str, object]:
    """Return *forecast* for JSON; *names* has the keys of threads by number."""
    lost = {one.key for one in forecast.despite_work}
    return {
        "now": iso(forecast.now),
        "until": iso(forecast.until),
        "answers_per_hour": forecast.pace,
        "breaches": [
            {
                "thread": names.get(one.thread),
                "message": one.key,
                "due_at": iso(one.due_at),
                "despite_work": one.key in lost,
            }
            for one in forecast.unattended
        ],
    }


def _tell_forecast(forecast: Forecast, names: dict[int, str]) -> None:
    count = len(forecast.unattended)
    if not count:
        output.text(f"Nothing breaches until {iso(forecast.until)}.")
        return
    words = "1 thread breaches" if count == 1 else f"{count} threads breach, the first"
    output.text(
        f"If nobody works until {iso(forecast.until)}: {words} at "
        f"{iso(forecast.first_at)}."
    )
    if forecast.pace is not None:
        output.text(
            f"At {forecast.pace:.1f} answers an office hour: "
            f"{len(forecast.despite_work)}."
        )
    output.table(
        (iso(one.due_at) or "", names.get(one.thread, ""))
        for one in forecast.unattended
    )
