# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Paths on the command line."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    _Type = click.ParamType[Path]
    _Items = list[CompletionItem[str]]
else:
    _Type = click.ParamType  # generic only in newer versions of click


class AnyPath(_Type):
    """A path as it was typed; whether it can be read is for the readers to say: one that cannot costs itself.

    Not ``click.Path``, which calls that a wrong usage and reads nothing. An empty text is one: a script's unset
    variable makes it, and it would mean "here".
    """

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path; an empty text is refused."""
        if not value:
            raise click.BadParameter("an empty text names no file", ctx=ctx, param=param)
        return Path(value)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list["CompletionItem[str]"]:
        """Let the shell complete it with the names of files."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type="file")]


any_path = AnyPath()
