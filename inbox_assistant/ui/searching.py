"""What the list shows: a view, what was searched for, or the list behind a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Slot

from inbox_assistant.domain.query import Query
from inbox_assistant.domain.saved_view import SavedView
from inbox_assistant.domain.view import View
from inbox_assistant.ui.jobs import STORE, Jobs
from inbox_assistant.ui.queue.keeping import Keeping
from inbox_assistant.ui.search_suggestions import SearchSuggestions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QListWidgetItem

    from inbox_assistant.domain.query import Operator
    from inbox_assistant.ui.desk import Desk
    from inbox_assistant.ui.main_window import MainWindow
    from inbox_assistant.ui.numbers import Listing
    from inbox_assistant.ui.queue.loader import QueueLoader
    from inbox_assistant.ui.sources import SearchableIds

_PAUSE = 150
_KEPT = "queue/order"


class Searching(QObject):
    """Brings search field, filters, order and lists to the one source of the queue."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        jobs: Jobs,
        ids: SearchableIds,
        loader: QueueLoader,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._jobs = jobs
        self._ids = ids
        self._loader = loader
        path = str(desk.folder / "window.ini")
        self._state = QSettings(path, QSettings.Format.IniFormat)
        self.suggestions = SearchSuggestions(window.search)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.search)
        window.search.textChanged.connect(self._pause.start)
        window.search.textEdited.connect(self._look_up_at_first)
        window.search.returnPressed.connect(self.into_results)
        window.listing.left.connect(self.leave_listing)
        window.views.itemClicked.connect(self._view_clicked)
        filters = window.filters
        filters.narrowed.connect(self._narrow)
        filters.sorted.connect(self._sort)
        filters.recalled.connect(self._recall)
        filters.save_wanted.connect(self._ask_for_name)
        filters.about_to_show.connect(self.look_up_values)
        kept = self._state.value(_KEPT, "")
        self._kept = kept if isinstance(kept, str) else ""
        if self._kept:
            filters.sort_by(self._kept)
        loader.loaded.connect(self._keep_order)

    @property
    def is_narrowed(self) -> bool:
        """Whether the list holds something else than the whole of its view."""
        ids = self._ids
        return bool(ids.query or ids.filter) or ids.listing is not None

    def start_with(self, view: View) -> None:
        """Show the whole of *view*, whatever was narrowed, and mark it on the left."""
        if self._window.filters.query:
            self._window.filters.narrow(Query())
        self._window.views.choose(view)
        # The panel tells nothing where the view is marked already.
        self.choose_view(view)

    @Slot(object)
    def choose_view(self, view: View) -> None:
        """Show *view*, without anything searched for."""
        self._forget_search()
        self._loader.show(view)

    def go_back_to(self, view: View) -> None:
        """Show *view*; from what was searched for within it, keeping one's place.

        The panel of views tells nothing where the view is marked already.
        """
        self._window.views.choose(view)
        if self._window.search.text() or self._ids.listing is not None:
            self._forget_search()
            self._show_again()

    @Slot()
    def search(self) -> None:
        """Show what the search field asks for."""
        query = self._window.search.text().strip()
        if query != self._ids.query:
            self._ids.query = query
            self._forget_listing()
            # What is found is seen from its top; back from it, where one was.
            self._show_again(Keeping.NOTHING if query else Keeping.PLACE)

    @Slot()
    def into_results(self) -> None:
        """Search at once, and go to what was found."""
        self._pause.stop()
        self.search()
        self._window.queue.setFocus()

    @Slot(object)
    def show_listing(self, listing: Listing) -> None:
        """Show the list behind a number."""
        self._ids.listing = listing.find
        self._window.listing.tell(listing.words)
        self._show_again(Keeping.NOTHING)

    @Slot()
    def leave_listing(self) -> None:
        """Show the view again."""
        self._forget_listing()
        self._show_again()
        self._window.queue.setFocus()

    @Slot()
    def look_up_values(self) -> None:
        """Look up what can be asked for, and which views are saved."""

        def look() -> tuple[dict[Operator, list[str]], Sequence[SavedView]]:
            reading = self._desk.reading
            return reading.known_values(), reading.saved_views()

        self._jobs.run_newest("read", "values", look, then=self._know)

    @Slot(str)
    def _look_up_at_first(self, text: str) -> None:
        if len(text) == 1:
            self.look_up_values()

    @Slot(object)
    def _know(
        self, found: tuple[dict[Operator, list[str]], Sequence[SavedView]]
    ) -> None:
        values, views = found
        self.suggestions.know(values)
        self._window.filters.know(values)
        self._window.filters.show_views(views)

    @Slot(object)
    def _view_clicked(self, item: QListWidgetItem) -> None:
        self.go_back_to(item.data(Qt.ItemDataRole.UserRole))

    @Slot(object)
    def _narrow(self, query: Query) -> None:
        self._ids.filter = query or None
        self._show_again()
        self._leave_filters()

    @Slot(str)
    def _sort(self, order: str) -> None:
        self._ids.order = order
        # Whoever is still at the first row wants to see the first one of that order.
        is_gone_to = self._window.queue.is_gone_to
        self._show_again(Keeping.PLACE if is_gone_to else Keeping.MARKS)
        self._leave_filters()

    @Slot()
    def _keep_order(self) -> None:
        # To write a file takes longer than to show the rows, so it comes after them.
        if self._ids.order != self._kept:
            self._kept = self._ids.order
            self._state.setValue(_KEPT, self._kept)

    @Slot(object)
    def _recall(self, view: SavedView) -> None:
        self._window.search.setText(view.query)
        self.into_results()

    @Slot()
    def _ask_for_name(self) -> None:
        from PySide6.QtWidgets import QInputDialog  # noqa: PLC0415

        typed, narrowed = self._window.search.text().strip(), self._window.filters.query
        query = " ".join(filter(None, (typed, str(narrowed))))
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(self.tr("Keep this search"))
        dialog.setLabelText(
            self.tr("Name of the view for “{query}”").format(query=query)
        )
        dialog.textValueSelected.connect(lambda name: self._keep_view(name, query))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keep_view(self, name: str, query: str) -> None:
        view = SavedView(name.strip(), query, self._ids.order)
        self._jobs.run(
            STORE,
            lambda: self._desk.use_cases.labelling.save_view(view),
            then=lambda _changes: self.look_up_values(),
        )

    def _leave_filters(self) -> None:
        """Go on in the list, where somebody chose by the keyboard what it shows."""
        filters = self._window.filters
        if filters.filter.hasFocus() or filters.sort.hasFocus():
            self._window.queue.setFocus()

    def _forget_search(self) -> None:
        if self._window.search.text():
            self._window.search.clear()
            self._pause.stop()
        self._ids.query = ""
        self._forget_listing()

    def _forget_listing(self) -> None:
        self._ids.listing = None
        self._window.listing.tell("")

    def _show_again(self, keeping: Keeping = Keeping.PLACE) -> None:
        self._loader.show(self._loader.view or View.WAITING, keeping)
