"""Importing files and folders of mails."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from inbox_assistant.domain.clock import Clock
from inbox_assistant.mail.files import FoundMail, UnreadableFile, read_mails
from inbox_assistant.services.intake import BATCH, Delivery, Kept
from inbox_assistant.storage.mails import Arrival
from inbox_assistant.storage.store import Store

KeepBatch = Callable[[Sequence[Delivery]], Kept]
"""Keeps mails in one transaction; see ``Delivering.keep``."""


class Importing:
    """Takes mails in from files; one bad file never stops the others."""

    def __init__(self, store: Store, keep: KeepBatch, clock: Clock) -> None:
        self._store = store
        self._keep = keep
        self._clock = clock

    def import_paths(
        self,
        paths: Iterable[Path],
        progress: Callable[[Kept], None] = lambda _kept: None,
        *,
        is_archive: bool | None = None,
    ) -> Kept:
        """Keep every mail found at *paths*; return what became of them.

        *progress* is told the sum after each stored batch; see ``steps`` for
        *is_archive*.
        """
        total = Kept()
        for total in self.steps(paths, is_archive=is_archive):
            progress(total)
        return total

    def steps(
        self, paths: Iterable[Path], *, is_archive: bool | None = None
    ) -> Iterator[Kept]:
        """Keep the mails at *paths* batch by batch, yielding the sum so far.

        Between two steps nothing is open, so that other work can be done there.
        *is_archive* says whether long waiting messages count as older; by default
        they do when a path is imported for the first time.
        """
        total = Kept()
        for path in paths:
            source = f"path:{os.path.realpath(path)}"
            is_first = self._store.accounts.is_first_import(source)
            found = _Found()
            deliveries = found.deliveries(
                path, first=is_first if is_archive is None else is_archive
            )
            while batch := list(islice(deliveries, BATCH)):
                total += self._keep(batch)
                yield total
            total += self._note(found)
            with self._store.transaction():
                self._store.accounts.first_import_done(source, self._clock())
            yield total

    def _note(self, found: "_Found") -> Kept:
        now = self._clock()
        with self._store.transaction():
            for one in found.unreadable:
                self._store.mails.note_unreadable(one.path, one.reason, now)
        return Kept(
            unreadable=tuple((one.path, one.reason) for one in found.unreadable)
        )


class _Found:
    """Passes mails on and remembers what was none."""

    def __init__(self) -> None:
        self.unreadable: list[UnreadableFile] = []

    def deliveries(self, path: Path, *, first: bool) -> Iterator[Delivery]:
        for one in read_mails([path]):
            if isinstance(one, FoundMail):
                arrival = Arrival(
                    source=one.source,
                    placed_at=one.placed_at,
                    in_sent_folder=one.in_sent_folder,
                    first_import=first,
                )
                yield Delivery(one.raw, arrival)
            else:
                self.unreadable.append(one)
