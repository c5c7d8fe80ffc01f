# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The entry point, and the one place that catches: every way to end has its sentence and its exit code.

Nothing is imported before :func:`run` is running, so that Ctrl-C during the start ends as cleanly as later.
"""

import errno
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

DEBUG = "COOKIE_INSPECTOR_DEBUG"
COMPLETE = "_COOKIE_INSPECTOR_COMPLETE"  # set by the completion scripts of bash, zsh and fish, for one call
_FULL = (errno.ENOSPC, errno.EIO, getattr(errno, "EDQUOT", errno.ENOSPC))


def run() -> NoReturn:
    """Run the command line of this process and leave with its exit code."""
    code = main(sys.argv[1:])
    gc.freeze()  # all ends with the process: to look once more for what refers to itself would take a twentieth of it
    sys.exit(code)


def main(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code; nothing is raised and no traceback shown."""
    try:
        code = _invoke(list(arguments))
        _flush()
        return code
    except KeyboardInterrupt:
        _drop_output()  # a reader that stopped reading would keep us waiting for ever with the rest
        _say("Stopped.")
        return 130
    except BrokenPipeError:
        _drop_output()
        return 141
    except Exception as error:  # noqa: BLE001 - the outermost place: a person is owed a sentence, not a traceback
        return _told(error)


def _flush() -> None:
    """Write out what is left; where that fails, let go of it and raise."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        _drop_output()
        raise


def _unwritten(error: OSError) -> int:
    _say(f"Error: The output cannot be written: {(error.strerror or str(error)).lower()}.")
    return 3


def _invoke(arguments: list[str]) -> int:
    """Run a command as click's own ``main`` does, but without its catching: that gives codes which are not ours."""
    from inspector.core.collector import paused_collector

    with paused_collector():  # what modules make while they are loaded stays
        import click

        from inspector.cli.commands import PROGRAM, commands

    if asked := os.environ.get(COMPLETE):
        return _complete(asked)
    try:
        with commands.make_context(PROGRAM, arguments) as context:
            return int(commands.invoke(context) or 0)
    except click.exceptions.Exit as done:  # --help, --version
        return done.exit_code
    except click.ClickException as error:
        error.show()
        return 3


def _complete(asked: str) -> int:
    """Answer a shell that completes a line (``bash_complete``), or write the script that asks (``bash_source``)."""
    from click.shell_completion import shell_complete

    from inspector.cli.commands import PROGRAM, commands

    try:
        code = shell_complete(commands, {}, PROGRAM, COMPLETE, asked)
    except (KeyError, ValueError):  # what the shell tells of its line is not there
        code = 1
    if code:
        _say(f'Error: {COMPLETE} is for completing in a shell: "bash_source", "zsh_source" or "fish_source".')
    return 3 if code else 0


def _told(error: Exception) -> int:
    with suppress(OSError):  # what was printed before it went wrong comes before the sentence, if it can
        _flush()
    from inspector.core.problem import InspectorError
    from inspector.core.visible import visible

    if isinstance(error, InspectorError):
        _say("Error: " + visible(str(error)))
        return 3
    if isinstance(error, OSError) and error.errno in _FULL:  # of --help, say; a report tells it by itself
        return _unwritten(error)
    from inspector.engine.faults import whereabouts

    _say(f"Sorry, this is a fault of the program: {whereabouts(error)}.")
    if os.environ.get(DEBUG) == "1":
        _say(_traceback(error))
    else:
        _say(f"Please report it with what {DEBUG}=1 makes it print; it prints no cookies.")
    return 3


def _traceback(error: BaseException | None) -> str:
    """Return where an exception and its causes came from. Their messages are left out: they may quote a value."""
    import traceback

    parts: list[str] = []
    while error is not None:
        parts.append("".join(traceback.format_tb(error.__traceback__)) + type(error).__name__)
        error = error.__cause__ or error.__context__
    return "\n\nwhich came from\n".join(parts)


def _say(text: str) -> None:
    """Print on stderr; where that is closed nobody is there to be told."""
    if sys.stderr is None:
        return
    try:
        print(text, file=sys.stderr, flush=True)  # noqa: T201 - the command line's own voice
    except (OSError, ValueError):
        return


def _drop_output() -> None:
    """Point stdout at nothing, or Python tries once more to write the rest while it ends."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):  # no such device, or a stdout that is no file
        sys.stdout = None
