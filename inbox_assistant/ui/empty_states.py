"""What each view says when it holds nothing."""

from PySide6.QtCore import QCoreApplication

from inbox_assistant.domain.view import View
from inbox_assistant.ui.queue.empty import EmptyState

_translate = QCoreApplication.translate


def _hint(query: str) -> str:
    from inbox_assistant.domain.query import parse_query  # noqa: PLC0415

    problems = parse_query(query).problems
    if problems:
        pattern = _translate("Empty", "“{part}” makes no sense.")
        return pattern.format(part=problems[0])
    return _translate("Empty", "Every word must occur; its beginning is enough.")


def empty_state(view: View, query: str) -> EmptyState:
    """Return what the empty list of *view*, or of a search for *query*, says."""
    if query:
        return EmptyState(
            _translate("Empty", "Nothing found"),
            _hint(query),
            "search",
        )
    states = {
        View.WAITING: (
            _translate("Empty", "Nobody is waiting"),
            _translate("Empty", "New buyer messages appear here by themselves."),
            "calm",
        ),
        View.DUE_SOON: (
            _translate("Empty", "Nothing is due soon"),
            _translate("Empty", "What waits has more time left."),
            "due-soon",
        ),
        View.OVERDUE: (
            _translate("Empty", "Nothing is overdue"),
            _translate("Empty", "Every buyer was answered within 24 hours so far."),
            "ok",
        ),
        View.TO_CONFIRM: (
            _translate("Empty", "Nothing to confirm"),
            _translate(
                "Empty",
                "What you decide to need no response waits here until it is marked "
                "on Amazon as well.",
            ),
            "to-confirm",
        ),
        View.SENT_BACK: (
            _translate("Empty", "Nothing was sent back"),
            _translate("Empty", "A reply that did not reach its buyer shows up here."),
            "sent-back",
        ),
        View.OLDER: (
            _translate("Empty", "Nothing older waits"),
            _translate("Empty", "Old mails of a first import are kept apart here."),
            "older",
        ),
        View.SNOOZED: (
            _translate("Empty", "Nothing is put off"),
            _translate("Empty", "What you put off comes back before it is due."),
            "snooze",
        ),
        View.PROMISES: (
            _translate("Empty", "Nothing is promised"),
            _translate(
                "Empty",
                "A buyer who was told by when to hear again stays in sight here.",
            ),
            "calm",
        ),
        View.SETTLED: (
            _translate("Empty", "Nothing is settled yet"),
            _translate("Empty", "Answered threads are kept here."),
            "settled",
        ),
    }
    title, hint, icon = states.get(
        view, (_translate("Empty", "Nothing here"), "", "calm")
    )
    return EmptyState(title, hint, icon)
