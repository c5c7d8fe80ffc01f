# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The key that values of datasets are marked with: 32 random bytes in a file of this user, made once and kept here.

It is another key than the history's: forgetting the history must not change what a dataset that is published says, and
a dataset must tell nothing of the history.
"""

import os
import secrets
import stat
from pathlib import Path
from typing import Final

from inspector.core.problem import InspectorError
from inspector.datasets.values import KEY_LENGTH, ValueMarks

NAME: Final = "dataset.key"
_MODE: Final = 0o600


def key_place() -> Path:
    """Return this user's place for the key by the system's convention."""
    from platformdirs import user_data_path  # here because only this needs it

    return user_data_path("cookie-inspector", False) / NAME


def known_or_new(place: Path) -> ValueMarks:
    """Return the maker of marks, with a new key where there is none; one that cannot be read is never replaced."""
    try:
        if not os.path.lexists(place):
            _make(place)
        status = place.lstat()
        if not stat.S_ISREG(status.st_mode):
            raise InspectorError(f"{place} is no plain file, so values are not marked", "Find out who put it there")
        data = place.read_bytes()[: KEY_LENGTH + 1] if status.st_size == KEY_LENGTH else b""
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise InspectorError(f"The key of the marks in {place} cannot be used: {why}", _HOW) from error
    if len(data) != KEY_LENGTH:
        raise InspectorError(f"{place} is no key: it has not {KEY_LENGTH} bytes", f"Move it away. {_HOW}")
    return ValueMarks(data)


_HOW: Final = "Make the folder yours and writable, or export with --values nothing"


def _make(place: Path) -> None:
    """Write a new key whole or not at all; where another program was faster, its key stays."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = place.with_name(f".{place.name}-{secrets.token_hex(6)}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), _MODE)
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(KEY_LENGTH))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(part, place)
        except FileExistsError:
            pass
        except OSError:  # a file system without links
            part.replace(place)
    finally:
        part.unlink(missing_ok=True)
