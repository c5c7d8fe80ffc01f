# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector export``: a dataset that can be published, and ``--verify``, which checks one."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import click

from inspector.cli import exits
from inspector.cli.confirming import Confirmations
from inspector.cli.judging import access_of, judging_of, judging_options, policy_options
from inspector.cli.meter import Meter
from inspector.cli.moment import moment_of
from inspector.cli.paths import any_path
from inspector.cli.problems import print_problems
from inspector.cli.project import settings_for, settings_options, with_settings
from inspector.cli.told import FILES_HELP, told_of, told_options
from inspector.core.disclosure import Disclosure
from inspector.core.problem import InspectorError
from inspector.core.reading import Values
from inspector.core.visible import visible
from inspector.engine.auditing import AuditSources, Judging, PolicyAccess
from inspector.engine.exporting import FORMATS, Export, Gathered, ValuesAsked, check_target, export, gather
from inspector.engine.request import ScanRequest
from inspector.engine.settings import Settings
from inspector.reports.words import many

_SUFFIXES: Final = (".sqlite", ".sqlite3", ".db")
_FULL: Final = "Tell moments to the microsecond, whole names, hosts and paths, files and profiles."
_SHOW: Final = "Also write the values themselves. They are keys to accounts: asks twice."
_YES: Final = "Answers one question with yes; repeat it for more (for scripts)."
_VALUES: Final = "What is told of values: their shape and a keyed hash, or nothing."
_ALL: Final = "All sites of what is read: that is a browsing history, and is asked about."
_ONLY: Final = "Your word: nothing but this site was visited with these cookies."


@click.command("export")
@click.option("--to", "target", metavar="DIR|FILE", type=any_path, help="Where the dataset goes.")
@click.option("--format", "name", type=click.Choice(FORMATS), help="Of the tables; dataset is csv. SQLite is one file.")
@click.option("--site", metavar="DOMAIN", help="The site that it is about.")
@click.option("--all-sites", is_flag=True, help=_ALL)
@policy_options
@click.option("--cookies", "files", multiple=True, metavar="FILE", type=any_path, help=FILES_HELP)
@told_options
@click.option("--browser", "browsers", multiple=True, metavar="NAME", help="Cookies of this browser (id or name).")
@click.option("--profile", "profiles", multiple=True, metavar="NAME", help="Only this profile (name or folder).")
@click.option("--store", "stores", multiple=True, metavar="PATH", type=any_path, help="A cookie store, or a profile.")
@click.option("--only-this-site/--not-only-this-site", default=None, help=_ONLY)
@click.option("--also", multiple=True, metavar="DOMAIN", help="Another domain of the site's operator.")
@click.option("--read-values", is_flag=True, help="Open values of browsers' cookies in memory, for their shape.")
@click.option("--values", "values", type=click.Choice(("shape", "nothing")), default="shape", help=_VALUES)
@click.option("--show-values", is_flag=True, help=_SHOW)
@click.option("--full-detail", is_flag=True, help=_FULL)
@click.option("--yes", "yes", count=True, help=_YES)
@click.option("--replace", is_flag=True, help="Take the place of a dataset that is there.")
@click.option("--title", metavar="TEXT", help="The dataset's title.")
@click.option("--author", "authors", multiple=True, metavar="NAME", help="Who is to be cited; repeat it for several.")
@click.option("--license", "license_name", metavar="ID", help="The dataset's licence, such as CC-BY-4.0.")
@click.option("--vantage", metavar="TEXT", help="From where the site was visited, in your words.")
@judging_options
@settings_options
@click.option("--now", "moment", metavar="TIME", help="Judge as of this moment (ISO 8601).")
@click.option("--allow-local", is_flag=True, help="Also fetch a policy from this computer and its network.")
@click.option(
    "--verify", "verified", metavar="DIR|FILE", type=any_path, help="Check a dataset: hashes, facts, answers."
)
def command(moment: str | None, verified: Path | None, **given: Any) -> int:
    """Write what was seen and found as a dataset for research: tables, data package, provenance, README, hashes.

    With a policy (--policy or --declaration) the site is audited, without one its cookies are labelled. Values are told
    by their shape and by a hash with a key that stays here; moments to the day; identifiers in names as "*"; one site,
    unless --all-sites is confirmed. --verify DIR computes the hashes again, asks the facts in it again, and says what
    differs. docs/datasets.md has the whole story. Exit codes: 0 all was read (verified: it holds), 1 verified: it
    differs, 2 something could not be read, 3 wrong usage or nothing readable.
    """
    if verified is not None:
        return _verify(verified, given)
    target = given["target"]
    if target is None:
        raise click.UsageError("Say where the dataset goes: --to DIR. To check one: --verify DIR.")
    if given["show_values"] and given["values"] == "nothing":
        raise click.UsageError("--show-values and --values nothing contradict each other.")
    name = given["name"] or ("sqlite" if target.suffix.lower() in _SUFFIXES else "dataset")
    check_target(target, "csv" if name == "dataset" else name, replace=given["replace"])
    if name == "parquet":
        _require_parquet()
    settings = settings_for(given)
    asked = with_settings({**given, "baseline": None, "fail_on": (), "max_new": None}, settings)
    judging, access = _judging(asked, settings), _access(asked)
    sources = _sources(asked)
    _spare(target, asked)
    _confirm(asked)
    gathered = _gathered(judging, sources, access, moment_of(moment))
    print_problems(gathered.problems)
    if gathered.material is None:
        click.echo(f"No dataset was written: {gathered.why}.", err=True)
        return exits.FAILED if gathered.nothing else exits.PARTLY
    return _write(gathered, asked, name)


