# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where the window's cookies and labels come from: the engine, asked for metadata only, so no keyring and no prompt."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first picture does not wait for these
    from inspector.core.cookie import Cookie
    from inspector.core.revealed import Revealed
    from inspector.engine.purposes import Labelled
    from inspector.gui.workers import Cancelled, Found, Report


def read_stores(stores: tuple[Path, ...], tell: "Report", cancelled: "Cancelled") -> "Found":
    """Read what is at the given paths, or every browser of this computer. Runs in the worker's thread.

    Browsers' stores are read without values; a file of another tool is read as it is. The engine is imported here,
    beside the window's thread: the first picture does not wait for it.
    """
    from inspector.core.reading import Reading
    from inspector.engine.cookie_files import holds_stores, holds_visit, read_cookies
    from inspector.gui.workers import Found, Progress

    files = tuple(path for path in stores if holds_visit(path) or (path.is_file() and not holds_stores(path)))
    rest = tuple(path for path in stores if path not in files)
    parts = []
    for number, path in enumerate(files):
        if not cancelled():
            tell(Progress(number, len(files), path.name))
            parts.append(read_cookies(path))
    found = _read_browsers(rest, tell, cancelled) if rest or not files else Found(Reading())
    reading = Reading.joined((*(part.reading for part in parts), found.reading))
    return Found(reading, found.looked_in, tuple(part.recognised for part in parts))


def _read_browsers(stores: tuple[Path, ...], tell: "Report", cancelled: "Cancelled") -> "Found":
    from inspector.engine.computer import this_computer
    from inspector.engine.request import ScanRequest
    from inspector.engine.scan import read
    from inspector.engine.sources import find
    from inspector.gui.workers import Found, Progress

    request = ScanRequest(stores=stores)
    sources = find(request, this_computer(home_needed=request.discovers))
    reading = read(sources, request, progress=lambda at: tell(Progress(*at)), cancelled=cancelled)
    return Found(reading, sources.looked_in)


def read_pasted(text: str, origin: str, stores: tuple[Path, ...], tell: "Report", cancelled: "Cancelled") -> "Found":
    """Read the cookies of a pasted text, in memory. Runs in the worker's thread."""
    from inspector.engine.cookie_files import Told
    from inspector.engine.recognising import read_pasted as read
    from inspector.gui.workers import Found

    part = read(text, Told(origin or None))
    return Found(part.reading, (), (part.recognised,))


def show_value(cookie: "Cookie") -> "Revealed":
    """Read the value of one cookie, because a person asked for it. Runs in a thread of its own."""
    from inspector.engine.computer import this_computer
    from inspector.engine.revealing import reveal_value

    return reveal_value(cookie, this_computer(home_needed=False))


def label_cookies(cookies: "Sequence[Cookie]", cancelled: "Cancelled") -> "Labelled":
    """Say what cookies are for, by the knowledge at this user's places. Runs in the worker's thread."""
    from inspector.engine.history import history_places
    from inspector.engine.knowledge import user_places
    from inspector.engine.labelling import open_judge
    from inspector.engine.past import label_more
    from inspector.engine.purposes import label_all

    judge = open_judge(user_places())
    told = label_all(cookies, judge, cancelled)
    return label_more(cookies, told, history_places(), judge.classifier.knowledge) if told.labels else told
