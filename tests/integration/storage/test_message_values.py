"""There is a value for each column that is written of a message."""

from dataclasses import replace

from inbox_assistant.domain.settlement import NEVER_WAITED
from inbox_assistant.storage.message_values import INSERT, NOTHING_LISTED, values_of
from inbox_assistant.storage.store import Store
from tests.integration.storage.samples import QUESTION


def test_each_column_gets_its_value(store: Store) -> None:
    values = values_of(replace(QUESTION, order_id="1"), 7, 3, None, NEVER_WAITED)
    assert INSERT.count("?") == len(values)
    store._connection.execute(INSERT, values)
    columns = "id, key, parser, order_id, refs, attachments, doubts, state, thread_id"
    row = store._connection.execute(f"select {columns} from message").fetchone()  # noqa: S608
    nothing = [NOTHING_LISTED] * 3
    assert list(row) == [7, "q", 3, "1", *nothing, "none", None]
