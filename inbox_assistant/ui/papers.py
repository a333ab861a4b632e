"""Papers that leave the desk: the end of the day, and a thread as evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from inbox_assistant.domain.errors import InboxAssistantError
from inbox_assistant.ui.problem import problem_of

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

    from inbox_assistant.reports.evidence_page import Evidence
    from inbox_assistant.reports.handover_page import Handover
    from inbox_assistant.ui.bus import Bus
    from inbox_assistant.ui.correspondence import Correspondence
    from inbox_assistant.ui.desk import Desk
    from inbox_assistant.ui.jobs import Jobs
    from inbox_assistant.ui.main_window import MainWindow

_LANE = "numbers"


class Papers(QObject):
    """Gathers the pages outside the window's thread, shows them and writes them."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        jobs: Jobs,
        bus: Bus,
        correspondence: Correspondence,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._jobs = jobs
        self._bus = bus
        self._open = correspondence

    @Slot()
    def hand_over(self) -> None:
        """Show the end of the day."""

        def gather() -> Handover:
            from inbox_assistant.services.handing_on import (  # noqa: PLC0415
                HandingOn,
            )

            numbers = self._desk.numbers
            handing_on = HandingOn(numbers.store, self._desk.reading, numbers)
            return handing_on.page(self._desk.clock())

        self._jobs.run(_LANE, gather, then=self._show_handover)

    @Slot()
    def pack_evidence(self) -> None:
        """Ask where the open thread goes as a PDF; its buyer's data is masked."""
        row = self._open.row
        if row is None:
            self._window.notice.tell(self.tr("Open the thread first."))
            return

        def gather() -> Evidence:
            from inbox_assistant.services.evidence import (  # noqa: PLC0415
                evidence_of,
            )

            store = self._desk.numbers.store
            return evidence_of(store, row.thread, self._desk.clock())

        self._jobs.run(_LANE, gather, then=self._ask_for_evidence)

    @Slot(object)
    def _show_handover(self, handover: Handover) -> None:
        from inbox_assistant.ui.report.handover_dialog import (  # noqa: PLC0415
            HandoverDialog,
        )

        dialog = HandoverDialog(handover, self._window)
        dialog.pdf_wanted.connect(lambda page: self._ask_where(page, "end-of-day"))
        dialog.mail_wanted.connect(self._mail)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def _ask_for_evidence(self, evidence: Evidence) -> None:
        from inbox_assistant.reports.evidence_page import (  # noqa: PLC0415
            evidence_page,
        )

        name = f"evidence-{evidence.order_id or evidence.thread}"
        self._ask_where(evidence_page(evidence), name)

    def _ask_where(self, page: str, name: str) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        dialog = QFileDialog(self._window, self.tr("Write as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{name}.pdf")
        dialog.fileSelected.connect(lambda path: self._write(page, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, page: str, path: Path) -> None:
        # Paper is laid out by Qt, whose documents belong into this thread.
        from inbox_assistant.ui.report.paper import write_pdf  # noqa: PLC0415

        try:
            write_pdf(page, path, path.stem)
        except InboxAssistantError as error:
            self._bus.problem.emit(problem_of(error))
            return
        self._window.notice.tell(self.tr("Written: {name}").format(name=path.name))

    @Slot(object)
    def _mail(self, address: QUrl) -> None:
        if self._desk.is_demo:
            words = self.tr("The sample mailbox opens no mail program.")
            self._window.notice.tell(words)
            return
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

        QDesktopServices.openUrl(address)
