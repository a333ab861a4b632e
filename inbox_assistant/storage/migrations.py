"""How the file of a profile came to its present shape, step by step.

A migration is never edited after a release; a new shape is a new function. ``KNOWN``
counts them and is what ``PRAGMA user_version`` holds, so that a file which is up to
date opens without loading the migration machinery at all.
"""

from typing import TYPE_CHECKING

from sqlite_utils.migrations import Migrations

if TYPE_CHECKING:
    from sqlite_utils.db import Database

migrations = Migrations("inbox_assistant")

_M001 = (
    # -- what was received, byte for byte ------------------------------------
    """create table raw (
        id integer primary key,
        sha256 blob not null unique,
        bytes blob not null,          -- zlib
        size integer not null,        -- bytes before compression
        kept_at integer not null,
        -- the message's key is fixed here once: what the journal says of a message
        -- must still hold when a better parser reads other words out of it
        message_key text not null,
        message_id integer references message(id)
    ) strict""",
    "create index raw_by_message on raw(message_id)",
    """create trigger raw_is_not_changed
    before update of sha256, bytes, size, kept_at, message_key on raw begin
        select raise(abort, 'a mail is kept as it was received');
    end""",
    """create table arrival (
        id integer primary key,
        raw_id integer not null references raw(id),
        source text not null,
        account text,
        arrived_at integer,
        placed_at integer,
        in_sent_folder integer not null default 0,
        first_import integer not null default 0,
        kept_at integer not null,
        unique (raw_id, source)
    ) strict""",
    """create table unreadable_source (
        source text primary key,
        reason text not null,
        noticed_at integer not null
    ) strict""",
    # -- what was read from it; all of this can be made again ----------------
    # a number is never given twice: what was shown under it may still be on a screen
    """create table thread (
        id integer primary key autoincrement,
        key text not null unique,
        partner text not null,
        account text,
        buyer text,
        subject text not null default '',
        preview text not null default '',
        order_id text,
        asin text,
        product text,
        marketplace text,
        language text,
        topics text not null default '',
        state text not null,
        waiting integer not null,
        to_confirm integer not null,
        received_at integer,
        due_at integer,
        last_at integer not null,
        older integer not null default 0,
        sent_back integer not null default 0,
        doubtful integer not null default 0,
        suggestion integer not null default 0
    ) strict""",
    "create index thread_by_due on thread(state, older, due_at, id)",
    "create index thread_by_last on thread(state, last_at, id)",
    "create index thread_by_partner on thread(partner)",
    "create index thread_by_order on thread(order_id) where order_id is not null",
    "create index thread_sent_back on thread(due_at, id) where sent_back = 1",
    """create table thread_moved (
        old text primary key,
        new text not null
    ) strict""",
    """create table message (
        id integer primary key autoincrement,
        key text not null unique,
        parser integer not null,
        kind text not null,
        kind_reason text not null,
        partner text,
        account text,
        thread_id integer references thread(id),
        received_at integer not null,
        received_from text not null,
        sender text not null,
        answer_to text,
        alias text,
        case_id text,
        thread_token text,
        mail_id text,                 -- Message-ID
        refs text not null,           -- JSON
        buyer text,
        buyer_folded text,
        subject text not null,
        order_id text,
        asin text,
        product text,
        marketplace text,
        language text,
        topics text not null,         -- comma separated, main one first
        needs_response integer not null,
        words text not null,
        words_digest text not null,
        spaced text not null,         -- scripts without spaces, for the search
        no_response_link text,
        case_link text,
        attachments text not null,    -- JSON
        doubts text not null,         -- JSON
        returned_mail_id text,
        trusted integer not null,
        older integer not null,
        state text not null,
        how text,
        settled_at integer,
        sent_back integer not null default 0
    ) strict""",
    "create index message_by_thread on message(thread_id, received_at)",
    "create index message_by_partner on message(partner)",
    "create index message_by_kind on message(kind, received_at)",
    "create index message_by_mail_id on message(mail_id) where mail_id is not null",
    "create index message_by_order on message(order_id) where order_id is not null",
    """create index message_floating_alias on message(alias)
        where partner is null and alias is not null""",
    """create index message_by_name on message(buyer_folded)
        where buyer_folded is not null""",
    "create index message_by_digest on message(words_digest)",
    """create index message_by_returned on message(returned_mail_id)
        where returned_mail_id is not null""",
    # -- what was decided and done -------------------------------------------
    """create table journal (
        seq integer primary key autoincrement,
        entry_id text not null unique,
        schema integer not null,
        desk text not null,
        agent text not null,
        at integer not null,
        action text not null,
        thread text,
        undoes text,
        data text not null            -- JSON
    ) strict""",
    """create trigger journal_is_not_changed before update on journal begin
        select raise(abort, 'the journal is only ever added to');
    end""",
    """create trigger journal_is_not_cut before delete on journal begin
        select raise(abort, 'the journal is only ever added to');
    end""",
    "create index journal_by_undoes on journal(undoes) where undoes is not null",
    """create table journal_message (
        message_key text not null,
        seq integer not null references journal(seq),
        primary key (message_key, seq)
    ) strict, without rowid""",
    "create index journal_message_by_seq on journal_message(seq)",
    # -- replies and drafts ---------------------------------------------------
    """create table outbox (
        reply_id text primary key,
        message_id text not null unique,
        account text not null,
        thread text not null,
        sender text not null,
        to_address text not null,
        answers text not null,        -- JSON
        body text not null,
        raw blob not null,
        state text not null,
        queued_at integer not null,
        leave_at integer not null,
        attempts integer not null default 0,
        problem text not null default '',
        response text not null default '',
        handed_over_at integer,
        filed integer not null default 0
    ) strict""",
    "create index outbox_by_state on outbox(state, leave_at)",
    "create index outbox_by_thread on outbox(thread)",
    """create table answered (
        message_key text primary key,
        reply_id text not null references outbox(reply_id)
    ) strict""",
    """create table draft (
        thread text primary key,
        body text not null,
        cursor integer not null,
        updated_at integer not null
    ) strict""",
    # -- mailboxes ------------------------------------------------------------
    """create table account (
        name text primary key,
        settings text not null        -- JSON, never a password
    ) strict""",
    """create table mailbox_cursor (
        account text not null,
        folder text not null,
        uid_validity integer not null,
        next_uid integer not null,
        synced_at integer,
        primary key (account, folder)
    ) strict""",
    """create table mailbox_uid (
        account text not null,
        folder text not null,
        uid_validity integer not null,
        uid integer not null,
        primary key (account, folder, uid_validity, uid)
    ) strict, without rowid""",
    """create table source (
        name text primary key,
        first_import_done_at integer
    ) strict""",
    """create table fact (
        name text primary key,
        value text not null
    ) strict""",
    # -- search ---------------------------------------------------------------
    """create virtual table search using fts5(
        buyer, subject, words, order_id, asin, spaced,
        content='message', content_rowid='id',
        tokenize='unicode61 remove_diacritics 2'
    )""",
    """create trigger message_added after insert on message begin
        insert into search(rowid, buyer, subject, words, order_id, asin, spaced)
        values (new.id, new.buyer, new.subject, new.words, new.order_id, new.asin,
            new.spaced);
    end""",
    """create trigger message_removed after delete on message begin
        insert into search(search, rowid, buyer, subject, words, order_id, asin,
            spaced)
        values ('delete', old.id, old.buyer, old.subject, old.words, old.order_id,
            old.asin, old.spaced);
    end""",
    """create trigger message_changed
    after update of buyer, subject, words, order_id, asin, spaced on message begin
        insert into search(search, rowid, buyer, subject, words, order_id, asin,
            spaced)
        values ('delete', old.id, old.buyer, old.subject, old.words, old.order_id,
            old.asin, old.spaced);
        insert into search(rowid, buyer, subject, words, order_id, asin, spaced)
        values (new.id, new.buyer, new.subject, new.words, new.order_id, new.asin,
            new.spaced);
    end""",
)


