"""Index what narrows and sorts the waiting threads."""

STATEMENTS = (
    # whatever a list is narrowed and sorted by, so that the rows are not read for it
    """create index thread_waiting on thread(older, due_at, id, snoozed_until,
        marketplace, account, language, claimed_by, topics, tags, last_at, buyer)
        where state = 'waiting'""",
)
