"""Keep with each message who settled it, and index what the report counts."""

STATEMENTS = (
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
