# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A sample of every format that is read: each is damaged in every way by the tests."""

from collections.abc import Callable
from typing import Final

from make import exports, recordings

# The format's id, the file, how many cookies it holds.
SAMPLES: Final[dict[str, tuple[Callable[[], bytes], int]]] = {
    "storage-state": (exports.storage_state, 3),
    "cdp": (exports.cdp, 3),
    "puppeteer": (exports.puppeteer, 3),
    "extension": (exports.cookie_editor, 3),
    "selenium": (exports.selenium, 2),
    "bidi": (exports.bidi, 2),
    "netscape": (exports.netscape, 2),
    "har": (recordings.har, 3),
    "set-cookie": (recordings.curl_verbose, 3),
    "openwpm": (recordings.openwpm, 3),
    "tracker-radar-collector": (recordings.tracker_radar, 2),
    "website-evidence-collector": (recordings.evidence_collector, 3),
    "psat": (recordings.psat, 2),
    "devtools-table": (recordings.devtools_table, 2),
    "csv": (recordings.csv_table, 2),
    "json": (exports.plain_json, 2),
}
JSON_LISTS: Final = ("storage-state", "cdp", "puppeteer", "extension", "selenium", "bidi")
