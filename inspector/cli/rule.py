# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector rule``: what the rules flag, and why; from the rules' own documentation."""

import textwrap

import click

from inspector.engine.rules import RulePage, rule_page, rule_pages

_WIDTH = 100


@click.command("rule")
@click.argument("code", required=False, metavar="[CODE]")
def command(code: str | None) -> int:
    """Say what a rule flags, why, with an example and its sources; without CODE, list them all."""
    if code is None:
        for held in rule_pages():
            click.echo(f"{held.code}  {held.level:<7}  {held.name}")
        return 0
    click.echo("\n".join(_lines(rule_page(code))))
    return 0


def _lines(held: RulePage) -> list[str]:
    lines = [f"{held.code} {held.name} ({held.level})", "", *textwrap.wrap(held.summary, _WIDTH)]
    for title, text in held.sections:
        lines += ["", f"{title}:", *textwrap.wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="  ")]
    return lines
