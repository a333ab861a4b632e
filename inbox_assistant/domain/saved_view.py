"""A query that an agent keeps under a name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SavedView:
    """One saved view; an empty ``sort`` is the usual order."""

    name: str
    query: str
    sort: str = ""
