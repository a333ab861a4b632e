"""Keep attachments, promises and templates, and what a reply is to begin."""

STATEMENTS = (
    # what happens when a reply is sent, and not before
    "alter table draft add column step text not null default ''",  # JSON
    "alter table outbox add column step text not null default ''",  # JSON
    """create table attachment (
        id integer primary key autoincrement,
        thread text not null,
        name text not null,
        media_type text not null,
        size integer not null,
        bytes blob not null,
        words text not null,          -- what can be read in it
        remarks text not null,        -- JSON
        added_at integer not null
    ) strict""",
    "create index attachment_by_thread on attachment(thread, id)",
    # a conclusion from the journal; it can be made again
    """create table promise (
        promise_id text primary key,
        thread text not null,
        due_at integer not null,
        words text not null,
        made_at integer not null,
        message_id text not null,
        state text not null,
        ended_at integer
    ) strict""",
    "create index promise_by_thread on promise(thread)",
    "create index promise_open on promise(due_at) where state = 'open'",
    """create table template (
        key text primary key,
        title text not null,
        language text not null,
        marketplace text,
        topics text not null,         -- comma separated
        body text not null,
        promise_days integer,
        holding integer not null,
        hidden integer not null,
        updated_at integer not null
    ) strict""",
    """create table template_use (
        key text primary key,
        uses integer not null,
        last_used_at integer
    ) strict""",
    """create table template_check (
        key text primary key,
        mark text not null,           -- of the text and the rules it was checked by
        reply text not null,          -- verdict
        proactive text not null
    ) strict""",
)
