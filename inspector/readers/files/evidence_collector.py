# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``inspection.json`` of the EDPS's website-evidence-collector: a visit of one site in a fresh profile.

Domains have lost their dot, so whether a cookie is for its host alone is not known. The log of a cookie names the
script or the request that set it. Cookies that were preset by the tester prove nothing of the site.
"""

from collections.abc import Sequence
from types import MappingProxyType
from typing import Any, Final

from inspector.core.cookie import Cookie, SourceType
from inspector.core.evidence import Evidence, Sighting, Visit
from inspector.core.reading import Reading
from inspector.core.store import StoreRef
from inspector.readers.files import entries
from inspector.readers.files.api import FileFormat, OpenedFile
from inspector.readers.files.devtools_protocol import made
from inspector.readers.files.entries import Entry
from inspector.readers.files.responses import origin_of

TITLE: Final = "website-evidence-collector inspection"
_OURS: Final = "cookie_inspector"  # an audit written in this layout records no visit, and must not become proof of one
_KINDS: Final = {"Cookie.HTTP": SourceType.HTTP, "Cookie.JS": SourceType.SCRIPT}


def bid(file: OpenedFile) -> int:
    """Bid on an object with the inspection's addresses and its cookies."""
    data = file.json
    if not isinstance(data, dict) or not isinstance(data.get("cookies"), list):
        return 0
    return 96 if "uri_ins" in data and ("uri_dest" in data or "hosts" in data) else 0


def read(file: OpenedFile) -> Reading:
    """Read every entry that is a cookie."""
    data: dict[str, Any] = file.json
    page = next((url for key in ("uri_dest", "uri_ins") if (url := entries.text(data, key)) and origin_of(url)), None)
    preset = _preset(data)

    def proven(pairs: Sequence[tuple[Entry, Cookie]]) -> Evidence:
        if page is None or _OURS in data:
            return Evidence()
        seen = {
            cookie.key: Sighting(page, False, cookie.updated_us, _setter(entry))
            for entry, cookie in pairs
            if cookie.name not in preset
        }
        return Evidence((Visit(page, entries.iso_us(data.get("start_time")), None, TITLE),), MappingProxyType(seen))

    return entries.read_entries(file, TITLE, data["cookies"], _cookie, evidence=proven)


def _cookie(entry: Entry, store: StoreRef) -> Cookie:
    cookie, log = made(entry, store), _log(entry)
    kind = _KINDS.get(str(log.get("type")), SourceType.UNKNOWN)
    return cookie._replace(host_only=None, source_type=kind, updated_us=entries.iso_us(log.get("timestamp")))


def _log(entry: Entry) -> Entry:
    log = entry.get("log")
    return log if isinstance(log, dict) else {}


def _setter(entry: Entry) -> str | None:
    """The first line of the stack: the script, or the request whose answer set the cookie."""
    stack = _log(entry).get("stack")
    first = stack[0] if isinstance(stack, list) and stack else None
    return entries.text(first, "fileName") if isinstance(first, dict) else None


def _preset(data: Entry) -> frozenset[str]:
    """The names that the tester put in before the visit, as a list or as an object."""
    browser = data.get("browser")
    given = browser.get("preset_cookies") if isinstance(browser, dict) else None
    if isinstance(given, dict):
        return frozenset(given)
    names = (held.get("name") for held in given if isinstance(held, dict)) if isinstance(given, list) else ()
    return frozenset(name for name in names if isinstance(name, str))


EVIDENCE_COLLECTOR: Final = FileFormat("website-evidence-collector", TITLE, bid, read)
