"""A mailbox that several seats share, and short ways to what tests of it ask."""

from datetime import timedelta

from inbox_assistant.services.rounds import run_round
from inbox_assistant.services.safety import rebuild
from tests.end2end.amazon_mails import buyer_mail
from tests.integration.services.office import SHOP, Office
from tests.integration.services.played_servers import PlayedFolder, PlayedServers

ANSWERED = "\\Answered"


def read_already(office: Office) -> PlayedServers:
    """Return a mailbox with three messages that *office* has read."""
    servers = PlayedServers()
    for number in range(1, 4):
        mail = buyer_mail(number, office.clock.now - timedelta(minutes=number))
        servers.mailbox.folders["INBOX"].add(mail.raw, mail.received_at)
    go(office, servers)
    servers.mailbox.asked.clear()
    return servers


def go(office: Office, servers: PlayedServers) -> frozenset[str]:
    """Run a round; return the threads that it changed."""
    done = run_round(SHOP, office.program.syncing, servers.access)
    assert done.problems == ()
    return done.changes.threads


def inbox(servers: PlayedServers) -> PlayedFolder:
    """Return the folder that buyers' mails come into."""
    return servers.mailbox.folders["INBOX"]


def thread(office: Office, number: int) -> str:
    """Return the thread with the buyer *number*."""
    return office.thread_of(buyer_mail(number, office.clock.now))


def as_rebuilt(office: Office) -> bool:
    """Return whether everything stands as it does when it is worked out anew."""
    asked = "select * from thread order by key"

    def stands() -> list[tuple[object, ...]]:
        cursor = office.store._connection.execute(asked)
        names = [column[0] for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor]
        return [tuple(v for k, v in row.items() if k != "id") for row in rows]

    before = stands()
    rebuild(office.store, office.program.intake)
    return stands() == before
