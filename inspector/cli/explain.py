# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector explain``: the whole story of one cookie."""

import time

import click

from inspector.cli import exits
from inspector.cli.output import opened
from inspector.cli.problems import print_problems
from inspector.core.secret import Secret
from inspector.core.traits import Traits
from inspector.engine.domains import checked_domain, site_of
from inspector.engine.knowledge import user_places
from inspector.engine.labelling import open_judge, tell_story
from inspector.reports.api import Look
from inspector.reports.registry import STORIES


@click.command("explain")
@click.argument("name")
@click.option("--domain", metavar="DOMAIN", help="The cookie's domain.")
@click.option("--site", metavar="DOMAIN", help="The site of the page that it was found on.")
@click.option("--value", metavar="TEXT", help="Its value: looked at, not printed. Your shell may remember it.")
@click.option("--format", "form", type=click.Choice(tuple(STORIES)), default="text", show_default=True)
def command(name: str, domain: str | None, site: str | None, value: str | None, form: str) -> int:
    """Tell what the cookie NAME is for, whose it is, how long it lives, how we know, and how to opt out."""
    if not name:
        raise click.BadParameter("is empty", param_hint="NAME")
    traits = Traits(
        name,
        host=None if domain is None else checked_domain(domain),
        site=None if site is None else checked_domain(site),
        value=None if value is None else Secret(value),
    )
    judge = open_judge(user_places())
    print_problems(judge.problems)
    story = tell_story(traits, judge)
    with opened(None) as out:
        STORIES[form]()(story, Look(time.time_ns() // 1000, site_of), out)
    return exits.READ if not judge.problems else exits.PARTLY
