"""Which messages of one correspondent belong to the same thread.

The keys, strongest first: the thread token of Amazon's link, the case's UUID, the
order, a reference to a message already there, the nearest message within thirty
days. Cases with different UUIDs are never merged. The result depends on the set of
messages alone, never on the order in which they came in.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

NEAR = timedelta(days=30)
"""How far apart two messages without any other tie may be."""


@dataclass(frozen=True, slots=True)
class ThreadTraits:
    """What of one message decides where it belongs."""

    key: str
    received_at: datetime
    thread_token: str | None = None
    case_id: str | None = None
    order_id: str | None = None
    message_id: str | None = None
    references: tuple[str, ...] = ()


class _Groups:
    """Messages gathered so far, each in exactly one group."""

    def __init__(self) -> None:
        self.of: dict[str, str] = {}
        self.members: dict[str, list[ThreadTraits]] = defaultdict(list)

    def put(self, one: ThreadTraits, group: str) -> None:
        self.of[one.key] = group
        self.members[group].append(one)

    def nearest(self, one: ThreadTraits, groups: Iterable[str]) -> str:
        """Return the group with the message nearest before *one*, else after it."""

        def distance(group: str) -> tuple[bool, timedelta, str]:
            gaps = [one.received_at - m.received_at for m in self.members[group]]
            before = [gap for gap in gaps if gap >= timedelta(0)]
            best = min(before) if before else min(-gap for gap in gaps)
            return (not before, best, group)

        return min(groups, key=distance)


def assign_threads(partner: str, messages: Sequence[ThreadTraits]) -> dict[str, str]:
    """Return the thread key of each message of *partner*, by message key.

    *partner* is the buyer's alias; thread keys are twelve hexadecimal digits.
    """
    ordered = sorted(messages, key=lambda one: (one.received_at, one.key))
    groups = _Groups()
    _by_token(ordered, groups)
    _by_case(ordered, groups)
    _by_order(ordered, groups)
    _by_reference(ordered, groups)
    _by_time(ordered, groups)
    names = {
        group: _thread_key(partner, members)
        for group, members in groups.members.items()
    }
    return {key: names[group] for key, group in groups.of.items()}


def _left(ordered: Sequence[ThreadTraits], groups: _Groups) -> list[ThreadTraits]:
    return [one for one in ordered if one.key not in groups.of]


def _by_token(ordered: Sequence[ThreadTraits], groups: _Groups) -> None:
    for one in ordered:
        if one.thread_token:
            groups.put(one, f"t:{one.thread_token}")


def _by_case(ordered: Sequence[ThreadTraits], groups: _Groups) -> None:
    known = _groups_having(groups, lambda one: one.case_id)
    for one in _left(ordered, groups):
        if one.case_id:
            homes = known.get(one.case_id)
            group = groups.nearest(one, homes) if homes else f"c:{one.case_id}"
            groups.put(one, group)


def _by_order(ordered: Sequence[ThreadTraits], groups: _Groups) -> None:
    known = _groups_having(groups, lambda one: one.order_id)
    for one in _left(ordered, groups):
        if not one.order_id:
            continue
        homes = known.get(one.order_id)
        if homes:
            referred = _referred(one, groups) & homes
            group = groups.nearest(one, referred or homes)
        else:
            group = f"o:{one.order_id}"
        groups.put(one, group)


def _by_reference(ordered: Sequence[ThreadTraits], groups: _Groups) -> None:
    # A reference may lead to a message that itself hangs on a reference.
    progress = True
    while progress:
        progress = False
        for one in _left(ordered, groups):
            referred = _referred(one, groups)
            if referred:
                groups.put(one, groups.nearest(one, referred))
                progress = True


def _by_time(ordered: Sequence[ThreadTraits], groups: _Groups) -> None:
    for one in _left(ordered, groups):
        near = _referred(one, groups)
        near = near or _within(one, groups, earlier=True)
        near = near or _within(one, groups, earlier=False)
        groups.put(one, groups.nearest(one, near) if near else f"m:{one.key}")


def _within(one: ThreadTraits, groups: _Groups, *, earlier: bool) -> set[str]:
    found = set()
    for group, members in groups.members.items():
        for other in members:
            gap = one.received_at - other.received_at
            if (timedelta(0) <= gap <= NEAR) if earlier else (-NEAR <= gap < NEAR):
                found.add(group)
                break
    return found


def _referred(one: ThreadTraits, groups: _Groups) -> set[str]:
    wanted = set(one.references)
    if not wanted and one.message_id is None:
        return set()
    return {
        group
        for group, members in groups.members.items()
        for other in members
        if (other.message_id and other.message_id in wanted)
        or (one.message_id and one.message_id in other.references)
    }


def _groups_having(
    groups: _Groups, trait: Callable[[ThreadTraits], str | None]
) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group, members in groups.members.items():
        for one in members:
            value = trait(one)
            if value:
                found[value].add(group)
    return found


def _thread_key(partner: str, members: Sequence[ThreadTraits]) -> str:
    """Name a thread by the strongest tie it has, so that the name lasts."""
    tokens = [one.thread_token for one in members if one.thread_token]
    cases = [one.case_id for one in members if one.case_id]
    orders = [one.order_id for one in members if one.order_id]
    if tokens:
        tie = f"t:{min(tokens)}"
    elif cases:
        tie = f"c:{min(cases)}"
    elif orders:
        tie = f"o:{min(orders)}"
    else:
        first = min(members, key=lambda one: (one.received_at, one.key))
        tie = f"m:{first.key}"
    digest = hashlib.blake2b(
        f"{partner}\x00{tie}".encode("utf-8", "surrogatepass"), digest_size=6
    )
    return digest.hexdigest()
