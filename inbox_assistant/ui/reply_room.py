"""What the parts of the window that serve one reply work with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inbox_assistant.ui.jobs import STORE, Jobs
from inbox_assistant.ui.problem import problem_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from inbox_assistant.domain.changes import Changes
    from inbox_assistant.domain.errors import InboxAssistantError
    from inbox_assistant.ui.bus import Bus
    from inbox_assistant.ui.correspondence import Correspondence, Opened
    from inbox_assistant.ui.desk import Desk, UseCases
    from inbox_assistant.ui.main_window import MainWindow


class ReplyRoom:
    """The open thread, its composer, and the way to change something about it."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        jobs: Jobs,
        bus: Bus,
        correspondence: Correspondence,
    ) -> None:
        self.window = window
        self.composer = window.composer
        self.desk = desk
        self.jobs = jobs
        self.correspondence = correspondence
        self._bus = bus

    @property
    def opened(self) -> Opened | None:
        """Return everything that is shown of the open thread."""
        return self.correspondence.opened

    @property
    def owner(self) -> QObject:
        """Return what the parts live as long as."""
        return self.window

    def tell(self, words: str) -> None:
        """Show *words* above the queue."""
        self.window.notice.tell(words)

    def change(self, act: Callable[[UseCases], Changes], said: str = "") -> None:
        """Change something in the store's lane; tell what changed, and *said*."""

        def tell(changes: Changes) -> None:
            self._bus.changed.emit(changes)
            if said:
                self.tell(said)

        self.jobs.run(
            STORE,
            lambda: act(self.desk.use_cases),
            then=tell,
            failed=self.refuse,
        )

    def refuse(self, error: InboxAssistantError) -> None:
        """Say why something could not be done."""
        self._bus.problem.emit(problem_of(error))
