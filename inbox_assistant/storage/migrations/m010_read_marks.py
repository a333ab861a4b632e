"""Keep which marks mailboxes were seen to bear, and what follows from them."""

STATEMENTS = (
    # how far the changes of a folder's flags were dealt with; no modseq where the
    # server does not count them
    """create table mailbox_flags (
        account text not null,
        folder text not null,
        uid_validity integer not null,
        modseq integer,
        primary key (account, folder)
    ) strict""",
    # the marks of mails that mattered when they were seen, so that only what is new
    # of them is news
    """create table mailbox_mark (
        account text not null,
        folder text not null,
        uid_validity integer not null,
        uid integer not null,
        mark text not null,
        message_key text not null,
        primary key (account, folder, uid_validity, uid, mark)
    ) strict, without rowid""",
    "create index mailbox_mark_by_message on mailbox_mark(message_key)",
    "alter table message add column answered_elsewhere_at integer",
    "alter table thread add column answered_elsewhere_at integer",
)
