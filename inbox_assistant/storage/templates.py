"""Templates of one's own, how often each is used, and what a check said of it."""

import sqlite3
from collections.abc import Mapping
from datetime import datetime

from inbox_assistant.domain.finding import Verdict
from inbox_assistant.domain.template import Template
from inbox_assistant.storage.stamps import certain, from_stamp, to_stamp


class Templates:
    """The tables ``template``, ``template_use`` and ``template_check``.

    A template with the key of a shipped one stands in its place; one that is hidden
    takes it away.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def keep(
        self, template: Template, updated_at: datetime, *, is_hidden: bool = False
    ) -> None:
        """Store *template* in place of the one with its key."""
        self._connection.execute(
            "insert or replace into template values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                template.key,
                template.title,
                template.language,
                template.marketplace,
                ",".join(template.topics),
                template.body,
                template.promise_days,
                int(template.is_holding),
                int(is_hidden),
                to_stamp(updated_at),
                ",".join(template.tags),
            ),
        )

    def take_away(self, key: str, removed_at: datetime) -> None:
        """Show template *key* no more, a shipped one neither; its words go."""
        self.keep(Template(key, "", "", ""), removed_at, is_hidden=True)

    def forget(self, key: str) -> None:
        """Know nothing of one's own under *key*: a shipped one shows again."""
        for table in ("template", "template_check"):
            self._connection.execute(f"delete from {table} where key = ?", (key,))  # noqa: S608

    def all(self) -> list[Template]:
        """Return the templates of one's own that are shown, by title."""
        rows = self._connection.execute(
            """select key, title, language, body, marketplace, topics, promise_days,
                holding, tags
            from template where hidden = 0 order by title, key"""
        ).fetchall()
        return [
            Template(
                key=row[0],
                title=row[1],
                language=row[2],
                body=row[3],
                marketplace=row[4],
                topics=tuple(filter(None, row[5].split(","))),
                promise_days=row[6],
                is_holding=bool(row[7]),
                tags=tuple(filter(None, row[8].split(","))),
            )
            for row in rows
        ]

    def updated(self) -> dict[str, datetime]:
        """Return when each of one's own was changed last, by its key."""
        rows = self._connection.execute("select key, updated_at from template")
        return {key: certain(at) for key, at in rows}

    def hidden(self) -> frozenset[str]:
        """Return the keys of the shipped templates that were taken away."""
        rows = self._connection.execute("select key from template where hidden = 1")
        return frozenset(key for (key,) in rows)

    def count_use(self, key: str, used_at: datetime) -> None:
        """Count one more reply made from template *key*."""
        self._connection.execute(
            """insert into template_use values (?, 1, ?) on conflict(key) do update
            set uses = uses + 1, last_used_at = excluded.last_used_at""",
            (key, to_stamp(used_at)),
        )

    def take_use_back(self, key: str) -> None:
        """Count one reply less: it was called back."""
        self._connection.execute(
            "update template_use set uses = max(0, uses - 1) where key = ?", (key,)
        )

    def keep_uses(self, uses: Mapping[str, tuple[int, datetime]]) -> None:
        """Store *uses* in place of what was counted before."""
        self._connection.execute("delete from template_use")
        self._connection.executemany(
            "insert into template_use values (?, ?, ?)",
            [(key, count, to_stamp(at)) for key, (count, at) in uses.items()],
        )

    def uses(self) -> dict[str, tuple[int, datetime | None]]:
        """Return how often, and when last, each template was used."""
        rows = self._connection.execute(
            "select key, uses, last_used_at from template_use"
        )
        return {key: (uses, from_stamp(at)) for key, uses, at in rows}

    def keep_check(
        self, key: str, mark: str, reply: Verdict, proactive: Verdict
    ) -> None:
        """Store what a check said; *mark* stands for its text and the rules."""
        self._connection.execute(
            "insert or replace into template_check values (?, ?, ?, ?)",
            (key, mark, reply.value, proactive.value),
        )

    def checks(self) -> dict[str, tuple[str, Verdict, Verdict]]:
        """Return by key the mark and the verdicts, as a reply and unasked."""
        rows = self._connection.execute(
            "select key, mark, reply, proactive from template_check"
        )
        return {
            key: (mark, Verdict(reply), Verdict(proactive))
            for key, mark, reply, proactive in rows
        }
