# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A survey as a table for people: browser, profile, how many cookies, how fresh."""

from collections.abc import Callable
from typing import Final, NamedTuple, TextIO

from rich.style import Style

from inspector.core.survey import Sighting, Survey
from inspector.core.visible import visible
from inspector.reports.api import Look
from inspector.reports.grid import Column, console_for, print_grid
from inspector.reports.words import distance, many


class _Field(NamedTuple):
    column: Column
    text: Callable[[Sighting, Look], str]


FIELDS: Final = (
    _Field(Column("Browser", 30, style=Style(bold=True)), lambda seen, look: seen.browser_name or seen.browser),
    _Field(Column("Id", 24), lambda seen, look: seen.browser),
    _Field(Column("Packaging", 12), lambda seen, look: seen.packaging),
    _Field(Column("Profile", 30), lambda seen, look: seen.profile_name or seen.profile),
    _Field(Column("Cookies", 12, right=True), lambda seen, look: _count(seen)),
    _Field(Column("Changed", 16), lambda seen, look: _changed(seen, look)),
    _Field(Column("Schema", 6, right=True), lambda seen, look: _schema(seen)),
    _Field(Column("Store", 120, style=Style(dim=True)), lambda seen, look: seen.store.file if seen.store else ""),
)


def write_survey(survey: Survey, look: Look, out: TextIO) -> None:
    """Write the table, a word about freshness, and where was looked if nothing was found."""
    console = console_for(out, look.styled)
    if not survey.sightings:
        console.print(f"No browser was found. {many(len(survey.looked_in), 'place')} looked in:", crop=False)
        for place in survey.looked_in:
            console.print("  " + visible(place), crop=False)
        return
    rows = [tuple(field.text(seen, look) for field in FIELDS) for seen in survey.sightings]
    print_grid(console, [field.column for field in FIELDS], rows)
    console.print()
    console.print(_summary(survey), style="bold", crop=False)
    for line in _lags(survey):
        console.print(line, crop=False)


def _count(seen: Sighting) -> str:
    if seen.store is None:
        return "no store yet"
    return "not read" if seen.cookies is None else f"{seen.cookies:,}"


def _changed(seen: Sighting, look: Look) -> str:
    changed = None if seen.store is None else seen.store.modified_us
    return "" if changed is None else distance(changed, look.now_us)


def _schema(seen: Sighting) -> str:
    return "" if seen.store is None or seen.store.schema_version is None else str(seen.store.schema_version)


def _summary(survey: Survey) -> str:
    browsers = {(seen.browser, seen.packaging) for seen in survey.sightings}
    profiles = {(seen.browser, seen.packaging, seen.profile) for seen in survey.sightings}
    cookies = sum(seen.cookies or 0 for seen in survey.sightings)
    unread = sum(seen.store is not None and seen.cookies is None for seen in survey.sightings)
    text = f"{many(cookies, 'cookie')} in {many(len(profiles), 'profile')} of {many(len(browsers), 'browser')}"
    return f"{text}; {many(unread, 'store')} not read." if unread else f"{text}."


def _lags(survey: Survey) -> tuple[str, ...]:
    lags = sorted({seen.may_lag_s for seen in survey.sightings if seen.may_lag_s is not None})
    return tuple(f"Browsers of the Chromium family write their cookies up to {lag} s late." for lag in lags)
