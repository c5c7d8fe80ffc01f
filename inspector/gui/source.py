# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where the window's cookies come from: the engine, asked for metadata only, so no keyring and no prompt."""

from pathlib import Path

from inspector.gui.workers import Cancelled, Found, Progress, Report


def read_stores(stores: tuple[Path, ...], tell: Report, cancelled: Cancelled) -> Found:
    """Read the stores at the given paths, or every browser of this computer. Runs in the worker's thread.

    The engine is imported here, beside the window's thread: the first picture does not wait for it.
    """
    from inspector.engine.computer import this_computer
    from inspector.engine.request import ScanRequest
    from inspector.engine.scan import read
    from inspector.engine.sources import find

    request = ScanRequest(stores=stores)
    sources = find(request, this_computer(home_needed=request.discovers))
    reading = read(sources, request, progress=lambda at: tell(Progress(*at)), cancelled=cancelled)
    return Found(reading, sources.looked_in)