def _write(gathered: Gathered, asked: Mapping[str, Any], name: str) -> int:
    values = ValuesAsked.RAW if asked["show_values"] else ValuesAsked(asked["values"])
    dataset = export(
        gathered,
        Export(
            asked["target"],
            name,
            Disclosure.FULL if asked["full_detail"] else Disclosure.REDUCED,
            values,
            asked["replace"],
            asked["title"],
            asked["authors"],
            asked["license_name"],
            asked["vantage"],
            _command(asked),
        ),
    )
    rows = {table: len(found) for table, found in dataset.tables.items()}
    told = ", ".join(
        (many(rows["cookies"], "cookie"), many(rows["claims"], "claim"), many(rows["findings"], "finding"))
    )
    click.echo(f"{told} written to {visible(str(asked['target']))}")
    material = gathered.material
    return exits.READ if material is not None and material.complete else exits.PARTLY


def _judging(asked: Mapping[str, Any], settings: Settings) -> Judging | None:
    if asked["all_sites"]:
        if asked["site"] is not None and asked["site"] != settings.site:
            raise click.UsageError("--site and --all-sites contradict each other.")
        if asked["policies"] or asked["declarations"]:
            raise click.UsageError("A policy is one site's: name it with --site, without --all-sites.")
        return None
    if asked["site"] is None:
        raise click.UsageError("Say which site: --site DOMAIN. All that is read, which is a history: --all-sites.")
    return judging_of(asked, settings)


def _access(asked: Mapping[str, Any]) -> PolicyAccess | None:
    if not (asked["policies"] or asked["declarations"]) or asked["all_sites"]:
        return None
    return access_of(asked)


def _sources(asked: Mapping[str, Any]) -> AuditSources:
    """Browsers are looked for where one is asked for, or where nothing else is."""
    browsers, profiles, stores, files = (asked[key] for key in ("browsers", "profiles", "stores", "files"))
    reads = asked["read_values"] or asked["show_values"]
    scans = browsers or profiles or stores or not files
    request = ScanRequest(browsers, profiles, stores, None, Values.READ if reads else Values.NO)
    return AuditSources(files, request if scans else None, told=told_of(asked["origin"], asked["recorded"]))


def _spare(target: Path, asked: Mapping[str, Any]) -> None:
    """Raise where what is read lies in the place that is written to: it would be gone with it."""
    place = target.resolve()
    for read in (*asked["files"], *asked["stores"], *map(Path, (*asked["policies"], *asked["declarations"]))):
        there = read.resolve()
        if there == place or place in there.parents:
            raise InspectorError(f"{target} is not written to: {read} is read, and would be lost", "Name another place")


def _confirm(asked: Mapping[str, Any]) -> None:
    """Ask what has to be confirmed, before anything is read; each answer is given by a person or by --yes."""
    confirmations = Confirmations(asked["yes"])
    if asked["all_sites"]:
        confirmations.ask("Export all sites? Names, hosts and days together are a browsing history.")
    if asked["full_detail"]:
        confirmations.ask(
            "Export full detail? Moments of use, whole names, hosts and paths, files, profiles and addresses of pages."
        )
    if asked["show_values"]:
        confirmations.ask("Export the values of cookies? Whoever has them may be logged in as you.")
        confirmations.ask("Are you sure? A file with values must never be published.")


def _gathered(judging: Judging | None, sources: AuditSources, access: PolicyAccess | None, now: datetime) -> Gathered:
    if sources.scan is None:
        gathered = gather(judging, sources, access, now)
    else:
        with Meter() as meter:
            gathered = gather(judging, sources, access, now, progress=meter)
    for line in gathered.via:
        click.echo(visible(line), err=True)
    return gathered


def _require_parquet() -> None:
    from inspector.engine.exporting import require_parquet

    require_parquet()


def _command(asked: Mapping[str, Any]) -> tuple[str, ...]:
    """The command line as it is told: which options were given; a path is told with full detail only."""
    told: list[str] = ["cookie-inspector", "export"]
    for option, key in _TOLD:
        value = asked[key]
        for one in value if isinstance(value, tuple) else (value,):
            if one is None or one is False:
                continue
            told += [option] if one is True else [option, _told_value(str(one), key, asked["full_detail"])]
    return tuple(told)


_TOLD: Final[Sequence[tuple[str, str]]] = (
    ("--format", "name"),
    ("--site", "site"),
    ("--all-sites", "all_sites"),
    ("--also", "also"),
    ("--policy", "policies"),
    ("--declaration", "declarations"),
    ("--cookies", "files"),
    ("--browser", "browsers"),
    ("--profile", "profiles"),
    ("--store", "stores"),
    ("--only-this-site", "only_this_site"),
    ("--read-values", "read_values"),
    ("--values", "values"),
    ("--show-values", "show_values"),
    ("--full-detail", "full_detail"),
    ("--declared-by", "declared_by"),
    ("--strict-lifetime", "strict_lifetime"),
    ("--in-force", "in_force"),
    ("--level", "levels"),
    ("--corrections", "corrections"),
)
_PATHS: Final = frozenset({"files", "stores", "profiles", "policies", "declarations", "corrections"})


def _told_value(text: str, key: str, full: bool) -> str:
    public = key == "policies" and text.startswith(("http://", "https://"))
    return visible(text) if full or public or key not in _PATHS else "…"


def _verify(place: Path, given: Mapping[str, Any]) -> int:
    """Check a dataset and say what differs; nothing else may be asked for beside it."""
    if given["target"] is not None:
        raise click.UsageError("--verify checks a dataset, --to writes one: give one of them.")
    from inspector.engine.verifying import verify

    result = verify(place)
    for line in result.lines:
        click.echo(visible(line))
    return exits.READ if result.holds else exits.FOUND
