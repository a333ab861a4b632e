"""Index the words of messages that have a thread, and find Amazon's mails by name."""

_WORDS = "buyer, subject, words, order_id, asin, spaced"
_OLD = "old.id, old.buyer, old.subject, old.words, old.order_id, old.asin, old.spaced"
_NEW = "new.id, new.buyer, new.subject, new.words, new.order_id, new.asin, new.spaced"
_TAKE_OUT = f"""insert into search(search, rowid, {_WORDS})
        values ('delete', {_OLD});"""  # noqa: S608 - names of columns
_PUT_IN = f"insert into search(rowid, {_WORDS}) values ({_NEW});"  # noqa: S608 - likewise

STATEMENTS = (
    # the search shows threads, and most mails are notices that never get into one
    "drop trigger message_added",
    "drop trigger message_removed",
    "drop trigger message_changed",
    f"""insert into search(search, rowid, {_WORDS})
    select 'delete', id, {_WORDS} from message where thread_id is null""",  # noqa: S608
    f"""create trigger message_added after insert on message
    when new.thread_id is not null begin
        {_PUT_IN}
    end""",
    f"""create trigger message_found after update of thread_id on message
    when old.thread_id is null and new.thread_id is not null begin
        {_PUT_IN}
    end""",
    f"""create trigger message_lost after update of thread_id on message
    when old.thread_id is not null and new.thread_id is null begin
        {_TAKE_OUT}
    end""",
    f"""create trigger message_removed after delete on message
    when old.thread_id is not null begin
        {_TAKE_OUT}
    end""",
    f"""create trigger message_changed
    after update of {_WORDS} on message
    when old.thread_id is not null and new.thread_id is not null begin
        {_TAKE_OUT}
        {_PUT_IN}
    end""",
    # buyers share their names: without it each one's thread reads all the others'
    """create index message_floating_name on message(buyer_folded)
        where partner is null and buyer_folded is not null""",
    # words are compared between a reply and Amazon's copy of one, and nowhere else
    "drop index message_by_digest",
    """create index reply_by_digest on message(words_digest) where kind = 'reply'""",
    """create index copy_by_digest on message(words_digest)
        where kind = 'copy-of-reply'""",
)
