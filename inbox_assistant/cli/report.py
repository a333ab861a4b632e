"""``report``: how buyer messages were responded to, as Amazon counts."""

import argparse
import sys
from pathlib import Path

from inbox_assistant.bootstrap.program import open_numbers, open_program
from inbox_assistant.cli import output
from inbox_assistant.cli.arguments import target_name, target_path
from inbox_assistant.cli.output import Exit, Tally
from inbox_assistant.cli.printing import write_page
from inbox_assistant.domain.clock import system_clock
from inbox_assistant.domain.moment import iso
from inbox_assistant.domain.response import DAYS, Bucket
from inbox_assistant.reports.csv_lines import write_csv
from inbox_assistant.reports.health_page import health_page
from inbox_assistant.reports.health_rows import HEAD, health_rows
from inbox_assistant.reports.health_words import (
    moment_words,
    percent,
    span_words,
    value_words,
)
from inbox_assistant.reports.response_times import Figures, Report

_WORTH_TELLING = 50_000
"""Fewer messages are counted before anybody could read how many."""


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Add the commands of this module."""
    report = commands.add_parser(
        "report", help="answered in time, late, no response: as Amazon counts"
    )
    report.add_argument("--days", type=int, choices=DAYS, default=DAYS[1])
    form = report.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true")
    form.add_argument(
        "--csv",
        nargs="?",
        const="-",
        type=target_name,
        metavar="FILE",
        help="default: standard output",
    )
    form.add_argument("--html", type=target_path, metavar="FILE", help="a page to read")
    form.add_argument("--pdf", type=target_path, metavar="FILE", help="pages to print")
    form.add_argument("--png", type=target_path, metavar="FILE", help="one picture")
    report.add_argument(
        "--amazon",
        type=float,
        metavar="PERCENT",
        help="note the late response rate that Amazon shows for these days",
    )
    report.set_defaults(run=run_report)


def run_report(chosen: argparse.Namespace) -> Exit:
    """Count, and write the report in the form that was asked for."""
    if chosen.amazon is not None:
        with open_program(chosen.profile) as program:
            program.health.note_amazon_figure(chosen.days, chosen.amazon)
    tally = Tally("message", "counted", least=_WORTH_TELLING)
    with open_numbers(chosen.profile) as numbers:
        report = numbers.reporting.report(chosen.days, system_clock(), tally.tell)
        zone_name = numbers.zone_name
    tally.end()
    if chosen.json:
        output.document({**report_record(report), "time_zone": zone_name})
    elif chosen.csv is not None:
        _write_csv(report, chosen.csv)
    elif chosen.html or chosen.pdf or chosen.png:
        page = health_page(report, zone_name)
        title = f"Contact response, {chosen.days} days"
        write_page(page, title, chosen.html, chosen.pdf, chosen.png)
    else:
        _tell(report)
    return Exit.DONE


def report_record(report: Report) -> dict[str, object]:
    """Return *report* as a JSON document; times are ISO 8601 UTC ending in ``Z``."""
    amazon = report.amazon
    return {
        "days": report.days,
        "since": iso(report.since),
        "now": iso(report.now),
        "total": figures_record(report.total),
        "windows": {
            str(days): figures_record(one) for days, one in report.windows.items()
        },
        "by": {
            dimension.value: [
                {"value": value or None, **figures_record(figures)}
                for value, figures in values.items()
            ]
            for dimension, values in report.divided.items()
        },
        "amazon": amazon
        and {
            "late_response_rate": amazon.late_percent / 100,
            "noted_at": iso(amazon.noted_at),
            "agent": amazon.agent,
        },
    }


def figures_record(figures: Figures) -> dict[str, object]:
    """Return *figures* for JSON; the rate is a share from 0 to 1."""
    average = figures.average
    return {
        "answered_within_24h": figures.count(Bucket.IN_TIME),
        "late": figures.count(Bucket.LATE),
        "no_response": figures.count(Bucket.NO_RESPONSE),
        "still_in_time": figures.count(Bucket.OPEN),
        "no_response_necessary": figures.count(Bucket.DISMISSED),
        "settled_with_older": figures.count(Bucket.SET_ASIDE),
        "late_response_rate": figures.late_rate,
        "average_response_seconds": average and int(average.total_seconds()),
    }


def _write_csv(report: Report, name: str) -> None:
    if name == "-":
        write_csv(sys.stdout, HEAD, health_rows(report))
        return
    with Path(name).open("w", encoding="utf-8", newline="") as stream:
        write_csv(stream, HEAD, health_rows(report))


def _tell(report: Report) -> None:
    rows = [(f"{days} days", one) for days, one in sorted(report.windows.items())]
    for dimension, values in report.divided.items():
        counted = [
            (value_words(dimension, value), one)
            for value, one in values.items()
            if one.counted
        ]
        if counted:
            rows += [("", Figures()), *counted]
    output.table(
        [
            ("", "within 24 h", "late", "no response", "late rate", "average"),
            *(
                (
                    label,
                    str(one.count(Bucket.IN_TIME)),
                    str(one.count(Bucket.LATE)),
                    str(one.count(Bucket.NO_RESPONSE)),
                    percent(one.late_rate),
                    span_words(one.average),
                )
                if one.counts or label
                else ("",) * 6
                for label, one in rows
            ),
        ]
    )
    if report.amazon is not None:
        output.text(
            f"Amazon showed {report.amazon.late_percent:.1f}% on "
            f"{moment_words(report.amazon.noted_at)}."
        )