@migrations()
def m001_begin(db: "Database") -> None:
    """Keep mails, what was read from them, the journal, replies and drafts."""
    for statement in _M001:
        db.execute(statement)


_M002 = (
    # who settled a message, when that was written down, and why it came too late
    "alter table message add column settled_by text",
    "alter table message add column told_at integer",
    "alter table message add column cause text",
    """update message set told_at = settled_at,
        settled_by = (
            select journal.agent from journal_message join journal using (seq)
            where message_key = message.key and (
                message.how = 'replied' and action = 'reply-queued'
                or message.how = 'replied elsewhere' and action = 'replied-elsewhere'
                or message.how = 'no response necessary'
                    and action = 'no-response-confirmed'
                or message.how = 'settled with the older ones'
                    and action = 'older-settled')
            order by seq limit 1)
    where settled_at is not null""",
    # everything that the report counts, so that it never reads the wide rows
    """create index message_by_receipt on message(received_at, marketplace, account,
        settled_by, topics, state, how, settled_at, thread_id)
        where state <> 'none'""",
    """create index journal_by_action on journal(action, at)
        where action <> 'mails-kept'""",
)


@migrations()
def m002_say_who_answered(db: "Database") -> None:
    """Keep with each message who settled it, and index what the report counts."""
    for statement in _M002:
        db.execute(statement)


_M003 = (
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


@migrations()
def m003_label_threads(db: "Database") -> None:
    """Keep whose a thread is, its tags, a pause, and the views agents saved."""
    for statement in _M003:
        db.execute(statement)


_M004 = (
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


@migrations()
def m004_compose(db: "Database") -> None:
    """Keep attachments, promises and templates, and what a reply is to begin."""
    for statement in _M004:
        db.execute(statement)


_M005 = (
    # whatever a list is narrowed and sorted by, so that the rows are not read for it
    """create index thread_waiting on thread(older, due_at, id, snoozed_until,
        marketplace, account, language, claimed_by, topics, tags, last_at, buyer)
        where state = 'waiting'""",
)


@migrations()
def m005_index_what_waits(db: "Database") -> None:
    """Index what narrows and sorts the waiting threads."""
    for statement in _M005:
        db.execute(statement)
