"""Why messages were not answered in time: the causes of each week, by frequency."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from inbox_assistant.domain.breach import Cause


@dataclass(frozen=True, slots=True)
class Share:
    """One cause of a week; ``None`` stands for breaches nobody has explained yet.

    ``together`` is the share, 0 to 1, of this cause and all before it.
    """

    cause: Cause | None
    count: int
    together: float


@dataclass(frozen=True, slots=True)
class Week:
    """The breaches whose deadline passed in the week that began on *monday*."""

    monday: date
    count: int
    shares: tuple[Share, ...]


def weekly_causes(
    breaches: Iterable[tuple[datetime, Cause | None]], zone: tzinfo | None
) -> list[Week]:
    """Return the weeks of *breaches*, pairs of a deadline and a cause, newest first.

    Weeks are those of *zone*; ``None`` is the system's.
    """
    weeks: dict[date, Counter[Cause | None]] = {}
    for due_at, cause in breaches:
        day = due_at.astimezone(zone).date()
        monday = day - timedelta(days=day.weekday())
        weeks.setdefault(monday, Counter())[cause] += 1
    return [
        Week(monday, counts.total(), _shares(counts))
        for monday, counts in sorted(weeks.items(), reverse=True)
    ]


def _shares(counts: Counter[Cause | None]) -> tuple[Share, ...]:
    order = [*Cause, None]
    ranked = sorted(counts.items(), key=lambda item: (-item[1], order.index(item[0])))
    shares, so_far = [], 0
    for cause, count in ranked:
        so_far += count
        shares.append(Share(cause, count, so_far / counts.total()))
    return tuple(shares)
