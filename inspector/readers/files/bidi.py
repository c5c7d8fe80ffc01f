# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""WebDriver BiDi's ``storage.getCookies``: values in an object, and one partition for the whole answer.

``sameSite`` "default" is a site that said nothing. chromedriver writes "none" for that, so "none" proves
nothing. The partition is the answer's: cookies that are in none come with it, so it ties no cookie to a site.
"""

import base64
import binascii
from typing import Any, Final

from inspector.core.cookie import Cookie, RowProblem, SameSite
from inspector.core.isolation import NOT_ISOLATED, Isolation
from inspector.core.reading import Reading
from inspector.core.store import StoreRef
from inspector.readers.files import entries
from inspector.readers.files.api import FileFormat, OpenedFile
from inspector.readers.files.entries import Entry
from inspector.readers.files.lists import sample

TITLE: Final = "WebDriver BiDi cookies"


def bid(file: OpenedFile) -> int:
    """Bid on an answer, whole or only its result, whose cookies have their values in objects."""
    found = list(sample(_answer(file).get("cookies") or ()))
    typed = [entry for entry in found if isinstance(entry.get("value"), dict) and "type" in entry["value"]]
    return 92 if typed and len(typed) * 2 > len(found) else 0


def read(file: OpenedFile) -> Reading:
    """Read every entry that is a cookie."""
    answer = _answer(file)
    whole = _isolation(answer.get("partitionKey"))

    def make(entry: Entry, store: StoreRef) -> Cookie:
        return _cookie(entry, store, whole)

    return entries.read_entries(file, TITLE, answer["cookies"], make)


def _answer(file: OpenedFile) -> dict[str, Any]:
    data = file.json
    if isinstance(data, list):
        data = {"cookies": data}
    if isinstance(data, dict) and isinstance(data.get("result"), dict):
        data = data["result"]
    return data if isinstance(data, dict) and isinstance(data.get("cookies"), list) else {}


def _cookie(entry: Entry, store: StoreRef, isolation: Isolation) -> Cookie:
    odd: list[RowProblem] = []
    expires_us, session = entries.expiry(entry, "expiry", odd, absent_is_session=True)
    if isolation.raw:
        odd.append(RowProblem("partition", "the answer names one for all of its cookies"))
    return entries.cookie(
        store,
        entry["domain"],
        entry["name"],
        entry.get("path"),
        _value(entry.get("value"), odd),
        isolation,
        expires_us=expires_us,
        session=session,
        secure=entries.flag(entry, "secure"),
        http_only=entries.flag(entry, "httpOnly"),
        same_site=_same_site(entry, odd),
        problems=tuple(odd),
    )


def _value(value: Any, odd: list[RowProblem]) -> str | None:
    """A text, or bytes that are no UTF-8 as base64."""
    if isinstance(value, str):
        return value
    written = value.get("value") if isinstance(value, dict) else None
    if not isinstance(written, str):
        odd.append(RowProblem("value", "it is neither a text nor base64"))
        return None
    if isinstance(value, dict) and value.get("type") == "base64":
        try:
            return base64.b64decode(written, validate=True).decode("utf-8", "surrogateescape")
        except (binascii.Error, ValueError):
            odd.append(RowProblem("value", "it is no base64"))
            return None
    return written


def _same_site(entry: Entry, odd: list[RowProblem]) -> SameSite:
    if entry.get("sameSite") == "default":
        return SameSite.UNSPECIFIED
    stated = entries.same_site(entry.get("sameSite"))
    if stated is SameSite.NONE:
        odd.append(RowProblem("same_site", "chromedriver writes none for cookies that said nothing, too"))
        return SameSite.UNKNOWN
    return stated


def _isolation(key: Any) -> Isolation:
    if not isinstance(key, dict):
        return NOT_ISOLATED
    origin, context = entries.text(key, "sourceOrigin"), entries.text(key, "userContext")
    named = "" if context in (None, "default") else f"^{context}"
    return Isolation(raw=f"{origin or ''}{named}") if origin or named else NOT_ISOLATED


BIDI: Final = FileFormat("bidi", TITLE, bid, read)
