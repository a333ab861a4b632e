"""``queue``, ``show``, ``list``, ``reply``, ``settle`` and ``confirm``."""

import argparse
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from inbox_assistant.bootstrap.program import open_program, open_reading_only
from inbox_assistant.cli import output
from inbox_assistant.cli.arguments import file_name
from inbox_assistant.cli.output import Exit, aside
from inbox_assistant.cli.reading import read_text
from inbox_assistant.cli.records import finding_record, message_record, queue_record
from inbox_assistant.domain.clock import system_clock
from inbox_assistant.domain.countdown import countdown
from inbox_assistant.domain.errors import InputError, ReplyRefusedError
from inbox_assistant.domain.excerpt import excerpt
from inbox_assistant.domain.finding import Finding, Severity
from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.moment import from_iso, iso
from inbox_assistant.domain.query import Query, parse_query
from inbox_assistant.domain.view import View
from inbox_assistant.services.enclosing import looked_into, refuse_excess
from inbox_assistant.services.standing_changes import thread_messages

_STATES = {
    "waiting": (View.WAITING, View.SNOOZED, View.OLDER),
    "to-confirm": (View.TO_CONFIRM,),
    "overdue": (View.OVERDUE, View.OLDER),
    "promises": (View.PROMISES,),
    "settled": (View.SETTLED,),
    "all": (View.ALL,),
}


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Add the commands of this module."""
    queue = commands.add_parser("queue", help="list threads, most urgent first")
    queue.add_argument("--state", choices=tuple(_STATES), default="waiting")
    queue.add_argument("--json", action="store_true", help="JSON Lines")
    queue.add_argument(
        "--search", default="", metavar="QUERY", help="as in is:overdue topic:delivery"
    )
    queue.set_defaults(run=run_queue)
    show = commands.add_parser("show", help="show a thread, oldest message first")
    show.add_argument("thread", metavar="THREAD")
    show.add_argument("--json", action="store_true", help="JSON Lines")
    show.set_defaults(run=run_show)
    listing = commands.add_parser("list", help="list mails by kind, newest first")
    listing.add_argument("--kind", required=True, choices=[one.value for one in Kind])
    listing.add_argument("--json", action="store_true", help="JSON Lines")
    listing.set_defaults(run=run_list)
    _add_decisions(commands)


def _add_decisions(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    reply = commands.add_parser("reply", help="answer a thread, through the gate")
    reply.add_argument("thread", metavar="THREAD")
    what = reply.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--file", type=file_name, metavar="F", help="the text; - is stdin"
    )
    what.add_argument(
        "--withdraw", action="store_true", help="call back what has not left yet"
    )
    reply.add_argument("--override", default="", metavar="REASON")
    reply.add_argument(
        "--attach",
        action="append",
        default=[],
        type=file_name,
        metavar="FILE",
        help="add a file",
    )
    reply.add_argument("--json", action="store_true")
    reply.set_defaults(run=run_reply)
    settle = commands.add_parser("settle", help="settle a thread without a reply")
    settle.add_argument("threads", nargs="+", metavar="THREAD")
    how = settle.add_mutually_exclusive_group(required=True)
    how.add_argument(
        "--no-response", nargs="?", const="nothing asked", metavar="REASON"
    )
    how.add_argument("--replied-at", metavar="TIME", help="answered in Seller Central")
    how.add_argument("--older", action="store_true", help="settle older ones together")
    how.add_argument("--undo", action="store_true", help="take the last decision back")
    settle.add_argument("--json", action="store_true")
    settle.set_defaults(run=run_settle)
    confirm = commands.add_parser("confirm", help="say that Amazon is marked as well")
    confirm.add_argument("threads", nargs="+", metavar="THREAD")
    confirm.add_argument("--json", action="store_true")
    confirm.set_defaults(run=run_confirm)


def run_queue(chosen: argparse.Namespace) -> Exit:
    """List the threads of one state."""
    now, query = system_clock(), _query(chosen.search)
    with open_reading_only(chosen.profile) as reading:
        views = _STATES[chosen.state]
        rows = [
            row
            for view in views
            for row in (
                reading.rows(reading.matching(view, query, now))
                if query
                else reading.queue(view, now)
            )
        ]
    if chosen.state == "overdue":
        rows = [row for row in rows if row.due_at is not None and row.due_at < now]
    if len(views) > 1:
        rows.sort(key=lambda row: (row.due_at is None, row.due_at, row.number))
    if chosen.json:
        for row in rows:
            output.line(queue_record(row))
    else:
        output.table(
            (
                row.thread,
                "" if row.due_at is None else countdown(row.due_at, now),
                row.buyer or "",
                row.order_id or "",
                row.subject,
            )
            for row in rows
        )
    return Exit.DONE


def run_show(chosen: argparse.Namespace) -> Exit:
    """Show the messages of a thread."""
    with open_reading_only(chosen.profile) as reading:
        views = reading.messages(chosen.thread)
    for view in views:
        if chosen.json:
            output.line(message_record(view))
        else:
            who = view.sender_name if view.direction.value == "in" else "you"
            output.text(
                f"── {iso(view.received_at)} · {who} · {view.state}", view.body, ""
            )
    return Exit.DONE


def run_list(chosen: argparse.Namespace) -> Exit:
    """List mails of one kind."""
    with open_reading_only(chosen.profile) as reading:
        for row, thread, source in reading.of_kind(Kind(chosen.kind)):
            record = {
                "message": row.key,
                "thread": thread,
                "kind": row.kind.value,
                "subject": row.subject,
                "received_at": iso(row.received_at),
                "source": source,
            }
            _tell_mail(record, as_json=chosen.json)
        if chosen.kind == Kind.UNREADABLE.value:
            for source, reason, noticed_at in reading.unreadable_sources():
                record = {
                    "message": None,
                    "thread": None,
                    "kind": chosen.kind,
                    "subject": reason,
                    "received_at": iso(noticed_at),
                    "source": source,
                }
                _tell_mail(record, as_json=chosen.json)
    return Exit.DONE


def _tell_mail(record: Mapping[str, object], *, as_json: bool) -> None:
    if as_json:
        output.line(record)
    else:
        output.text(
            f"{record['received_at']}  {record['subject']}  ({record['source']})"
        )


def run_reply(chosen: argparse.Namespace) -> Exit:
    """Let a text pass the gate and store it to be sent, or call one back."""
    if chosen.withdraw:
        return _withdraw(chosen)
    body = read_text(chosen.file)
    files = [(Path(name).name, Path(name).read_bytes()) for name in chosen.attach]
    enclosed = [(looked_into(name, content), content) for name, content in files]
    for place, (file, _) in enumerate(enclosed):
        refuse_excess([one for one, _ in enclosed[:place]], file)
    with open_program(chosen.profile) as program:
        try:
            reply, found = program.replies.send_apart(
                chosen.thread, body, enclosed, override_reason=chosen.override
            )
        except ReplyRefusedError as error:
            if chosen.json:
                output.document(
                    {
                        "queued": False,
                        "findings": [finding_record(one) for one in error.findings],
                    }
                )
            aside(str(error))
            return Exit.ATTENTION if error.findings else Exit.FAILED
    if chosen.json:
        output.document(
            {
                "queued": True,
                "reply": reply.reply_id,
                "message_id": reply.message_id,
                "findings": [finding_record(one) for one in found],
            }
        )
    else:
        output.text("Stored to be sent; “sync” hands it over.")
    _warn([one for one in found if one.severity is Severity.WARN])
    # It is on its way: whoever took a warning for a failure would send it once more.
    return Exit.DONE


def _withdraw(chosen: argparse.Namespace) -> Exit:
    with open_program(chosen.profile) as program, program.store.transaction():
        key = program.store.threads.present_key(chosen.thread)
        thread_messages(program.store, key)
        queued = [one for one in program.reading.queued() if one.thread == key]
        if not queued:
            raise InputError("No reply of this thread waits to leave.")
        for reply in queued:
            program.replies.withdraw(reply.reply_id)
    if chosen.json:
        output.document({"withdrawn": [reply.reply_id for reply in queued]})
    else:
        output.text("Called back; the text is the thread's draft again.")
    return Exit.DONE


def _warn(warnings: Sequence[Finding]) -> None:
    """Say what a reply was stored with that an agent would have been asked about."""
    for one in warnings:
        shown = excerpt(one.text, output.SHOWN)
        what = f"{one.category}: “{shown}”. " if shown else ""
        aside(f"Warning: {what}{one.message} {one.why}")
    if warnings:
        aside("The reply is stored all the same; --withdraw calls it back in time.")


def run_settle(chosen: argparse.Namespace) -> Exit:
    """Settle threads without a reply, or take the last decision back."""
    with open_program(chosen.profile) as program:
        settling = program.settling
        if chosen.undo:
            entries: list[str] = []
            for thread in chosen.threads:
                last = settling.last_undoable_of(thread)
                if not last:
                    raise InputError("There is nothing to undo in this thread.")
                entries.extend(entry.entry_id for entry in last)
            settling.undo(entries)
        elif chosen.older:
            entries = list(settling.settle_older(chosen.threads).entries)
        elif chosen.replied_at is not None:
            at = moment_in(chosen.replied_at)
            entries = list(settling.replied_elsewhere(chosen.threads, at).entries)
        else:
            done = settling.no_response(chosen.threads, chosen.no_response)
            entries = list(done.entries)
    _tell_entries(entries, as_json=chosen.json)
    return Exit.DONE


def run_confirm(chosen: argparse.Namespace) -> Exit:
    """Confirm decided threads."""
    with open_program(chosen.profile) as program:
        entries = list(program.settling.confirm(chosen.threads).entries)
    _tell_entries(entries, as_json=chosen.json)
    return Exit.DONE


def _tell_entries(entries: list[str], *, as_json: bool) -> None:
    if as_json:
        output.document({"entries": entries})
    else:
        output.text("Written down.")


def _query(text: str) -> Query:
    query = parse_query(text)
    if query.problems:
        raise InputError(
            f"“{query.problems[0]}” makes no sense.",
            "Write a search like is:overdue topic:delivery before:2026-11-23.",
        )
    return query


def moment_in(text: str) -> datetime:
    """Return the moment that a person wrote; raises InputError when it is none."""
    try:
        return from_iso(text)
    except ValueError as error:
        raise InputError(
            f"“{text}” is no time.", "Write it like 2026-11-23T09:30:00+01:00."
        ) from error
