"""An error that nobody foresaw: told in one sentence, its places kept in the log."""

import logging
import traceback
from pathlib import Path

from inbox_assistant import logs, paths
from inbox_assistant.cli.output import aside
from inbox_assistant.crash_report import crash_report


def tell_unforeseen(error: Exception, profile: paths.Profile | None) -> None:
    """Say that *error* should not have been, and where; *profile* has the log.

    Its own words are kept back, for they may quote a mail. Without a profile that is
    there nothing is written: an error must not make one.
    """
    places = traceback.extract_tb(error.__traceback__)
    where = f"{Path(places[-1].filename).name}, line {places[-1].lineno}"
    told = "Try again; if it happens again, pass this line on."
    if profile is not None and profile.folder.is_dir():
        logs.start_logging(profile.logs)
        logging.getLogger(__name__).error("%s", crash_report(error))
        told = f"More is in the log: {profile.logs}"
    aside(
        f"This should not have happened ({type(error).__name__} in {where}). "
        f"What was stored so far stays. {told}"
    )
