"""Keep whose a thread is, its tags, a pause, and the views agents saved."""

STATEMENTS = (
    # what agents write on a thread for each other
    "alter table thread add column claimed_by text",
    "alter table thread add column tags text not null default ''",
    "alter table thread add column snoozed_until integer",
    """create index thread_snoozed on thread(snoozed_until)
        where snoozed_until is not null""",
    """create table saved_view (
        name text primary key,
        query text not null,
        sort text not null,
        place integer not null
    ) strict""",
)
