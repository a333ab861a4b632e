"""Index the waiting threads by their buyers, for whoever sorts by them."""

STATEMENTS = (
    # of those that wait alone: what is settled costs nothing when it is written
    """create index thread_by_buyer on thread(older, (buyer is null),
        buyer collate nocase, due_at, id, snoozed_until)
        where state = 'waiting'""",
)
