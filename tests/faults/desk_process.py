"""A process that runs rounds in children which may be killed at any moment.

The parent has loaded everything and stays on one thread, so that a child begins within
milliseconds. It reads one JSON line for each round and answers with the child's number
at once, and with how it ended afterwards.
"""

import ctypes
import gc
import json
import os
import signal
import sys
import traceback
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from inbox_assistant import logs, paths
from inbox_assistant.bootstrap.program import Program, assemble
from inbox_assistant.bootstrap.servers import Patience, run_round
from inbox_assistant.domain.finding import Finding
from inbox_assistant.policy.context import Context
from inbox_assistant.policy.topics import TopicReading
from inbox_assistant.services import fetching
from inbox_assistant.settings import load_settings
from inbox_assistant.storage.store import Store, open_store

STEP = timedelta(seconds=1.5)
_CRASHED = 70


class NoRules:
    """Flags nothing: what is tested here is how mail travels."""

    def check(self, text: str, context: Context) -> list[Finding]:  # noqa: ARG002
        """Return no finding."""
        return []

    def mark(self) -> str:
        """Return what stands for these rules."""
        return "none"

    def own_state(self) -> list[tuple[str, int, int]]:
        """Return nothing: there are no packs."""
        return []

    def own_changes(self) -> dict[str, str]:
        """Return nothing: there are no packs."""
        return {}

    def read_topics(self, text: str) -> TopicReading:  # noqa: ARG002
        """Take everything for a question."""
        return TopicReading(("other",), needs_response=True, evidence=(), language="en")


@dataclass(frozen=True, slots=True)
class SkewedClock:
    """The computer's clock, set wrongly by *skew*."""

    skew: timedelta = timedelta(0)

    def __call__(self) -> datetime:
        """Return what the clock shows."""
        return datetime.now(UTC) + self.skew  # noqa: TID251 - servers use the real one


def assembled(
    profile: paths.Profile, store: Store, skew: timedelta = timedelta(0)
) -> Program:
    """Return the use cases over *store*, without rules, so that they load quickly."""
    settings = load_settings(profile.settings)
    return assemble(profile, store, settings, NoRules(), SkewedClock(skew), "anna")  # type: ignore[arg-type]


def main() -> None:
    """Run the rounds that are asked for until the input ends."""
    for line in sys.stdin:
        order = json.loads(line)
        if not order["forks"]:
            _say({"child": 0})
            _say({"status": _run(order), "resident": resident()})
            continue
        child = os.fork()
        if child == 0:
            os._exit(_run(order))
        _say({"child": child})
        _, status = os.waitpid(child, 0)
        _say({"status": os.waitstatus_to_exitcode(status)})


def _run(order: dict[str, object]) -> int:
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        profile = paths.Profile(Path(str(order["profile"])))
        logs.start_logging(profile.logs)
        # As where thousands of mails are new: today's come first, then the rest.
        fetching.FEW = 0 if order["archive"] else 200
        with open_store(profile.database) as store:
            # Its cache fills up to a limit of its own, which would hide a leak.
            store._connection.execute("pragma cache_size = -2048")
            skew = timedelta(seconds=float(str(order["skew"])))
            program = assembled(profile, store, skew)
            for account in program.accounts.all():
                done = run_round(program, account, patience=Patience(STEP, STEP))
                names = [type(one).__name__ for one in done.problems]
                Path(str(order["told"])).write_text(
                    json.dumps(
                        {"problems": names, "said": [str(p) for p in done.problems]}
                    ),
                    "utf-8",
                )
    except BaseException as error:  # noqa: BLE001 - whatever it is, the test must hear of it
        sys.stderr.write("".join(traceback.format_exception(error)))
        sys.stderr.flush()
        return _CRASHED
    return 0


def resident() -> int:
    """Return how many KiB of memory this process holds of its own.

    What the C library has free and keeps in reserve is given back first: how much that
    is follows from the largest round so far, and it would hide a leak as well as pass
    for one.
    """
    gc.collect()
    with suppress(OSError, AttributeError):  # only the GNU library has it
        ctypes.CDLL(None).malloc_trim(0)
    fields = dict(
        line.split(":", 1)
        for line in Path("/proc/self/status").read_text("utf-8").splitlines()
    )
    return int(fields["RssAnon"].split()[0])


def _say(answer: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
