# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Paths on the command line."""

from pathlib import Path

import click


def any_path(text: str) -> Path:
    """Return the path as it was typed; whether it can be read is for the readers to say: one that cannot costs itself.

    Not ``click.Path``, which calls that a wrong usage and reads nothing. An empty text is one: a script's unset
    variable makes it, and it would mean "here".
    """
    if not text:
        raise click.BadParameter("an empty text names no file")
    return Path(text)
