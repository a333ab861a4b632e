"""Keep mails, what was read from them, the journal, replies and drafts."""

STATEMENTS = (
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
