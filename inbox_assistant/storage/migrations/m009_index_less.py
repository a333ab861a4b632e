"""Index of each message only what is asked for: most mails are notices of nobody's."""

STATEMENTS = (
    "drop index message_by_thread",
    """create index message_by_thread on message(thread_id, received_at)
        where thread_id is not null""",
    "drop index message_by_partner",
    "create index message_by_partner on message(partner) where partner is not null",
    # what comes back names a reply
    "drop index message_by_mail_id",
    "create index reply_by_mail_id on message(mail_id) where kind = 'reply'",
)
