"""A query as a condition on the table ``thread``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo

from inbox_assistant.domain.query import Operator, Query, Term, Trait
from inbox_assistant.storage.search import match_expression
from inbox_assistant.storage.stamps import to_stamp

MATCHED = 5000
"""How many of the newest messages that hold a word are looked at."""

_TRAITS = {
    Trait.WAITING: "state = 'waiting'",
    Trait.DUE_SOON: "state = 'waiting' and due_at between :now and :soon",
    Trait.OVERDUE: "state = 'waiting' and due_at < :now",
    Trait.TO_CONFIRM: "state = 'to-confirm'",
    Trait.SENT_BACK: "sent_back = 1",
    Trait.SETTLED: "state = 'settled'",
    Trait.OLDER: "older = 1",
    Trait.SNOOZED: "snoozed_until > :now",
    Trait.CLAIMED: "claimed_by is not null",
    Trait.UNCLAIMED: "claimed_by is null",
    Trait.DRAFT: """key in (select draft.thread from draft
        where trim(draft.body, char(9, 10, 13, 32)) <> '')""",
}
_COLUMNS = {
    Operator.MARKETPLACE: "ifnull(marketplace = {value}, 0)",
    Operator.ACCOUNT: "ifnull(account = {value} collate nocase, 0)",
    Operator.LANGUAGE: "ifnull(language = {value}, 0)",
    Operator.AGENT: "ifnull(claimed_by = {value} collate nocase, 0)",
    Operator.TOPIC: "instr(',' || topics || ',', ',' || {value} || ',')",
    Operator.TAG: "instr(lower(',' || tags || ','), ',' || lower({value}) || ',')",
    # Said so that the index of orders is used, where others read every thread.
    Operator.ORDER: """order_id is not null
        and order_id >= {value} and order_id < {value} || '~'""",
}
_INDEXED = {Operator.FROM: "buyer", Operator.ASIN: "asin"}
_MATCHING = f"""id in (select message.thread_id from search
    join message on message.id = search.rowid
    where search match {{value}} order by search.rowid desc limit {MATCHED})"""  # noqa: S608 - a number of ours

_FIRST_DAY, _LAST_DAY = date(1971, 1, 1), date(2999, 12, 30)
"""No mail lies beyond them, and no system's calendar ends before."""


@dataclass(slots=True)
class Condition:
    """A condition with the values of its parameters."""

    sql: str = "1"
    values: dict[str, object] = field(default_factory=dict)

    @property
    def is_met_by_all(self) -> bool:
        """Whether no thread is left out."""
        return self.sql == "1"


def condition_of(query: Query, zone: tzinfo | None = UTC) -> Condition:
    """Return the condition that the threads of *query* meet.

    Days begin at midnight in *zone*. ``:now`` and ``:soon`` are left to be given.
    """
    made = Condition()
    parts: list[str] = []
    for operator in Operator:
        terms = [one for one in query.terms if one.operator is operator]
        wanted = [_part(one, made, zone) for one in terms if not one.excluded]
        parts += [f"not ({_part(one, made, zone)})" for one in terms if one.excluded]
        if wanted:
            parts.append(" or ".join(f"({one})" for one in wanted))
    words = match_expression(query.words)
    if words is not None:
        parts.append(_MATCHING.format(value=_name(made, words)))
    made.sql = " and ".join(f"({one})" for one in parts) or "1"
    return made


def _part(term: Term, made: Condition, zone: tzinfo | None) -> str:
    if term.operator is Operator.IS:
        return _TRAITS[Trait(term.value)]
    if term.operator in {Operator.BEFORE, Operator.AFTER}:
        return _dated(term, made, zone)
    if term.operator is Operator.FROM and "@" in term.value:
        return f"partner = {_name(made, term.value.lower())}"
    if term.operator in _INDEXED:
        words = match_expression(term.value)
        if words is None:
            return "0"
        column = _INDEXED[term.operator]
        return _MATCHING.format(value=_name(made, f"{{{column}}} : ({words})"))
    return _COLUMNS[term.operator].format(value=_name(made, term.value))


def _dated(term: Term, made: Condition, zone: tzinfo | None) -> str:
    day = min(max(date.fromisoformat(term.value), _FIRST_DAY), _LAST_DAY)
    if term.operator is Operator.AFTER:
        day += timedelta(days=1)
    midnight = datetime.combine(day, datetime.min.time(), zone).astimezone(UTC)
    sign = "<" if term.operator is Operator.BEFORE else ">="
    return f"last_at {sign} {_name(made, to_stamp(midnight))}"


def _name(made: Condition, value: object) -> str:
    name = f"q{len(made.values)}"
    made.values[name] = value
    return f":{name}"


def values_with(condition: Condition, more: Mapping[str, object]) -> dict[str, object]:
    """Return every parameter that a statement with *condition* wants."""
    return {**condition.values, **more}
