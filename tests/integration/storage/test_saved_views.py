"""Saved views keep their places."""

from inbox_assistant.domain.saved_view import SavedView
from inbox_assistant.storage.store import Store


def test_a_view_saved_again_keeps_its_place(store: Store) -> None:
    views = store.saved_views
    first, second = SavedView("b", "is:overdue"), SavedView("a", "tag:x", "newest")
    views.keep(first)
    views.keep(second)
    views.keep(SavedView("b", "is:older"))
    assert views.all() == [SavedView("b", "is:older"), second]
    assert views.remove("b")
    assert not views.remove("b")
    assert views.all() == [second]
