# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The page "Test a site" without a browser: a made-up visit (the tests' own), opened as an earlier one."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Final

from inspector.gui.visit.outside import VisitOutside
from inspector.gui.visit.source import Browser

_TESTS: Final = Path(__file__).resolve().parents[3] / "tests"
_BROWSERS: Final = (Browser("/usr/bin/chromium", "Chromium"), Browser("/usr/bin/firefox", "Firefox"))


def outside() -> VisitOutside:
    """Return what the page gets: browsers by name, of which none is ever started."""
    return VisitOutside(browsers=lambda: _BROWSERS)


def recorded(folder: Path) -> Path:
    """Make the record of a visit with one browser: as it comes, third parties allowed, and a choice refused."""
    sys.path.insert(0, str(_TESTS))
    visits, made = import_module("make.visits"), folder / "visit"
    runs = {"1-default": visits.default_run(), "2-allowed": visits.allowed_run(), "3-refused": visits.refusing_run()}
    visits.visit_folder(made, **runs)
    return made
