# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector optout``: the ways out of the companies found, and what cookies prove of each."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from inspector.cli import exits
from inspector.cli.moment import moment_of, own_clock
from inspector.cli.output import checked, opened, spare
from inspector.cli.paths import any_path
from inspector.cli.problems import print_problems
from inspector.cli.remembering import remember_option, remember_scan
from inspector.cli.sources import standard_input
from inspector.core.moments import from_datetime
from inspector.core.optout import CompanyWays, OptOutLook, OptOutStanding, OptOutState
from inspector.core.reading import Values
from inspector.core.snapshot import ScopeKind
from inspector.core.visible import visible
from inspector.engine.domains import site_of
from inspector.engine.request import ScanRequest
from inspector.reports.api import Look
from inspector.reports.optouts.registry import LOOKS, OFFERS

if TYPE_CHECKING:
    from inspector.engine.labelling import Judge
    from inspector.engine.optout_inputs import ReadCookies


@click.command("optout")
@click.argument("vendor", metavar="[VENDOR]", required=False)
@click.option("--check", is_flag=True, help="Only what cookies show of opt-outs: recorded, contradicted, lapsed, ...")
@click.option(
    "--open", "opens", is_flag=True, help="Open VENDOR's page in the browser and profile that hold its cookies."
)
@click.option(
    "--since", metavar="SNAPSHOT", help="With --check: what was known up to this snapshot (see: history), not all."
)
@click.option("--confirm", metavar="URL", help="With --open: the address that you have looked at and agree to.")
@click.option("--policy", "policies", multiple=True, metavar="SOURCE", help="The opt-outs that a policy offers.")
@click.option("--browser", "browsers", multiple=True, metavar="NAME", help="Only this browser (id or name).")
@click.option("--profile", "profiles", multiple=True, metavar="NAME", help="Only this profile (name or folder).")
@click.option("--store", "stores", multiple=True, metavar="PATH", type=any_path, help="A cookie store or profile.")
@click.option("--cookies", "files", multiple=True, metavar="FILE", type=any_path, help="Cookies in a file.")
@click.option("--read-values", is_flag=True, help="Open values in memory: most opt-outs are told by their value.")
@remember_option
@click.option("--now", "given", metavar="TIME", help="Judge as of this moment (ISO 8601).")
@click.option("--format", "name", type=click.Choice(tuple(LOOKS)), default="table", show_default=True)
@click.option("--output", metavar="FILE", type=any_path, help="Write to this file, not to stdout.")
@click.option("--allow-local", is_flag=True, help="Also fetch a policy from this computer and its network.")
def command(**asked: Any) -> int:
    """Show the opt-outs of the companies whose cookies are here: what each stops, where, and whether it took effect.

    VENDOR is a company's id, name or domain. --open opens its page in the very browser and profile whose cookies were
    inspected; a page that our tables do not vouch for is shown in full first. Nothing is fetched, no cookie is set or
    deleted. No cookie shows whether a company honours an opt-out. What the history remembers tells which have lapsed.
    """
    _check(asked)
    if asked["policies"]:
        return _policies(asked)
    target, now = checked(asked["output"]), moment_of(asked["given"])
    spare((target,), (*asked["files"], *asked["stores"]))
    from inspector.engine.history import history_places
    from inspector.engine.knowledge import user_places
    from inspector.engine.labelling import label_cookies, open_judge
    from inspector.engine.optouts import look_at_labelled
    from inspector.engine.past import known_before

    past = known_before(history_places(), asked["since"])
    judge = open_judge(user_places())
    request = _request(asked)
    read = _read(asked["files"], request)
    labels, knowledge = label_cookies(read.cookies, judge), judge.classifier.knowledge
    found = look_at_labelled(read.cookies, labels, knowledge, now, past.earlier, read.scanned.whole_stores)
    print_problems((*read.problems, *judge.problems, *past.problems))
    found = replace(found, problems=(*read.problems, *past.problems))
    code = _answer(asked, found, judge, read, target, now)
    if past.problems:
        code = max(code, exits.PARTLY)
    if request is None or asked["files"] or not read.read:
        return code
    clock = own_clock(asked["given"])
    labelled = replace(read.scanned, labels=labels, knowledge=str(judge.edition))
    return max(code, remember_scan(labelled, request, ScopeKind.OPT_OUT, asked["remembers"], now, clock))


def _answer(
    asked: Mapping[str, Any], found: OptOutLook, judge: "Judge", read: "ReadCookies", target: Path | None, now: datetime
) -> int:
    """Write what was asked for, of one company or of all, and return its exit code."""
    if asked["vendor"] is not None:
        return _vendor(asked, found, judge, read, target, now)
    if not read.read:
        return exits.FAILED
    if asked["check"]:
        found = replace(found, standings=tuple(filter(_tells_of_one, found.standings)))
    look = Look(from_datetime(now), site_of, styled=None if target is None else False)
    with opened(target) as out:
        LOOKS[asked["name"]]()(found, look, out)
    return _code(read)


