# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a step on GitHub Actions gets beyond the formats: the job's summary, and a log that nobody else commands.

The runner obeys every line of the log that looks like a workflow command, also one that a cookie's name or a policy
wrote. What is printed for people is therefore printed between ``::stop-commands::`` and its token.
"""

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TextIO

import click

from inspector.core.visible import visible

SUMMARY = "GITHUB_STEP_SUMMARY"


def in_actions(environment: Mapping[str, str]) -> bool:
    """Whether this is a step of GitHub Actions."""
    return environment.get("GITHUB_ACTIONS") == "true"


@contextmanager
def without_commands(out: TextIO) -> Iterator[None]:
    """Have the runner take nothing for a command until the end; the token cannot be guessed by what is printed."""
    import secrets  # here because few runs write for GitHub

    token = secrets.token_hex(16)
    out.write(f"::stop-commands::{token}\n")
    try:
        yield
    finally:
        out.write(f"\n::{token}::\n")


def append_summary(summary: Callable[[int], str], environment: Mapping[str, str]) -> None:
    """Append to the job's summary where the runner offers one, as much as there is room for (in bytes).

    It is an extra: failing costs a line.
    """
    name = environment.get(SUMMARY)
    if not name:
        return
    from inspector.reports.github_summary import MOST

    try:
        descriptor = os.open(name, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        with open(descriptor, "a", encoding="utf-8", newline="\n") as file:  # noqa: PTH123 - a descriptor
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise OSError(0, "it is not a file")
            file.write(summary(MOST - status.st_size))
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        click.echo(f"Note: the job's summary was not written ({visible(name, 200)}: {visible(reason, 200)}).", err=True)


class Here(NamedTuple):
    """The folder that the command runs in, the root of its source tree, and where in that it is (empty: the root)."""

    folder: Path
    root: str
    inside: str


def here_of(environment: Mapping[str, str]) -> Here | None:
    """Return where the command runs; ``None`` where the folder was deleted under it."""
    try:
        folder = Path.cwd()
    except OSError:
        return None
    root = root_of(folder, environment)
    inside = folder.relative_to(root).as_posix()
    return Here(folder, str(root), "" if inside == "." else inside)


def root_of(folder: Path, environment: Mapping[str, str]) -> Path:
    """Return the root of the source tree that a CI job works in, if the folder is in it; else the folder itself."""
    for variable in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        root = environment.get(variable)
        if root and folder.is_relative_to(root):
            return Path(root)
    return folder
