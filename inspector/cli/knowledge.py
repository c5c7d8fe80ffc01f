# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector knowledge``: on which facts the answers rest, and community lists beside them."""

import dataclasses
import json
from datetime import UTC, datetime
from pathlib import Path

import click

from inspector.cli import exits
from inspector.cli.output import opened
from inspector.cli.problems import print_problems
from inspector.core.problem import Problem
from inspector.core.visible import visible
from inspector.engine.knowledge import KnowledgeSummary, Places, add_list, remove_list, summarise, user_places
from inspector.reports.words import many


@click.group("knowledge")
def knowledge() -> None:
    """Show on which facts the answers rest, and add community lists that you have downloaded.

    Lists keep their licence and their authors' names; they confirm, dispute or add to the program's own tables, and
    never replace them. Nothing is downloaded.
    """


@knowledge.command("list")
@click.option("--format", "name", type=click.Choice(("table", "json")), default="table", show_default=True)
def list_command(name: str) -> int:
    """Print the version of the tables, your overrides, and the lists that you have added."""
    places = user_places()
    summary = summarise(places)
    print_problems(summary.problems)
    with opened(None) as out:
        out.write(_as_json(summary, places) if name == "json" else _as_text(summary, places))
    return exits.READ if not summary.problems else exits.PARTLY


@knowledge.command("add")
@click.argument("file", type=click.Path(exists=True, path_type=Path))
def add_command(file: Path) -> int:
    """Add a downloaded list: FILE, or a folder of JSON files of one format.

    Known are Open Cookie Database (CSV, JSON), Disconnect services.json, DuckDuckGo Tracker Radar domain files,
    WhoTracks.me / Ghostery TrackerDB (JSON), EasyPrivacy, and IAB device storage disclosures. A list that is damaged
    is refused whole, and an older one of the same kind stays.
    """
    info = add_list(file, user_places(), datetime.now(UTC))
    click.echo(visible(f"Added {info.name} as {info.id}: {_size(info.cookies, info.domains)}."))
    click.echo(visible(f"Licence: {info.licence}. By: {info.attribution.rstrip('.')}."))
    if info.skipped:
        click.echo(f"{info.skipped:,} entries say nothing that can be used here and were left out.")
    return exits.READ


@knowledge.command("remove")
@click.argument("name")
def remove_command(name: str) -> int:
    """Take away an added list by the NAME that "knowledge list" shows."""
    remove_list(name, user_places())
    click.echo(visible(f"Removed {name}."))
    return exits.READ


command = knowledge


def _as_text(summary: KnowledgeSummary, places: Places) -> str:
    lines = [
        f"Knowledge {summary.version} of {summary.date}: {summary.cookies:,} facts about cookies, "
        f"{summary.vendors:,} vendors with {summary.opt_outs:,} ways to opt out, {summary.platforms:,} platforms",
        f"Overrides: {summary.overrides:,} in {places.overrides}"
        if summary.overrides
        else f"Overrides: none ({places.overrides})",
    ]
    if not summary.packs:
        lines.append("Added lists: none")
    for pack in summary.packs:
        lines.append(f"Added list {pack.id}: {pack.name}, added {pack.imported}, trust rank {pack.trust}")
        lines.append(f"  {_size(pack.cookies, pack.domains)}")
        lines.append(f"  Licence: {pack.licence}. By: {pack.attribution}")
    return "".join(visible(text) + "\n" for text in lines)


def _size(cookies: int, domains: int) -> str:
    return f"{many(cookies, 'cookie')}, {many(domains, 'domain')}"


def _as_json(summary: KnowledgeSummary, places: Places) -> str:
    content = dataclasses.asdict(summary)
    content["problems"] = [_problem(problem) for problem in summary.problems]
    content["places"] = {"overrides": str(places.overrides), "packs": str(places.packs)}
    return json.dumps(content, indent=2) + "\n"


def _problem(problem: Problem) -> dict[str, object]:
    return {**dataclasses.asdict(problem), "severity": problem.severity.value}
