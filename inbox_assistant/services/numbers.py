"""The numbers of a profile: report, overdue review and forecast over one store."""

from dataclasses import dataclass

from inbox_assistant.domain.office import parse_office, zone_named
from inbox_assistant.services.forecasting import Forecasting
from inbox_assistant.services.overdue_review import OverdueReview
from inbox_assistant.services.reporting import Reporting
from inbox_assistant.settings import OFFICE_HOURS, TIME_ZONE, Settings
from inbox_assistant.storage.store import Store


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every question about numbers, over one store; ``zone_name`` is for people."""

    store: Store
    reporting: Reporting
    review: OverdueReview
    forecasting: Forecasting
    zone_name: str

    def names(self, threads: list[int]) -> dict[int, str]:
        """Return the keys of the threads with these numbers."""
        return {row.number: row.thread for row in self.store.threads.rows(threads)}


def numbers_of(store: Store, settings: Settings) -> Numbers:
    """Return the questions over *store*, on the office's clock.

    Raises InputError when the settings name no zone or no hours that can be.
    """
    name = settings.get(TIME_ZONE)
    zone = zone_named(name)
    office = parse_office(settings.get(OFFICE_HOURS), zone)
    return Numbers(
        store=store,
        reporting=Reporting(store, zone),
        review=OverdueReview(store, zone),
        forecasting=Forecasting(store, office),
        zone_name=name or "this computer",
    )
