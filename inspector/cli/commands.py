# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every command, on one page. A command's module is imported when it is called: ``--help`` needs none of them."""

from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from inspector import __version__
from inspector.core.collector import paused_collector

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

PROGRAM: Final = "cookie-inspector"


class Entry(NamedTuple):
    """A command: its name, the module that holds it as ``command``, and its line in the help."""

    name: str
    module: str
    help: str


COMMANDS: Final = (
    Entry("browsers", "inspector.cli.browsers", "Which browsers and profiles are here, and what they hold."),
    Entry("scan", "inspector.cli.scan", "Every cookie of these browsers, or of any cookie store."),
    Entry("classify", "inspector.cli.classify", "What each cookie of a table is for, whose it is, and why."),
    Entry("explain", "inspector.cli.explain", "The whole story of one cookie by its name."),
    Entry("knowledge", "inspector.cli.knowledge", "On which facts the answers rest, and community lists beside them."),
    Entry("policy", "inspector.cli.policy", "What a privacy or cookie policy declares, with quotes."),
    Entry("audit", "inspector.cli.audit", "A site's cookies against its policy: what holds, what does not."),
    Entry("bulk", "inspector.cli.bulk", "A crawl of any size: a label for each cookie, findings for each site."),
    Entry("visit", "inspector.cli.visit", "Visit a site with an installed browser: who sets which cookie, and when."),
    Entry("export", "inspector.cli.export", "A dataset for research: what was seen and found, without values."),
    Entry("diff", "inspector.cli.diff", "What differs between two audits, two sets of cookies or two policies."),
    Entry("init", "inspector.cli.init", "Start a project: settings and a declaration, from a policy and cookies."),
    Entry("study", "inspector.cli.study", "Many sites at once: the published violation methods, counted."),
    Entry("optout", "inspector.cli.optout", "The opt-outs of the companies found, and whether they took effect."),
    Entry("clear-steps", "inspector.cli.clear_steps", "How to delete a site's cookies, in each browser."),
    Entry("demo", "inspector.cli.demo", "An audit of a made-up shop, explained: needs no browser."),
    Entry("rule", "inspector.cli.rule", "What the audit's rules flag, and why."),
    Entry("history", "inspector.cli.history", "What earlier scans saw, what changed since; off until you say yes."),
    Entry("project", "inspector.cli.project_file", "What a project of the window holds: marks, comments, labels."),
    Entry("gui", "inspector.cli.gui", "The same in a window."),
)


class Commands(click.Group):
    """A group that knows its commands by name and imports one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return [entry.name for entry in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command; for another word, say which was probably meant."""
        entry = next((entry for entry in COMMANDS if entry.name == cmd_name), None)
        if entry is not None:
            with paused_collector():  # what modules make while they are loaded stays
                command: click.Command = import_module(entry.module).command
            return command
        from difflib import get_close_matches  # here because it is needed for a slip only

        close = get_close_matches(cmd_name, self.list_commands(ctx), n=1)
        if close and not ctx.resilient_parsing:
            ctx.fail(f'There is no command "{cmd_name}". Did you mean "{close[0]}"?')
        return None

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list["CompletionItem[str]"]:
        """Complete a command from the table, without importing one."""
        from click.shell_completion import CompletionItem

        names = [CompletionItem(entry.name, help=entry.help) for entry in COMMANDS if entry.name.startswith(incomplete)]
        return names + click.Command.shell_complete(self, ctx, incomplete)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table without importing a command."""
        with formatter.section("Commands"):
            formatter.write_dl([(entry.name, entry.help) for entry in COMMANDS])


@click.group(
    PROGRAM,
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 all was read, 2 something could not be read, 3 nothing could be read or wrong usage.",
)
@click.version_option(__version__, prog_name=PROGRAM)
@click.pass_context
def commands(context: click.Context) -> int:
    """What the browsers on this computer hold, and what the sites promised. Without a command: the window.

    Nothing is changed, nothing is fetched but an address that you give, and no cookie value is read unless you ask.
    """
    if context.invoked_subcommand is not None:
        return 0
    from inspector.core.problem import InspectorError

    try:
        return int(context.invoke(import_module("inspector.cli.gui").command))
    except InspectorError as error:
        raise InspectorError(error.message, f"{error.what_to_do} cookie-inspector --help lists the commands") from error
