"""A reply that did not leave becomes a draft again, with all that belonged to it."""

from datetime import datetime

from inbox_assistant.domain.attachment import Enclosure
from inbox_assistant.domain.reply import Draft, OutboxReply, text_back
from inbox_assistant.mail.attachment_reading import read_attachment
from inbox_assistant.mail.attachment_types import ending_of
from inbox_assistant.mail.enclosing import files_in
from inbox_assistant.storage.store import Store


def give_back(store: Store, reply: OutboxReply, now: datetime) -> Draft:
    """Make text, files and next step of *reply* its thread's draft again.

    What was begun meanwhile stays below it. Call inside a transaction.
    """
    draft = text_back(reply, store.drafts.read(reply.thread))
    store.drafts.keep(draft, now)
    for file in files_in(reply.raw):
        reading = read_attachment(ending_of(file.name), file.content)
        store.attachments.add(
            reply.thread,
            Enclosure(
                number=0,
                name=file.name,
                media_type=file.media_type,
                size=len(file.content),
                words=reading.words,
                remarks=reading.remarks,
            ),
            file.content,
            now,
        )
    return draft
