# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The completion scripts of bash, zsh and fish, as click writes them; each asks the program itself."""

from typing import Final

from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from inspector.cli.commands import PROGRAM, commands
from inspector.cli.main import COMPLETE

# Where Debian's shells look for them, below /usr/share.
_SHELLS: Final[tuple[tuple[type[ShellComplete], str], ...]] = (
    (BashComplete, f"bash-completion/completions/{PROGRAM}"),
    (ZshComplete, f"zsh/vendor-completions/_{PROGRAM}"),
    (FishComplete, f"fish/vendor_completions.d/{PROGRAM}.fish"),
)


def scripts() -> dict[str, str]:
    """Return the script for each place. The shell's version is not asked for: it is that of whoever installs it."""
    return {place: ShellComplete.source(kind(commands, {}, PROGRAM, COMPLETE)) for kind, place in _SHELLS}
