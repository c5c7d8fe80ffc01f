# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the opt-out commands read: cookies of files and browsers, policies; and where nothing could be read."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from inspector.core.cookie import Cookie
from inspector.core.frozen import frozen
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading
from inspector.engine.audit_inputs import cookies_of_scan, joined, read_cookie_files
from inspector.engine.computer import this_computer
from inspector.engine.request import ScanRequest

if TYPE_CHECKING:  # scanning loads every browser's reader, which files do without
    from inspector.engine.scan import Progress

__all__ = ["ReadCookies", "read_cookies"]


_NOTHING: Final = Reading()


@frozen
class ReadCookies:
    """Cookies with every problem. ``read`` is false where no source could be read at all.

    ``scanned`` is the part that came from browsers and stores: the part that can be remembered.
    """

    cookies: tuple[Cookie, ...] = ()
    problems: tuple[Problem, ...] = ()
    read: bool = True
    scanned: Reading = _NOTHING

    @property
    def complete(self) -> bool:
        """Whether everything that was asked for was read."""
        return all(problem.severity is Severity.NOTE for problem in self.problems)


def read_cookies(
    files: Sequence[Path], request: ScanRequest | None, progress: "Callable[[Progress], None] | None" = None
) -> ReadCookies:
    """Return the cookies of files, and of the browsers or stores that are asked for."""
    parts = [read_cookie_files(files)] if files else []
    scanned = Reading()
    if request is not None:
        scanned = _scanned(request, progress)
        parts.append(cookies_of_scan(scanned))
    whole = joined(parts)
    return ReadCookies(whole.cookies, whole.problems, whole.read > 0, scanned)


def _scanned(request: ScanRequest, progress: "Callable[[Progress], None] | None") -> Reading:
    from inspector.engine.scan import scan  # here because files need no browser's reader

    return scan(request, this_computer(home_needed=request.discovers), progress=progress)
