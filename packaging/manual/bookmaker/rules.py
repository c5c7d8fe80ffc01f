# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""docs/rules.md: every rule of the audit, from the rules' own documentation, as ``cookie-inspector rule`` prints it."""

from collections.abc import Iterator
from typing import Final

from inspector.engine.rules import RulePage, rule_pages

HEAD: Final = """\
<!-- Made by packaging/manual from the program; not edited by hand. -->

# Every rule

What `cookie-inspector rule CODE` prints. A rule's level is changed with `--level CODE=LEVEL`, or turned off with
`--level CODE=off`; findings that are known and agreed are [ignored with a reason](pipeline.md) or kept in a baseline. A
code never changes its meaning. How an audit comes to its findings: [audit.md](audit.md).
"""


def page() -> str:
    """Return the page."""
    rules = rule_pages()
    table = [f"| [{rule.code}](#{rule.code.lower()}-{rule.name}) | {rule.level} | {rule.name} |" for rule in rules]
    lines = [HEAD, "| rule | level | name |", "|---|---|---|", *table]
    return "\n".join([*lines, *(line for rule in rules for line in _told(rule))]) + "\n"


def _told(rule: RulePage) -> Iterator[str]:
    yield from ("", f"## {rule.code} {rule.name}", "", f"Level: {rule.level}. {_escaped(rule.summary)}")
    for title, text in rule.sections:
        yield from ("", f"**{title}.** {_escaped(text)}")


def _escaped(text: str) -> str:
    """Return a text of the terminal as one of Markdown, ``words in code`` as they are."""
    parts = text.replace("``", "`").split("`")
    return "`".join(part if at % 2 else _plain(part) for at, part in enumerate(parts))


def _plain(text: str) -> str:
    return text.replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_").replace("[", "\\[")