def _tells_of_one(held: OptOutStanding) -> bool:
    """Whether an answer tells of an opt-out: one that is or was recorded, or whose page was opened."""
    return held.state is not OptOutState.NOT_SEEN or held.opened


def _code(read: "ReadCookies") -> int:
    if not read.read:
        return exits.FAILED
    return exits.READ if read.complete else exits.PARTLY


def _check(asked: Mapping[str, Any]) -> None:
    if asked["opens"] and asked["vendor"] is None:
        raise click.UsageError("--open needs the company whose page to open: optout VENDOR --open.")
    if asked["since"] is not None and not asked["check"]:
        raise click.UsageError("--since goes with --check.")
    if asked["policies"] and asked["remembers"] is not None:
        raise click.UsageError("--policy reads no cookies: there is nothing to remember.")
    if asked["remembers"] and asked["files"]:
        raise click.UsageError("What a file held is not how things are here now: --remember goes without --cookies.")
    if asked["confirm"] is not None and not asked["opens"]:
        raise click.UsageError("--confirm goes with --open.")
    if asked["policies"] and (asked["vendor"] is not None or asked["check"]):
        raise click.UsageError("--policy looks at policies alone: give neither VENDOR nor --check with it.")


def _request(asked: Mapping[str, Any]) -> ScanRequest | None:
    browsers, profiles, stores = (asked[key] for key in ("browsers", "profiles", "stores"))
    values = Values.READ if asked["read_values"] else Values.NO
    scans = browsers or profiles or stores or not asked["files"]
    return ScanRequest(browsers, profiles, stores, None, values) if scans else None


def _read(files: Sequence[Path], request: ScanRequest | None) -> "ReadCookies":
    from inspector.cli.meter import Meter
    from inspector.engine.optout_inputs import read_cookies

    with Meter() as meter:
        return read_cookies(files, request, progress=meter)


def _vendor(
    asked: Mapping[str, Any], found: OptOutLook, judge: "Judge", read: "ReadCookies", target: Path | None, now: datetime
) -> int:
    from inspector.engine.optouts import of_vendor, related, vendor_called, ways_of_vendor

    vendor = vendor_called(asked["vendor"], judge.classifier.knowledge)
    standings = of_vendor(found, vendor)
    if asked["opens"]:
        from inspector.cli.opening import open_way

        return open_way(vendor, standings, judge.classifier.knowledge, asked, now)
    look, knowledge = Look(0, site_of, styled=None if target is None else False), judge.classifier.knowledge
    links = ways_of_vendor(vendor, knowledge)
    others = {} if links else {held.id: held.name for held in related(vendor, knowledge)}
    with opened(target) as out:
        if asked["name"] == "table":
            from inspector.reports.optouts.as_table import write_company

            write_company(standings, links, vendor.name, out, others)
        else:
            company = CompanyWays(vendor.id, vendor.name, links, tuple(others.items()))
            one = replace(found, standings=standings, signals=(), by_visit=(), without=(), asked=company)
            LOOKS[asked["name"]]()(one, look, out)
    return _code(read) if read.read else exits.PARTLY  # what the tables know of the company was told


def _policies(asked: Mapping[str, Any]) -> int:
    from datetime import UTC, datetime

    from inspector.engine.knowledge import open_knowledge, user_places
    from inspector.engine.lexicon import KnowledgeLexicon
    from inspector.engine.policy import Access, PolicyOptions, read_policies
    from inspector.engine.policy_optouts import policy_opt_outs

    sources, target = asked["policies"], checked(asked["output"])
    spare((target,), sources)
    knowledge = open_knowledge(user_places())
    options = PolicyOptions(
        datetime.now(UTC), Access(allow_private=asked["allow_local"]), keep=None, lexicon=KnowledgeLexicon(knowledge)
    )
    readings = read_policies(sources, options, _stdin(sources))
    for reading in readings:
        if reading.via:
            click.echo(f"{visible(reading.source)} {visible(reading.via)}", err=True)
        print_problems(reading.problems)
    offers = [
        replace(policy_opt_outs(reading.policy, knowledge), source=reading.source, problems=reading.problems)
        for reading in readings
        if reading.policy is not None
    ]
    if not offers:
        from inspector.engine.policy import SourceState

        opened_any = any(reading.state is not SourceState.NOT_OPENED for reading in readings)
        return exits.PARTLY if opened_any else exits.FAILED
    look = Look(0, site_of, styled=None if target is None else False)
    with opened(target) as out:
        OFFERS[asked["name"]]()(offers, look, out)
    return _code_of_policies(readings)


def _code_of_policies(readings: Sequence[Any]) -> int:
    from inspector.engine.policy import SourceState

    return exits.READ if all(reading.state is SourceState.READ for reading in readings) else exits.PARTLY


def _stdin(sources: Sequence[str]) -> bytes:
    return b"" if sys.stdin is None else standard_input(sources)
